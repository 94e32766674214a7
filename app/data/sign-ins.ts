import { eq, lte } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { signIns } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** One signed-in browser. Of the id that the browser holds, only the SHA-256 is known here. */
export type SignInRow = typeof signIns.$inferSelect;

export function findSignInRow(reader: Reader, idHash: string): SignInRow | null {
  return reader.select().from(signIns).where(eq(signIns.idHash, idHash)).get() ?? null;
}

export function listSignIns(reader: Reader, accountId: number): SignInRow[] {
  return reader.select().from(signIns).where(eq(signIns.accountId, accountId)).all();
}

export function addSignIn(transaction: Transaction, row: SignInRow): void {
  transaction.insert(signIns).values(row).run();
}

export function extendSignIn(transaction: Transaction, idHash: string, expiresAt: string): void {
  transaction.update(signIns).set({ expiresAt }).where(eq(signIns.idHash, idHash)).run();
}

export function removeSignIn(transaction: Transaction, idHash: string): void {
  transaction.delete(signIns).where(eq(signIns.idHash, idHash)).run();
}

export function removeSignInsOf(transaction: Transaction, accountId: number): void {
  transaction.delete(signIns).where(eq(signIns.accountId, accountId)).run();
}

export function removeExpiredSignIns(transaction: Transaction, now: string): void {
  transaction.delete(signIns).where(lte(signIns.expiresAt, now)).run();
}

/** Which of the account's places this browser has open; both null: the trust's, or none yet. */
export function openPlace(
  transaction: Transaction,
  idHash: string,
  place: { personId: number | null; schoolId: number | null },
): void {
  const { personId, schoolId } = place;
  transaction.update(signIns).set({ personId, schoolId }).where(eq(signIns.idHash, idHash)).run();
}

/** The demo's day for this browser; null: the day on which the demo begins. */
export function setTravelDay(
  transaction: Transaction,
  idHash: string,
  travelDay: Day | null,
): void {
  transaction.update(signIns).set({ travelDay }).where(eq(signIns.idHash, idHash)).run();
}

/** Everybody signs in again. */
export function removeAllSignIns(transaction: Transaction): void {
  transaction.delete(signIns).run();
}
