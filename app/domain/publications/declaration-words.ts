import { inWords } from '../days.ts';
import { listed } from '../words.ts';
import type { EditionDetails } from './edition.ts';

type Declared = Pick<EditionDetails, 'title' | 'publicationTitle' | 'inForceFrom'>;

/**
 * The exact words that somebody confirms of an edition and these of its parts; none: all of it. They
 * are kept with the declaration as they were, so that changing them here changes no earlier one.
 */
export function declarationWords(edition: Declared, parts: readonly string[]): string {
  const what = parts.length === 0 ? 'the whole of' : `${listed(parts)} of`;
  return (
    `I confirm that I have read ${what} ${nameInFull(edition)}, in force from ` +
    `${inWords(edition.inForceFrom)}, and that I have asked about anything in it that I did not ` +
    'understand.'
  );
}

/** The edition, with the document where its own title does not name it. */
export function nameInFull({ title, publicationTitle }: Omit<Declared, 'inForceFrom'>): string {
  const isNamed = title.toLowerCase().includes(publicationTitle.toLowerCase());
  return isNamed ? title : `${title} (${publicationTitle})`;
}

/** What is read of an edition, to stand in a sentence or a cell: "Part one and Annex B". */
export function partsInWords(parts: readonly string[]): string {
  return parts.length === 0 ? 'the whole document' : listed(parts);
}
