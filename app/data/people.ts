import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import {
  accountPeople,
  accounts,
  appointmentKinds,
  appointments,
  bookings,
  people,
} from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';
import { nameOf } from './facts.ts';

export type PersonRecord = typeof people.$inferSelect & { name: string };

/** A person of this school, or null: another school's people are not found. */
export function findPerson(
  reader: Reader,
  schoolId: number,
  personId: number,
): PersonRecord | null {
  const row = reader
    .select()
    .from(people)
    .where(and(eq(people.id, personId), eq(people.schoolId, schoolId)))
    .get();
  return row ? { ...row, name: nameOf(row) } : null;
}

/** Which of these people belong to this school, by id. */
export function findPeople(reader: Reader, schoolId: number, ids: number[]): PersonRecord[] {
  return reader
    .select()
    .from(people)
    .where(and(eq(people.schoolId, schoolId), inArray(people.id, ids)))
    .all()
    .map((row) => ({ ...row, name: nameOf(row) }));
}

/** The account that opens this person's record, or null. */
export function findAccountOf(reader: Reader, personId: number) {
  const row = reader
    .select({ id: accounts.id, email: accounts.email })
    .from(accountPeople)
    .innerJoin(accounts, eq(accounts.id, accountPeople.accountId))
    .where(eq(accountPeople.personId, personId))
    .get();
  return row ?? null;
}

/** The person records that this account opens. */
export function listPersonIdsOf(reader: Reader, accountId: number): number[] {
  return reader
    .select({ id: accountPeople.personId })
    .from(accountPeople)
    .where(eq(accountPeople.accountId, accountId))
    .all()
    .map((row) => row.id);
}

/** One person's appointments with their ids, in order of their first day. */
export function listAppointments(reader: Reader, personId: number) {
  return reader
    .select({
      id: appointments.id,
      kindId: appointments.kindId,
      kind: appointmentKinds.key,
      label: appointmentKinds.label,
      category: appointmentKinds.category,
      from: appointments.startsOn,
      to: appointments.endsOn,
    })
    .from(appointments)
    .innerJoin(appointmentKinds, eq(appointmentKinds.id, appointments.kindId))
    .where(eq(appointments.personId, personId))
    .orderBy(asc(appointments.startsOn), asc(appointments.id))
    .all();
}

export function addBooking(
  transaction: Transaction,
  booking: { personId: number; requirementId: number; bookedOn: Day; provider: string | null },
): number {
  return transaction.insert(bookings).values(booking).returning({ id: bookings.id }).get().id;
}

export function listBookings(reader: Reader, personId: number) {
  return reader
    .select()
    .from(bookings)
    .where(eq(bookings.personId, personId))
    .orderBy(asc(bookings.bookedOn))
    .all();
}

export function removeBooking(transaction: Transaction, bookingId: number): void {
  transaction.delete(bookings).where(eq(bookings.id, bookingId)).run();
}
