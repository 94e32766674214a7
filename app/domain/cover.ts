import { addDays, type Day, isWithin } from './days.ts';
import { beginningOf } from './editions.ts';
import { standingOf } from './standing.ts';
import { isInDate } from './statuses.ts';
import type { CoverPart, CoverRule, PersonFacts, Policy, Requirement } from './types.ts';

/** Whether a cover rule holds on a day, and until when. */
export type Cover = {
  securesToday: boolean;
  /** The last good day before the first bad one; null when it fails today, or no bad day is known. */
  secureUntil: Day | null;
  /** The first bad day, `on` or later; null when none is known. */
  failsOn: Day | null;
  /** What is not covered on that day. */
  failingParts: CoverPart[];
};

/**
 * Is there cover on the day, and which is the first day on which it fails? Counts people who hold
 * one of the part's kinds of appointment, are not away, and are in date or due soon. Nobody fills
 * two places. Known last days, absences and exemptions count ahead; what is completed after `on`
 * does not.
 */
export function coverOf(
  policy: Policy,
  people: readonly PersonFacts[],
  rule: CoverRule,
  on: Day,
): Cover {
  const requirement = policy.requirements.find(({ id }) => id === rule.requirementId);
  const holders = people.filter((person) => holdsAny(person, rule)).map((it) => asKnown(it, on));
  for (const day of turningDays(policy, requirement, holders, on)) {
    const failingParts = unfilled(policy, requirement, holders, rule, day);
    if (failingParts.length === 0) continue;
    const securesToday = day > on;
    const secureUntil = securesToday ? addDays(day, -1) : null;
    return { securesToday, secureUntil, failsOn: day, failingParts };
  }
  return { securesToday: true, secureUntil: null, failsOn: null, failingParts: [] };
}

function holdsAny({ appointments }: PersonFacts, { parts }: CoverRule): boolean {
  return appointments.some(({ kind }) => parts.some(({ kinds }) => kinds.includes(kind)));
}

function asKnown(person: PersonFacts, on: Day): PersonFacts {
  const completions = person.completions.filter(({ completedOn }) => completedOn <= on);
  return { ...person, completions };
}

/**
 * The day itself and every later one on which somebody's part can change; between them nothing
 * does. Who runs out while others join is found by asking each person on each of these days.
 */
function turningDays(
  policy: Policy,
  requirement: Requirement | undefined,
  holders: PersonFacts[],
  on: Day,
): Day[] {
  const days = new Set<Day>([on]);
  if (requirement === undefined) return [...days];
  for (const day of turnsOfRule(policy, requirement)) days.add(day);
  for (const person of holders) for (const day of turnsOfPerson(person)) days.add(day);
  const known = [...days].filter((day) => day >= on).sort();
  const ends = holders.flatMap((person) => validTosOn(policy, person, requirement, known));
  for (const end of ends) days.add(addDays(end, 1));
  return [...days].filter((day) => day >= on).sort();
}

function turnsOfRule(policy: Policy, { versions, retiredFrom }: Requirement): Day[] {
  const begins = policy.publications.flatMap(({ editions }) => editions.map(beginningOf));
  return [...versions.map(({ startsOn }) => startsOn), retiredFrom, ...begins].filter(
    (day) => day !== null,
  );
}

function turnsOfPerson({ appointments, absences, exemptions }: PersonFacts): Day[] {
  return [...appointments, ...absences, ...exemptions].flatMap(({ from, to }) =>
    to === null ? [from] : [from, addDays(to, 1)],
  );
}

/** Valid to, as it stands on each of the days: it changes only on one of them. */
function validTosOn(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  days: Day[],
): Day[] {
  const ends = days.map((day) => standingOf(policy, person, requirement, day).validTo);
  return ends.filter((end) => end !== null);
}

/** The parts that find no holder on the day, when each holder fills one place at most. */
function unfilled(
  policy: Policy,
  requirement: Requirement | undefined,
  holders: PersonFacts[],
  rule: CoverRule,
  on: Day,
): CoverPart[] {
  const places = rule.parts.flatMap((part) => Array.from({ length: part.atLeast }, () => part));
  const fit = holders.filter(
    (person) =>
      requirement !== undefined && isInDate(standingOf(policy, person, requirement, on).status),
  );
  const empty = emptyPlaces(places, fit, (part, person) => holds(person, part, on));
  return [...new Set(empty)];
}

function holds({ appointments }: PersonFacts, { kinds }: CoverPart, on: Day): boolean {
  return appointments.some(({ kind, from, to }) => kinds.includes(kind) && isWithin(on, from, to));
}

/** Gives each place a person of its own as far as possible (Kuhn's matching); what stays empty. */
function emptyPlaces<P, H>(
  places: readonly P[],
  holders: readonly H[],
  canFill: (place: P, holder: H) => boolean,
): P[] {
  const placeOf = new Map<H, number>();
  const isFilled = (index: number, tried: Set<H>): boolean =>
    holders.some((holder) => {
      if (tried.has(holder) || !canFill(places[index]!, holder)) return false;
      tried.add(holder);
      const held = placeOf.get(holder);
      if (held !== undefined && !isFilled(held, tried)) return false;
      placeOf.set(holder, index);
      return true;
    });
  return places.filter((_, index) => !isFilled(index, new Set()));
}
