import type { Day } from '../days.ts';
import type { EditionDetails, PublicationDetails } from '../publications/edition.ts';
import { hrefOf } from '../publications/reading-thing.ts';
import { currentOf } from '../publications/shown.ts';
import type { StepStanding } from './first-weeks.ts';

/**
 * What a step is about that the school keeps to be read, in its edition in force: by what its
 * requirement asks, or because the step has the document's key or names it. Null where nothing is.
 */
export function editionOfStep(
  step: StepStanding,
  publications: readonly PublicationDetails[],
  on: Day,
): EditionDetails | null {
  const found = publications.find((one) => isAbout(step, one));
  return found ? currentOf(found, on) : null;
}

/**
 * Where a starter reads what a step is about: where they declare it, if a requirement asks for that;
 * else the document itself. Null where the school keeps neither file nor link of it.
 */
export function whereToRead(
  step: StepStanding,
  publications: readonly PublicationDetails[],
  on: Day,
): { href: string; label: string } | null {
  const edition = editionOfStep(step, publications, on);
  if (edition === null) return null;
  const href = step.standing ? hrefOf(edition) : (edition.file?.href ?? edition.link);
  return href === null ? null : { href, label: `Read it: ${edition.title}` };
}

function isAbout({ key, words, standing }: StepStanding, publication: PublicationDetails): boolean {
  if (standing !== null) {
    const cycle = standing.line?.cycle;
    return cycle?.kind === 'edition' && cycle.publication === publication.key;
  }
  const isNamed = lower(words).includes(lower(publication.title));
  return key === publication.key || isNamed;
}

function lower(words: string): string {
  return words.toLocaleLowerCase('en-GB');
}
