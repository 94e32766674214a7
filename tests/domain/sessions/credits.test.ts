import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { completionsOf, creditsOf, isCreditable } from '#app/domain/sessions/credits.ts';
import { differenceOf, type WrittenCompletion } from '#app/domain/sessions/difference.ts';
import { inPartSays } from '#app/domain/sessions/final-shown.ts';
import { ATTENDANCES, type RegisterMark } from '#app/domain/sessions/register.ts';
import { line, MONTHS_24, READ_KCSIE, requirement } from '../support.ts';

const WHOLE = { id: 1, minutesNeeded: null };
const HALF_AN_HOUR = { id: 2, minutesNeeded: 30 };
const HOUR = { id: 3, minutesNeeded: 60 };
const CREDITED = [WHOLE, HALF_AN_HOUR, HOUR];

describe('what being there completes', () => {
  test.each([
    ['there', null, [1, 2, 3]],
    ['not-there', null, []],
    [null, null, []],
    ['in-part', 29, []],
    ['in-part', 30, [2]],
    ['in-part', 60, [2, 3]],
    ['in-part', 600, [2, 3]],
    ['in-part', null, []],
  ] as const)('%s, %s minutes: %j', (attendance, minutes, completes) => {
    expect(creditsOf({ attendance, minutes }, CREDITED)).toEqual(completes);
  });

  test.each([
    [
      45,
      '45 minutes: completes Prevent; not enough for Safeguarding (counts from 60 minutes) and CSE (only the whole of it counts)',
    ],
    [
      29,
      '29 minutes: not enough for Prevent (counts from 30 minutes), Safeguarding (counts from 60 minutes) and CSE (only the whole of it counts)',
    ],
  ])('%s minutes in part, in words', (minutes, words) => {
    const credited = [
      { ...HALF_AN_HOUR, name: 'Prevent' },
      { ...HOUR, name: 'Safeguarding' },
      { ...WHOLE, name: 'CSE' },
    ];
    expect(inPartSays({ attendance: 'in-part', minutes }, credited)).toBe(words);
  });

  test('nothing that is read by edition, nothing that is retired by that day', () => {
    const on = day('2026-09-01');
    const prevent = requirement([line(MONTHS_24)]);
    expect(isCreditable(prevent, on)).toBe(true);
    expect(isCreditable(requirement([line(READ_KCSIE)]), on)).toBe(false);
    expect(isCreditable({ ...prevent, retiredFrom: on }, on)).toBe(false);
    expect(isCreditable({ ...prevent, retiredFrom: day('2026-09-02') }, on)).toBe(true);
  });
});

const NOW = { completedOn: day('2026-09-01'), provider: 'Marcus Ellwood', needsCheck: false };

const someMarks: fc.Arbitrary<RegisterMark[]> = fc.uniqueArray(
  fc.record({
    personId: fc.integer({ min: 1, max: 6 }),
    expected: fc.constantFrom('expected' as const, 'added' as const),
    attendance: fc.constantFrom(...ATTENDANCES),
    minutes: fc.option(fc.integer({ min: 1, max: 90 })),
  }),
  { selector: ({ personId }) => personId, maxLength: 6 },
);

type With = typeof NOW;
const someWith: fc.Arbitrary<With> = fc.record({
  completedOn: fc.constantFrom(day('2026-09-01'), day('2026-09-02')),
  provider: fc.constantFrom('Marcus Ellwood', 'Jyoti Raman'),
  needsCheck: fc.constant(false),
});

/** What stands written after a register with these marks is made final over what was written before. */
function madeFinal(written: WrittenCompletion[], marks: RegisterMark[], now: With) {
  const { add, withdraw } = differenceOf(written, completionsOf(marks, CREDITED), now);
  const gone = new Set(withdraw.map(({ completionId }) => completionId));
  const before = written.map((one) =>
    gone.has(one.completionId) ? { ...one, state: 'withdrawn-by-register' as const } : one,
  );
  const added = add.map((one, index) => ({
    ...one,
    ...now,
    completionId: written.length + index + 1,
    state: 'stands' as const,
  }));
  return [...before, ...added];
}

function standing(written: WrittenCompletion[]) {
  return written
    .filter(({ state }) => state === 'stands')
    .map(({ personId, requirementId, completedOn, provider }) =>
      [personId, requirementId, completedOn, provider].join(' '),
    )
    .sort();
}

describe('a register that is opened again and made final anew', () => {
  test('leaves standing what it would have written at once, however often it was opened before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someMarks, someWith), { maxLength: 4 }),
        someMarks,
        someWith,
        (earlier, marks, now) => {
          const history = earlier.reduce<WrittenCompletion[]>(
            (written, [before, then]) => madeFinal(written, before, then),
            [],
          );
          const often = madeFinal(history, marks, now);
          expect(standing(often)).toEqual(standing(madeFinal([], marks, now)));
        },
      ),
    );
  });

  test('made final again as it was, it writes nothing and withdraws nothing', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const once = madeFinal([], marks, NOW);
        const { add, withdraw, keep } = differenceOf(once, completionsOf(marks, CREDITED), NOW);
        expect([add, withdraw]).toEqual([[], []]);
        expect(keep).toEqual(once);
      }),
    );
  });

  test('what somebody withdrew by hand meanwhile stays withdrawn, and nothing takes its place', () => {
    fc.assert(
      fc.property(someMarks, someMarks, fc.nat(), (before, after, which) => {
        const once = madeFinal([], before, NOW);
        const taken = once[which % Math.max(once.length, 1)];
        const meanwhile = once.map((one) =>
          one === taken ? { ...one, state: 'withdrawn-by-hand' as const } : one,
        );
        const again = madeFinal(meanwhile, after, NOW);
        const expected = standing(madeFinal([], after, NOW)).filter(
          (key) => !taken || !key.startsWith(`${taken.personId} ${taken.requirementId} `),
        );
        expect(standing(again)).toEqual(expected);
      }),
    );
  });

  test('on another day, or by another trainer, everything is written anew', () => {
    const marks: RegisterMark[] = [
      { personId: 1, expected: 'expected', attendance: 'there', minutes: null },
    ];
    const once = madeFinal([], marks, NOW);
    const moved = differenceOf(once, completionsOf(marks, CREDITED), {
      ...NOW,
      completedOn: day('2026-09-02'),
    });
    expect(moved.withdraw).toEqual(once);
    expect(moved.add).toHaveLength(3);
  });

  test('what counted at once is written anew, to wait, where whoever makes it final is left alone', () => {
    const marks: RegisterMark[] = [
      { personId: 1, expected: 'expected', attendance: 'there', minutes: null },
    ];
    const once = madeFinal([], marks, NOW);
    const alone = differenceOf(once, completionsOf(marks, CREDITED), { ...NOW, needsCheck: true });
    expect([alone.withdraw, alone.keep]).toEqual([once, []]);
    expect(alone.add).toHaveLength(3);
    const waited = once.map((one) => ({ ...one, needsCheck: true }));
    expect(differenceOf(waited, completionsOf(marks, CREDITED), NOW).keep).toEqual(waited);
  });
});
