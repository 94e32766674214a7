import { beforeEach, describe, expect, test } from 'vitest';
import { countAudit } from '#app/data/audit.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { findPerson, listAppointments } from '#app/data/people.ts';
import * as list from '#app/routes/admin.people._index.tsx';
import * as page from '#app/routes/admin.people.$id._index.tsx';
import * as appoint from '#app/routes/admin.people.$id.appoint.tsx';
import * as change from '#app/routes/admin.people.$id.appointments.$appointmentId._index.tsx';
import * as remove from '#app/routes/admin.people.$id.appointments.$appointmentId.remove.tsx';
import * as details from '#app/routes/admin.people.$id.details.tsx';
import * as leave from '#app/routes/admin.people.$id.leave.tsx';
import * as added from '#app/routes/admin.people.new.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { adminGround, errorsIn, type Ground, opens, sends } from './admin-ground.ts';

let ground: Ground;

beforeEach(async () => {
  ground = await adminGround();
});

const changes = () => countAudit(ground.database, { schoolId: ground.schoolId });

describe('adding a person', () => {
  const typed = () => ({
    firstName: 'Ann',
    lastName: '<img onerror=alert(1)>',
    email: '',
    ref: '',
    kind: String(ground.kindId('teacher')),
    ...typedDay('from', '2026-11-23'),
  });
  const send = (fields: Record<string, string>, cookie = ground.admin) =>
    sends(added.action, ground, cookie, '/admin/people/new', fields);

  test('leads to their page, with their name as it was typed', async () => {
    const came = await send(typed());
    expect(came.status).toBe(303);
    const id = Number(/people\/(\d+)\?done=added/.exec(came.headers.get('Location') ?? '')?.[1]);
    expect(findPerson(ground.database, ground.schoolId, id)?.name).toBe(
      'Ann <img onerror=alert(1)>',
    );
  });

  test('sent twice adds one and leads to the same page', async () => {
    const fields = { ...typed(), formKey: '11111111-1111-4111-8111-111111111111' };
    const first = await send(fields);
    const second = await send(fields);
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(changes()).toBe(1);
  });

  test.each([
    ['no name', { firstName: '', lastName: '' }, 'lastName'],
    ['a hidden character', { firstName: 'An\u202en' }, 'firstName'],
    ['no address', { email: 'ann' }, 'email'],
    ['an unknown appointment', { kind: '999999' }, 'kind'],
    ['a made-up appointment', { kind: '1e3' }, 'kind'],
    ['no such day', { 'from-month': '2', 'from-day': '31' }, 'from'],
    ['a year of five digits', { 'from-year': '20260' }, 'from'],
    ['an end before the beginning', typedDay('to', '2026-11-22'), 'to'],
    ['a name that is here already', { firstName: 'zoë', lastName: 'MARSH' }, 'isNamesake'],
  ])('%s is refused, and what was typed is kept', async (_, wrong, field) => {
    const came = await send({ ...typed(), ...wrong });
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual([field]);
    expect(came.body).toMatchObject({ values: { 'from-day': expect.any(String) } });
    expect(changes()).toBe(0);
  });

  test('is the administrator’s alone', async () => {
    expect((await send(typed(), ground.dsl)).status).toBe(403);
    expect((await send(typed(), '')).status).toBe(303);
    expect(changes()).toBe(0);
  });
});

describe('the list', () => {
  const found = async (query: string) => {
    const came = await opens(list.loader, ground, ground.admin, `/admin/people${query}`);
    return (came.body as { people: { sortName: string }[] }).people.map((one) => one.sortName);
  };

  test('is of this school alone, by name', async () => {
    expect(await found('')).toEqual(['Lead, Dora', 'Marsh, Zoë', 'Min, Ada']);
  });

  test.each([
    ['?q=zoe', ['Marsh, Zoë']],
    ['?q=%25', []],
    ['?q=_', []],
    ['?kind=dsl', ['Lead, Dora']],
    ['?who=left', []],
    ['?page=2', []],
    ['?page=1e3&who=__proto__&category=pupil', ['Lead, Dora', 'Marsh, Zoë', 'Min, Ada']],
  ])('%s shows %j', async (query, names) => {
    expect(await found(query)).toEqual(names);
  });
});

