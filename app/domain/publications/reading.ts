import { isInAudience } from '../audience.ts';
import { addDays, type Day } from '../days.ts';
import { beginningOf, editionInForce, readableFrom } from '../editions.ts';
import type { Edition, PersonFacts, Policy, Requirement } from '../types.ts';
import { isRetired, versionInForce } from '../versions.ts';

/**
 * What reading an edition comes to on a day. `early`: its text is final and it counts, though the
 * edition before is still in force. `not-yet`: it can be looked at, and counts for nothing.
 */
export type ReadingState = 'in-force' | 'early' | 'not-yet' | 'past';

/** What reading one of a publication's editions comes to on the day. */
export function readingState(
  editions: readonly Edition[],
  edition: Edition,
  on: Day,
): ReadingState {
  const inForce = editionInForce({ key: '', title: '', editions: [...editions] }, on);
  if (inForce?.key === edition.key) return 'in-force';
  const begins = beginningOf(edition);
  if (begins === null || readableFrom(edition) > on) return 'not-yet';
  const isLater = inForce === null || edition.inForceFrom > inForce.inForceFrom;
  return begins > on && isLater ? 'early' : 'past';
}

/** Does declaring it on such a day count? */
export function canBeDeclared(state: ReadingState): boolean {
  return state === 'in-force' || state === 'early';
}

/**
 * The requirements by which a document is to be read by somebody: those with a line for them that
 * goes by its editions, today or, where the requirement has yet to begin, from its first day on.
 */
export function requirementsToRead(
  { requirements }: Pick<Policy, 'requirements'>,
  person: PersonFacts,
  publicationKey: string,
  on: Day,
): Requirement[] {
  return requirements.filter((requirement) => {
    if (isRetired(requirement, on)) return false;
    const version = versionInForce(requirement, on) ?? requirement.versions[0];
    return (version?.lines ?? []).some(
      ({ cycle, audience }) =>
        cycle.kind === 'edition' &&
        cycle.publication === publicationKey &&
        isInAudience(person, audience, on),
    );
  });
}

/**
 * The last day on which a declaration of this edition counts: the day before the next confirmed one
 * begins; null where none is confirmed.
 */
export function countsUntil(editions: readonly Edition[], edition: Edition): Day | null {
  const later = editions
    .filter(({ inForceFrom }) => inForceFrom > edition.inForceFrom)
    .map(beginningOf)
    .filter((day) => day !== null)
    .sort();
  return later[0] === undefined ? null : addDays(later[0], -1);
}
