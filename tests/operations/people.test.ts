import { beforeEach, describe, expect, test } from 'vitest';
import { addAdministrator } from '#app/data/accounts.ts';
import { findPerson, listAppointments } from '#app/data/people.ts';
import { findSchool } from '#app/data/schools.ts';
import { addPerson } from '#app/operations/add-person.ts';
import { appoint } from '#app/operations/appoint.ts';
import { changeAppointment, removeAppointment } from '#app/operations/change-appointment.ts';
import { changePerson } from '#app/operations/change-person.ts';
import { endAppointments, markLeft } from '#app/operations/end-appointments.ts';
import { write } from '#tests/support/people.ts';
import {
  addTeacher,
  auditLength,
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

const held = () =>
  listAppointments(ground.database, personId).map(({ kind, from, to }) => [kind, from, to]);

const newcomer = () => ({
  firstName: 'Ann',
  lastName: "O'Neill",
  email: 'ann@example.org',
  ref: null,
  kindId: ground.kinds.teacher,
  from: on('2026-11-16'),
  to: null,
  isNamesake: false,
});

describe('adding somebody', () => {
  test('adds the person, the appointment, the audit entry and a new facts version', async () => {
    const version = findSchool(ground.database, ground.schoolId)?.factsVersion ?? 0;
    const added = await addPerson(ground.act, newcomer());
    expect(findPerson(ground.database, ground.schoolId, added.personId)).toMatchObject({
      name: "Ann O'Neill",
      ref: 'P0003',
    });
    expect(lastAudit(ground)).toMatchObject({
      action: 'person.added',
      personId: added.personId,
      contents: { by: 'Ada Min', about: "Ann O'Neill, Teacher from 16 November 2026" },
    });
    expect(findSchool(ground.database, ground.schoolId)?.factsVersion).toBe(version + 1);
    expect(auditLength(ground)).toBe(1);
  });

  test('a form sent twice adds one person and answers the same', async () => {
    const act = { ...ground.act, formKey: '11111111-1111-4111-8111-111111111111' };
    const first = await addPerson(act, newcomer());
    expect(await addPerson(act, newcomer())).toEqual(first);
    expect(auditLength(ground)).toBe(1);
  });

  test('the same name again is asked about, and may be somebody else', async () => {
    await addPerson(ground.act, newcomer());
    const again = { ...newcomer(), firstName: 'ANN' };
    expect(await refusalOf(addPerson(ground.act, again))).toMatchObject({
      kind: 'wrong',
      field: 'isNamesake',
    });
    await addPerson(ground.act, { ...again, isNamesake: true });
    expect(auditLength(ground)).toBe(2);
  });

  test('a staff number that is taken is refused', async () => {
    const refusal = await refusalOf(addPerson(ground.act, { ...newcomer(), ref: 'T1' }));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'ref' });
  });

  test("another school's kind of appointment is none", async () => {
    const { kinds } = otherGround(ground);
    const refusal = await refusalOf(addPerson(ground.act, { ...newcomer(), kindId: kinds.dsl }));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'kind' });
  });

  test('somebody with no name is nobody', async () => {
    const nameless = { ...newcomer(), firstName: '', lastName: '' };
    expect((await refusalOf(addPerson(ground.act, nameless))).field).toBe('lastName');
  });
});

describe('changing who somebody is', () => {
  const changed = { firstName: 'Zoë', lastName: 'Hale', email: null, ref: 'T9' };

  test('keeps what was before in the audit', async () => {
    await changePerson(ground.act, { personId, ...changed });
    expect(findPerson(ground.database, ground.schoolId, personId)).toMatchObject(changed);
    expect(lastAudit(ground)?.contents).toMatchObject({
      before: { lastName: 'Marsh T1', ref: 'T1' },
      after: { lastName: 'Hale', ref: 'T9' },
    });
  });

  test('their own staff number is not taken by themselves', async () => {
    await changePerson(ground.act, { personId, ...changed, ref: 'T1' });
    const refusal = await refusalOf(changePerson(ground.act, { personId, ...changed, ref: 'A1' }));
    expect(refusal.field).toBe('ref');
  });

  test("another school's person is not found", async () => {
    const other = addTeacher(otherGround(ground), 'X1');
    const refusal = await refusalOf(changePerson(ground.act, { personId: other, ...changed }));
    expect(refusal.kind).toBe('not-found');
  });
});

