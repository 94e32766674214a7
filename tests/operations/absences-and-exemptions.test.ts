import { beforeEach, describe, expect, test } from 'vitest';
import { listAbsences } from '#app/data/absences.ts';
import { listExemptions } from '#app/data/exemptions.ts';
import { changeExemption, exempt, removeExemption } from '#app/operations/exempt.ts';
import { changeAbsence, recordAbsence, removeAbsence } from '#app/operations/record-absence.ts';
import {
  addRequirement,
  addTeacher,
  freshGround,
  type Ground,
  lastAudit,
  on,
  otherGround,
  refusalOf,
} from './support.ts';

let ground: Ground;
let personId: number;

beforeEach(() => {
  ground = freshGround();
  personId = addTeacher(ground);
});

describe('an absence', () => {
  const absences = () => listAbsences(ground.database, personId).map(({ from, to }) => [from, to]);

  test('may have no known end, and gets one later', async () => {
    const { absenceId } = await recordAbsence(ground.act, {
      personId,
      from: on('2026-10-01'),
      to: null,
    });
    const days = { from: on('2026-10-01'), to: on('2027-03-31') };
    await changeAbsence(ground.act, { personId, absenceId, ...days });
    expect(absences()).toEqual([['2026-10-01', '2027-03-31']]);
    expect(lastAudit(ground)?.contents).toMatchObject({ before: { to: null } });
  });

  test('does not overlap another', async () => {
    await recordAbsence(ground.act, { personId, from: on('2026-10-01'), to: on('2026-10-31') });
    const again = { personId, from: on('2026-10-31'), to: null };
    expect((await refusalOf(recordAbsence(ground.act, again))).field).toBe('from');
    await recordAbsence(ground.act, { ...again, from: on('2026-11-01') });
  });

  test('ends on or after its first day', async () => {
    const backwards = { personId, from: on('2026-10-02'), to: on('2026-10-01') };
    expect((await refusalOf(recordAbsence(ground.act, backwards))).field).toBe('to');
  });

  test('is taken away where it was wrong', async () => {
    const days = { from: on('2026-10-01'), to: null };
    const { absenceId } = await recordAbsence(ground.act, { personId, ...days });
    await removeAbsence(ground.act, { personId, absenceId });
    expect(absences()).toEqual([]);
    expect(lastAudit(ground)).toMatchObject({ action: 'absence.removed' });
    const again = removeAbsence(ground.act, { personId, absenceId });
    expect((await refusalOf(again)).kind).toBe('not-found');
  });
});

describe('an exemption', () => {
  let requirementId: number;
  const decision = { from: on('2026-10-01'), to: on('2026-12-31'), reason: 'On a visa course' };

  beforeEach(() => {
    requirementId = addRequirement(ground, { key: 'prevent' });
  });

  test('stands with its last day and the reason, in the audit too', async () => {
    await exempt(ground.act, { personId, requirementId, ...decision });
    expect(listExemptions(ground.database, personId)).toMatchObject([
      { requirementName: 'prevent', ...decision },
    ]);
    expect(lastAudit(ground)).toMatchObject({
      action: 'exemption.decided',
      contents: { why: 'On a visa course', after: { to: '2026-12-31' } },
    });
  });

  test('is never decided for oneself', async () => {
    const own = { personId: ground.actorId, requirementId, ...decision };
    expect((await refusalOf(exempt(ground.act, own))).kind).toBe('not-allowed');
  });

  test('does not overlap another of the same requirement', async () => {
    await exempt(ground.act, { personId, requirementId, ...decision });
    const again = exempt(ground.act, { personId, requirementId, ...decision });
    expect((await refusalOf(again)).field).toBe('from');
    const other = addRequirement(ground, { key: 'fgm' });
    await exempt(ground.act, { personId, requirementId: other, ...decision });
  });

  test('ends earlier, with before and after', async () => {
    const { exemptionId } = await exempt(ground.act, { personId, requirementId, ...decision });
    const ended = { ...decision, to: on('2026-11-15') };
    await changeExemption(ground.act, { personId, exemptionId, ...ended });
    expect(lastAudit(ground)?.contents).toMatchObject({
      before: { to: '2026-12-31' },
      after: { to: '2026-11-15' },
    });
  });

  test('is taken away where it was wrong', async () => {
    const { exemptionId } = await exempt(ground.act, { personId, requirementId, ...decision });
    await removeExemption(ground.act, { personId, exemptionId });
    expect(listExemptions(ground.database, personId)).toEqual([]);
  });

  test("is of this school's own requirements and people", async () => {
    const other = otherGround(ground);
    const theirs = addRequirement(other, { key: 'prevent' });
    const wrong = exempt(ground.act, { personId, requirementId: theirs, ...decision });
    expect((await refusalOf(wrong)).field).toBe('requirement');
    const stranger = addTeacher(other, 'X1');
    const foreign = exempt(ground.act, { personId: stranger, requirementId, ...decision });
    expect((await refusalOf(foreign)).kind).toBe('not-found');
  });
});
