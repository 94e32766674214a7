import { day } from '#app/domain/days.ts';
import type { EditionDetails, PublicationDetails } from '#app/domain/publications/edition.ts';

/** An edition of KCSIE as the pages know it: confirmed in July, in force in September, no parts. */
export function details(year: string, more: Partial<EditionDetails> = {}): EditionDetails {
  return {
    id: Number(year),
    publicationId: 1,
    publicationKey: 'kcsie',
    publicationTitle: 'Keeping children safe in education',
    key: year,
    title: `KCSIE ${year}`,
    inForceFrom: day(`${year}-09-01`),
    state: 'confirmed',
    confirmedOn: day(`${year}-07-07`),
    dueBy: day(`${year}-10-31`),
    whatChanged: null,
    link: null,
    file: null,
    source: null,
    parts: [],
    reads: [],
    correctsId: null,
    checkTopics: [],
    notes: [],
    ...more,
  };
}

/** The next edition, which nobody has confirmed. */
export function announced(year: string, more: Partial<EditionDetails> = {}): EditionDetails {
  return details(year, { state: 'announced', confirmedOn: null, dueBy: null, ...more });
}

export function publication(...editions: EditionDetails[]): PublicationDetails {
  return { id: 1, key: 'kcsie', title: 'Keeping children safe in education', editions };
}
