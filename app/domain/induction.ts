import { startedOn } from './audience.ts';
import { academicYearOf, addDays, type Day, later } from './days.ts';
import { askedSteps } from './induction-list/asked.ts';
import { tickedOn, tickOf } from './induction-list/first-weeks.ts';
import { type InductionFacts, NO_LISTS } from './induction-list/list.ts';
import { firstDueOf, reckonLine } from './line-standing.ts';
import { lineStandingsOf } from './standing.ts';
import { isInDate } from './statuses.ts';
import type { PersonFacts, Policy, Requirement, Term } from './types.ts';

/** Of the starters of a term of whom something has fallen due, how many met all of it on time. */
export type Induction = { term: Term; startedFrom: Day; of: number; onTime: number };

/**
 * Induction on time in the term of the day: of those in post who began in it and of whom some due
 * day is past, how many had met every such line on its due day, and had every such step of their
 * first weeks ticked by both sides on its own. Who begins in the holiday before
 * a term begins in that term. In a holiday the term before it is meant; null when the school has
 * entered no term of this academic year that has begun.
 */
export function inductionOnTime(
  policy: Policy,
  people: readonly PersonFacts[],
  on: Day,
  firstWeeks: InductionFacts = NO_LISTS,
): Induction | null {
  const term = termOf(policy, on);
  if (term === null) return null;
  const startedFrom = firstDayCounted(policy, term);
  let of = 0;
  let onTime = 0;
  for (const person of people) {
    const began = startedOn(person, on, policy.gapDays);
    if (began === null || began < startedFrom) continue;
    const met = metOnTime(policy, person, on, firstWeeks);
    if (met === null) continue;
    of += 1;
    if (met) onTime += 1;
  }
  return { term, startedFrom, of, onTime };
}

/** The term of the day; in a holiday, the one before it in the same academic year. */
export function termOf(policy: Policy, on: Day): Term | null {
  let latest: Term | null = null;
  for (const term of policy.terms) {
    if (term.from > on || academicYearOf(term.from) !== academicYearOf(on)) continue;
    if (latest === null || term.from > latest.from) latest = term;
  }
  return latest;
}

/** The day after the term before; where none is known, the term's own first day. */
export function firstDayCounted({ terms }: Policy, term: Term): Day {
  const before = terms.filter(({ to }) => to < term.from).map(({ to }) => to);
  if (before.length === 0) return term.from;
  return addDays(before.reduce(later), 1);
}

/** Null while nothing has fallen due. */
function metOnTime(
  policy: Policy,
  person: PersonFacts,
  on: Day,
  firstWeeks: InductionFacts,
): boolean | null {
  const lines = policy.requirements.flatMap((it) => pastDueDays(policy, person, it, on));
  const all = [...lines, ...pastSteps(policy, person, on, firstWeeks)];
  return all.length === 0 ? null : all.every((isMet) => isMet);
}

/**
 * For each step that is ticked, and whose due day is past: had both ticked by then? Where a
 * requirement decides, its lines say it already.
 */
function pastSteps(
  policy: Policy,
  person: PersonFacts,
  on: Day,
  { lists, ticks }: InductionFacts,
): boolean[] {
  const own = ticks.get(person.id) ?? [];
  return askedSteps(policy, lists, person, on)
    .filter(({ requirementId, dueOn }) => requirementId === null && dueOn < on)
    .filter(({ dueOn }) => !isAwaySince(person, dueOn))
    .map((step) => {
      const doneOn = tickedOn(
        tickOf(policy, step, own, 'starter', on),
        tickOf(policy, step, own, 'responsible', on),
      );
      return doneOn !== null && doneOn <= step.dueOn;
    });
}

/** Away by the day after, with no return known: then its day has not come. */
function isAwaySince({ absences }: PersonFacts, dueOn: Day): boolean {
  return absences.some(({ from, to }) => to === null && from <= addDays(dueOn, 1));
}

/** For each line of which the first due day is past: was it met on that day? */
function pastDueDays(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  on: Day,
): boolean[] {
  const { of, standings } = lineStandingsOf(policy, person, requirement, on);
  return standings.flatMap(({ line }) => {
    const due = firstDueOf(of, line, on).on;
    return due < on ? [isInDate(reckonLine(of, line, due).status)] : [];
  });
}
