import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day, daysBetween, inWords } from '#app/domain/days.ts';
import { readDay } from '#app/domain/import/read-day.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days));
const RULES = { order: 'day-first' as const, from1904: false, today: day('2026-11-16') };

function read(text: string, rules: Partial<typeof RULES> = {}): Day | string {
  const reading = readDay(text, { ...RULES, ...rules });
  return reading.ok ? reading.day : reading.todo;
}

test('every day is read in every way in which it can be written', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      const [year = '', month = '', date = ''] = on.split('-');
      const serial = daysBetween(day('1899-12-30'), on);
      const ways = [
        on,
        `${date}/${month}/${year}`,
        `${Number(date)}.${Number(month)}.${year}`,
        inWords(on),
        `${inWords(on).replace(/ (\w{3})\w* /, '-$1-')}`,
        String(serial),
      ];
      for (const way of ways) expect(read(way), way).toBe(on);
      expect(read(String(serial - 1462), { from1904: true })).toBe(on);
    }),
    { numRuns: 500 },
  );
});

test('whatever stands in a cell, reading it answers a day that exists or what to do', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const reading = readDay(text, RULES);
      if (reading.ok) expect(day(reading.day)).toBe(reading.day);
      else expect(reading.todo.length).toBeGreaterThan(10);
    }),
    { numRuns: 1_000 },
  );
});
