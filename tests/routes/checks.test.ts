import { beforeEach, describe, expect, test } from 'vitest';
import { historyOf } from '#app/data/history.ts';
import * as doNext from '#app/routes/dsl._index.tsx';
import * as checks from '#app/routes/dsl.checks._index.tsx';
import * as check from '#app/routes/dsl.checks.$id.tsx';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { asks } from './evidence-ground.ts';
import { completed, type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
let teacherDid: number;
let leadDid: number;
beforeEach(async () => {
  ground = await leadGround();
  teacherDid = waiting(ground.teacherId, '2026-11-12');
  leadDid = waiting(ground.dslPersonId, '2026-11-13');
});

/** Waits since the day on which it was done. */
function waiting(personId: number, on: string): number {
  return completed(ground, personId, ground.preventId, { on, needsCheck: true, recordedOn: on });
}

const decides = (id: number, fields: Record<string, string>, cookie = ground.dsl) =>
  sends(check.action, ground, cookie, `/dsl/checks/${id}`, fields, { id });
const accepts = (id: number, cookie = ground.dsl, more = {}) =>
  decides(id, { decision: 'accept', ...more }, cookie);
const shows = async (id: number, cookie = ground.dsl, query = '') =>
  (await opens(check.loader, ground, cookie, `/dsl/checks/${id}${query}`, { id })).body as Shown;
const lists = async (cookie = ground.dsl, query = '') =>
  (await opens(checks.loader, ground, cookie, `/dsl/checks${query}`)).body as Listed;
const states = (personId: number) => historyOf(ground.database, personId).map(({ state }) => state);

type Listed = {
  answer: string;
  justChecked: { words: string; href: string } | null;
  forThem: { name: string; widened: string | null }[];
  others: { name: string; isOwn: boolean }[];
};
type Shown = {
  answer: string;
  mayDecide: boolean;
  isOwn: boolean;
  missing: string[];
  effects: { sentence: string; changes: boolean }[];
  nextHref: string | null;
  justChecked: { words: string } | null;
};

describe('the queue', () => {
  test('says how much waits and for how long, the lead’s share before what is for others', async () => {
    const page = await lists();
    expect(page.answer).toBe('2 certificates wait for a check, the oldest for 2 school days.');
    expect(page.forThem.map(({ name }) => name)).toEqual(['Zoë Marsh']);
    expect(page.others).toMatchObject([{ name: 'Dora Lead', isOwn: true }]);
  });

  test('gives a deputy what concerns the lead, and what has waited for more than five', async () => {
    expect((await lists(ground.deputy)).forThem).toMatchObject([
      { name: 'Dora Lead', widened: 'It concerns a lead, so somebody else looks' },
    ]);
    waiting(ground.headPersonId, '2026-11-06');
    expect((await lists(ground.deputy)).forThem).toMatchObject([
      {
        name: 'Marian Oakes',
        widened: 'It has waited more than 5 school days, so the deputies look too',
      },
      { name: 'Dora Lead' },
    ]);
  });

  test('says the same as the list of what to do next, and leads there', async () => {
    const todo = async (cookie: string) =>
      (await opens(doNext.loader, ground, cookie, '/dsl')).body as {
        answer: string;
        parts: { part: string; tasks: { completionId: number; isOwn: boolean }[] }[];
      };
    const forLead = await todo(ground.dsl);
    expect(forLead.answer).toContain((await lists()).answer);
    const ofPart = ({ parts }: typeof forLead) => parts.find(({ part }) => part === 'check')?.tasks;
    expect(ofPart(forLead)).toMatchObject([
      { completionId: teacherDid, isOwn: false },
      { completionId: leadDid, isOwn: true },
    ]);
    expect(ofPart(await todo(ground.deputy))).toMatchObject([{ completionId: leadDid }]);
  });

  test('is empty once all is looked at', async () => {
    await accepts(teacherDid);
    await accepts(leadDid, ground.deputy);
    expect((await lists()).answer).toBe('Nothing waits for a check.');
  });
});

describe('a check', () => {
  test('says before what accepting makes valid until when, and after it too', async () => {
    const before = await shows(teacherDid);
    expect(before.answer).toBe('Has waited for 2 school days.');
    expect(before.effects).toMatchObject([
      { sentence: expect.stringMatching(/^In date to 12 November 2028/), changes: true },
    ]);
    const came = await accepts(teacherDid);
    expect(came.headers.get('Location')).toBe(`/dsl/checks?checked=${teacherDid}`);
    const { justChecked } = await lists(ground.dsl, `?checked=${teacherDid}`);
    expect(justChecked?.words).toBe(
      'Accepted for Zoë Marsh. prevent: in date to 12 November 2028: prevent completed on 12 November 2026, renewed every 24 months. That was the last for you: 1 other waits for somebody else.',
    );
    expect(justChecked?.href).toContain(`/completions/${teacherDid}`);
  });

  test('leads to the next one', async () => {
    const second = waiting(ground.headPersonId, '2026-11-13');
    expect(await shows(teacherDid)).toMatchObject({ nextHref: `/dsl/checks/${second}` });
    const back = { decision: 'return', returnedFor: 'cannot-be-read', note: '' };
    const came = await decides(teacherDid, back);
    expect(came.headers.get('Location')).toBe(`/dsl/checks/${second}?checked=${teacherDid}`);
    const next = await shows(second, ground.dsl, `?checked=${teacherDid}`);
    expect(next.justChecked?.words).toContain('Returned to Zoë Marsh: prevent.');
  });

  test.each<[string, Record<string, string>, string]>([
    ['that decides nothing', {}, 'decision'],
    ['that decides something unheard of', { decision: 'explode' }, 'decision'],
    ['that returns without a reason', { decision: 'return' }, 'returnedFor'],
    [
      'that returns for no reason of the list',
      { decision: 'return', returnedFor: 'x' },
      'returnedFor',
    ],
    [
      'that returns for something else, unsaid',
      { decision: 'return', returnedFor: 'other' },
      'note',
    ],
  ])('%s is refused', async (_, fields, field) => {
    const came = await decides(teacherDid, fields);
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual([field]);
    expect(states(ground.teacherId)).toEqual(['awaiting-check']);
  });

  test('is stopped by what is asked for and missing, which is read off', async () => {
    asks(ground, ['number', 'days']);
    expect((await shows(teacherDid)).missing).toEqual(['number', 'days']);
    const came = await accepts(teacherDid, ground.dsl, { reference: 'PRV-1' });
    expect(came).toMatchObject({ status: 422, body: { values: { reference: 'PRV-1' } } });
    expect(errorsIn(came).trainingDays).toMatch(/asks for how many days it took/);
    const whole = { reference: 'PRV-1', trainingDays: '0,5' };
    expect((await accepts(teacherDid, ground.dsl, whole)).status).toBe(303);
    expect(historyOf(ground.database, ground.teacherId)).toMatchObject([
      { reference: 'PRV-1', trainingDays: 0.5, state: 'counts' },
    ]);
  });

  test('of two at once: the second reads who was faster', async () => {
    await accepts(teacherDid, ground.deputy);
    const came = await accepts(teacherDid);
    expect(came.status).toBe(409);
    expect(errorsIn(came)['']).toMatch(/has accepted this already/);
    const looked = await shows(teacherDid);
    expect(looked).toMatchObject({
      mayDecide: false,
      answer: expect.stringMatching(/^Accepted by/),
    });
  });

  test('of one’s own is neither offered nor taken, whoever else is there', async () => {
    expect(await shows(leadDid)).toMatchObject({ isOwn: true, mayDecide: false });
    expect((await accepts(leadDid)).status).toBe(403);
    const back = { decision: 'return', returnedFor: 'cannot-be-read' };
    expect((await decides(leadDid, back)).status).toBe(403);
    expect(states(ground.dslPersonId)).toEqual(['awaiting-check']);
    expect((await accepts(leadDid, ground.deputy)).status).toBe(303);
  });

  test('is for nobody who may not check, and finds nothing of another school', async () => {
    expect((await accepts(teacherDid, ground.teacher)).status).toBe(403);
    const foreign = waiting(ground.strangerId, '2026-11-12');
    expect((await accepts(foreign)).status).toBe(404);
    const came = await opens(check.loader, ground, ground.dsl, '/x', { id: foreign });
    expect(came.status).toBe(404);
    expect((await lists(ground.dsl, `?checked=${foreign}`)).justChecked).toBeNull();
  });

  test('says that something reaches further already where it changes nothing', async () => {
    completed(ground, ground.teacherId, ground.preventId, { on: '2026-11-14' });
    expect((await shows(teacherDid)).effects).toMatchObject([{ changes: false }]);
  });
});
