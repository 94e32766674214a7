import { isPresentOn } from './audience.ts';
import { type Day, later } from './days.ts';
import { type Standing, standingOf } from './standing.ts';
import type { PersonFacts, Policy, Requirement } from './types.ts';

/** What a change to one requirement does to people, on the first day on which it can be seen. */
export type Effects<Person> = {
  /** Today, or the first day of the rule where that is still to come. */
  on: Day;
  /** Asked of them then, and would not be without the change. */
  added: Person[];
  dropped: Person[];
  becomeOverdue: Person[];
  noLongerOverdue: Person[];
  /** Have something to do because of the change, and still have time, up to and with the day. */
  haveUntil: { person: Person; dueOn: Day }[];
};

/**
 * Compares where people stand on a requirement under the policy as it is and as it would be.
 * `changed` is the requirement as it would be. Only people in post on that day are looked at.
 */
export function effectsOfChange<Person extends PersonFacts>(
  before: Policy,
  after: Policy,
  changed: Requirement,
  people: readonly Person[],
  today: Day,
): Effects<Person> {
  const begins = changed.retiredFrom ?? changed.versions.at(-1)!.startsOn;
  const on = later(today, begins);
  const known = before.requirements.find(({ id }) => id === changed.id);
  const pairs = people
    .filter((person) => isPresentOn(person, on))
    .map((person) => ({
      person,
      was: known ? standingOf(before, person, known, on) : null,
      is: standingOf(after, person, changed, on),
    }));
  const those = (test: (pair: { was: Standing | null; is: Standing }) => boolean) =>
    pairs.filter(test).map(({ person }) => person);
  return {
    on,
    added: those(({ was, is }) => !isAsked(was) && isAsked(is)),
    dropped: those(({ was, is }) => isAsked(was) && !isAsked(is)),
    becomeOverdue: those(({ was, is }) => !isOverdue(was) && isOverdue(is)),
    noLongerOverdue: those(({ was, is }) => isOverdue(was) && !isOverdue(is)),
    haveUntil: pairs
      .filter(({ was, is }) => is.status === 'not-yet-due' && was?.status !== 'not-yet-due')
      .flatMap(({ person, is }) => (is.dueOn === null ? [] : [{ person, dueOn: is.dueOn }])),
  };
}

function isAsked(standing: Standing | null): boolean {
  return standing !== null && standing.status !== 'not-required';
}

function isOverdue(standing: Standing | null): boolean {
  return standing?.status === 'overdue';
}
