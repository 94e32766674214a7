import { nameApart } from '#app/domain/names-apart.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import { previewEdition } from '#app/domain/publications/edition-preview.ts';
import { lotsOf, previewAnswer } from '#app/domain/publications/publication-words.ts';
import { schoolReads } from './publication-page.ts';
import type { SchoolVisit } from './visit.ts';

/** Whom an edition concerns once it is there, in words and with names that are told apart. */
export function previewShown(visit: SchoolVisit, edition: EditionDetails) {
  const { policy, people, apart, on } = schoolReads(visit);
  const named = people.map((person) => ({
    ...person,
    name: nameApart(person.name, apart.get(person.id)),
  }));
  const preview = previewEdition(policy, named, edition, on);
  return { answer: previewAnswer(preview, on), lots: lotsOf(preview) };
}
