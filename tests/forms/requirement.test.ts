import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import type { Policy, Requirement } from '#app/domain/types.ts';
import { parseRequirement, readStep, valuesTyped } from '#app/forms/requirement.ts';
import { withAnotherLine, withoutLine } from '#app/forms/requirement-lines.ts';
import { valuesOf } from '#app/forms/requirement-values.ts';
import { typedDay } from './support.ts';

const SESSION: Requirement = {
  id: 1,
  key: 'session',
  name: 'Safeguarding session',
  whatCounts: 'The whole-school session',
  whereToGo: null,
  siteSpecific: false,
  handedInCounts: 'when-checked',
  asksFor: [],
  minutesNeeded: null,
  noticeDays: 60,
  retiredFrom: null,
  metBy: [],
  versions: [
    {
      startsOn: day('2021-09-01'),
      appliesToEarlier: false,
      lines: [
        {
          key: 'all-staff',
          audience: { categories: ['supply', 'staff'], kinds: ['dsl', 'volunteer'] },
          cycle: { kind: 'academic-year', dueBy: '10-31', earlyDays: 14 },
          startWithin: 30,
          rollOutOn: null,
          basis: {
            kind: 'statutory-guidance',
            document: 'KCSIE',
            place: 'Part two',
            says: 'At least\nonce a year.',
            url: 'https://www.gov.uk/kcsie',
          },
          suggestion: null,
        },
        {
          key: 'governors',
          audience: { categories: ['governor'], kinds: [] },
          cycle: { kind: 'months', months: 24, keepAnniversaryDays: 60 },
          startWithin: 0,
          rollOutOn: day('2021-10-31'),
          basis: { kind: 'school-policy', document: 'Policy', place: 'Section 6' },
          suggestion: null,
        },
      ],
    },
  ],
};

const POLICY: Policy = {
  noticeDays: 60,
  gapDays: 90,
  returnDays: 7,
  appointmentKinds: [
    { key: 'volunteer', label: 'Volunteer', category: 'volunteer' },
    { key: 'dsl', label: 'Designated safeguarding lead', category: 'staff' },
  ],
  requirements: [SESSION],
  publications: [{ key: 'kcsie', title: 'KCSIE', editions: [] }],
  cover: [],
  terms: [],
};

type Values = Record<string, string | string[]>;

function formOf(values: Values): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

function parse(values: Values, existing: Requirement | null = null) {
  return parseRequirement(formOf(values), { policy: POLICY, existing, today: day('2026-11-16') });
}

function errorsIn(values: Values, existing: Requirement | null = null) {
  const parsed = parse(values, existing);
  return parsed.ok ? [] : parsed.errors.map(({ field }) => field);
}

const NEW: Values = {
  name: 'Prevent',
  whatCounts: 'The awareness course',
  handedInCounts: 'at-once',
  ...typedDay('startsOn', '2026-12-01'),
  lines: '1',
  'line-0-categories': ['staff', 'supply'],
  'line-0-kinds': 'volunteer',
  'line-0-cycle': 'months',
  'line-0-months': '24',
  'line-0-startWithin': '30',
  ...typedDay('line-0-rollOutOn', '2027-01-31'),
  'line-0-basis': 'school-policy',
  'line-0-document': 'Policy',
  'line-0-place': 'Section 6',
};

