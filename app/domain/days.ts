import { Temporal } from 'temporal-polyfill';

/**
 * A calendar day in Europe/London, as `YYYY-MM-DD`. Compared with `<` and `>`, kept as it is in
 * the database. Temporal reads it and reckons with it; what it has reckoned once is remembered,
 * since a school asks for the same few hundred sums again and again.
 */
export type Day = string & { readonly __brand: 'Day' };

/** How many days that were read, and sums of each kind, are remembered. */
const REMEMBERED_SUMS = 50_000;
const REAL_DAYS = new Set<string>();

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** The day that `text` (`YYYY-MM-DD`) names, or null where there is no such day. */
export function parseDay(text: string): Day | null {
  if (REAL_DAYS.has(text)) return text as Day;
  if (!DAY_PATTERN.test(text)) return null;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    if (REAL_DAYS.size >= REMEMBERED_SUMS) REAL_DAYS.clear();
    REAL_DAYS.add(text);
    return text as Day;
  } catch {
    return null;
  }
}

/** As `parseDay`, for what must be a day. Throws RangeError otherwise. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`There is no day ${JSON.stringify(text)}`);
  return parsed;
}

/** The day with this year, month and day of the month, or null where there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`);
}

/**
 * `months` calendar months later: the same day of the month, clipped to the month's end (the
 * corresponding-date rule of English law).
 */
export const addMonths = remembered((from: Day, months: number) =>
  Temporal.PlainDate.from(from).add({ months }, { overflow: 'constrain' }).toString(),
);

/** `days` later; a negative number goes back. */
export const addDays = remembered((from: Day, days: number) =>
  Temporal.PlainDate.from(from).add({ days }).toString(),
);

/** Days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

/** Monday to Friday. */
export function isWeekday(on: Day): boolean {
  // Day 1 of the count is a Wednesday.
  return !SATURDAY_AND_SUNDAY.includes(serial(on) % 7);
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Is `on` between `from` and `to`, both included? A null end is open. */
export function isWithin(on: Day, from: Day, to: Day | null): boolean {
  return from <= on && (to === null || on <= to);
}

/** The day `MM-DD` of a year; 29 February is 28 February where there is none. */
export function dayInYear(year: number, monthAndDay: string): Day {
  const text = `${String(year).padStart(4, '0')}-${monthAndDay}`;
  return (monthAndDay === '02-29' && !isLeap(year) ? text.replace(/29$/, '28') : text) as Day;
}

/** The year in which the academic year of `on` began: 1 September to 31 August. */
export function academicYearOf(on: Day): number {
  const year = Number(on.slice(0, 4));
  return Number(on.slice(5, 7)) >= 9 ? year : year - 1;
}

/** "31 October", for `10-31`. */
export function monthAndDayInWords(monthAndDay: string): string {
  return `${Number(monthAndDay.slice(3))} ${MONTHS[Number(monthAndDay.slice(0, 2)) - 1]}`;
}

/** "3 September 2026". */
export function inWords(on: Day): string {
  const month = MONTHS[Number(on.slice(5, 7)) - 1];
  return `${Number(on.slice(8, 10))} ${month} ${on.slice(0, 4)}`;
}

/** "Monday 16 November 2026". */
export function inWordsWithWeekday(on: Day): string {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(on).dayOfWeek - 1];
  return `${weekday} ${inWords(on)}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const SATURDAY_AND_SUNDAY = [4, 5];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * Days since 1 March of the year 0, by whole-number arithmetic: counting from March puts the leap
 * day at the end of the year. A hundred times cheaper than Temporal, with which a test compares it.
 */
function serial(on: Day): number {
  const month = Number(on.slice(5, 7));
  const year = Number(on.slice(0, 4)) - (month < 3 ? 1 : 0);
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const dayOfYear = Math.floor((153 * monthsSinceMarch + 2) / 5) + Number(on.slice(8, 10));
  return year * 365 + leapDays + dayOfYear;
}

function remembered(reckon: (from: Day, amount: number) => string) {
  const sums = new Map<string, Day>();
  return (from: Day, amount: number): Day => {
    const key = `${from}${amount}`;
    const known = sums.get(key);
    if (known !== undefined) return known;
    if (sums.size >= REMEMBERED_SUMS) sums.clear();
    const sum = reckon(from, amount) as Day;
    sums.set(key, sum);
    return sum;
  };
}
