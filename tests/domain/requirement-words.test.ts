import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { policyAnswer, policyWords, versionWords } from '#app/domain/policy-words.ts';
import { audienceInWords, startInWords } from '#app/domain/rule-words.ts';
import { standingsOf } from '#app/domain/standing.ts';
import type { Line, PersonFacts, Policy, Requirement } from '#app/domain/types.ts';

const ON = day('2026-11-16');

const LINE: Line = {
  key: 'staff',
  audience: { categories: ['staff'], kinds: [] },
  cycle: { kind: 'months', months: 12 },
  startWithin: 30,
  rollOutOn: null,
  basis: { kind: 'school-policy', document: 'Policy', place: 'Section 6' },
  suggestion: null,
};

function requirement(id: number, changed: Partial<Requirement> = {}): Requirement {
  const versions = [{ startsOn: day('2024-09-01'), appliesToEarlier: false, lines: [LINE] }];
  return {
    id,
    key: `r${id}`,
    name: `Requirement ${id}`,
    whatCounts: 'A session',
    whereToGo: null,
    siteSpecific: false,
    handedInCounts: 'when-checked',
    asksFor: [],
    minutesNeeded: null,
    noticeDays: 60,
    retiredFrom: null,
    metBy: [],
    versions,
    ...changed,
  };
}

function policyOf(requirements: Requirement[]): Policy {
  return {
    noticeDays: 60,
    gapDays: 90,
    returnDays: 7,
    appointmentKinds: [
      { key: 'senco', label: 'SENCo', category: 'staff' },
      { key: 'kitchen', label: 'Head of kitchen', category: 'staff' },
    ],
    requirements,
    publications: [],
    cover: [],
    terms: [],
  };
}

const TEACHER: PersonFacts = {
  id: 1,
  appointments: [{ kind: 'teacher', category: 'staff', from: day('2020-09-01'), to: null }],
  absences: [],
  exemptions: [],
  bookings: [],
  completions: [],
};

function wordsOf(requirements: Requirement[]) {
  const policy = policyOf(requirements);
  return policyWords(policy, [standingsOf(policy, TEACHER, ON)], ON);
}

const version = (startsOn: string, line: Partial<Line> = {}) => ({
  startsOn: day(startsOn),
  appliesToEarlier: false,
  lines: [{ ...LINE, ...line }],
});

describe('an audience in words', () => {
  const { appointmentKinds } = policyOf([]);

  test.each([
    [['staff', 'supply'], [], 'All staff and supply staff'],
    [['governor'], ['volunteer'], 'Governors and volunteers'],
    [[], ['dsl', 'deputy-dsl'], 'Designated safeguarding leads and deputies'],
    [[], ['kitchen', 'senco'], 'Head of kitchen and SENCo'],
    [['governor'], ['governor'], 'Governors'],
  ] as const)('%j and %j: %s', (categories, kinds, words) => {
    const audience = { categories: [...categories], kinds: [...kinds] };
    expect(audienceInWords(audience, appointmentKinds)).toBe(words);
  });

  test('the days from joining', () => {
    expect(startInWords({ startWithin: 0 })).toBe('By the end of the first day');
    expect(startInWords({ startWithin: 1 })).toBe('Within 1 day of joining');
  });
});

describe('the policy in words', () => {
  test('what guidance asks, what the school promises, what comes and what is past stand apart', () => {
    const law = { ...LINE.basis, kind: 'law' as const };
    const words = wordsOf([
      requirement(1, { versions: [version('2024-09-01', { basis: law })] }),
      requirement(2),
      requirement(3, { versions: [version('2027-01-04')] }),
      requirement(4, { retiredFrom: ON }),
      requirement(5, { retiredFrom: day('2026-11-17') }),
    ]);
    const ids = (part: { id: number }[]) => part.map(({ id }) => id);
    expect(ids(words.asked)).toEqual([1]);
    expect(ids(words.own)).toEqual([2, 5]);
    expect(ids(words.coming)).toEqual([3]);
    expect(ids(words.retired)).toEqual([4]);
    expect(words.coming[0]).toMatchObject({
      since: 'From 4 January 2027',
      note: 'Asked from 4 January 2027.',
      figure: ['No one in this group'],
    });
    expect(words.retired[0]?.note).toBe('Not asked since 16 November 2026.');
    expect(words.own[1]?.note).toBe('No longer asked from 17 November 2026.');
  });

  test('a line without an interval is marked, and counted as a decision', () => {
    const versions = [version('2024-09-01', { cycle: { kind: 'not-stated' } })];
    const words = wordsOf([requirement(1, { versions }), requirement(2)]);
    expect(words.undecided).toBe(1);
    expect(words.own[0]?.lines[0]?.hasNoInterval).toBe(true);
    expect(policyAnswer('Grange', words)).toBe(
      'Grange asks 2 things of its people: all by its own promise. For 1 of them no interval is set.',
    );
  });

  test('the rules over time stand the newest first, each with its days', () => {
    const versions = [
      version('2024-09-01'),
      { ...version('2025-09-01'), appliesToEarlier: true },
      version('2027-01-04'),
    ];
    const shown = versionWords(policyOf([]), requirement(1, { versions }), ON);
    expect(shown.map(({ title, note }) => [title, note])).toEqual([
      ['From 4 January 2027', 'Training done before stays under the rules that it was earned by.'],
      [
        '1 September 2025 to 3 January 2027',
        'Training done before is reckoned by these rules too.',
      ],
      ['1 September 2024 to 31 August 2025', null],
    ]);
  });
});
