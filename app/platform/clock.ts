import { Temporal } from 'temporal-polyfill';
import { type Day, day } from '#app/domain/days.ts';

/** The one place that reads the machine's clock. */

const SCHOOLS_ARE_IN = 'Europe/London';

/** This instant, ISO 8601 in UTC. */
export function now(): string {
  return Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
}

/** The calendar day in school at an instant: at 31 August 23:10 UTC it is 1 September. */
export function dayInSchool(instant: string): Day {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(SCHOOLS_ARE_IN);
  return day(local.toPlainDate().toString());
}

/** `seconds` after an instant; a negative number goes back. */
export function secondsAfter(instant: string, seconds: number): string {
  return Temporal.Instant.from(instant).add({ seconds }).toString({ smallestUnit: 'millisecond' });
}

/** "16 November 2026 at 14:05", as a clock in school showed it. */
export function instantInWords(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(SCHOOLS_ARE_IN);
  return local.toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
}

/** Seconds from one instant to another; negative when `to` is earlier. */
export function secondsBetween(from: string, to: string): number {
  return Temporal.Instant.from(from).until(to, { largestUnit: 'second' }).total('seconds');
}

/** An instant as a library wants it that knows nothing better than `Date`. */
export function dateOf(instant: string): Date {
  return new Date(instant);
}
