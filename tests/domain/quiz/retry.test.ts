import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, later } from '#app/domain/days.ts';
import { RETRY_RULES } from '#app/domain/quiz/quiz.ts';
import { mayStart, needsTalk, type PastAttempt } from '#app/domain/quiz/retry.ts';

/** Few days, so that several things fall on one. */
const someDay = fc.integer({ min: 0, max: 12 }).map((days) => addDays(day('2026-10-25'), days));
const someAttempts = fc.array(fc.record({ submittedOn: someDay, hasPassed: fc.boolean() }), {
  maxLength: 8,
});
const someRule = fc.constantFrom(...RETRY_RULES).map((retry) => ({ retry }));

function failed(on: string): PastAttempt {
  return { submittedOn: day(on), hasPassed: false };
}

describe('who failed', () => {
  test('is told what happened and from when it can be tried again', () => {
    const attempts = [failed('2026-11-16')];
    const asked = { quiz: { retry: 'next-day' as const }, attempts, on: day('2026-11-16') };
    expect(mayStart(asked)).toEqual({
      isAllowed: false,
      from: '2026-11-17',
      because: 'You did not pass on 16 November 2026. You can try again from 17 November 2026.',
    });
  });

  test('is never locked out: from the day that is told on, whatever the rule', () => {
    fc.assert(
      fc.property(someRule, someAttempts, someDay, (quiz, attempts, on) => {
        const told = mayStart({ quiz, attempts, on });
        if (told.isAllowed) return;
        const dayAfterAll = addDays(latestOf(attempts), 1);
        expect(told.from <= dayAfterAll).toBe(true);
        expect(mayStart({ quiz, attempts, on: told.from })).toEqual({ isAllowed: true });
        expect(mayStart({ quiz, attempts, on: addDays(told.from, -1) }).isAllowed).toBe(false);
      }),
    );
  });

  test('waits the same in whatever order the days were read', () => {
    const attempts = [failed('2026-11-16'), { submittedOn: day('2026-11-10'), hasPassed: true }];
    const asked = { quiz: { retry: 'next-day' as const }, on: day('2026-11-16') };
    expect(mayStart({ ...asked, attempts }).isAllowed).toBe(false);
    expect(mayStart({ ...asked, attempts: attempts.toReversed() }).isAllowed).toBe(false);
  });

  test('waits by the last attempt alone, and never where a quiz lets them try at once', () => {
    fc.assert(
      fc.property(someRule, someAttempts, someDay, fc.boolean(), (quiz, before, on, hasPassed) => {
        const last = { submittedOn: latestOf([...before, { submittedOn: on }]), hasPassed };
        const { isAllowed } = mayStart({ quiz, attempts: [...before, last], on });
        const isToWait = !hasPassed && quiz.retry === 'next-day' && last.submittedOn >= on;
        expect(isAllowed).toBe(!isToWait);
      }),
    );
  });
});

function latestOf(attempts: { submittedOn: Day }[]): Day {
  return attempts.map(({ submittedOn }) => submittedOn).reduce(later, day('1900-01-01'));
}

describe('a talk', () => {
  test('is due with the third fail, and again three fails after it', () => {
    const attempts = ['2026-11-02', '2026-11-03', '2026-11-04'].map(failed);
    expect(needsTalk({ attempts: attempts.slice(0, 2), talks: [] })).toBeNull();
    expect(needsTalk({ attempts, talks: [] })).toEqual({ fails: 3, since: '2026-11-02' });
    const talks = [{ talkedOn: day('2026-11-04') }];
    expect(needsTalk({ attempts, talks })).toBeNull();
    const more = [...attempts, ...['2026-11-05', '2026-11-05', '2026-11-06'].map(failed)];
    expect(needsTalk({ attempts: more, talks })).toEqual({ fails: 3, since: '2026-11-05' });
  });

  test('on the day of the fails clears those that were handed in before it was noted', () => {
    const at = (time: string) => `2026-11-04T${time}:00.000Z`;
    const attempts = ['10:00', '11:00', '15:00', '15:30', '16:00'].map((time) => {
      return { ...failed('2026-11-04'), submittedAt: at(time) };
    });
    const leftAfter = (time: string) =>
      needsTalk({ attempts, talks: [{ talkedOn: day('2026-11-04'), notedAt: at(time) }] });
    expect(leftAfter('09:00')?.fails).toBe(5);
    expect(leftAfter('12:00')).toEqual({ fails: 3, since: '2026-11-04' });
    expect(leftAfter('15:00')).toBeNull();
    expect(leftAfter('17:00')).toBeNull();
  });

  test('clears the fails of earlier days whenever it was noted, and those of later days never', () => {
    const attempts = ['2026-11-02', '2026-11-03', '2026-11-04'].map((on) => {
      return { ...failed(on), submittedAt: `${on}T15:00:00.000Z` };
    });
    const notedAt = '2026-11-04T09:00:00.000Z';
    const talked = (on: string) => needsTalk({ attempts, talks: [{ talkedOn: day(on), notedAt }] });
    expect(talked('2026-11-05')).toBeNull();
    expect(talked('2026-11-01')?.fails).toBe(3);
  });

  test('is never due after a pass, or after a talk on the day of the last fail', () => {
    fc.assert(
      fc.property(someAttempts, someDay, (attempts, on) => {
        const last = latestOf([...attempts, { submittedOn: on }]);
        const passed = [...attempts, { submittedOn: last, hasPassed: true }];
        expect(needsTalk({ attempts: passed, talks: [] })).toBeNull();
        expect(needsTalk({ attempts, talks: [{ talkedOn: last }] })).toBeNull();
      }),
    );
  });

  test('once due is due until a pass or a talk: a further fail never takes it away', () => {
    const someTalks = fc.array(fc.record({ talkedOn: someDay }), { maxLength: 2 });
    fc.assert(
      fc.property(someAttempts, someTalks, (attempts, talks) => {
        const before = needsTalk({ attempts, talks });
        fc.pre(before !== null);
        const submittedOn = addDays(latestOf(attempts), 20);
        const after = needsTalk({
          attempts: [...attempts, { submittedOn, hasPassed: false }],
          talks,
        });
        expect(after).toEqual({ fails: before.fails + 1, since: before.since });
      }),
    );
  });

  test('does not depend on the order in which days were read', () => {
    fc.assert(
      fc.property(someAttempts, (attempts) => {
        const byDay = Map.groupBy(attempts, ({ submittedOn }) => submittedOn);
        const backwards = [...byDay.values()].reverse().flat();
        expect(needsTalk({ attempts: backwards, talks: [] })).toEqual(
          needsTalk({ attempts, talks: [] }),
        );
      }),
    );
  });
});
