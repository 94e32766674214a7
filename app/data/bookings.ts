import { and, asc, eq, gte } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { bookings, requirements } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** One of this person's bookings, with what it is for; null where they have no such booking. */
export function findBooking(reader: Reader, personId: number, bookingId: number) {
  const row = reader
    .select({ id: bookings.id, requirement: requirements.name, on: bookings.bookedOn })
    .from(bookings)
    .innerJoin(requirements, eq(requirements.id, bookings.requirementId))
    .where(and(eq(bookings.id, bookingId), eq(bookings.personId, personId)))
    .get();
  return row ?? null;
}

/** A person's bookings of this day and later, the nearest first. */
export function listComingBookings(reader: Reader, personId: number, today: Day) {
  return reader
    .select({ id: bookings.id, requirementId: bookings.requirementId, on: bookings.bookedOn })
    .from(bookings)
    .where(and(eq(bookings.personId, personId), gte(bookings.bookedOn, today)))
    .orderBy(asc(bookings.bookedOn), asc(bookings.id))
    .all();
}

export function addBooking(
  transaction: Transaction,
  booking: { personId: number; requirementId: number; bookedOn: Day; provider: string | null },
): number {
  return transaction.insert(bookings).values(booking).returning({ id: bookings.id }).get().id;
}

/** A person's bookings, past ones too, the earliest first. */
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
