import { eq } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { Category } from '#app/domain/types.ts';
import { appointmentKinds, schools, terms } from '#db/schema.ts';
import type { Transaction } from './database.ts';

export type SchoolSettings = {
  name: string;
  shortName: string;
  noticeDays: number;
  gapDays: number;
  returnDays: number;
  /** Left as it is where nothing is said: a policy file has no word on it. */
  showsInitials?: boolean;
};

export function updateSchoolSettings(
  transaction: Transaction,
  schoolId: number,
  settings: SchoolSettings,
): void {
  transaction.update(schools).set(settings).where(eq(schools.id, schoolId)).run();
}

/** These are the school's terms from now on, and no others. */
export function replaceTerms(
  transaction: Transaction,
  schoolId: number,
  entered: { name: string; from: Day; to: Day }[],
): void {
  transaction.delete(terms).where(eq(terms.schoolId, schoolId)).run();
  for (const { name, from, to } of entered) {
    transaction.insert(terms).values({ schoolId, name, startsOn: from, endsOn: to }).run();
  }
}

export function insertAppointmentKind(
  transaction: Transaction,
  kind: { schoolId: number; key: string; label: string; category: Category },
): number {
  return transaction
    .insert(appointmentKinds)
    .values(kind)
    .returning({ id: appointmentKinds.id })
    .get().id;
}

export function renameAppointmentKind(
  transaction: Transaction,
  kindId: number,
  label: string,
): void {
  transaction.update(appointmentKinds).set({ label }).where(eq(appointmentKinds.id, kindId)).run();
}

export function deleteAppointmentKind(transaction: Transaction, kindId: number): void {
  transaction.delete(appointmentKinds).where(eq(appointmentKinds.id, kindId)).run();
}
