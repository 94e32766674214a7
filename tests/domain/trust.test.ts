import { describe, expect, test } from 'vitest';
import { countOf } from '#app/domain/counting.ts';
import type { CoverFigure } from '#app/domain/dashboard/dashboard.ts';
import { addDays, day } from '#app/domain/days.ts';
import type { Shown } from '#app/domain/small-groups.ts';
import {
  isSecure,
  type NamedSummary,
  trustAnswer,
  trustRows,
  worstFirst,
} from '#app/domain/trust.ts';

const ON = day('2026-11-16');

function cover(failsOn: string | null, more: Partial<CoverFigure> = {}): CoverFigure {
  const first = failsOn === null ? null : day(failsOn);
  return {
    name: 'DSL cover',
    isLeads: true,
    securesToday: first === null || first > ON,
    secureUntil: first === null || first <= ON ? null : addDays(first, -1),
    failsOn: first,
    lacking: ['a deputy'],
    ...more,
  };
}

function school(
  shortName: string,
  covers: CoverFigure[],
  guidance: Shown = share(10, 10),
): NamedSummary {
  return {
    id: 1,
    name: `${shortName} School`,
    shortName,
    isSecure: isSecure(covers, 60, ON),
    noticeDays: 60,
    cover: covers,
    guidance,
    everything: guidance,
    longOverdue: null,
    waiting: 0,
  };
}

function share(inDate: number, of: number): Shown {
  return { ...countOf([]), of, inDate, overdue: of - inDate };
}

describe('a school is secure', () => {
  test.each([
    ['no bad day is known', [cover(null)], true],
    ['it fails on the day after the notice', [cover('2027-01-16')], true],
    ['it fails on the last day of the notice', [cover('2027-01-15')], false],
    ['it fails today', [cover('2026-11-16')], false],
    ['there is no rule for the leads', [cover(null, { isLeads: false })], false],
    ['another cover fails', [cover(null), cover('2026-12-01', { isLeads: false })], false],
  ])('or not: %s', (_, covers, expected) => {
    expect(isSecure(covers, 60, ON)).toBe(expected);
  });
});

test('worst first: the first bad day, then the share in date', () => {
  const schools = [
    school('Ash', [cover(null)], share(10, 10)),
    school('Birch', [cover(null)], share(5, 10)),
    school('Cedar', [cover('2027-01-02')]),
    school('Elm', [cover('2026-12-01')]),
    school('Fir', []),
    school('Gorse', [cover(null)], 'not-all'),
  ];
  expect(worstFirst(schools).map(({ shortName }) => shortName)).toEqual([
    'Fir',
    'Elm',
    'Cedar',
    'Gorse',
    'Birch',
    'Ash',
  ]);
});

test.each([
  [[], 'There is no school in the trust yet.'],
  [[school('Ash', [cover(null)])], '1 of 1 school is secure.'],
  [
    [school('Ash', [cover(null)]), school('Grange', [cover('2027-01-02')])],
    '1 of 2 schools are secure; Grange’s DSL cover fails on 2 January 2027.',
  ],
  [[school('Elm', [cover('2026-11-16')])], '0 of 1 school is secure; Elm’s DSL cover fails today.'],
  [[school('Fir', [])], '0 of 1 school is secure; Fir has no rule for DSL cover.'],
])('the answer of a trust: %#', (schools, words) => {
  expect(trustAnswer(schools)).toBe(words);
});

test('a small school says no number', () => {
  const [row] = trustRows([school('Ash', [cover(null)], 'not-all')]);
  expect(row).toMatchObject({
    guidance: 'not all',
    everything: 'not all',
    longOverdue: 'not told',
  });
});
