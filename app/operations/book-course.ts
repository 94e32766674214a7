import { addBooking, listBookings, removeBooking } from '#app/data/bookings.ts';
import type { Transaction } from '#app/data/database.ts';
import { findPerson } from '#app/data/people.ts';
import { policyOf } from '#app/data/policy.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireRequirement } from './record-completions.ts';

export type BookCourse = {
  personId: number;
  requirementId: number;
  bookedOn: Day;
  provider: string | null;
};

/** Notes that somebody has a course booked. It changes no status. Throws Refusal. */
export function bookCourse(act: Act, command: BookCourse): Promise<{ bookingId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const requirement = requireRequirement(policyOf(transaction, schoolId), command.requirementId);
    requirePerson(transaction, schoolId, command.personId);
    if (command.bookedOn < act.today) {
      throw new Refusal('wrong', 'The day of the course must be today or later', 'bookedOn');
    }
    const bookingId = addBooking(transaction, command);
    audit({
      action: 'booking.made',
      personId: command.personId,
      about: `${requirement.name}, ${inWords(command.bookedOn)}`,
      after: { booking: bookingId, provider: command.provider },
    });
    return { bookingId };
  });
}

/** Takes a booking off again. Throws Refusal. */
export function cancelBooking(
  act: Act,
  { personId, bookingId }: { personId: number; bookingId: number },
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    requirePerson(transaction, schoolId, personId);
    const booking = listBookings(transaction, personId).find(({ id }) => id === bookingId);
    if (!booking) throw new Refusal('not-found', 'There is no such booking');
    removeBooking(transaction, bookingId);
    audit({ action: 'booking.cancelled', personId, before: booking });
    return { personId };
  });
}

function requirePerson(transaction: Transaction, schoolId: number, personId: number) {
  const person = findPerson(transaction, schoolId, personId);
  if (!person) throw new Refusal('not-found', 'There is no such person');
  return person;
}
