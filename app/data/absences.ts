import { asc, eq } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { absences } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

type Days = { startsOn: Day; endsOn: Day | null };

/** One person's long absences with their ids, in order of their first day. */
export function listAbsences(reader: Reader, personId: number) {
  return reader
    .select({ id: absences.id, from: absences.startsOn, to: absences.endsOn })
    .from(absences)
    .where(eq(absences.personId, personId))
    .orderBy(asc(absences.startsOn), asc(absences.id))
    .all();
}

export function insertAbsence(transaction: Transaction, absence: Days & { personId: number }) {
  return transaction.insert(absences).values(absence).returning({ id: absences.id }).get().id;
}

export function updateAbsence(transaction: Transaction, absenceId: number, days: Days): void {
  transaction.update(absences).set(days).where(eq(absences.id, absenceId)).run();
}

export function deleteAbsence(transaction: Transaction, absenceId: number): void {
  transaction.delete(absences).where(eq(absences.id, absenceId)).run();
}
