import { type Day, earlier, later } from './days.ts';
import type { Edition, Policy, Publication } from './types.ts';

/** The publication with this key, or undefined. */
export function publicationOf(policy: Policy, key: string): Publication | undefined {
  return policy.publications.find((publication) => publication.key === key);
}

/**
 * The first day on which an edition is the one to read: its first day in force, or the day of its
 * confirmation where that is later, since the edition before stays in force until then. Null for
 * drafts and announced editions, which are never in force.
 */
export function beginningOf(edition: Edition): Day | null {
  if (edition.state !== 'confirmed') return null;
  if (edition.confirmedOn === null) return edition.inForceFrom;
  return later(edition.inForceFrom, edition.confirmedOn);
}

/**
 * The first day on which reading a confirmed edition counts: its confirmation or its first day in
 * force, whichever is earlier. By then its text is final, so that a session on the last days of
 * August need not be held again.
 */
export function readableFrom({ inForceFrom, confirmedOn }: Edition): Day {
  return confirmedOn === null ? inForceFrom : earlier(inForceFrom, confirmedOn);
}

/** The edition to read on the day: of those that have begun, the one in force from the latest day. */
export function editionInForce(publication: Publication | undefined, on: Day): Edition | null {
  let inForce: Edition | null = null;
  for (const edition of publication?.editions ?? []) {
    const begins = beginningOf(edition);
    if (begins === null || begins > on) continue;
    if (inForce === null || edition.inForceFrom > inForce.inForceFrom) inForce = edition;
  }
  return inForce;
}

/** The first day, `from` or later, on which a confirmed edition is in force; null if none is known. */
export function firstDayInForce(publication: Publication | undefined, from: Day): Day | null {
  if (editionInForce(publication, from) !== null) return from;
  const coming = (publication?.editions ?? []).map(beginningOf).filter((day) => day !== null);
  return coming.sort()[0] ?? null;
}
