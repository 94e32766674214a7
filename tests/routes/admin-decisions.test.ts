import { beforeEach, describe, expect, test } from 'vitest';
import { listAbsences } from '#app/data/absences.ts';
import { addCompletion } from '#app/data/completions.ts';
import { listExemptions } from '#app/data/exemptions.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import * as absence from '#app/routes/dsl.people.$id.absence.tsx';
import * as carryOver from '#app/routes/dsl.people.$id.carry-over.tsx';
import * as exempt from '#app/routes/dsl.people.$id.exempt.tsx';
import * as ownCarryOver from '#app/routes/my.carry-over.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { addRequirement, on } from '#tests/operations/support.ts';
import { signInAs } from '#tests/support/context.ts';
import { makeAccount, write } from '#tests/support/people.ts';
import { adminGround, errorsIn, type Ground, opens, sends } from './admin-ground.ts';

let ground: Ground;

beforeEach(async () => {
  ground = await adminGround();
});

const teacher = () => ({ id: ground.teacherId });

describe('a long absence', () => {
  const days = { ...typedDay('from', '2026-10-01'), ...typedDay('to', '2026-12-18') };
  const absences = () => listAbsences(ground.database, ground.teacherId);

  test.each([
    ['the DSL', 'dsl', '/dsl/people/x/absence', '/dsl/people/'],
    ['the administrator', 'admin', '/dsl/people/x/absence?from=admin', '/admin/people/'],
    ['the administrator from elsewhere', 'admin', '/dsl/people/x/absence', '/admin/people/'],
  ] as const)('is entered by %s, who comes back where they were', async (_, who, path, back) => {
    const came = await sends(absence.action, ground, ground[who], path, days, teacher());
    expect(came.headers.get('Location')).toBe(`${back}${ground.teacherId}?done=absent`);
    expect(absences()).toMatchObject([{ from: '2026-10-01', to: '2026-12-18' }]);
  });

  test('is changed and taken away', async () => {
    await sends(absence.action, ground, ground.dsl, '/x', days, teacher());
    const path = `/x?change=${absences()[0]?.id}`;
    const open = typedDay('from', '2026-10-02');
    await sends(absence.action, ground, ground.dsl, path, open, teacher());
    expect(absences()).toMatchObject([{ from: '2026-10-02', to: null }]);
    await sends(absence.action, ground, ground.dsl, path, { remove: 'yes' }, teacher());
    expect(absences()).toEqual([]);
    const gone = await opens(absence.loader, ground, ground.dsl, path, teacher());
    expect(gone.status).toBe(404);
  });

  test('that overlaps is refused, with what was typed', async () => {
    await sends(absence.action, ground, ground.dsl, '/x', days, teacher());
    const came = await sends(absence.action, ground, ground.dsl, '/x', days, teacher());
    expect(came).toMatchObject({ status: 422, body: { values: { 'to-day': '18' } } });
  });

  test('of somebody at another school is not found', async () => {
    const params = { id: ground.strangerId };
    expect((await opens(absence.loader, ground, ground.dsl, '/x', params)).status).toBe(404);
    expect((await sends(absence.action, ground, ground.dsl, '/x', days, params)).status).toBe(404);
  });
});

