import { isPresentOn } from './audience.ts';
import { type Day, later } from './days.ts';
import { policyChangePreview } from './preview.ts';
import { standingOf } from './standing.ts';
import type { PersonFacts, Policy, Requirement } from './types.ts';

/** What a change to one requirement does to people, on a day. */
export type Effects<Person> = {
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
 * Compares where people stand on a requirement on the day, under the policy as it is and as it
 * would be. `changed` is the requirement as it would be. Only those in post that day are looked at.
 */
export function effectsOfChange<Person extends PersonFacts>(
  before: Policy,
  after: Policy,
  changed: Requirement,
  people: readonly Person[],
  on: Day,
): Effects<Person> {
  const present = people.filter((person) => isPresentOn(person, on));
  const preview = policyChangePreview(before, after, present, on).find(
    ({ requirement }) => requirement.id === changed.id,
  );
  const { added = [], dropped = [], becomeOverdue = [] } = preview ?? {};
  return { on, added, dropped, becomeOverdue, ...easedBy(before, after, changed, present, on) };
}

/** The first day on which a change of the rules can be seen: today, or their first day. */
export function firstSeenOn({ versions }: Requirement, today: Day): Day {
  return later(today, versions.at(-1)!.startsOn);
}

function easedBy<Person extends PersonFacts>(
  before: Policy,
  after: Policy,
  changed: Requirement,
  present: readonly Person[],
  on: Day,
): Pick<Effects<Person>, 'noLongerOverdue' | 'haveUntil'> {
  const known = before.requirements.find(({ id }) => id === changed.id);
  const noLongerOverdue: Person[] = [];
  const haveUntil: { person: Person; dueOn: Day }[] = [];
  for (const person of present) {
    const was = known ? standingOf(before, person, known, on).status : 'not-required';
    const { status: is, dueOn } = standingOf(after, person, changed, on);
    if (was === 'overdue' && is !== 'overdue') noLongerOverdue.push(person);
    const isNew = is === 'not-yet-due' && was !== 'not-yet-due';
    if (isNew && dueOn !== null) haveUntil.push({ person, dueOn });
  }
  return { noLongerOverdue, haveUntil };
}
