import { isInAudience } from '../audience.ts';
import type { Day } from '../days.ts';
import type { PersonFacts } from '../types.ts';
import type { EditionDetails } from './edition.ts';

type Read = Pick<EditionDetails, 'parts' | 'reads'>;

/**
 * The parts of an edition that somebody reads on the day, in the edition's order: those of every
 * audience that fits them. Where none fits, all of it: nobody reads less because the school forgot
 * them. Empty: the edition has no parts and is read as a whole.
 */
export function partsFor({ parts, reads }: Read, person: PersonFacts, on: Day): string[] {
  const fitting = reads.filter(({ audience }) => isInAudience(person, audience, on));
  const theirs = new Set(fitting.flatMap((read) => read.parts));
  const known = parts.filter((part) => theirs.has(part));
  return known.length > 0 ? known : [...parts];
}
