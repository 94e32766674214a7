import { eq } from 'drizzle-orm';
import type { Database } from '#app/data/database.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import { day } from '#app/domain/days.ts';
import type { Reads } from '#app/domain/publications/edition.ts';
import { editions, publications } from '#db/schema.ts';
import { addRequirement } from '#tests/operations/support.ts';
import { write } from './people.ts';

const PARTS = ['Part one', 'Annex A', 'Annex B'];

/** Whoever teaches or leads reads more than those who see children only now and then. */
const READS: Reads[] = [
  {
    parts: ['Part one', 'Annex B'],
    audience: { categories: [], kinds: ['teacher', 'dsl', 'deputy-dsl', 'headteacher'] },
  },
  { parts: ['Annex A'], audience: { categories: [], kinds: ['lunchtime'] } },
];

export type ReadingGround = ReturnType<typeof addReading>;

/**
 * KCSIE to be read by all staff of a school: 2025 was in force until 2026 was confirmed on 2 November
 * 2026, to be read by the 30th; 2027 is announced.
 */
export function addReading({ database, schoolId }: { database: Database; schoolId: number }) {
  const cycle = { kind: 'edition' as const, publication: 'kcsie' };
  const requirementId = addRequirement({ database, schoolId }, { key: 'kcsie-reading', cycle });
  return write(database, (transaction) => {
    const publicationId = transaction
      .insert(publications)
      .values({ schoolId, key: 'kcsie', title: 'Keeping children safe in education' })
      .returning()
      .get().id;
    const add = (year: number, more: Partial<typeof editions.$inferInsert> = {}) => {
      const inForceFrom = day(`${year}-09-01`);
      const titled = { publicationId, key: `kcsie-${year}`, title: `KCSIE ${year}`, inForceFrom };
      const read = { parts: PARTS, reads: READS, link: 'https://example.org/kcsie' };
      const values = { state: 'confirmed' as const, ...titled, ...read, ...more };
      return transaction.insert(editions).values(values).returning().get().id;
    };
    const edition2025 = add(2025, { confirmedOn: day('2025-09-01'), dueBy: day('2025-10-31') });
    const edition2026 = add(2026, {
      confirmedOn: day('2026-11-02'),
      dueBy: day('2026-11-30'),
      whatChanged: 'A section on generative AI.',
      checkTopics: ['prevent'],
    });
    const edition2027 = add(2027, { state: 'announced' });
    raiseFactsVersion(transaction, schoolId);
    return { requirementId, publicationId, edition2025, edition2026, edition2027 };
  });
}

/** Changes an edition as the publication's pages would. */
export function changeEdition(
  { database, schoolId }: { database: Database; schoolId: number },
  editionId: number,
  change: Partial<typeof editions.$inferInsert>,
): void {
  write(database, (transaction) => {
    transaction.update(editions).set(change).where(eq(editions.id, editionId)).run();
    raiseFactsVersion(transaction, schoolId);
  });
}