describe('a person', () => {
  test('is shown with appointments and what was changed', async () => {
    const params = { id: ground.teacherId };
    const came = await opens(page.loader, ground, ground.admin, '/admin/people/x', params);
    expect(came.body).toMatchObject({
      name: 'Zoë Marsh',
      answer: 'Teacher since 1 September 2020.',
      appointments: [{ label: 'Teacher', days: 'since 1 September 2020' }],
      account: null,
      entries: [],
    });
  });

  test.each(['0', '-1', '1e3', '0x10', '9007199254740993', '999999', 'abc', '%00'])(
    'there is none with the id %s',
    async (id) => {
      const came = await opens(page.loader, ground, ground.admin, '/admin/people/x', { id });
      expect(came.status).toBe(404);
    },
  );

  test('of another school is not found, with the same answer as for nobody', async () => {
    const ask = (id: number) => opens(page.loader, ground, ground.admin, '/x', { id });
    const theirs = await ask(ground.strangerId);
    expect(theirs.status).toBe(404);
    expect(theirs.body).toEqual((await ask(999_999)).body);
  });

  test('changes names, and keeps what was typed where it is refused', async () => {
    const params = { id: ground.teacherId };
    const send = (fields: Record<string, string>) =>
      sends(details.action, ground, ground.admin, '/x', fields, params);
    const wrong = await send({ firstName: '', lastName: '', email: 'z@example.org' });
    expect(wrong).toMatchObject({ status: 422, body: { values: { email: 'z@example.org' } } });
    const right = await send({
      firstName: 'Zoë',
      lastName: 'Hale',
      school_id: String(ground.otherSchoolId),
      role: 'administrator',
    });
    expect(right.status).toBe(303);
    expect(findPerson(ground.database, ground.schoolId, ground.teacherId)).toMatchObject({
      name: 'Zoë Hale',
      schoolId: ground.schoolId,
    });
  });
});

describe('appointments', () => {
  const held = () => listAppointments(ground.database, ground.teacherId);

  test('are added', async () => {
    const fields = { kind: String(ground.kindId('dsl')), ...typedDay('from', '2026-12-01') };
    const params = { id: ground.teacherId };
    const came = await sends(appoint.action, ground, ground.admin, '/x', fields, params);
    expect(came.status).toBe(303);
    expect(held().map(({ kind }) => kind)).toEqual(['teacher', 'dsl']);
  });

  test('that overlap are refused with what was typed', async () => {
    const fields = { kind: String(ground.kindId('teacher')), ...typedDay('from', '2026-12-01') };
    const params = { id: ground.teacherId };
    const came = await sends(appoint.action, ground, ground.admin, '/x', fields, params);
    expect(came).toMatchObject({ status: 422, body: { values: { 'from-year': '2026' } } });
    expect(Object.keys(errorsIn(came))).toEqual(['from']);
  });

  test('change their days', async () => {
    const params = { id: ground.teacherId, appointmentId: held()[0]!.id };
    const days = { ...typedDay('from', '2020-09-01'), ...typedDay('to', '2026-12-18') };
    const came = await sends(change.action, ground, ground.admin, '/x', days, params);
    expect(came.status).toBe(303);
    expect(held()[0]?.to).toBe('2026-12-18');
  });

  test('of somebody else are not found under this person', async () => {
    const [theirs] = listAppointments(ground.database, ground.strangerId);
    const params = { id: ground.teacherId, appointmentId: theirs!.id };
    for (const run of [change.loader, remove.loader]) {
      expect((await opens(run, ground, ground.admin, '/x', params)).status).toBe(404);
    }
    const fields = { why: 'x', ...typedDay('from', '2020-09-01') };
    for (const run of [change.action, remove.action]) {
      expect((await sends(run, ground, ground.admin, '/x', fields, params)).status).toBe(404);
    }
  });

  test('are taken away with a reason, and not without', async () => {
    const params = { id: ground.teacherId, appointmentId: held()[0]!.id };
    const without = await sends(remove.action, ground, ground.admin, '/x', { why: ' ' }, params);
    expect(Object.keys(errorsIn(without))).toEqual(['why']);
    const came = await sends(remove.action, ground, ground.admin, '/x', { why: 'Wrong' }, params);
    expect(came.status).toBe(303);
    expect(held()).toEqual([]);
  });
});

describe('leaving', () => {
  const send = (fields: Record<string, string>) =>
    sends(leave.action, ground, ground.admin, '/x', fields, { id: ground.teacherId });
  const isMarked = () =>
    schoolFacts(ground.database, ground.schoolId).people.find(({ id }) => id === ground.teacherId)
      ?.leftWithoutDay;

  test('a last day ends every appointment', async () => {
    expect((await send(typedDay('lastDay', '2026-12-18'))).status).toBe(303);
    expect(listAppointments(ground.database, ground.teacherId)[0]?.to).toBe('2026-12-18');
  });

  test('a last day that is not known is marked, and the mark is taken off', async () => {
    expect((await send({ notKnown: 'yes' })).status).toBe(303);
    expect(isMarked()).toBe(true);
    expect((await send({ hasLeft: 'no' })).status).toBe(303);
    expect(isMarked()).toBe(false);
  });

  test.each([
    ['nothing', {}],
    ['a day before they came', typedDay('lastDay', '2019-12-18')],
  ])('%s is refused', async (_, fields) => {
    const came = await send(fields);
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual(['lastDay']);
  });
});
