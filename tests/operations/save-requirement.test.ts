import { describe, expect, test } from 'vitest';
import { listRequirementEvents } from '#app/data/requirements.ts';
import { day } from '#app/domain/days.ts';
import type { RequirementDraft } from '#app/domain/propose-requirement.ts';
import { addRequirement } from '#app/operations/save-requirement.ts';
import {
  addSession,
  change,
  complete,
  lastAudit,
  makeRequirementSchool,
  requirementOf,
  SESSION,
  unchanged,
  YEARLY,
} from './requirement-school.ts';

describe('adding a requirement', () => {
  test('it stands in the policy with its first version and a key of its own', async () => {
    const { act } = makeRequirementSchool();
    const first = await addSession(act);
    const second = await addSession(act, { ...SESSION, name: 'Safeguarding: session' });
    expect(requirementOf(act, first)).toMatchObject({
      key: 'safeguarding-session',
      noticeDays: 60,
      versions: [{ startsOn: '2021-09-01', appliesToEarlier: false, lines: [{ key: 'staff' }] }],
    });
    expect(requirementOf(act, second).key).toBe('safeguarding-session-2');
    expect(lastAudit(act)).toMatchObject({ action: 'requirement.added' });
  });

  test('whoever becomes overdue by it must have been seen and agreed to', async () => {
    const { act } = makeRequirementSchool();
    const adding = (overdueAgreed: number | null) =>
      addRequirement(act, { draft: SESSION, overdueAgreed });
    await expect(adding(null)).rejects.toMatchObject({ kind: 'wrong', field: 'overdueAgreed' });
    await expect(adding(2)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(adding(3)).resolves.toHaveProperty('requirementId');
  });

  test('nobody need be agreed to where there is time until a roll-out day', async () => {
    const { act } = makeRequirementSchool();
    const lines = [{ ...YEARLY, rollOutOn: day('2027-01-31') }];
    const change = { ...SESSION.change!, startsOn: day('2026-12-01') };
    const draft = { ...SESSION, lines, change };
    await expect(addRequirement(act, { draft, overdueAgreed: null })).resolves.toBeDefined();
  });

  test('the same form sent twice adds it once', async () => {
    const { act } = makeRequirementSchool();
    const sent = { ...act, formKey: 'a1b2' };
    const draft = { ...SESSION, lines: [{ ...YEARLY, rollOutOn: day('2030-01-01') }] };
    const first = await addRequirement(sent, { draft, overdueAgreed: null });
    const again = await addRequirement(sent, { draft, overdueAgreed: null });
    expect(again).toEqual(first);
  });

  const line = (changed: object) => ({ lines: [{ ...YEARLY, ...changed }] });
  const wrong: [string, string, Partial<RequirementDraft>][] = [
    ['no line', 'lines', { lines: [] }],
    [
      'an audience of nobody',
      'line-0-categories',
      line({ audience: { categories: [], kinds: [] } }),
    ],
    ['an unknown kind', 'line-0-categories', line({ audience: { categories: [], kinds: ['x'] } })],
    ['121 months', 'line-0-months', line({ cycle: { kind: 'months', months: 121 } })],
    ['0 months', 'line-0-months', line({ cycle: { kind: 'months', months: 0 } })],
    [
      'an anniversary window longer than the cycle',
      'line-0-keepAnniversaryDays',
      line({ cycle: { kind: 'months', months: 1, keepAnniversaryDays: 29 } }),
    ],
    [
      '29 February as the due-by day',
      'line-0-dueBy',
      line({ cycle: { kind: 'academic-year', dueBy: '02-29', earlyDays: 14 } }),
    ],
    [
      '63 early days',
      'line-0-earlyDays',
      line({ cycle: { kind: 'academic-year', dueBy: '10-31', earlyDays: 63 } }),
    ],
    [
      'an unknown publication',
      'line-0-publication',
      line({ cycle: { kind: 'edition', publication: 'none' } }),
    ],
    ['731 days from joining', 'line-0-startWithin', line({ startWithin: 731 })],
    ['no roll-out day', 'line-0-rollOutOn', line({ rollOutOn: null })],
    ['a roll-out before the first day', 'line-0-rollOutOn', line({ rollOutOn: day('2021-08-31') })],
    ['no document', 'line-0-document', line({ basis: { ...YEARLY.basis, document: '' } })],
    ['no place', 'line-0-place', line({ basis: { ...YEARLY.basis, place: '' } })],
    [
      'a script for a link',
      'line-0-url',
      line({ basis: { ...YEARLY.basis, url: 'javascript:0' } }),
    ],
    ['an unknown other', 'metBy', { metBy: [99] }],
    ['366 days of notice', 'noticeDays', { noticeDays: 366 }],
    ['no first day', 'how', { change: null }],
    [
      'a year far ahead',
      'startsOn',
      {
        ...line({ rollOutOn: null, cycle: { kind: 'edition', publication: 'kcsie' } }),
        change: { ...SESSION.change!, startsOn: day('2090-01-01') },
      },
    ],
  ];
  test.each(wrong)('%s is refused', async (_what, field, changed) => {
    const { act } = makeRequirementSchool();
    const draft = { ...SESSION, ...changed };
    const adding = addRequirement(act, { draft, overdueAgreed: 3 });
    await expect(adding).rejects.toMatchObject({ kind: 'wrong', field });
  });

  test('a name that another requirement has is refused, however it is written', async () => {
    const { act } = makeRequirementSchool();
    await addSession(act);
    const draft = { ...SESSION, name: 'SAFEGUARDING session' };
    const adding = addRequirement(act, { draft, overdueAgreed: 3 });
    await expect(adding).rejects.toMatchObject({ kind: 'wrong', field: 'name' });
  });
});

describe('changing a requirement', () => {
  async function withSession() {
    const school = makeRequirementSchool();
    const id = await addSession(school.act);
    await complete(school.act, id, school.people.slice(0, 3), '2026-09-02');
    return { ...school, id, requirement: requirementOf(school.act, id) };
  }

  test('new words make no new version', async () => {
    const { act, id, requirement } = await withSession();
    await change(act, id, { ...unchanged(requirement), name: 'Annual session', noticeDays: 30 });
    const after = requirementOf(act, id);
    expect(after).toMatchObject({ name: 'Annual session', noticeDays: 30, key: requirement.key });
    expect(after.versions).toEqual(requirement.versions);
    expect(lastAudit(act)).toMatchObject({ action: 'requirement.reworded' });
  });

  test('changed rules need a day from which they hold', async () => {
    const { act, id, requirement } = await withSession();
    const draft = {
      ...unchanged(requirement),
      lines: [{ ...YEARLY, key: 'staff', startWithin: 7 }],
    };
    await expect(change(act, id, draft)).rejects.toMatchObject({ kind: 'wrong', field: 'how' });
  });

  test('changed rules are a version that begins on the day given; lines keep their keys', async () => {
    const { act, id, requirement } = await withSession();
    await change(act, id, {
      ...unchanged(requirement),
      lines: [{ ...YEARLY, key: 'staff', cycle: { kind: 'months', months: 24 } }],
      change: { how: 'from-a-day', startsOn: day('2026-11-01'), appliesToEarlier: false },
    });
    const { versions } = requirementOf(act, id);
    expect(versions.map(({ startsOn }) => startsOn)).toEqual(['2021-09-01', '2026-11-01']);
    expect(versions[0]).toEqual(requirement.versions[0]);
    expect(versions[1]!.lines[0]).toMatchObject({ key: 'staff', cycle: { months: 24 } });
    expect(lastAudit(act)).toMatchObject({ action: 'requirement.changed' });
  });

  test('a version cannot begin on or before the day of the one before it', async () => {
    const { act, id, requirement } = await withSession();
    const draft = {
      ...unchanged(requirement),
      lines: [{ ...YEARLY, key: 'staff', startWithin: 7 }],
      change: { how: 'from-a-day', startsOn: day('2021-09-01'), appliesToEarlier: false },
    } as const;
    await expect(change(act, id, draft as unknown as RequirementDraft)).rejects.toMatchObject({
      field: 'startsOn',
    });
  });

  test('a correction puts the newest version right, its first day included', async () => {
    const { act, id, requirement } = await withSession();
    await change(act, id, {
      ...unchanged(requirement),
      lines: [{ ...YEARLY, key: 'staff', startWithin: 14 }],
      change: { how: 'correct', startsOn: day('2020-09-01'), appliesToEarlier: true },
    });
    expect(requirementOf(act, id).versions).toEqual([
      {
        ...requirement.versions[0],
        startsOn: '2020-09-01',
        lines: [{ ...requirement.versions[0]!.lines[0], startWithin: 14 }],
      },
    ]);
    expect(lastAudit(act)).toMatchObject({
      action: 'requirement.corrected',
      contents: {
        before: { version: { startsOn: '2021-09-01', lines: [{ startWithin: 30 }] } },
        after: { version: { startsOn: '2020-09-01', lines: [{ startWithin: 14 }] } },
      },
    });
  });

  test('what was completed before keeps its rule, unless the change is to count for it', async () => {
    const { act, id, requirement } = await withSession();
    const draft = (appliesToEarlier: boolean): RequirementDraft => ({
      ...unchanged(requirement),
      lines: [{ ...YEARLY, key: 'staff', cycle: { kind: 'months', months: 1 } }],
      change: { how: 'from-a-day', startsOn: day('2026-11-01'), appliesToEarlier },
    });
    await expect(change(act, id, draft(true))).rejects.toMatchObject({ field: 'overdueAgreed' });
    await expect(change(act, id, draft(false))).resolves.toBeDefined();
  });

  test('a first interval that is to count for what was done before asks who becomes overdue', async () => {
    const { act, people } = makeRequirementSchool();
    const line = { ...YEARLY, cycle: { kind: 'not-stated' as const }, suggestion: 'Yearly?' };
    const id = await addSession(act, { ...SESSION, lines: [line] });
    await complete(act, id, people.slice(0, 2), '2023-09-02');
    await complete(act, id, people.slice(2, 3), '2026-09-02');
    const draft: RequirementDraft = {
      ...unchanged(requirementOf(act, id)),
      lines: [{ ...YEARLY, key: 'staff', suggestion: 'Yearly?' }],
      change: { how: 'from-a-day', startsOn: day('2026-11-16'), appliesToEarlier: true },
    };
    await expect(change(act, id, draft)).rejects.toMatchObject({ field: 'overdueAgreed' });
    await expect(change(act, id, draft, 2)).resolves.toBeDefined();
    expect(requirementOf(act, id).versions.at(-1)?.lines[0]?.suggestion).toBeNull();
  });

  test('a line for more people asks by when those already in post are to have done it', async () => {
    const { act, id, requirement } = await withSession();
    const draft = (rollOutOn: string): RequirementDraft => ({
      ...unchanged(requirement),
      lines: [
        {
          ...YEARLY,
          key: 'staff',
          audience: { categories: ['staff', 'governor'], kinds: [] },
          rollOutOn: day(rollOutOn),
        },
      ],
      change: { how: 'from-a-day', startsOn: day('2026-12-01'), appliesToEarlier: false },
    });
    await expect(change(act, id, draft('2021-10-31'))).rejects.toMatchObject({
      field: 'line-0-rollOutOn',
    });
    await expect(change(act, id, draft('2027-01-31'))).resolves.toBeDefined();
  });

  test('a line that is new is given a key that no earlier line had', async () => {
    const { act, id, requirement } = await withSession();
    await change(act, id, {
      ...unchanged(requirement),
      lines: [{ ...YEARLY, key: 'forged', rollOutOn: day('2027-01-31') }],
      change: { how: 'from-a-day', startsOn: day('2026-12-01'), appliesToEarlier: false },
    });
    const { versions } = requirementOf(act, id);
    expect(versions.at(-1)!.lines[0]!.key).toBe('staff-2');
  });

  test('the requirement of another school is not found', async () => {
    const { otherAct, id, requirement } = await withSession();
    await expect(change(otherAct, id, unchanged(requirement))).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('its history can be read, the newest first', async () => {
    const { act, database, id, requirement } = await withSession();
    await change(act, id, { ...unchanged(requirement), name: 'Annual session' });
    const events = listRequirementEvents(database, act.schoolId!, id);
    expect(events.map(({ action }) => action)).toEqual([
      'requirement.reworded',
      'requirement.added',
    ]);
  });
});
