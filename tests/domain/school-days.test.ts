import { describe, expect, it } from 'vitest';
import { addDays, day, isWeekday } from '#app/domain/days.ts';
import { isSchoolDay, schoolDaysInWords, schoolDaysSince } from '#app/domain/school-days.ts';

const term = (name: string, from: string, to: string) => ({ name, from: day(from), to: day(to) });
const TERMS = [
  term('Autumn 1', '2026-09-02', '2026-10-23'),
  term('Autumn 2', '2026-11-02', '2026-12-18'),
  term('Spring', '2027-01-05', '2027-03-25'),
];

describe('a school day', () => {
  it.each([
    ['2026-09-01', false, 'the day before the term, a Tuesday'],
    ['2026-09-02', true, 'its first day'],
    ['2026-09-04', true, 'a Friday'],
    ['2026-09-05', false, 'a Saturday'],
    ['2026-09-06', false, 'a Sunday'],
    ['2026-09-07', true, 'a Monday'],
    ['2026-10-23', true, 'the last day before half-term'],
    ['2026-10-26', false, 'half-term'],
    ['2026-11-02', true, 'the first day after it'],
    ['2026-12-18', true, 'the last day of term'],
    ['2026-12-21', false, 'the first Monday of the holidays'],
    ['2027-09-06', true, 'in a year for which no terms are entered'],
    ['2027-09-05', false, 'a Sunday of such a year'],
  ])('%s: %s, %s', (on, is) => {
    expect(isSchoolDay(TERMS, day(on))).toBe(is);
  });

  it('is Monday to Friday where no terms are entered at all', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => isSchoolDay([], addDays(day('2026-08-10'), n)));
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });

  it('falls on five days of any seven where nothing else is known', () => {
    for (const from of ['2024-02-26', '2026-12-30', '1999-12-28']) {
      const week = [0, 1, 2, 3, 4, 5, 6].filter((n) => isWeekday(addDays(day(from), n)));
      expect(week).toHaveLength(5);
    }
  });
});

describe('how many school days have come', () => {
  it.each([
    ['2026-11-16', '2026-11-16', 0, 'the day itself'],
    ['2026-11-16', '2026-11-17', 1, 'the day after'],
    ['2026-11-13', '2026-11-15', 0, 'a Friday, and it is Sunday'],
    ['2026-11-13', '2026-11-16', 1, 'over a weekend'],
    ['2026-11-09', '2026-11-16', 5, 'a week'],
    ['2026-11-06', '2026-11-16', 6, 'a day more'],
    ['2026-10-22', '2026-11-03', 3, 'over half-term'],
    ['2026-12-18', '2027-01-04', 0, 'over Christmas'],
    ['2026-11-17', '2026-11-16', 0, 'a day that is still to come'],
  ])('from %s to %s: %i, %s', (from, to, days) => {
    expect(schoolDaysSince(TERMS, day(from), day(to))).toBe(days);
  });

  it('is said in words', () => {
    expect([1, 3].map(schoolDaysInWords)).toEqual(['1 school day', '3 school days']);
  });
});
