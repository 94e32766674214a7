import { createHash } from 'node:crypto';
import type { Day } from '#app/domain/days.ts';
import type { Declaration } from '#app/domain/publications/declaration.ts';
import { declarationWords } from '#app/domain/publications/declaration-words.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import { type OwnReading, ownReadingOf } from '#app/domain/publications/own-reading.ts';
import type { PersonFacts, Policy } from '#app/domain/types.ts';
import type { Reader } from './database.ts';
import { listDeclarations } from './declarations.ts';
import { policyOf } from './policy.ts';
import { listPublicationsShown } from './publications.ts';

/** An edition with all that bears on whether it is to be read. */
export type EditionAtSchool = {
  policy: Policy;
  edition: EditionDetails;
  /** Of the same publication, by their first day in force. */
  editions: EditionDetails[];
};

/** How one person stands with an edition, and what they would confirm of it. */
export type Confirmable = OwnReading & {
  words: string;
  /** By which what was shown is known again: it changes with the edition, the parts and the words. */
  shown: string;
};

/** An edition of one of this school's documents, or null: another school's is not found. */
export function findEditionAtSchool(
  reader: Reader,
  schoolId: number,
  editionId: number,
): EditionAtSchool | null {
  for (const { editions } of listPublicationsShown(reader, schoolId)) {
    const edition = editions.find(({ id }) => id === editionId);
    if (edition) return { policy: policyOf(reader, schoolId), edition, editions };
  }
  return null;
}

/** What a person would confirm of an edition on the day. */
export function confirmableOf(
  at: EditionAtSchool,
  person: PersonFacts,
  declarations: readonly Declaration[],
  on: Day,
): Confirmable {
  const reading = ownReadingOf({ ...at, person, declarations }, on);
  const words = declarationWords(at.edition, reading.parts);
  return { ...reading, words, shown: shownHash(at.edition, reading.parts, words) };
}

/** As `confirmableOf`, with what the database holds of the person's declarations. */
export function findConfirmable(
  reader: Reader,
  at: EditionAtSchool,
  person: PersonFacts,
  on: Day,
): Confirmable {
  return confirmableOf(at, person, listDeclarations(reader, person.id), on);
}

function shownHash({ id, link, file }: EditionDetails, parts: string[], words: string): string {
  const shown = [id, link, file?.sha256 ?? null, parts, words];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
