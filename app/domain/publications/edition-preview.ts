import type { Day } from '../days.ts';
import { beginningOf } from '../editions.ts';
import { isInDate } from '../statuses.ts';
import type { PersonFacts, Policy } from '../types.ts';
import type { EditionDetails } from './edition.ts';
import { readingsOf } from './readings.ts';

/** Whom a confirmed edition concerns, on the first day on which it is the one to read. */
export type EditionPreview<Person> = {
  on: Day;
  /** Read it already: nothing more is asked of them. */
  read: Person[];
  /** Have to read it, by the day until which they have time. */
  haveUntil: { dueOn: Day; people: Person[] }[];
  /** Were overdue for the edition before on the day before, and stay so until they read this one. */
  stayOverdue: Person[];
  /** Exempt or away that day: asked when they are back. */
  leftOut: Person[];
};

/**
 * Whom an edition concerns once it is there as `edition` says, confirmed: shown before it is saved,
 * reckoned by the one ladder under the policy as it would be.
 */
export function previewEdition<Person extends PersonFacts>(
  policy: Policy,
  people: readonly Person[],
  edition: EditionDetails,
  today: Day,
): EditionPreview<Person> {
  const on = beginningOf(edition) ?? today;
  const preview: EditionPreview<Person> = {
    on,
    read: [],
    haveUntil: [],
    stayOverdue: [],
    leftOut: [],
  };
  const byDay = new Map<Day, Person[]>();
  for (const { person, standing } of readingsOf(
    withEdition(policy, edition),
    people,
    edition,
    on,
  )) {
    const { status, dueOn } = standing;
    if (isInDate(status)) preview.read.push(person);
    else if (status === 'overdue') preview.stayOverdue.push(person);
    else if (status === 'not-yet-due' && dueOn !== null) {
      byDay.set(dueOn, [...(byDay.get(dueOn) ?? []), person]);
    } else preview.leftOut.push(person);
  }
  preview.haveUntil = [...byDay]
    .map(([dueOn, those]) => ({ dueOn, people: those }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return preview;
}

/** How many have to read it, whether or not they have time left. */
export function haveToRead({ haveUntil, stayOverdue }: EditionPreview<unknown>): number {
  return haveUntil.reduce((sum, { people }) => sum + people.length, stayOverdue.length);
}

/** The policy as it would be with this edition, in the place of the one with its key or beside it. */
export function withEdition(policy: Policy, edition: EditionDetails): Policy {
  return {
    ...policy,
    publications: policy.publications.map((publication) =>
      publication.key === edition.publicationKey
        ? {
            ...publication,
            editions: [...publication.editions.filter(({ key }) => key !== edition.key), edition],
          }
        : publication,
    ),
  };
}
