import { beforeEach, describe, expect, test } from 'vitest';
import { listBookings } from '#app/data/bookings.ts';
import * as my from '#app/routes/my._index.tsx';
import * as book from '#app/routes/my.book.tsx';
import * as history from '#app/routes/my.history[.]csv.ts';
import { typedDay } from '#tests/forms/support.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { completed, type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
beforeEach(async () => {
  ground = await leadGround();
});

type Thing = { name: string; sentence: string; bookings: { id: number }[] };
type Mine = {
  answer: string;
  notification: string | null;
  toDo: Thing[];
  waiting: Thing[];
  inDate: Thing[];
  lookedAtBy: string;
  history: { entries: { requirement: string }[]; count: number };
};

const mine = async (cookie = ground.teacher, path = '/my') =>
  (await opens(my.loader, ground, cookie, path)).body as Mine;

const bookings = () => listBookings(ground.database, ground.teacherId);
const booking = () => ({
  requirement: String(ground.preventId),
  provider: 'County',
  ...typedDay('bookedOn', '2026-12-03'),
});
const books = (fields: Record<string, string>, path = '/my/book') =>
  sends(book.action, ground, ground.teacher, path, fields);

describe('one’s own page', () => {
  test('says what there is to do, why, and whom to hand it in to', async () => {
    const page = await mine();
    expect(page.answer).toBe('You have 2 things to do, both overdue.');
    expect(page.toDo[0]?.sentence).toMatch(/^Overdue since 2 October 2020: never done/);
    expect(page.lookedAtBy).toBe(
      'Dora Lead, the designated safeguarding lead, or Leanne Okoro, deputy',
    );
  });

  test('sends what a lead hands in to somebody else', async () => {
    expect((await mine(ground.dsl)).lookedAtBy).toBe('Leanne Okoro, deputy');
  });

  test('keeps what waits for a check out of what there is to do', async () => {
    completed(ground, ground.teacherId, ground.preventId, { on: '2026-11-05', needsCheck: true });
    const page = await mine();
    expect(page.toDo.map(({ name }) => name)).toEqual(['level-3']);
    expect(page.waiting.map(({ name }) => name)).toEqual(['prevent']);
  });

  test('shows the latest of a long history, and all of it when asked', async () => {
    for (let year = 2010; year < 2020; year += 1) {
      completed(ground, ground.teacherId, ground.preventId, { on: `${year}-05-01` });
    }
    expect((await mine()).history).toMatchObject({ count: 10, since: '2010-05-01' });
    expect((await mine()).history.entries).toHaveLength(6);
    expect((await mine(ground.teacher, '/my?history=all')).history.entries).toHaveLength(10);
  });

  test('is downloaded as a file', async () => {
    completed(ground, ground.teacherId, ground.preventId, { on: '2026-05-01' });
    const came = await opens(history.loader, ground, ground.teacher, '/my/history.csv');
    expect(came.headers.get('Content-Disposition')).toContain('my-training-2026-11-16.csv');
    expect(String(came.body).trim().split('\r\n')).toHaveLength(2);
    expect(came.body).toContain('prevent,2026-05-01');
  });

  test('asks whoever is signed out to sign in', async () => {
    const came = await opens(my.loader, ground, '', '/my');
    expect(came.status).toBe(303);
  });
});

describe('a day that is booked', () => {
  test('is noted by the person, seen at once, and taken off again', async () => {
    expect((await books(booking())).headers.get('Location')).toBe('/my?done=booked');
    const shown = (await mine()).toDo.find(({ name }) => name === 'prevent');
    expect(shown?.sentence).toContain('a course with County is booked for 3 December 2026');
    const bookingId = String(shown?.bookings[0]?.id);
    const asked = await opens(book.loader, ground, ground.teacher, `/my/book?cancel=${bookingId}`);
    expect(asked.body).toMatchObject({ booking: { requirement: 'prevent', on: '2026-12-03' } });
    expect((await books({ bookingId })).headers.get('Location')).toBe('/my?done=cancelled');
    expect(bookings()).toEqual([]);
    expect((await mine(ground.teacher, '/my?done=cancelled')).notification).toMatch(/taken off/);
  });

  test('sent twice is noted once', async () => {
    const fields = { ...booking(), formKey: '11111111-1111-4111-8111-111111111111' };
    const both = [await books(fields), await books(fields)];
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(bookings()).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, string]>([
    ['without a day', typedDay('bookedOn', ''), 'bookedOn'],
    ['on a day that does not exist', typedDay('bookedOn', '2027-02-29'), 'bookedOn'],
    ['on a day that is past', typedDay('bookedOn', '2026-11-15'), 'bookedOn'],
    ['for nothing', { requirement: '' }, 'requirement'],
    ['for what is not asked of them', { requirement: '999999' }, 'requirement'],
  ])('%s is refused, with what was typed', async (_, wrong, field) => {
    const came = await books({ ...booking(), ...wrong });
    expect(came).toMatchObject({ status: 422, body: { values: { provider: 'County' } } });
    expect(Object.keys(errorsIn(came))).toEqual([field]);
    expect(bookings()).toEqual([]);
  });

  test('of somebody else is neither shown nor taken off', async () => {
    await books(booking());
    const bookingId = String(bookings()[0]?.id);
    const path = `/my/book?cancel=${bookingId}`;
    expect((await opens(book.loader, ground, ground.dsl, path)).status).toBe(404);
    const came = await sends(book.action, ground, ground.dsl, '/my/book', { bookingId });
    expect(came.status).toBe(404);
    expect(bookings()).toHaveLength(1);
  });
});
