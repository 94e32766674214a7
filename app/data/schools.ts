import { eq, sql } from 'drizzle-orm';
import { schools, trusts } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

export type School = typeof schools.$inferSelect;

export function findSchool(reader: Reader, schoolId: number): School | null {
  return reader.select().from(schools).where(eq(schools.id, schoolId)).get() ?? null;
}

export function findSchoolByKey(reader: Reader, key: string): School | null {
  return reader.select().from(schools).where(eq(schools.key, key)).get() ?? null;
}

/** A trust's schools, or all there are, by name. */
export function listSchools(reader: Reader, trustId?: number): School[] {
  return reader
    .select()
    .from(schools)
    .where(trustId === undefined ? undefined : eq(schools.trustId, trustId))
    .orderBy(schools.name)
    .all();
}

/** Every trust there is. */
export function listTrustIds(reader: Reader): number[] {
  const rows = reader.select({ id: trusts.id }).from(trusts).orderBy(trusts.id).all();
  return rows.map(({ id }) => id);
}

/** Says that the school's facts are others now: what was derived from them is no longer used. */
export function raiseFactsVersion(transaction: Transaction, schoolId: number): void {
  transaction
    .update(schools)
    .set({ factsVersion: sql`${schools.factsVersion} + 1` })
    .where(eq(schools.id, schoolId))
    .run();
}