describe('a new requirement', () => {
  test('is read with its line and its first day', () => {
    const parsed = parse(NEW);
    expect(parsed).toMatchObject({
      ok: true,
      command: {
        overdueAgreed: null,
        draft: {
          name: 'Prevent',
          noticeDays: null,
          change: { startsOn: '2026-12-01' },
          lines: [
            {
              audience: { categories: ['staff', 'supply'], kinds: ['volunteer'] },
              cycle: { kind: 'months', months: 24 },
              rollOutOn: '2027-01-31',
            },
          ],
        },
      },
    });
  });

  test('says what a certificate must show, and how long somebody must be there', () => {
    expect(parse(NEW)).toMatchObject({ command: { draft: { asksFor: [], minutesNeeded: null } } });
    const asking = { ...NEW, asksFor: ['number', 'provider'], minutesNeeded: '90' };
    expect(parse(asking)).toMatchObject({
      command: { draft: { asksFor: ['provider', 'number'], minutesNeeded: 90 } },
    });
    expect(valuesOf({ ...SESSION, asksFor: ['number'], minutesNeeded: 90 }, null)).toMatchObject({
      asksFor: ['number'],
      minutesNeeded: '90',
    });
  });

  test.each([
    [{ asksFor: 'colour' }, 'asksFor'],
    [{ minutesNeeded: '0' }, 'minutesNeeded'],
    [{ minutesNeeded: '481' }, 'minutesNeeded'],
    [{ minutesNeeded: 'an hour' }, 'minutesNeeded'],
  ])('%o is refused at %s', (wrong, field) => {
    expect(errorsIn({ ...NEW, ...wrong } as Values)).toEqual([field]);
  });

  test('an empty form is told what to enter, field by field', () => {
    expect(errorsIn({})).toEqual([
      'name',
      'whatCounts',
      'handedInCounts',
      'line-0-categories',
      'line-0-cycle',
      'line-0-startWithin',
      'line-0-basis',
      'line-0-document',
      'line-0-place',
      'startsOn',
    ]);
  });

  test.each([
    [{ 'line-0-months': '0' }, 'line-0-months'],
    [{ 'line-0-months': '121' }, 'line-0-months'],
    [{ 'line-0-months': '1e1' }, 'line-0-months'],
    [{ 'line-0-keepAnniversaryDays': 'x' }, 'line-0-keepAnniversaryDays'],
    [{ 'line-0-keepAnniversaryDays': '673' }, 'line-0-keepAnniversaryDays'],
    [{ 'line-0-startWithin': '-1' }, 'line-0-startWithin'],
    [{ 'line-0-startWithin': '731' }, 'line-0-startWithin'],
    [{ 'line-0-categories': 'pupils', 'line-0-kinds': [] }, 'line-0-categories'],
    [{ 'line-0-categories': [], 'line-0-kinds': [] }, 'line-0-categories'],
    [{ 'line-0-kinds': 'somebody' }, 'line-0-kinds'],
    [{ 'line-0-cycle': 'weekly' }, 'line-0-cycle'],
    [{ 'line-0-cycle': 'edition', 'line-0-publication': 'none' }, 'line-0-publication'],
    [
      { 'line-0-cycle': 'academic-year', 'line-0-dueBy': '29 Feb', 'line-0-earlyDays': '14' },
      'line-0-dueBy',
    ],
    [
      { 'line-0-cycle': 'academic-year', 'line-0-dueBy': '31 June', 'line-0-earlyDays': '14' },
      'line-0-dueBy',
    ],
    [
      { 'line-0-cycle': 'academic-year', 'line-0-dueBy': 'soon', 'line-0-earlyDays': '14' },
      'line-0-dueBy',
    ],
    [
      { 'line-0-cycle': 'academic-year', 'line-0-dueBy': '31/10', 'line-0-earlyDays': '63' },
      'line-0-earlyDays',
    ],
    [{ 'line-0-url': 'javascript:alert(1)' }, 'line-0-url'],
    [{ 'line-0-document': 'a\u202Eb' }, 'line-0-document'],
    [{ ...typedDay('line-0-rollOutOn', '2026-02-31') }, 'line-0-rollOutOn'],
    [
      { ...typedDay('startsOn', '2090-01-01'), ...typedDay('line-0-rollOutOn', '2090-01-01') },
      'startsOn',
    ],
    [{ name: 'safeguarding SESSION' }, 'name'],
    [{ metBy: '99' }, 'metBy'],
    [{ noticeDays: '400' }, 'noticeDays'],
  ] as [Values, string][])('%j is refused', (changed, field) => {
    expect(errorsIn({ ...NEW, ...changed })).toEqual([field]);
  });

  test.each(['31 October', '31 oct', '31/10', '31-10', '31.10'])('%s is a due-by day', (typed) => {
    const cycle = { 'line-0-cycle': 'academic-year', 'line-0-earlyDays': '0' };
    expect(parse({ ...NEW, ...cycle, 'line-0-dueBy': typed })).toMatchObject({
      command: { draft: { lines: [{ cycle: { dueBy: '10-31' } }] } },
    });
  });

  test('what was typed is kept', () => {
    const parsed = parse({ ...NEW, name: '', 'line-0-months': 'two' });
    expect(parsed).toMatchObject({ ok: false, values: { 'line-0-months': 'two' } });
  });

  test('a thousand lines are read as ten', () => {
    expect(errorsIn({ lines: '99' }).filter((field) => field.endsWith('cycle'))).toHaveLength(10);
    expect(
      errorsIn({ lines: '__proto__' }).filter((field) => field.endsWith('cycle')),
    ).toHaveLength(1);
  });
});

