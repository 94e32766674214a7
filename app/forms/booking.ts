import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

export type BookingForm = { requirementId: number; bookedOn: Day; provider: string | null };

export function parseBooking(form: FormData): Parsed<BookingForm> {
  const fields = new Fields(form);
  return fields.parsed({
    requirementId: fields.id('requirement', 'Choose a requirement'),
    bookedOn: fields.day('bookedOn', {
      missing: 'Enter the day of the course',
      what: 'The day of the course',
    }),
    provider: fields.optionalText('provider', { what: 'The provider', max: 200 }),
  });
}
