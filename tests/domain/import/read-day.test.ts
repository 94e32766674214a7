import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { isOnlyMonthFirst, looksLikeDay, readDay } from '#app/domain/import/read-day.ts';

const RULES = { order: 'day-first' as const, from1904: false, today: day('2026-11-16') };

function read(text: string, rules: Partial<Parameters<typeof readDay>[1]> = {}): string {
  const reading = readDay(text, { ...RULES, ...rules });
  return reading.ok ? reading.day : reading.todo;
}

describe('a day is read', () => {
  test.each([
    ['2026-09-03', '2026-09-03'],
    ['2026/9/3', '2026-09-03'],
    ['20260903', '2026-09-03'],
    ['2026-09-03T00:00:00', '2026-09-03'],
    ['03/09/2026', '2026-09-03'],
    ['3.9.2026', '2026-09-03'],
    ['3-9-26', '2026-09-03'],
    ['03/09/2026 14:05', '2026-09-03'],
    ['3 September 2026', '2026-09-03'],
    ['3rd Sept 2026', '2026-09-03'],
    ['03-Sep-26', '2026-09-03'],
    ['Thursday 3 September 2026', '2026-09-03'],
    ['Thu, 3 Sep 2026', '2026-09-03'],
    ['September 3, 2026', '2026-09-03'],
    ['46268', '2026-09-03'],
    ['46268.75', '2026-09-03'],
    ['29/02/2024', '2024-02-29'],
    ['1/1/47', '1947-01-01'],
    ['1/1/46', '2046-01-01'],
    ['1/1/98', '1998-01-01'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected === '1947-01-01' ? 'Check the year 1947' : expected);
  });

  test('counted from 1904', () => {
    expect(read('44806', { from1904: true })).toBe('2026-09-03');
  });

  test('with the month first where that was answered', () => {
    expect(read('09/03/2026', { order: 'month-first' })).toBe('2026-09-03');
    expect(read('2026-09-03', { order: 'month-first' })).toBe('2026-09-03');
  });
});

describe('what is no day is refused with what to do', () => {
  test.each([
    ['31/06/2026', /no such day/],
    ['29/02/2027', /no such day/],
    ['00/00/0000', /no such day|year/],
    ['31 June 2026', /no such day/],
    ['03/25/2026', /no such day/],
    ['3/9/20266', /Enter a day/],
    ['03/09/1026', /Check the year 1026/],
    ['September 2026', /Enter the day too/],
    ['09/2026', /Enter the day too/],
    ['Sep-26', /Enter the day too/],
    ['yes', /Enter a day/],
    ['last autumn', /Enter a day/],
    ['3 Foo 2026', /Enter a day/],
    ['#DIV/0!', /Enter a day/],
    ['-46268', /Enter a day/],
    ['1e5', /Enter a day/],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatch(expected);
  });
});

test('only what fits no other way is taken for month first', () => {
  expect(['03/25/2026', '3-25-26'].map(isOnlyMonthFirst)).toEqual([true, true]);
  const others = ['25/03/2026', '03/04/2026', '2026-03-25', '13/13/2026', '3 March 2026', 'x'];
  expect(others.map(isOnlyMonthFirst)).toEqual(others.map(() => false));
});

test('what seems to be meant as a day is told from other words', () => {
  expect(['31/06/2026', '3 Sep 26', '46268'].every(looksLikeDay)).toBe(true);
  expect(['booked', 'Y', '', '7', 'Year 3', 'n/a'].some(looksLikeDay)).toBe(false);
});
