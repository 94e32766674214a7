import { academicYearOf, addDays, type Day, isWeekday, isWithin } from './days.ts';
import type { Term } from './types.ts';

/**
 * Is the school open? Monday to Friday within a term; Monday to Friday throughout an academic year
 * for which no terms are entered.
 */
export function isSchoolDay(terms: readonly Term[], on: Day): boolean {
  if (!isWeekday(on)) return false;
  const year = academicYearOf(on);
  const entered = terms.filter(({ from }) => academicYearOf(from) === year);
  return entered.length === 0 || entered.some(({ from, to }) => isWithin(on, from, to));
}

/** How many school days have come since `from`, up to and with `to`: none on the day itself. */
export function schoolDaysSince(terms: readonly Term[], from: Day, to: Day): number {
  let days = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
    if (isSchoolDay(terms, on)) days += 1;
  }
  return days;
}

/** "1 school day", "3 school days". */
export function schoolDaysInWords(days: number): string {
  return `${days} school ${days === 1 ? 'day' : 'days'}`;
}
