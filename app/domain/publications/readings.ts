import { isPresentOn } from '../audience.ts';
import { type Count, countOf } from '../counting.ts';
import type { Day } from '../days.ts';
import { type Standing, standingOf } from '../standing.ts';
import type { Line, PersonFacts, Policy, Requirement, Status } from '../types.ts';
import { isRetired, versionInForce } from '../versions.ts';
import type { EditionDetails } from './edition.ts';
import { partsFor } from './parts.ts';

/** Somebody of whom an edition is asked, how they stand on it, and what of it is theirs to read. */
export type Reading<Person> = { person: Person; standing: Standing; parts: string[] };

/** In date n of d for an edition as a whole and for each of its parts. */
export type EditionFigures = { total: Count; parts: { part: string; count: Count }[] };

/** The requirements that ask for this publication on the day; those that begin later are not among them. */
export function requirementsAsking(policy: Policy, publicationKey: string, on: Day): Requirement[] {
  const asks = asksFor(publicationKey);
  return policy.requirements.filter(
    (requirement) =>
      !isRetired(requirement, on) && versionInForce(requirement, on)?.lines.some(asks) === true,
  );
}

/**
 * Everybody in post of whom this edition is asked on the day, by the one ladder: each once, where
 * several requirements ask for it by the standing that leaves most to do. An edition that is not the
 * one in force is asked of nobody.
 */
export function readingsOf<Person extends PersonFacts>(
  policy: Policy,
  people: readonly Person[],
  edition: EditionDetails,
  on: Day,
): Reading<Person>[] {
  const requirements = requirementsAsking(policy, edition.publicationKey, on);
  const asks = asksFor(edition.publicationKey);
  return people.flatMap((person) => {
    if (!isPresentOn(person, on)) return [];
    const standings = requirements
      .map((requirement) => standingOf(policy, person, requirement, on, asks))
      .filter((standing) => standing.edition?.key === edition.key);
    if (standings.length === 0) return [];
    const standing = standings.reduce(mostToDo);
    return [{ person, standing, parts: partsFor(edition, person, on) }];
  });
}

/** The figures of these readings, for the edition and for each part by those who read it. */
export function figuresOf(
  { parts }: Pick<EditionDetails, 'parts'>,
  readings: readonly Reading<unknown>[],
): EditionFigures {
  return {
    total: countOf(readings.map(({ standing }) => standing)),
    parts: parts.map((part) => ({
      part,
      count: countOf(
        readings.filter((one) => one.parts.includes(part)).map(({ standing }) => standing),
      ),
    })),
  };
}

/** How many people ever declared this edition, and how many of them are still in post. */
export function declaredBy(
  policy: Policy,
  people: readonly PersonFacts[],
  { publicationKey, key }: Pick<EditionDetails, 'publicationKey' | 'key'>,
  on: Day,
): { people: number; inPost: number } {
  const asks = asksFor(publicationKey);
  const asking = policy.requirements.filter(({ versions }) =>
    versions.some(({ lines }) => lines.some(asks)),
  );
  const ids = new Set(asking.map(({ id }) => id));
  const declared = people.filter(({ completions }) =>
    completions.some(
      ({ requirementId, edition, check, earnedElsewhere }) =>
        ids.has(requirementId) && edition === key && check === 'counts' && !earnedElsewhere,
    ),
  );
  const inPost = declared.filter((person) => isPresentOn(person, on)).length;
  return { people: declared.length, inPost };
}

function asksFor(publicationKey: string) {
  return ({ cycle }: Line) => cycle.kind === 'edition' && cycle.publication === publicationKey;
}

/** Left out only where every requirement leaves the person out. */
const MOST_TO_DO: readonly Status[] = [
  'overdue',
  'not-yet-due',
  'due-soon',
  'in-date',
  'away',
  'exempt',
  'not-required',
];

function mostToDo(a: Standing, b: Standing): Standing {
  return MOST_TO_DO.indexOf(b.status) < MOST_TO_DO.indexOf(a.status) ? b : a;
}
