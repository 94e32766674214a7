import { BASIS_LABELS } from './labels.ts';
import { isAskedByGuidance } from './standing.ts';
import { cycleInWords, daysInWords } from './statuses.ts';
import type { AppointmentKind, Audience, Basis, Category, Line, Policy } from './types.ts';
import { listed, sentenceCase } from './words.ts';

/** One line of a requirement, as people read it. */
export type LineWords = {
  key: string;
  /** "All staff and supply staff". */
  who: string;
  /** "Renewed every 24 months". */
  howOften: string;
  /** "Within 30 days of joining". */
  within: string;
  basis: Basis;
  /** Nothing says how long it lasts: a decision to take. */
  hasNoInterval: boolean;
  suggestion: string | null;
};

/** One line of a requirement in words. */
export function lineWords(policy: Policy, line: Line): LineWords {
  return {
    key: line.key,
    who: audienceInWords(line.audience, policy.appointmentKinds),
    howOften: sentenceCase(cycleInWords(line.cycle, policy.publications)),
    within: startInWords(line),
    basis: line.basis,
    hasNoInterval: line.cycle.kind === 'not-stated',
    suggestion: line.suggestion,
  };
}

/** "All staff, governors and head of kitchen". */
export function audienceInWords(audience: Audience, kinds: readonly AppointmentKind[]): string {
  const groups = audience.categories.map((category) => CATEGORY_WORDS[category]);
  const held = audience.kinds.map(
    (key) => KIND_WORDS[key] ?? withSmallInitial(labelOf(key, kinds)),
  );
  return sentenceCase(listed([...new Set([...groups, ...held])]));
}

/** "By the end of the first day" or "Within 30 days of joining". */
export function startInWords({ startWithin }: Pick<Line, 'startWithin'>): string {
  if (startWithin === 0) return 'By the end of the first day';
  return `Within ${daysInWords(startWithin)} of joining`;
}

export type AskedWords = { basis: string; document: string; place: string; says: string | null };

/** What law and statutory guidance ask in these lines, by the key of the line. */
export function askedLines(lines: readonly Line[]): Record<string, AskedWords> {
  const asked = lines.filter(isAskedByGuidance).map(({ key, basis }) => {
    const { kind, document, place, says = null } = basis;
    return [key, { basis: BASIS_LABELS[kind], document, place, says }];
  });
  return Object.fromEntries(asked);
}

const CATEGORY_WORDS: Record<Category, string> = {
  staff: 'all staff',
  supply: 'supply staff',
  governor: 'governors',
  volunteer: 'volunteers',
  visitor: 'regular visitors',
  contractor: 'contractors',
};

/** More than one may hold them; what a school adds stands under its own name. */
const KIND_WORDS: Record<string, string> = {
  teacher: 'teachers',
  'teaching-assistant': 'teaching assistants',
  lunchtime: 'lunchtime supervisors',
  leadership: 'the leadership team',
  headteacher: 'the headteacher',
  dsl: 'designated safeguarding leads',
  'deputy-dsl': 'deputies',
  governor: 'governors',
  'safeguarding-governor': 'the safeguarding governor',
  volunteer: 'volunteers',
  supply: 'supply teachers',
  visitor: 'visitors',
  contractor: 'contractors',
};

function labelOf(key: string, kinds: readonly AppointmentKind[]): string {
  return kinds.find((kind) => kind.key === key)?.label ?? key;
}

/** "head of kitchen"; "SENCo" stays as it is. */
function withSmallInitial(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
