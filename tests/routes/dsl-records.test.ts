import { beforeEach, describe, expect, test } from 'vitest';
import { listBookings } from '#app/data/bookings.ts';
import { historyOf } from '#app/data/history.ts';
import * as doNext from '#app/routes/dsl._index.tsx';
import * as matrix from '#app/routes/dsl.matrix.tsx';
import * as book from '#app/routes/dsl.people.$id.book.tsx';
import * as decide from '#app/routes/dsl.people.$id.completions.$completionId.tsx';
import * as recordOne from '#app/routes/dsl.people.$id.record.tsx';
import * as recordMany from '#app/routes/dsl.record.tsx';
import { formOf, typedDay } from '#tests/forms/support.ts';
import { cameOf, contextFor } from '#tests/support/context.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { completed, type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
beforeEach(async () => {
  ground = await leadGround();
});

const teacher = () => ({ id: ground.teacherId });
const history = (id = ground.teacherId) => historyOf(ground.database, id);
const done = (more: Record<string, string> = {}) => ({
  requirement: String(ground.preventId),
  evidence: 'certificate',
  provider: 'St Aidan’s & Co',
  ...typedDay('completedOn', '2026-10-01'),
  ...more,
});
const records = (fields: Record<string, string>, cookie = ground.dsl, params = teacher()) =>
  sends(recordOne.action, ground, cookie, '/x', fields, params);

