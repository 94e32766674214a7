import { academicYearOf, type Day, inWords } from '../days.ts';
import { type Period, periodInWords, yearsSince } from '../quiz/period.ts';
import { counted, sentenceCase } from '../words.ts';
import { SESSION_KINDS, type SessionKind } from './session.ts';

/** What is short, and logged when it has been: what is said through the year between the sessions. */
export type UpdateKind = Exclude<SessionKind, 'session'>;

export const UPDATE_KINDS = SESSION_KINDS.filter((kind): kind is UpdateKind => kind !== 'session');

export const UPDATE_LABELS: Record<UpdateKind, string> = {
  bulletin: 'Bulletin',
  briefing: 'Briefing',
  'staff-meeting': 'Staff meeting',
};

/** What one was, before it is read who was there. */
export const UPDATE_HINTS: Record<UpdateKind, string> = {
  bulletin: 'Sent round, and read',
  briefing: 'A few minutes of its own',
  'staff-meeting': 'A point on the agenda',
};

/** A short update, with how many of those expected heard or read it. */
export type Update = {
  id: number;
  kind: UpdateKind;
  title: string;
  /** What it said. */
  about: string | null;
  heldOn: Day;
  minutes: number | null;
  there: number;
  of: number;
  /** The names of what it credits. */
  credits: string[];
  /** False while its register is open to be put right. */
  isFinal: boolean;
};

/** The updates of an academic year, the latest first. */
export function updatesOfYear(updates: readonly Update[], year: number): Update[] {
  return updates
    .filter(({ heldOn }) => academicYearOf(heldOn) === year)
    .sort((a, b) => (a.heldOn === b.heldOn ? b.id - a.id : a.heldOn < b.heldOn ? 1 : -1));
}

/** The academic years in which something can have been said, the latest first. */
export function yearsOfUpdates(updates: readonly Update[], today: Day): number[] {
  const days = updates.map(({ heldOn }) => heldOn).sort();
  return yearsSince(days[0] ?? null, today);
}

/** "4 short updates since 1 September 2026, the last on 9 November 2026." They come latest first. */
export function updatesAnswer(updates: readonly Update[], period: Period): string {
  const when = periodInWords(period);
  const [last] = updates;
  if (last === undefined) return `No short update is logged ${when}.`;
  const many = counted(updates.length, 'short update', 'short updates');
  const lead = updates.length === 1 ? 'on' : 'the last on';
  return `${sentenceCase(many)} ${when}, ${lead} ${inWords(last.heldOn)}.`;
}

/** "31 of 40". */
export function heardWords({ there, of }: Pick<Update, 'there' | 'of'>): string {
  return `${there} of ${of}`;
}

/** What taking one back withdraws: "31 completions that it recorded are withdrawn with your reason." */
export function takingBackWords(standing: number): string {
  if (standing === 0) return 'Nothing that it recorded stands, so nothing is withdrawn.';
  const what = counted(standing, 'completion', 'completions');
  const are = standing === 1 ? 'is' : 'are';
  return `${sentenceCase(what)} that it recorded ${are} withdrawn with your reason.`;
}
