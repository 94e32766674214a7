import { describe, expect, test } from 'vitest';
import { coverOf } from '#app/domain/cover.ts';
import { day } from '#app/domain/days.ts';
import type { CoverRule, PersonFacts } from '#app/domain/types.ts';
import { completion, held, line, MONTHS_24, person, policy, requirement, time } from './support.ts';

const ON = day('2026-11-16');
const LEADS = { categories: [], kinds: ['dsl', 'deputy-dsl'] };
const school = policy([requirement([line(MONTHS_24, { audience: LEADS })])]);
const RULE: CoverRule = {
  key: 'dsl',
  name: 'DSL cover',
  requirementId: 1,
  parts: [
    { name: 'a lead', kinds: ['dsl'], atLeast: 1 },
    { name: 'a deputy', kinds: ['deputy-dsl'], atLeast: 1 },
  ],
};

function holder(kind: string, completedOn: string, more: Partial<PersonFacts> = {}): PersonFacts {
  return person({
    appointments: [held(kind, '2015-09-01')],
    completions: [completion(completedOn)],
    ...more,
  });
}

function cover(people: PersonFacts[], on = ON, rule = RULE) {
  const { failingParts, ...days } = coverOf(school, people, rule, on);
  return { ...days, failing: failingParts.map(({ name }) => name) };
}

describe('cover', () => {
  test('is secure until the last day on which the first certificate counts', () => {
    expect(cover([holder('dsl', '2025-09-01'), holder('deputy-dsl', '2025-03-14')])).toEqual({
      securesToday: true,
      secureUntil: '2027-03-14',
      failsOn: '2027-03-15',
      failing: ['a deputy'],
    });
  });

  test('lasts until the last of several deputies runs out', () => {
    const people = [
      holder('dsl', '2026-09-01'),
      holder('deputy-dsl', '2025-03-14'),
      holder('deputy-dsl', '2026-03-14'),
    ];
    expect(cover(people).secureUntil).toBe('2028-03-14');
  });

  test('counts known last days and absences ahead', () => {
    const lead = holder('dsl', '2026-09-01');
    const leaving = { appointments: [held('deputy-dsl', '2015-09-01', '2026-12-31')] };
    const deputy = holder('deputy-dsl', '2026-09-01', leaving);
    expect(cover([lead, deputy]).failsOn).toBe('2027-01-01');
    const away = holder('deputy-dsl', '2026-09-01', {
      absences: [time('2027-02-01', '2027-03-01')],
    });
    expect(cover([lead, away]).failsOn).toBe('2027-02-01');
    const next = holder('deputy-dsl', '2026-09-01', {
      appointments: [held('deputy-dsl', '2027-01-01')],
    });
    expect(cover([lead, deputy, next]).secureUntil).toBe('2028-09-01');
    const late = { ...next, appointments: [held('deputy-dsl', '2027-01-02')] };
    expect(cover([lead, deputy, late]).failsOn).toBe('2027-01-01');
  });

  test('that fails today names no last good day', () => {
    expect(cover([holder('dsl', '2024-11-15'), holder('deputy-dsl', '2026-09-01')])).toEqual({
      securesToday: false,
      secureUntil: null,
      failsOn: ON,
      failing: ['a lead'],
    });
    expect(cover([holder('dsl', '2024-11-16'), holder('deputy-dsl', '2026-09-01')])).toMatchObject({
      securesToday: true,
      secureUntil: ON,
    });
    expect(cover([]).failing).toEqual(['a lead', 'a deputy']);
  });

  test('is not given by somebody who is not yet due, or exempt', () => {
    const starter = person({ appointments: [held('dsl', '2026-11-16')] });
    const deputy = holder('deputy-dsl', '2026-09-01');
    expect(cover([starter, deputy]).failing).toEqual(['a lead']);
    const exemptions = [{ requirementId: 1, from: ON, to: ON, reason: 'agreed' }];
    expect(cover([holder('dsl', '2026-09-01', { exemptions }), deputy]).securesToday).toBe(false);
  });

  test('needs two people for two places, however they are shared out', () => {
    const both = holder('dsl', '2026-09-01');
    both.appointments.push(held('deputy-dsl', '2015-09-01'));
    expect(cover([both]).failing).toEqual(['a deputy']);
    expect(cover([both, holder('dsl', '2026-09-01')]).securesToday).toBe(true);
    expect(cover([both, holder('deputy-dsl', '2026-09-01')]).securesToday).toBe(true);
    const two = { ...RULE, parts: [{ name: 'two', kinds: ['dsl', 'deputy-dsl'], atLeast: 2 }] };
    expect(cover([both], ON, two).failing).toEqual(['two']);
  });

  test('knows no failing day where nothing runs out', () => {
    const once = policy([requirement([line({ kind: 'once' }, { audience: LEADS })])]);
    const people = [holder('dsl', '2011-01-01'), holder('deputy-dsl', '2011-01-01')];
    expect(coverOf(once, people, RULE, ON)).toMatchObject({ securesToday: true, failsOn: null });
  });

  test('looking back, does not count what was completed after the day', () => {
    const lead = holder('dsl', '2024-12-01');
    lead.completions.push(completion('2026-11-20'));
    const people = [lead, holder('deputy-dsl', '2026-09-01')];
    expect(cover(people).secureUntil).toBe('2026-12-01');
    expect(cover(people, day('2026-11-20')).secureUntil).toBe('2028-09-01');
  });

  test('fails from the day on which a renewal rule that holds for earlier ones begins', () => {
    const asked = requirement([line(MONTHS_24, { audience: LEADS })]);
    asked.versions.push({
      startsOn: day('2027-01-04'),
      appliesToEarlier: true,
      lines: [line({ kind: 'months', months: 12 }, { audience: LEADS })],
    });
    const people = [holder('dsl', '2025-12-01'), holder('deputy-dsl', '2026-09-01')];
    expect(coverOf(policy([asked]), people, RULE, ON).failsOn).toBe('2027-01-04');
  });

  test('finds the day on which a rule that begins later lets a certificate run out', () => {
    const asked = requirement([line(MONTHS_24, { audience: LEADS })]);
    asked.versions.push({
      startsOn: day('2027-01-04'),
      appliesToEarlier: true,
      lines: [line({ kind: 'months', months: 18 }, { audience: LEADS })],
    });
    const people = [holder('dsl', '2026-09-01'), holder('deputy-dsl', '2026-10-01')];
    expect(coverOf(policy([asked]), people, RULE, ON).secureUntil).toBe('2028-03-01');
  });
});