describe('a change', () => {
  const values = valuesOf(SESSION, null);

  test('the form as it is drawn changes nothing', () => {
    const parsed = parse(values, SESSION);
    expect(parsed).toMatchObject({ command: { proposal: { versionChange: 'none' } } });
    expect(parsed.ok && parsed.command.proposal.requirement.versions).toEqual(SESSION.versions);
  });

  test('changed rules must say from when they hold', () => {
    expect(errorsIn({ ...values, 'line-1-months': '12' }, SESSION)).toEqual(['how']);
  });

  test('from a day on, what becomes of earlier training must be chosen', () => {
    const change = {
      'line-1-months': '12',
      how: 'from-a-day',
      ...typedDay('startsOn', '2026-12-01'),
    };
    expect(errorsIn({ ...values, ...change }, SESSION)).toEqual(['earlier']);
    expect(parse({ ...values, ...change, earlier: 'recounted' }, SESSION)).toMatchObject({
      command: {
        draft: { change: { startsOn: '2026-12-01', appliesToEarlier: true } },
        proposal: { versionChange: 'added' },
      },
    });
  });

  test('a correction of the first rules asks only for their first day', () => {
    const change = { how: 'correct', ...typedDay('correctedOn', '2020-09-01') };
    expect(parse({ ...values, ...change }, SESSION)).toMatchObject({
      command: { proposal: { versionChange: 'corrected' } },
    });
  });

  test('the number agreed to is read from the box', () => {
    expect(parse({ ...values, overdueAgreed: '3' }, SESSION)).toMatchObject({
      command: { overdueAgreed: 3 },
    });
  });
});

describe('lines in the form', () => {
  test('another line is asked for by a button, up to ten', () => {
    expect(withAnotherLine({ lines: '2' })).toEqual({ lines: '3' });
    expect(withAnotherLine({ lines: '10' })).toEqual({ lines: '10' });
    expect(withAnotherLine({})).toEqual({ lines: '2' });
  });

  test('a line is taken out, and those after it move up', () => {
    const values = {
      name: 'a',
      lines: '3',
      'line-0-key': 'x',
      'line-1-key': 'y',
      'line-2-key': 'z',
    };
    expect(withoutLine(values, 1)).toEqual({
      name: 'a',
      lines: '2',
      'line-0-key': 'x',
      'line-1-key': 'z',
    });
  });

  test('the last line stays', () => {
    expect(withoutLine({ lines: '1', 'line-0-key': 'x' }, 0)).toEqual({
      lines: '1',
      'line-0-key': 'x',
    });
  });
});

test.each([
  ['save', { kind: 'save' }],
  ['add-line', { kind: 'add-line' }],
  ['remove-line-2', { kind: 'remove-line', index: 2 }],
  ['', { kind: 'preview' }],
  ['delete-everything', { kind: 'preview' }],
])('the button %j asks for %j', (step, expected) => {
  expect(readStep(formOf({ step }))).toEqual(expected);
});

test('what is drawn again is without the form key and what buttons say', () => {
  const form = formOf({ name: 'a', formKey: 'k', step: 'save', overdueAgreed: '3' });
  expect(valuesTyped(form)).toEqual({ name: 'a' });
});
