import { describe, expect, test } from 'vitest';
import { deliveredOf, type HeldSitting } from '#app/domain/dashboard/delivered.ts';
import { day } from '#app/domain/days.ts';
import type { Attendance } from '#app/domain/sessions/register.ts';
import { policy } from '../support.ts';

const TERMS = [
  { name: 'Summer term 2026', from: day('2026-04-13'), to: day('2026-07-17') },
  { name: 'Autumn term 2026', from: day('2026-09-01'), to: day('2026-10-23') },
];
const school = policy([], { terms: TERMS });
const TODAY = day('2026-10-20');

const marks = (there: number, not = 0, from = 1) =>
  Array.from({ length: there + not }, (_, n) => {
    const attendance: Attendance = n < there ? 'there' : 'not-there';
    return { personId: from + n, expected: 'expected' as const, attendance, minutes: null };
  });

function sitting(heldOn: string, more: Partial<HeldSitting> = {}): HeldSitting {
  const what = { sessionId: 1, kind: 'session' as const, title: 'INSET' };
  return { ...what, heldOn: day(heldOn), marks: marks(8, 2), ...more };
}

const events = (sittings: HeldSitting[], on = TODAY) => deliveredOf(school, sittings, on)?.events;

describe('what was delivered', () => {
  test('is told for the term, in order, and nothing of another term or of a day to come', () => {
    const bulletin = { sessionId: 2, kind: 'bulletin' as const, title: 'Bulletin' };
    const told = events([
      sitting('2026-10-05', bulletin),
      sitting('2026-09-01'),
      sitting('2026-07-01', { sessionId: 3 }),
      sitting('2026-10-21', { sessionId: 4 }),
    ]);
    expect(told).toEqual([
      { kind: 'session', title: 'INSET', days: ['2026-09-01'], shown: { there: 8, of: 10 } },
      { kind: 'bulletin', title: 'Bulletin', days: ['2026-10-05'], shown: { there: 8, of: 10 } },
    ]);
  });

  test('has what was given before the first day of school, and after the term before', () => {
    const inset = [sitting('2026-07-17', { sessionId: 2 }), sitting('2026-08-28')];
    expect(events(inset)).toMatchObject([{ days: ['2026-08-28'] }]);
  });

  test('counts whoever came to a later sitting once, as there', () => {
    const mopUp = sitting('2026-09-17', { marks: marks(1, 0, 9) });
    const starter = sitting('2026-10-15', { marks: marks(1, 0, 11) });
    expect(events([sitting('2026-09-01'), mopUp, starter])).toMatchObject([
      { days: ['2026-09-01', '2026-09-17', '2026-10-15'], shown: { there: 10, of: 11 } },
    ]);
  });

  test.each([
    [marks(4, 1), { there: 4, of: 5 }],
    [marks(4), 'all'],
    [marks(3, 1), 'not-all'],
    [[], 'no-one'],
  ])('tells of fewer than five in words alone', (own, shown) => {
    expect(events([sitting('2026-09-01', { marks: own })])).toMatchObject([{ shown }]);
  });

  test('in a holiday is told of the term before; nothing is known without terms', () => {
    expect(deliveredOf(school, [sitting('2026-09-01')], day('2026-10-28'))).toMatchObject({
      term: 'Autumn term 2026',
      events: [{ title: 'INSET' }],
    });
    expect(deliveredOf(policy([]), [sitting('2026-09-01')], TODAY)).toBe(null);
  });
});
