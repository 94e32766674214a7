import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, later } from '#app/domain/days.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { type Standing, standingOf, standingsOf } from '#app/domain/standing.ts';
import type { PersonFacts, Requirement } from '#app/domain/types.ts';
import { someCompletion, someDay, somePerson, someRequirement } from './arbitraries.ts';
import { policy, requirement, teacher } from './support.ts';

const RUNS = { numRuns: 1_000 };

/** Better is higher: in date, due soon, not yet due, overdue. What is not asked does not compare. */
const RANK: Record<string, number> = { overdue: 0, 'not-yet-due': 1, 'due-soon': 2, 'in-date': 3 };

function told(asked: Requirement, who: PersonFacts, on: Day) {
  const school = policy([asked, requirement([], { id: 2, versions: asked.versions })]);
  const standing = standingOf(school, who, asked, on);
  const { status, validTo, dueOn, overdueSince, completion } = standing;
  const isEndless = completion !== null && validTo === null;
  const sentence = sentenceOf(school, standing);
  return { status, validTo, dueOn, overdueSince, isEndless, sentence };
}

describe('a completion', () => {
  test('never worsens a status, a valid to or a due day, on any day', () => {
    fc.assert(
      fc.property(someRequirement, somePerson, someCompletion, someDay, (asked, who, added, on) => {
        const before = told(asked, who, on);
        const after = told(asked, { ...who, completions: [...who.completions, added] }, on);
        expect(RANK[after.status] ?? 9).toBeGreaterThanOrEqual(RANK[before.status] ?? 9);
        expect(isNoEarlier(after, before)).toBe(true);
      }),
      RUNS,
    );
  });

  test('that waits for a check or was returned changes no status and no day', () => {
    const unaccepted = fc.constantFrom('awaiting-check' as const, 'returned' as const);
    fc.assert(
      fc.property(
        someRequirement,
        somePerson,
        someCompletion,
        unaccepted,
        someDay,
        (asked, who, added, check, on) => {
          const completions = [...who.completions, { ...added, check }];
          const { sentence: _, ...before } = told(asked, who, on);
          const { sentence: __, ...after } = told(asked, { ...who, completions }, on);
          expect(after).toEqual(before);
        },
      ),
      RUNS,
    );
  });

  test('counts the same in whatever order they are known', () => {
    fc.assert(
      fc.property(someRequirement, somePerson, someDay, fc.gen(), (asked, who, on, gen) => {
        const shuffled = gen(() =>
          fc.shuffledSubarray(who.completions, { minLength: who.completions.length }),
        );
        expect(told(asked, { ...who, completions: shuffled }, on)).toEqual(told(asked, who, on));
      }),
      RUNS,
    );
  });
});

describe('what is true of a day', () => {
  test('stays true when something is completed later', () => {
    fc.assert(
      fc.property(someRequirement, somePerson, someCompletion, someDay, (asked, who, added, on) => {
        fc.pre(added.completedOn > on);
        const after = told(asked, { ...who, completions: [...who.completions, added] }, on);
        expect(after).toEqual(told(asked, who, on));
      }),
      RUNS,
    );
  });

  test('stays true when a version, an absence or an appointment begins later', () => {
    fc.assert(
      fc.property(someRequirement, somePerson, someDay, someRequirement, (asked, who, on, more) => {
        const newer = more.versions.map((version) => ({
          ...version,
          startsOn: later(version.startsOn, addDays(on, 1)),
        }));
        const versions = [...asked.versions.filter(({ startsOn }) => startsOn <= on), ...newer];
        const began = asked.versions.some(({ startsOn }) => startsOn <= on);
        fc.pre(began);
        const changed = {
          ...who,
          appointments: [...who.appointments, teacher(addDays(on, 100))],
          absences: [...who.absences, { from: addDays(on, 1), to: addDays(on, 20) }],
        };
        // A known absence ahead joins one that covers the day, and moves what falls due in it.
        const said = ({ status, validTo, overdueSince }: ReturnType<typeof told>) => ({
          status,
          validTo,
          overdueSince,
        });
        expect(said(told({ ...asked, versions }, changed, on))).toEqual(said(told(asked, who, on)));
      }),
      RUNS,
    );
  });

  test('is the same when an appointment ends one day and is held again from the next', () => {
    fc.assert(
      fc.property(someRequirement, somePerson, someDay, someDay, (asked, who, on, cut) => {
        const [first, ...rest] = who.appointments;
        fc.pre(first !== undefined && first.from <= cut);
        const again = [teacher(first!.from, cut), teacher(addDays(cut, 1)), ...rest];
        const reissued = { ...who, appointments: again };
        expect(told(asked, reissued, on)).toEqual(told(asked, who, on));
      }),
      RUNS,
    );
  });
});

describe('every standing', () => {
  test('agrees with itself', () => {
    fc.assert(
      fc.property(someRequirement, somePerson, someDay, (asked, who, on) => {
        const standing = standingOf(policy([asked]), who, asked, on);
        expectSound(standing, on);
      }),
      RUNS,
    );
  });

  test('is the same alone as among all requirements of the policy', () => {
    fc.assert(
      fc.property(someRequirement, somePerson, someDay, (asked, who, on) => {
        const other = { ...asked, id: 2, metBy: [] };
        const school = policy([asked, other]);
        const [one, two] = standingsOf(school, who, on);
        expect(one).toEqual(standingOf(school, who, asked, on));
        expect(two).toEqual(standingOf(school, who, other, on));
      }),
    );
  });

  test('has a sentence that ends with a full stop and holds nothing undefined', () => {
    fc.assert(
      fc.property(someRequirement, somePerson, someDay, (asked, who, on) => {
        const { sentence } = told(asked, who, on);
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|\.\.|\d{4}-\d{2}/);
      }),
      RUNS,
    );
  });
});

type Told = ReturnType<typeof told>;

/** Valid to and due day: no day is the latest of all for what does not run out. */
function isNoEarlier(after: Told, before: Told): boolean {
  if (after.isEndless || before.isEndless) return after.isEndless;
  const isKept = before.validTo === null || (after.validTo ?? '') >= before.validTo;
  return isKept && (before.dueOn === null || (after.dueOn ?? '') >= before.dueOn);
}

function expectSound(standing: Standing, on: Day): void {
  const { status, validTo, dueOn, overdueSince, completion } = standing;
  if (status === 'in-date' || status === 'due-soon') {
    expect(completion).not.toBeNull();
    expect(validTo === null || validTo >= on).toBe(true);
    expect(dueOn === null).toBe(validTo === null);
  }
  if (status === 'not-yet-due') expect(dueOn! >= on).toBe(true);
  if (status === 'overdue') {
    expect(dueOn! < on).toBe(true);
    expect(overdueSince).toBe(addDays(dueOn!, 1));
  } else expect(overdueSince).toBeNull();
  if (completion !== null) expect(completion.completedOn <= on).toBe(true);
  expect(status === 'not-required').toBe(standing.lines.length === 0);
}
