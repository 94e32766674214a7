import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  academicYearOf,
  addDays,
  addMonths,
  type Day,
  day,
  dayInYear,
  dayOf,
  daysBetween,
  inWords,
  inWordsWithWeekday,
  monthAndDayInWords,
  parseDay,
} from '#app/domain/days.ts';
import { anyDay } from './arbitraries.ts';

describe('reading days', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-06-31', '26-06-01', '2026-6-1', ''])(
    'refuses %s',
    (text) => expect(parseDay(text)).toBeNull(),
  );

  test('a day that must be one throws where it is none', () => {
    expect(() => day('2027-02-29')).toThrow(RangeError);
  });

  test('29 February exists in leap years only', () => {
    expect(dayOf(2028, 2, 29)).toBe('2028-02-29');
    expect(dayOf(2027, 2, 29)).toBeNull();
    expect(dayOf(2100, 2, 29)).toBeNull();
    expect(dayInYear(2027, '02-29')).toBe('2027-02-28');
    expect(dayInYear(2028, '02-29')).toBe('2028-02-29');
    expect(dayInYear(2100, '02-29')).toBe('2100-02-28');
  });
});

describe('sums with days', () => {
  test.each([
    ['2026-10-24', 1, '2026-10-25'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2027-03-27', 1, '2027-03-28'],
    ['2027-03-28', 1, '2027-03-29'],
    ['2026-10-26', -1, '2026-10-25'],
  ])('across a change of the clocks, %s and %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  test('counts days as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' });
        expect(daysBetween(from, to)).toBe(days);
      }),
    );
  });

  test('going on and coming back ends on the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
      }),
    );
  });

  test('months end on the same day of the month, or on the last one of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (from, months) => {
        const to = addMonths(from, months);
        const isClipped = to.slice(8) < from.slice(8);
        expect(to.slice(8) === from.slice(8) || isClipped).toBe(true);
        if (isClipped) expect(addDays(to, 1).slice(8)).toBe('01');
      }),
    );
  });
});

describe('academic years', () => {
  test('one ends on 31 August and the next begins on 1 September', () => {
    expect(academicYearOf(day('2026-08-31'))).toBe(2025);
    expect(academicYearOf(day('2026-09-01'))).toBe(2026);
    expect(academicYearOf(day('2027-01-01'))).toBe(2026);
  });
});

describe('days in words', () => {
  test('day, month and year, without a leading nought', () => {
    expect(inWords('2026-09-03' as Day)).toBe('3 September 2026');
    expect(inWordsWithWeekday('2026-11-16' as Day)).toBe('Monday 16 November 2026');
    expect(monthAndDayInWords('10-31')).toBe('31 October');
  });
});
