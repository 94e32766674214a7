import { type Database, transact } from '#app/data/database.ts';
import { findMark } from '#app/data/marks.ts';
import { setTravelDay } from '#app/data/sign-ins.ts';
import type { Day } from '#app/domain/days.ts';
import { Refusal } from './act.ts';

/** Sets the calendar day of one browser that is signed in to a demo. Throws Refusal elsewhere. */
export async function travel(database: Database, signInHash: string, to: Day): Promise<void> {
  if (findMark(database, 'kind') !== 'demo') throw new Refusal('not-found', 'This is no demo');
  await transact(database, (transaction) => setTravelDay(transaction, signInHash, to));
}
