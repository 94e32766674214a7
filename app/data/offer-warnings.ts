import { and, asc, eq } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { OfferWarning } from '#app/domain/offer/section.ts';
import { offerWarnings } from '#db/schema.ts';
import type { Reader } from './database.ts';

/** A warning, and what was done about it. */
export type KeptWarning = OfferWarning & {
  id: number;
  /** Null: it is open. */
  dealtWithOn: Day | null;
  dealtWith: string | null;
};

/** What is out of date or wrong in the school's own document, in the order in which it was noted. */
export function listWarnings(reader: Reader, schoolId: number): KeptWarning[] {
  return reader
    .select()
    .from(offerWarnings)
    .where(eq(offerWarnings.schoolId, schoolId))
    .orderBy(asc(offerWarnings.id))
    .all()
    .map(warningOf);
}

export function findWarning(reader: Reader, schoolId: number, id: number): KeptWarning | null {
  const own = and(eq(offerWarnings.schoolId, schoolId), eq(offerWarnings.id, id));
  const row = reader.select().from(offerWarnings).where(own).get();
  return row ? warningOf(row) : null;
}

function warningOf({ schoolId: _, ...warning }: typeof offerWarnings.$inferSelect): KeptWarning {
  return warning;
}
