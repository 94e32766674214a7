/**
 * What a school's offer is about, in the order in which it is read. A school adds sections of its
 * own beside these; each has a key of its own.
 */
export const TOPICS = [
  'what-it-covers',
  'whom-to-tell',
  'prevent',
  'exploitation',
  'fgm',
  'early-help',
  'online-safety',
  'attendance',
  'allegations',
  'whistleblowing',
  'front-door',
] as const;
export type Topic = (typeof TOPICS)[number];

const LABELS: Record<Topic, string> = {
  'what-it-covers': 'What the offer covers',
  'whom-to-tell': 'Whom to tell',
  prevent: 'Prevent',
  exploitation: 'Child sexual and criminal exploitation',
  fgm: 'FGM and honour-based abuse',
  'early-help': 'Early help',
  'online-safety': 'Online safety',
  attendance: 'Attendance and missing education',
  allegations: 'Allegations about staff',
  whistleblowing: 'Whistleblowing',
  'front-door': 'The local front door',
};

/** The name of a topic; of one that a school added, its key in words: "mental-health", "Mental health". */
export function topicLabel(topic: string): string {
  const label = LABELS[topic as Topic];
  if (label) return label;
  const words = topic.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names of pages that stand beside the sections': no section can have one of them as its key. */
export const RESERVED_TOPICS = ['whole'] as const;
