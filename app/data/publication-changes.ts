import { eq } from 'drizzle-orm';
import { editionNotes, editions, publications } from '#db/schema.ts';
import type { Transaction } from './database.ts';

export type NewEdition = Omit<typeof editions.$inferInsert, 'id' | 'publicationId'>;

/** Adds a document that is read and declared. Answers its id. */
export function addPublication(
  transaction: Transaction,
  schoolId: number,
  { key, title }: { key: string; title: string },
): number {
  return transaction
    .insert(publications)
    .values({ schoolId, key, title })
    .returning({ id: publications.id })
    .get().id;
}

/** Adds an edition of a document. Answers its id. */
export function addEdition(
  transaction: Transaction,
  publicationId: number,
  edition: NewEdition,
): number {
  return transaction
    .insert(editions)
    .values({ ...edition, publicationId })
    .returning({ id: editions.id })
    .get().id;
}

/** Writes these of an edition's fields anew; the others stay. */
export function changeEditionFields(
  transaction: Transaction,
  editionId: number,
  fields: Partial<Omit<NewEdition, 'key' | 'correctsId'>>,
): void {
  transaction.update(editions).set(fields).where(eq(editions.id, editionId)).run();
}

export function addEditionNote(
  transaction: Transaction,
  note: typeof editionNotes.$inferInsert,
): void {
  transaction.insert(editionNotes).values(note).run();
}
