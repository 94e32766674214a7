import { type Day, inWords } from '../days.ts';
import { topicLabel } from '../offer/topics.ts';
import { listed, sentenceCase } from '../words.ts';
import type { EditionDetails, PublicationDetails } from './edition.ts';
import { stateInWords } from './publication-words.ts';

export type EditionFact = { key: string; value: string };

/** What is known of an edition, as key and value; what is not known is left out. */
export function editionFacts(
  { editions }: PublicationDetails,
  edition: EditionDetails,
  on: Day,
): EditionFact[] {
  const { state, dueBy, confirmedOn, whatChanged, source, checkTopics, correctsId } = edition;
  const corrects = editions.find(({ id }) => id === correctsId);
  const correctedBy = editions.filter((one) => one.correctsId === edition.id);
  const facts: [string, string | null][] = [
    ['State', sentenceCase(stateInWords(edition, on))],
    ['Confirmed', state === 'confirmed' && confirmedOn ? inWords(confirmedOn) : null],
    ['Due by, for those already here', dueBy && inWords(dueBy)],
    ['Puts right', corrects?.title ?? null],
    ['Put right by', listed(correctedBy.map(({ title }) => title)) || null],
    ['What changed', whatChanged],
    ['Known from', source],
    ['Check of understanding on', listed(checkTopics.map(topicLabel)) || null],
  ];
  return facts.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}
