import { describe, expect, test } from 'vitest';
import { dayInSchool, instantInWords, now, secondsAfter } from '#app/platform/clock.ts';

describe('the day in school', () => {
  test.each([
    ['2026-08-31T22:59:59.999Z', '2026-08-31', 'one second before midnight in summer'],
    ['2026-08-31T23:10:00.000Z', '2026-09-01', 'a new academic year, ten past midnight'],
    ['2026-03-28T23:59:59.000Z', '2026-03-28', 'the night before clocks go forward'],
    ['2026-03-29T00:59:59.000Z', '2026-03-29', 'the last second of winter time'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', 'the first second of summer time'],
    ['2026-03-29T22:59:59.000Z', '2026-03-29', 'the end of a day of 23 hours'],
    ['2026-03-29T23:00:00.000Z', '2026-03-30', 'the midnight after it'],
    ['2026-10-24T23:00:00.000Z', '2026-10-25', 'the midnight before clocks go back'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', 'half past one, for the first time'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', 'half past one, for the second time'],
    ['2026-10-25T23:59:59.000Z', '2026-10-25', 'the end of a day of 25 hours'],
    ['2026-10-26T00:00:00.000Z', '2026-10-26', 'the midnight after it'],
    ['2026-12-31T23:59:59.000Z', '2026-12-31', 'the last second of the year'],
  ])('%s is %s: %s', (instant, expected) => {
    expect(dayInSchool(instant)).toBe(expected);
  });
});

describe('instants', () => {
  test('now is in UTC, to the millisecond', () => {
    expect(now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('hours are real hours over both clock changes', () => {
    expect(secondsAfter('2026-03-29T00:30:00.000Z', 3600)).toBe('2026-03-29T01:30:00.000Z');
    expect(secondsAfter('2026-10-25T00:30:00.000Z', -3600)).toBe('2026-10-24T23:30:00.000Z');
  });

  test('in words they are as a clock in school showed them', () => {
    expect(instantInWords('2026-07-01T13:05:00.000Z')).toMatch(/^1 July 2026 at 14:05$/);
    expect(instantInWords('2026-11-16T14:05:00.000Z')).toMatch(/^16 November 2026 at 14:05$/);
  });
});
