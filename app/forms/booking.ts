import type { Day } from '#app/domain/days.ts';
import { Fields, readId } from './fields.ts';
import type { Parsed } from './parsed.ts';

export type BookingForm = { requirementId: number; bookedOn: Day; provider: string | null };

/** A booking, of one of these requirements where only they can be booked. */
export function parseBooking(form: FormData, bookable?: readonly number[]): Parsed<BookingForm> {
  const fields = new Fields(form);
  const requirementId = fields.id('requirement', 'Choose a requirement');
  if (bookable && !bookable.includes(requirementId) && !fields.isWrong('requirement')) {
    fields.fail('requirement', 'Choose a requirement');
  }
  return fields.parsed({
    requirementId,
    bookedOn: fields.day('bookedOn', {
      missing: 'Enter the day of the course',
      what: 'The day of the course',
    }),
    provider: fields.optionalText('provider', { what: 'The provider', max: 200 }),
  });
}

/** The booking that a form takes off again; null where the form notes one. What is no id is 0. */
export function readCancelled(form: FormData): number | null {
  return form.has('bookingId') ? (readId(String(form.get('bookingId'))) ?? 0) : null;
}

/** What an address asks of the page of bookings: one to take off, or the requirement to book. */
export function readBookingAsked(query: URLSearchParams) {
  return {
    cancel: query.has('cancel') ? (readId(query.get('cancel') ?? '') ?? 0) : null,
    requirement: query.get('requirement') ?? '',
  };
}
