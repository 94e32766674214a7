import { addDays, type Day, day, dayOf, parseDay } from '#app/domain/days.ts';

/** Which number comes first in days like 03/04/2026. */
export type DayOrder = 'day-first' | 'month-first';

export type DayReading = { ok: true; day: Day } | { ok: false; todo: string };

/** What a reading depends on beside the text. */
export type DayRules = { order: DayOrder; from1904: boolean; today: Day };

const NUMBERS = /^(\d{1,4})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,4})$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*([a-z]{3,9})\.?[\s\-./,]*(\d{2}|\d{4})$/;
const NAMED_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/;
const MONTH_ONLY = /^(?:[a-z]{3,9}[\s\-./]*(?:\d{2}|\d{4})|\d{1,2}[/.-]\d{4})$/;
const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+/;
const TIME = /[t ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm|z)?$/;
const EXCEL_NUMBER = /^\d{5}(\.\d+)?$/;
const COMPACT = /^(?:19|20)\d{6}$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'january february march april may june july august september october november december'.split(
    ' ',
  ),
  MONTHS,
  ['', '', '', '', '', '', '', '', 'sept', '', '', ''],
];

/**
 * The day that a cell says: ISO, day first, with the month's name, or Excel's own number. What is no
 * day, does not exist or lies outside 1950 to 2100 is answered with what to do.
 */
export function readDay(text: string, rules: DayRules): DayReading {
  const found = findDay(tidied(text), rules);
  if (typeof found === 'string') return { ok: false, todo: found };
  if (found.day === null) return { ok: false, todo: 'There is no such day; correct it' };
  const year = Number(found.day.slice(0, 4));
  if (year < 1950 || year > 2100) return { ok: false, todo: `Check the year ${year}` };
  return { ok: true, day: found.day };
}

/** Lower case, without the weekday before it and the time of day after it. */
function tidied(text: string): string {
  return text.trim().toLowerCase().replace(TIME, '').replace(WEEKDAY, '').trim();
}

function findDay(text: string, rules: DayRules): { day: Day | null } | string {
  if (EXCEL_NUMBER.test(text)) return { day: excelDay(Number(text), rules.from1904) };
  if (COMPACT.test(text)) {
    return { day: parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) };
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) return numberedDay(numbers, rules);
  const named = namedParts(text);
  if (named) return { day: dayOf(fullYear(named.year, rules.today), named.month, named.date) };
  if (MONTH_ONLY.test(text)) return 'Enter the day too, like 3 September 2026';
  return 'Enter a day like 3 September 2026 or 03/09/2026';
}

function numberedDay(parts: RegExpExecArray, rules: DayRules): { day: Day | null } | string {
  const [, a = '', b = '', c = ''] = parts;
  if (a.length === 4 && c.length <= 2) return { day: dayOf(Number(a), Number(b), Number(c)) };
  if (a.length > 2 || c.length % 2 === 1) return 'Enter a day like 3 September 2026 or 03/09/2026';
  const [date, month] = rules.order === 'day-first' ? [a, b] : [b, a];
  return { day: dayOf(fullYear(c, rules.today), Number(month), Number(date)) };
}

function namedParts(text: string): { date: number; month: number; year: string } | null {
  const named = NAMED.exec(text);
  if (named) return partsOf(named[1], named[2], named[3]);
  const first = NAMED_FIRST.exec(text);
  return first ? partsOf(first[2], first[1], first[3]) : null;
}

function partsOf(date = '', name = '', year = '') {
  const month = monthNamed(name);
  return month === 0 ? null : { date: Number(date), month, year };
}

/** 1 to 12; 0 where no month is called so. */
function monthNamed(name: string): number {
  for (const names of MONTH_NAMES) {
    const index = names.indexOf(name);
    if (index >= 0) return index + 1;
  }
  return 0;
}

/** Two digits mean the year that lies at most twenty years ahead: 31 is 2031, 62 is 1962. */
function fullYear(digits: string, today: Day): number {
  if (digits.length > 2) return Number(digits);
  const year = 2000 + Number(digits);
  return year <= Number(today.slice(0, 4)) + 20 ? year : year - 100;
}

/** Excel counts 1 January 1900 as 1 and believes in a 29 February 1900; in the 1904 system from 0. */
function excelDay(number: number, from1904: boolean): Day {
  return addDays(from1904 ? day('1904-01-01') : day('1899-12-30'), Math.floor(number));
}

/** Can these numbers be read as a day only with the month first? */
export function isOnlyMonthFirst(text: string): boolean {
  const parts = NUMBERS.exec(tidied(text));
  if (!parts || (parts[1]?.length ?? 0) > 2) return false;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  return first >= 1 && first <= 12 && second > 12 && second <= 31;
}

/** Could this be meant as a day at all? Says nothing about whether the day exists. */
export function looksLikeDay(text: string): boolean {
  const tidy = tidied(text);
  const shaped = EXCEL_NUMBER.test(tidy) || COMPACT.test(tidy) || NUMBERS.test(tidy);
  return shaped || namedParts(tidy) !== null;
}
