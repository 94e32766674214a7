import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type {
  EditionDetails,
  EditionNote,
  PublicationDetails,
} from '#app/domain/publications/edition.ts';
import { waitsToBeConfirmed } from '#app/domain/publications/edition-rules.ts';
import { editionNotes, editions, publications } from '#db/schema.ts';
import type { Reader } from './database.ts';

/** The documents of a school that are read and declared, with all their editions and notes. */
export function listPublicationsShown(reader: Reader, schoolId: number): PublicationDetails[] {
  const known = reader
    .select({ id: publications.id, key: publications.key, title: publications.title })
    .from(publications)
    .where(eq(publications.schoolId, schoolId))
    .orderBy(asc(publications.id))
    .all();
  const details = readEditions(reader, eq(publications.schoolId, schoolId));
  const byPublication = Map.groupBy(details, ({ publicationId }) => publicationId);
  return known.map((one) => ({ ...one, editions: byPublication.get(one.id) ?? [] }));
}

/** The editions of a school whose first day has come, and that nobody has confirmed. */
export function listToConfirm(reader: Reader, schoolId: number, on: Day): EditionDetails[] {
  const waiting = listPublicationsShown(reader, schoolId).flatMap((publication) =>
    publication.editions.filter((edition) => waitsToBeConfirmed(publication, edition, on)),
  );
  return waiting.sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
}

/** One document of this school with its editions, or null. */
export function findPublication(
  reader: Reader,
  schoolId: number,
  publicationId: number,
): PublicationDetails | null {
  return listPublicationsShown(reader, schoolId).find(({ id }) => id === publicationId) ?? null;
}

/** One edition of one of this school's documents, or null. */
export function findEdition(
  reader: Reader,
  schoolId: number,
  editionId: number,
): EditionDetails | null {
  return (
    readEditions(reader, and(eq(publications.schoolId, schoolId), eq(editions.id, editionId)))[0] ??
    null
  );
}

/** As `findEdition`, by the keys that a standing and a requirement's cycle name. */
export function findEditionByKey(
  reader: Reader,
  schoolId: number,
  publicationKey: string,
  editionKey: string,
): EditionDetails | null {
  const where = and(
    eq(publications.schoolId, schoolId),
    eq(publications.key, publicationKey),
    eq(editions.key, editionKey),
  );
  return readEditions(reader, where)[0] ?? null;
}

/** These editions with their notes, by their first day in force; two statements. */
function readEditions(reader: Reader, where: SQL | undefined): EditionDetails[] {
  const rows = reader
    .select({ edition: editions, key: publications.key, title: publications.title })
    .from(editions)
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .where(where)
    .orderBy(asc(editions.inForceFrom), asc(editions.id))
    .all();
  const notes = notesOf(reader, where);
  return rows.map(({ edition: { fileName, fileSha256, ...edition }, key, title }) => ({
    ...edition,
    publicationKey: key,
    publicationTitle: title,
    file: fileOf(edition.id, fileName, fileSha256),
    notes: notes.get(edition.id) ?? [],
  }));
}

function fileOf(editionId: number, name: string | null, sha256: string | null) {
  if (name === null || sha256 === null) return null;
  return { name, sha256, href: `/evidence/editions/${editionId}` };
}

function notesOf(reader: Reader, where: SQL | undefined): Map<number, EditionNote[]> {
  const rows = reader
    .select({
      editionId: editionNotes.editionId,
      notedOn: editionNotes.notedOn,
      words: editionNotes.words,
    })
    .from(editionNotes)
    .innerJoin(editions, eq(editions.id, editionNotes.editionId))
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .where(where)
    .orderBy(asc(editionNotes.notedOn), asc(editionNotes.id))
    .all();
  const byEdition = Map.groupBy(rows, ({ editionId }) => editionId);
  return new Map(
    [...byEdition].map(([id, of]) => [id, of.map(({ notedOn, words }) => ({ notedOn, words }))]),
  );
}
