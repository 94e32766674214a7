import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { lastingOf } from '#app/domain/quiz/valid-to.ts';
import type { Appointment, Completion, Line } from '#app/domain/types.ts';
import {
  BY_31_OCTOBER,
  completion,
  held,
  line,
  MONTHS_24,
  person,
  policy,
  requirement,
  teacher,
  version,
} from '../support.ts';

/** A day long after all of them. */
const SEEN_ON = day('2027-06-01');

const pass = (on: string, more: Partial<Completion> = {}) =>
  completion(on, { evidence: 'quiz', ...more });

/** How long the last of these completions lasts for a teacher, under these lines. */
function lasts(
  lines: Line[],
  completions: Completion[],
  appointments: Appointment[] = [teacher('2020-09-01')],
) {
  const who = person({ appointments, completions });
  const last = completions.at(-1)!;
  const completed = { requirementId: 1, completionId: last.id };
  return lastingOf(policy([requirement(lines)]), who, completed, SEEN_ON);
}

const until = (validTo: string) => ({ kind: 'until', validTo });

describe('a pass lasts', () => {
  test.each<[string, Line[], object]>([
    ['so many months', [line(MONTHS_24)], until('2028-11-16')],
    ['for an academic year', [line(BY_31_OCTOBER)], until('2027-10-31')],
    ['for ever', [line({ kind: 'once' })], { kind: 'no-end' }],
    ['as long as no interval is set', [line({ kind: 'not-stated' })], { kind: 'no-interval' }],
    [
      'until the earliest of the lines that fit',
      [line(MONTHS_24), line({ kind: 'months', months: 12 }, { key: 'yearly' })],
      until('2027-11-16'),
    ],
    [
      'without the lines that do not fit',
      [
        line({ kind: 'once' }),
        line(MONTHS_24, { audience: { categories: ['governor'], kinds: [] } }),
      ],
      { kind: 'no-end' },
    ],
  ])('%s', (_, lines, lasting) => {
    expect(lasts(lines, [pass('2026-11-16')])).toEqual(lasting);
  });

  test('from the day before it ran out, where the anniversary is kept', () => {
    const kept = line({ kind: 'months', months: 12, keepAnniversaryDays: 60 });
    const both = [pass('2025-12-01'), pass('2026-11-16')];
    expect(lasts([kept], both)).toEqual(until('2027-12-01'));
  });

  test('by its own day, whatever was passed later', () => {
    const completions = [pass('2026-11-20'), pass('2026-11-16')];
    expect(lasts([line(MONTHS_24)], completions)).toEqual(until('2028-11-16'));
  });

  test('by the roles held on its day, also after the person has left', () => {
    const governor = {
      ...held('governor', '2020-09-01', '2026-12-18'),
      category: 'governor' as const,
    };
    const lines = [line(MONTHS_24, { audience: { categories: ['governor'], kinds: [] } })];
    expect(lasts(lines, [pass('2026-11-16')], [governor])).toEqual(until('2028-11-16'));
    expect(lasts(lines, [pass('2026-11-16')])).toEqual({ kind: 'not-asked' });
  });

  test('by the rule of its day, not by a later one', () => {
    const versions = [
      version('2010-09-01', line(MONTHS_24)),
      version('2027-01-01', line({ kind: 'months', months: 6 })),
    ];
    const done = pass('2026-11-16');
    const who = person({ appointments: [teacher('2020-09-01')], completions: [done] });
    const rule = policy([requirement([], { versions })]);
    const completed = { requirementId: 1, completionId: done.id };
    expect(lastingOf(rule, who, completed, SEEN_ON)).toEqual(until('2028-11-16'));
  });

  test.each([
    ['2026-12-31', until('2028-11-16')],
    ['2027-01-01', until('2027-05-16')],
    ['2027-06-01', until('2027-05-16')],
  ])('by a later rule that was chosen to apply to it too, once that begins: %s', (on, lasting) => {
    const later = version('2027-01-01', line({ kind: 'months', months: 6 }));
    const versions = [version('2010-09-01', line(MONTHS_24)), { ...later, appliesToEarlier: true }];
    const done = pass('2026-11-16');
    const who = person({ appointments: [teacher('2020-09-01')], completions: [done] });
    const rule = policy([requirement([], { versions })]);
    const completed = { requirementId: 1, completionId: done.id };
    expect(lastingOf(rule, who, completed, day(on))).toEqual(lasting);
  });

  test('by the first rule, where it came before any began', () => {
    const versions = [version('2027-01-01', line(MONTHS_24))];
    const done = pass('2026-11-16');
    const who = person({ appointments: [teacher('2020-09-01')], completions: [done] });
    const rule = policy([requirement([], { versions })]);
    const completed = { requirementId: 1, completionId: done.id };
    expect(lastingOf(rule, who, completed, SEEN_ON)).toEqual(until('2028-11-16'));
  });
});

test('a pass that completes nothing has no last day', () => {
  expect(lastingOf(policy([]), person({}), null, SEEN_ON)).toEqual({ kind: 'nothing' });
});

test('a pass whose completion no longer stands lasts not at all', () => {
  const completed = { requirementId: 1, completionId: 4711 };
  expect(
    lastingOf(policy([requirement([line(MONTHS_24)])]), person({}), completed, SEEN_ON),
  ).toBeNull();
});
