import { type Day, isWithin } from '../days.ts';
import { oneOf } from '../leads.ts';
import type { PersonFacts } from '../types.ts';

/** So many school days the lead has alone; then it goes to the deputies too. */
export const DAYS_OF_THE_LEAD = 5;

/** Why others than the lead are meant to look. */
export type WidenedBecause = 'late' | 'own' | 'no-lead' | 'no-deputy';

/** Who is meant to look at something that waits for a check. */
export type Checkers = {
  /** Their records; empty where nobody is left. */
  ids: number[];
  names: string[];
  /** Null: the lead, as usual. */
  because: WidenedBecause | null;
};

type Known = PersonFacts & { name: string };

type Asked = {
  /** Whom it concerns, with every other record that their account opens: none of them looks. */
  ownIds: readonly number[];
  schoolDays: number;
  on: Day;
};

/**
 * Whoever is meant to look: the leads; after five school days, where it concerns a lead, or where
 * none of them is here, the deputies too; where nobody of them is left, the headteacher. Never whom
 * it concerns. Others who may check can do it all the same.
 */
export function checkersOf(people: readonly Known[], asked: Asked): Checkers {
  const { ownIds, schoolDays, on } = asked;
  const others = people.filter((one) => !ownIds.includes(one.id) && !isAway(one, on));
  const holding = (kind: string) => others.filter((one) => holds(one, kind, on));
  const concernsLead = people.some((one) => ownIds.includes(one.id) && holds(one, 'dsl', on));
  const leads = holding('dsl');
  const because = widenedBecause({ concernsLead, leads: leads.length, schoolDays });
  if (because === null) return told(leads, null);
  const both = unique([...leads, ...holding('deputy-dsl')]);
  if (both.length > 0) return told(both, because);
  return told(holding('headteacher'), 'no-deputy');
}

function widenedBecause(asked: { concernsLead: boolean; leads: number; schoolDays: number }) {
  if (asked.concernsLead) return 'own';
  if (asked.leads === 0) return 'no-lead';
  return asked.schoolDays > DAYS_OF_THE_LEAD ? 'late' : null;
}

/** "Bronwen Sayle", "Colin Rudge or Leanne Okoro"; where nobody is left, what is to be done. */
export function checkersInWords({ names }: Checkers): string {
  return oneOf(names) || 'nobody yet: the school has to appoint a lead or a deputy';
}

/** "It is for Bronwen Sayle to look at"; for whoever handed it in. */
export function forWhomInWords(checkers: Checkers): string {
  const { names } = checkers;
  if (names.length > 0) return `It is for ${oneOf(names)} to look at`;
  return 'Nobody can look at it yet: the school has to appoint a lead or a deputy';
}

/** Why it does not rest with the lead alone; null where it does. */
export const WIDENED_WORDS: Record<WidenedBecause, string> = {
  late: `It has waited more than ${DAYS_OF_THE_LEAD} school days, so the deputies look too`,
  own: 'It concerns a lead, so somebody else looks',
  'no-lead': 'No lead is here, so the deputies look',
  'no-deputy': 'No lead or deputy is left, so the headteacher looks',
};

function told(people: readonly Known[], because: WidenedBecause | null): Checkers {
  return { ids: people.map(({ id }) => id), names: people.map(({ name }) => name), because };
}

function unique(people: readonly Known[]): Known[] {
  return [...new Map(people.map((one) => [one.id, one])).values()];
}

function isAway({ absences }: Known, on: Day): boolean {
  return absences.some(({ from, to }) => isWithin(on, from, to));
}

function holds({ appointments }: Known, kind: string, on: Day): boolean {
  return appointments.some((held) => held.kind === kind && isWithin(on, held.from, held.to));
}
