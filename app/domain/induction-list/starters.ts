import { isPresentOn } from '../audience.ts';
import { addDays, type Day, inWords, later } from '../days.ts';
import type { PersonFacts, Policy } from '../types.ts';
import { counted, sentenceCase } from '../words.ts';
import { type FirstWeeks, firstWeeksOf, isShown, type StepStanding } from './first-weeks.ts';
import type { InductionFacts } from './list.ts';
import { firstLateSince } from './words.ts';

/** Somebody in their first weeks. */
export type StarterWeeks<Person extends PersonFacts = PersonFacts> = {
  person: Person;
  weeks: FirstWeeks;
};

/** Everybody whom a school's lists concern on a day. */
export type Starters<Person extends PersonFacts = PersonFacts> = {
  /** In post, with something left: by what is late longest, then by the next due day. */
  open: StarterWeeks<Person>[];
  /** They begin soon. */
  coming: StarterWeeks<Person>[];
  /** In post, and done not long ago. */
  done: StarterWeeks<Person>[];
};

/** Sorts a school's people by how their first weeks stand; who has no list is left out. */
export function startersOf<Person extends PersonFacts>(
  policy: Policy,
  facts: InductionFacts,
  people: readonly Person[],
  on: Day,
): Starters<Person> {
  const starters: Starters<Person> = { open: [], coming: [], done: [] };
  for (const person of people) {
    const weeks = firstWeeksOf(policy, facts, person, on);
    if (weeks === null || !isShown(weeks, on)) continue;
    const part = !isPresentOn(person, on) ? 'coming' : weeks.isOpen ? 'open' : 'done';
    starters[part].push({ person, weeks });
  }
  starters.open.sort((a, b) => compare(placeOf(a), placeOf(b)));
  starters.coming.sort((a, b) => compare(a.weeks.beganOn, b.weeks.beganOn));
  return starters;
}

/** Late ones first, longest late before; then by the next due day. */
function placeOf({ weeks: { steps } }: StarterWeeks): string {
  const since = firstLateSince(steps);
  if (since !== null) return `0 ${since}`;
  return `1 ${nextDueOf(steps) ?? '9'}`;
}

/** The earliest due day of what is left and not late. */
export function nextDueOf(steps: readonly StepStanding[]): Day | null {
  const open = steps.filter(({ state }) => state === 'open').map(({ dueOn }) => dueOn);
  return open.sort()[0] ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first sentences of the page of starters. */
export function startersAnswer({ open, coming }: Starters, on: Day): string {
  const late = open.filter(({ weeks }) => weeks.late > 0).length;
  const said = [
    open.length === 0 ? 'Nobody has anything left of their first weeks.' : openSentence(open, late),
    ...(coming.length > 0 ? [comingSentence(coming, on)] : []),
  ];
  return said.join(' ');
}

function openSentence(open: readonly StarterWeeks[], late: number): string {
  const many = `${sentenceCase(counted(open.length, 'person is', 'people are'))} in their first weeks`;
  if (late === 0) return `${many}, and nothing is late.`;
  if (late === open.length)
    return open.length === 1
      ? `${many}, with something late.`
      : `${many}, all with something late.`;
  return `${many}, ${late} of them with something late.`;
}

function comingSentence(coming: readonly StarterWeeks[], on: Day): string {
  const first = coming[0]!.weeks.beganOn;
  if (coming.length === 1) {
    return first === addDays(on, 1) ? '1 begins tomorrow.' : `1 begins on ${inWords(first)}.`;
  }
  return `${coming.length} begin within the next two weeks, the first on ${inWords(first)}.`;
}

/** Due within so many days from today is due this week. */
const WEEK = 6;

/** What of somebody's first weeks is to be seen to now. */
export type StarterTask = {
  late: StepStanding[];
  /** Due today or in the six days after it. */
  dueThisWeek: StepStanding[];
};

/**
 * The steps to be ticked that are late, or due this week; null where there are none. What a
 * requirement decides is in the list of what to do by itself.
 */
export function starterTaskOf({ steps }: FirstWeeks, on: Day): StarterTask | null {
  const ticked = steps.filter(({ standing }) => standing === null);
  const late = ticked.filter(({ state }) => state === 'late');
  const dueThisWeek = ticked.filter(
    ({ state, dueOn }) => state === 'open' && dueOn <= addDays(on, WEEK),
  );
  return late.length + dueThisWeek.length > 0 ? { late, dueThisWeek } : null;
}

/** "2 steps late, the first since 10 November 2026; 1 due this week". */
export function starterTaskWords({ late, dueThisWeek }: StarterTask): string {
  const since = firstLateSince(late);
  const parts = [
    ...(since === null
      ? []
      : [
          late.length === 1
            ? `1 step late since ${inWords(since)}`
            : `${late.length} steps late, the first since ${inWords(since)}`,
        ]),
    ...(dueThisWeek.length > 0
      ? [`${counted(dueThisWeek.length, 'step', 'steps')} due by ${inWords(lastDue(dueThisWeek))}`]
      : []),
  ];
  return parts.join('; ');
}

function lastDue(steps: readonly StepStanding[]): Day {
  return steps.map(({ dueOn }) => dueOn).reduce(later);
}