describe('an exemption', () => {
  let requirementId: number;
  const decision = () => ({
    requirement: String(requirementId),
    reason: 'Trained elsewhere this year',
    ...typedDay('from', '2026-10-01'),
    ...typedDay('to', '2026-12-18'),
  });
  const exemptions = () => listExemptions(ground.database, ground.teacherId);

  beforeEach(() => {
    requirementId = addRequirement(ground, { key: 'prevent' });
  });

  test('is decided by the DSL and by the administrator', async () => {
    const came = await sends(exempt.action, ground, ground.dsl, '/x', decision(), teacher());
    expect(came.headers.get('Location')).toBe(`/dsl/people/${ground.teacherId}?done=exempt`);
    const path = `/x?from=admin&change=${exemptions()[0]?.id}`;
    const shorter = { ...decision(), ...typedDay('to', '2026-11-15') };
    const changed = await sends(exempt.action, ground, ground.admin, path, shorter, teacher());
    expect(changed.headers.get('Location')).toBe(`/admin/people/${ground.teacherId}?done=exempt`);
    expect(exemptions()).toMatchObject([{ to: '2026-11-15' }]);
  });

  test('sent twice is decided once', async () => {
    const fields = { ...decision(), formKey: '11111111-1111-4111-8111-111111111111' };
    const first = await sends(exempt.action, ground, ground.dsl, '/x', fields, teacher());
    const second = await sends(exempt.action, ground, ground.dsl, '/x', fields, teacher());
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(exemptions()).toHaveLength(1);
  });

  test.each([
    ['without a last day', { 'to-day': '', 'to-month': '', 'to-year': '' }, 'to'],
    ['without a reason', { reason: '' }, 'reason'],
    ['from nothing', { requirement: '' }, 'requirement'],
    ['from what is not asked here', { requirement: '999999' }, 'requirement'],
  ])('%s is refused, with what was typed', async (_, wrong, field) => {
    const fields = { ...decision(), ...wrong };
    const came = await sends(exempt.action, ground, ground.dsl, '/x', fields, teacher());
    expect(came).toMatchObject({ status: 422, body: { values: { 'from-day': '01' } } });
    expect(Object.keys(errorsIn(came))).toEqual([field]);
  });

  test('is not decided for oneself', async () => {
    const own = { id: ground.dslPersonId };
    const shown = await opens(exempt.loader, ground, ground.dsl, '/x', own);
    expect(shown.body).toMatchObject({ isOwn: true });
    const came = await sends(exempt.action, ground, ground.dsl, '/x', decision(), own);
    expect(came.status).toBe(403);
  });

  test('is taken away', async () => {
    await sends(exempt.action, ground, ground.dsl, '/x', decision(), teacher());
    const path = `/x?change=${exemptions()[0]?.id}`;
    await sends(exempt.action, ground, ground.dsl, path, { remove: 'yes' }, teacher());
    expect(exemptions()).toEqual([]);
  });
});

describe('carrying over', () => {
  /** What somebody who works at both schools did at the other. */
  async function doneElsewhere() {
    const { database, otherSchoolId, teacherId, strangerId } = ground;
    const of = { email: 'zoe@example.org', people: [teacherId, strangerId] };
    const accountId = await makeAccount(database, of);
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const there = addRequirement({ database, schoolId: otherSchoolId }, { key: 'prevent' });
    const completionId = write(database, (transaction) =>
      addCompletion(transaction, {
        personId: strangerId,
        requirementId: there,
        completedOn: on('2026-03-01'),
        evidence: 'certificate',
        recordedAt: '2026-03-01T12:00:00.000Z',
      }),
    );
    const place = { personId: teacherId, schoolId: ground.schoolId };
    return {
      fields: { completion: String(completionId), requirement: String(requirementId) },
      own: await signInAs(database, accountId, place),
    };
  }

  const recorded = () =>
    findPersonFacts(ground.database, ground.schoolId, ground.teacherId)?.completions;

  test('by the DSL counts at once', async () => {
    const { fields } = await doneElsewhere();
    const shown = await opens(carryOver.loader, ground, ground.dsl, '/x', teacher());
    expect(shown.body).toMatchObject({ offered: [{ requirement: 'prevent' }] });
    const came = await sends(carryOver.action, ground, ground.dsl, '/x', fields, teacher());
    expect(came.headers.get('Location')).toBe(`/dsl/people/${ground.teacherId}?done=carried`);
    expect(recorded()).toMatchObject([{ earnedElsewhere: true, check: 'counts' }]);
  });

  test('by the person waits for a check', async () => {
    const { fields, own } = await doneElsewhere();
    const shown = await opens(ownCarryOver.loader, ground, own, '/my/carry-over');
    expect(shown.body).toMatchObject({ offered: [{ requirement: 'prevent' }] });
    const came = await sends(ownCarryOver.action, ground, own, '/my/carry-over', fields);
    expect(came.headers.get('Location')).toBe('/my/carry-over?done=carried');
    expect(recorded()).toMatchObject([{ check: 'awaiting-check' }]);
  });
});