describe('recording for one person', () => {
  test('is seen by the next page that is read, in this school alone', async () => {
    const answerOf = async () =>
      ((await opens(doNext.loader, ground, ground.dsl, '/dsl')).body as { answer: string }).answer;
    completed(ground, ground.teacherId, ground.level3Id, { on: '2026-01-01' });
    expect(await answerOf()).toMatch(/^5 of 5 people are overdue/);
    const came = await records(done());
    expect(came.headers.get('Location')).toBe(`/dsl/people/${ground.teacherId}?done=recorded`);
    expect(await answerOf()).toMatch(/^4 of 5 people are overdue/);
  });

  test('sent twice is recorded once', async () => {
    const fields = done({ formKey: '11111111-1111-4111-8111-111111111111' });
    const both = [await records(fields), await records(fields)];
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(history()).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, string]>([
    ['of nothing', { requirement: '' }, 'requirement'],
    ['of what is no id', { requirement: '1e3' }, 'requirement'],
    ['of what this school does not ask', { requirement: '999999' }, 'requirement'],
    ['without a day', typedDay('completedOn', ''), 'completedOn'],
    ['on 31 June', typedDay('completedOn', '2026-06-31'), 'completedOn'],
    ['on 29 February 2026', typedDay('completedOn', '2026-02-29'), 'completedOn'],
    ['in a year of five digits', typedDay('completedOn', '20260-01-01'), 'completedOn'],
    ['tomorrow', typedDay('completedOn', '2026-11-17'), 'completedOn'],
    ['with evidence of no kind', { evidence: 'red' }, 'evidence'],
    ['with an expiry before it', typedDay('printedExpiryOn', '2026-09-30'), 'printedExpiryOn'],
    ['with a hidden character', { reference: 'A\u202e1' }, 'reference'],
  ])('%s is refused, with what was typed', async (_, wrong, field) => {
    const came = await records(done(wrong));
    expect(came).toMatchObject({ status: 422, body: { values: { provider: 'St Aidan’s & Co' } } });
    expect(Object.keys(errorsIn(came))).toEqual([field]);
    expect(history()).toEqual([]);
  });

  test('asks once about an anniversary that is lost, and then records it', async () => {
    completed(ground, ground.teacherId, ground.level3Id, { on: '2025-09-01' });
    const early = done({ requirement: String(ground.level3Id) });
    const asked = await records(early);
    expect(asked).toMatchObject({
      status: 200,
      body: { errors: [], losses: [{ name: 'Zoë Marsh', validTo: '2028-10-01' }] },
    });
    expect(history()).toHaveLength(1);
    expect((await records({ ...early, loss: 'accepted' })).status).toBe(303);
    expect(history()).toHaveLength(2);
  });

  test('about oneself waits for somebody else’s check', async () => {
    const came = await records(done(), ground.dsl, { id: ground.dslPersonId });
    expect(came.headers.get('Location')).toMatch(/done=waits$/);
    expect(history(ground.dslPersonId)).toMatchObject([{ state: 'awaiting-check' }]);
  });

  test('is not for the headteacher, nor for somebody at another school', async () => {
    expect((await records(done(), ground.head)).status).toBe(403);
    expect((await records(done(), ground.dsl, { id: ground.strangerId })).status).toBe(404);
    expect(history(ground.strangerId)).toEqual([]);
  });
});

describe('recording for many', () => {
  const many = (people: number[], more: Record<string, string> = {}) => {
    const form = formOf(done(more));
    for (const id of people) form.append('people', String(id));
    const context = contextFor(ground.database, {
      isDemo: true,
      requestedDay: '2026-11-16' as never,
    });
    const request = new Request(`${context.settings.origin}/dsl/record`, {
      method: 'POST',
      body: form,
      headers: { Cookie: ground.dsl },
    });
    return cameOf(recordMany.action({ request, context, params: {} }));
  };

  test('records for each who is ticked', async () => {
    const came = await many([ground.teacherId, ground.headPersonId]);
    expect(came.headers.get('Location')).toBe('/dsl/record?done=2');
    expect(history(ground.headPersonId)).toHaveLength(1);
  });

  test('records for nobody where one is of another school', async () => {
    expect((await many([ground.teacherId, ground.strangerId])).status).toBe(404);
    expect(history()).toEqual([]);
  });

  test('keeps who was ticked where something is wrong', async () => {
    const people = [ground.teacherId, ground.headPersonId];
    const came = await many(people, { evidence: '' });
    expect(came).toMatchObject({ status: 422, body: { values: { people: people.map(String) } } });
    expect(errorsIn(await many([]))).toHaveProperty('people');
  });

  test('names whose anniversary is lost before it records anything', async () => {
    completed(ground, ground.teacherId, ground.level3Id, { on: '2025-09-01' });
    const early = { requirement: String(ground.level3Id) };
    const people = [ground.teacherId, ground.headPersonId];
    const asked = await many(people, early);
    expect((asked.body as { losses: { name: string }[] }).losses).toMatchObject([
      { name: 'Zoë Marsh' },
    ]);
    expect(history(ground.headPersonId)).toEqual([]);
    expect((await many(people, { ...early, loss: 'accepted' })).status).toBe(303);
  });
});

describe('a completion that was wrong', () => {
  let completionId: number;
  beforeEach(() => {
    completionId = completed(ground, ground.teacherId, ground.preventId, { on: '2026-11-05' });
  });
  const withdraws = (reason: string, { cookie = ground.dsl, id = ground.teacherId } = {}) =>
    sends(decide.action, ground, cookie, '/x', { reason }, { id, completionId });

  test('is withdrawn with a reason, which is asked for', async () => {
    expect(errorsIn(await withdraws(''))).toEqual({ reason: 'Say why' });
    const came = await withdraws('Somebody else’s');
    expect(came.headers.get('Location')).toMatch(/done=withdrawn$/);
    expect(history()).toMatchObject([{ state: 'withdrawn' }]);
    expect((await withdraws('Again')).status).toBe(409);
  });

  test('is withdrawn neither by the headteacher nor by somebody at another school', async () => {
    expect((await withdraws('Wrong', { cookie: ground.head })).status).toBe(403);
    expect((await withdraws('Wrong', { id: ground.strangerId })).status).toBe(404);
    expect((await withdraws('Wrong', { id: ground.headPersonId })).status).toBe(404);
    expect(history()).toMatchObject([{ state: 'counts' }]);
  });

  test('has its check elsewhere while it waits, unless it is one’s own', async () => {
    const shown = async (id: number, cookie = ground.dsl) => {
      completionId = completed(ground, id, ground.preventId, {
        on: '2026-11-06',
        needsCheck: true,
      });
      return (await opens(decide.loader, ground, cookie, '/x', { id, completionId })).body;
    };
    expect(await shown(ground.teacherId)).toMatchObject({
      checkHref: `/dsl/checks/${completionId}`,
      mayWithdraw: true,
    });
    expect(await shown(ground.dslPersonId)).toMatchObject({ isOwn: true, checkHref: null });
    expect(await shown(ground.teacherId, ground.head)).toMatchObject({ mayWithdraw: false });
  });
});

describe('a booking', () => {
  const fields = () => ({
    requirement: String(ground.preventId),
    ...typedDay('bookedOn', '2026-12-03'),
  });
  const books = (sent: Record<string, string>, cookie = ground.dsl, id = ground.teacherId) =>
    sends(book.action, ground, cookie, '/x', sent, { id });
  const booked = () => listBookings(ground.database, ground.teacherId);

  test('is noted, shown in the matrix, and taken off', async () => {
    expect((await books(fields())).status).toBe(303);
    const shown = await opens(matrix.loader, ground, ground.dsl, '/dsl/matrix?status=booked');
    expect(shown.body).toMatchObject({ rows: [{ name: 'Marsh, Zoë' }], shown: 1, of: 5 });
    const bookingId = String(booked()[0]?.id);
    expect((await books({ bookingId }, ground.dsl, ground.headPersonId)).status).toBe(404);
    expect((await books({ bookingId })).status).toBe(303);
    expect((await books({ bookingId })).status).toBe(404);
    expect(booked()).toEqual([]);
  });

  test('is refused for a day that is past, for the headteacher, and for another school', async () => {
    const past = await books({ ...fields(), ...typedDay('bookedOn', '2026-11-15') });
    expect(errorsIn(past)).toHaveProperty('bookedOn');
    expect((await books(fields(), ground.head)).status).toBe(403);
    expect((await books(fields(), ground.dsl, ground.strangerId)).status).toBe(404);
    expect(booked()).toEqual([]);
  });
});
