import { asc, eq, gt, inArray, lte, or } from 'drizzle-orm';
import { failures } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** When something failed under this key, oldest first. */
export function listFailures(reader: Reader, key: string): string[] {
  return reader
    .select({ failedAt: failures.failedAt })
    .from(failures)
    .where(eq(failures.key, key))
    .orderBy(asc(failures.failedAt))
    .all()
    .map((row) => row.failedAt);
}

/** Notes a failure. Answers its id. */
export function addFailure(transaction: Transaction, key: string, failedAt: string): number {
  return transaction.insert(failures).values({ key, failedAt }).returning({ id: failures.id }).get()
    .id;
}

export function removeFailures(transaction: Transaction, ids: number[]): void {
  transaction.delete(failures).where(inArray(failures.id, ids)).run();
}

export function removeFailuresOf(transaction: Transaction, key: string): void {
  transaction.delete(failures).where(eq(failures.key, key)).run();
}

/** Forgets what failed up to `until`, and what a clock that has been put back says is still to come. */
export function sweepFailures(
  transaction: Transaction,
  { until, now }: { until: string; now: string },
): void {
  const stale = or(lte(failures.failedAt, until), gt(failures.failedAt, now));
  transaction.delete(failures).where(stale).run();
}