describe('appointments', () => {
  const days = { from: on('2026-12-01'), to: null };

  test('a further one is added', async () => {
    await appoint(ground.act, { personId, kindId: ground.kinds.dsl, ...days });
    expect(held()).toEqual([
      ['teacher', '2026-09-01', null],
      ['dsl', '2026-12-01', null],
    ]);
    expect(lastAudit(ground)?.action).toBe('appointment.added');
  });

  test('the same kind on one of the same days is refused', async () => {
    const again = { personId, kindId: ground.kinds.teacher, ...days };
    expect(await refusalOf(appoint(ground.act, again))).toMatchObject({ field: 'from' });
    await endAppointments(ground.act, { personId, lastDay: on('2026-12-01') });
    expect(await refusalOf(appoint(ground.act, again))).toMatchObject({ field: 'from' });
    await appoint(ground.act, { ...again, from: on('2026-12-02') });
  });

  test('a last day before the first is refused', async () => {
    const backwards = { personId, kindId: ground.kinds.dsl, ...days, to: on('2026-11-30') };
    expect((await refusalOf(appoint(ground.act, backwards))).field).toBe('to');
  });

  test('its days change, with before and after', async () => {
    const [one] = listAppointments(ground.database, personId);
    const change = { personId, appointmentId: one!.id, from: on('2026-09-02'), to: null };
    await changeAppointment(ground.act, change);
    expect(held()).toEqual([['teacher', '2026-09-02', null]]);
    expect(lastAudit(ground)?.contents).toMatchObject({
      before: { from: '2026-09-01' },
      after: { from: '2026-09-02' },
    });
  });

  test('one that was entered wrongly is taken away, with the reason', async () => {
    const [one] = listAppointments(ground.database, personId);
    await removeAppointment(ground.act, { personId, appointmentId: one!.id, why: 'Not theirs' });
    expect(held()).toEqual([]);
    expect(lastAudit(ground)).toMatchObject({
      action: 'appointment.removed',
      contents: { before: { kind: 'teacher', from: '2026-09-01' }, why: 'Not theirs' },
    });
  });

  test("somebody else's appointment is not found under this person", async () => {
    const [others] = listAppointments(ground.database, ground.actorId);
    const change = { personId, appointmentId: others!.id, ...days };
    expect((await refusalOf(changeAppointment(ground.act, change))).kind).toBe('not-found');
  });
});

describe('leaving', () => {
  test('ends every appointment that would go on, and clears the mark', async () => {
    const { dsl, governor } = ground.kinds;
    const past = { from: on('2025-01-01'), to: on('2025-12-31') };
    await appoint(ground.act, { personId, kindId: dsl, from: on('2026-09-01'), to: null });
    await appoint(ground.act, { personId, kindId: governor, ...past });
    await markLeft(ground.act, { personId, hasLeft: true });
    await endAppointments(ground.act, { personId, lastDay: on('2026-11-13') });
    expect(held()).toEqual([
      ['governor', '2025-01-01', '2025-12-31'],
      ['teacher', '2026-09-01', '2026-11-13'],
      ['dsl', '2026-09-01', '2026-11-13'],
    ]);
    const person = findPerson(ground.database, ground.schoolId, personId);
    expect(person?.leftWithoutDay).toBe(false);
    expect(lastAudit(ground)).toMatchObject({
      action: 'person.left',
      contents: { after: { lastDay: '2026-11-13' } },
    });
  });

  test('is refused where an appointment only begins afterwards', async () => {
    const later = { from: on('2027-01-01'), to: null };
    await appoint(ground.act, { personId, kindId: ground.kinds.governor, ...later });
    const leaving = { personId, lastDay: on('2026-12-18') };
    expect((await refusalOf(endAppointments(ground.act, leaving))).field).toBe('lastDay');
    expect(held()[0]).toEqual(['teacher', '2026-09-01', null]);
  });

  test('is refused where it would leave the school without an administrator', async () => {
    write(ground.database, (transaction) => {
      addAdministrator(transaction, ground.accountId, ground.schoolId);
    });
    const leaving = { personId: ground.actorId, lastDay: on('2026-12-18') };
    expect((await refusalOf(endAppointments(ground.act, leaving))).message).toMatch(
      /Make somebody else administrator first/,
    );
  });

  test('is refused where everything ends before', async () => {
    await endAppointments(ground.act, { personId, lastDay: on('2026-11-13') });
    const later = { personId, lastDay: on('2026-12-18') };
    expect((await refusalOf(endAppointments(ground.act, later))).kind).toBe('wrong');
  });

  test('a last day that is not known yet is a mark, which can be taken off', async () => {
    const isMarked = () => findPerson(ground.database, ground.schoolId, personId)?.leftWithoutDay;
    await markLeft(ground.act, { personId, hasLeft: true });
    expect(isMarked()).toBe(true);
    await markLeft(ground.act, { personId, hasLeft: false });
    expect(isMarked()).toBe(false);
    expect(auditLength(ground)).toBe(2);
  });
});
