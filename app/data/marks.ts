import { eq } from 'drizzle-orm';
import { type Day, parseDay } from '#app/domain/days.ts';
import { marks } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** What this database says of itself under this name, or null. */
export function findMark(reader: Reader, name: string): string | null {
  return reader.select().from(marks).where(eq(marks.name, name)).get()?.value ?? null;
}

/** The day on which a demo begins; null in a database that is no demo. */
export function findDemoDay(reader: Reader): Day | null {
  return parseDay(findMark(reader, 'demo-day') ?? '');
}

/** Says it anew, whatever stood there. */
export function setMark(transaction: Transaction, name: string, value: string): void {
  transaction
    .insert(marks)
    .values({ name, value })
    .onConflictDoUpdate({ target: marks.name, set: { value } })
    .run();
}

export function removeMark(transaction: Transaction, name: string): void {
  transaction.delete(marks).where(eq(marks.name, name)).run();
}
