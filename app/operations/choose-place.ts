import { type Database, transact } from '#app/data/database.ts';
import { openPlace } from '#app/data/sign-ins.ts';

/**
 * Opens one of an account's places in this browser. Whether the place is the account's is asked when
 * it is opened, at this request and at every later one.
 */
export function choosePlace(
  database: Database,
  signInHash: string,
  place: { personId: number | null; schoolId: number | null },
): Promise<void> {
  return transact(database, (transaction) => openPlace(transaction, signInHash, place));
}
