import { and, eq, max, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { appointments, people } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

export type NewPerson = typeof people.$inferInsert;

export function insertPerson(transaction: Transaction, person: NewPerson): number {
  return transaction.insert(people).values(person).returning({ id: people.id }).get().id;
}

export function updatePerson(
  transaction: Transaction,
  personId: number,
  changed: Partial<Omit<NewPerson, 'id' | 'schoolId'>>,
): void {
  transaction.update(people).set(changed).where(eq(people.id, personId)).run();
}

/** Who at this school has this stable id, or null. */
export function findPersonByRef(reader: Reader, schoolId: number, ref: string) {
  const where = and(eq(people.schoolId, schoolId), eq(people.ref, ref));
  return reader.select({ id: people.id }).from(people).where(where).get() ?? null;
}

/** Those at this school with this very name, however its letters are cased. */
export function listNamesakes(
  reader: Reader,
  schoolId: number,
  { firstName, lastName }: { firstName: string; lastName: string },
): number[] {
  return reader
    .select({ id: people.id, firstName: people.firstName, lastName: people.lastName })
    .from(people)
    .where(eq(people.schoolId, schoolId))
    .all()
    .filter((one) => isSame(one.firstName, firstName) && isSame(one.lastName, lastName))
    .map(({ id }) => id);
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase('en-GB') === other.toLocaleLowerCase('en-GB');
}

/** A stable id that nobody at this school has: P and a number. */
export function freeRef(reader: Reader, schoolId: number): string {
  const last =
    reader
      .select({ id: max(people.id) })
      .from(people)
      .get()?.id ?? 0;
  for (let number = last + 1; ; number++) {
    const ref = `P${String(number).padStart(4, '0')}`;
    if (findPersonByRef(reader, schoolId, ref) === null) return ref;
  }
}

export function insertAppointment(
  transaction: Transaction,
  appointment: { personId: number; kindId: number; startsOn: Day; endsOn: Day | null },
): number {
  return transaction
    .insert(appointments)
    .values(appointment)
    .returning({ id: appointments.id })
    .get().id;
}

export function updateAppointmentDays(
  transaction: Transaction,
  appointmentId: number,
  days: { startsOn: Day; endsOn: Day | null },
): void {
  transaction.update(appointments).set(days).where(eq(appointments.id, appointmentId)).run();
}

export function deleteAppointment(transaction: Transaction, appointmentId: number): void {
  transaction.delete(appointments).where(eq(appointments.id, appointmentId)).run();
}

/** How many appointments of this kind there have ever been. */
export function countAppointmentsOf(reader: Reader, kindId: number): number {
  const row = reader
    .select({ n: sql<number>`count(*)` })
    .from(appointments)
    .where(eq(appointments.kindId, kindId))
    .get();
  return row?.n ?? 0;
}
