import { beforeEach, describe, expect, test } from 'vitest';
import { listUpdates } from '#app/data/updates.ts';
import * as updates from '#app/routes/dsl.updates._index.tsx';
import * as one from '#app/routes/dsl.updates.$id._index.tsx';
import * as correct from '#app/routes/dsl.updates.$id.correct.tsx';
import * as takeBack from '#app/routes/dsl.updates.$id.take-back.tsx';
import * as log from '#app/routes/dsl.updates.new.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { makeHeldSession } from '#tests/operations/mop-up-ground.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
beforeEach(async () => {
  ground = await leadGround();
});

const bulletin = (more: Record<string, string> = {}) => ({
  kind: 'bulletin',
  title: 'Online safety',
  about: 'What the filter stops',
  minutes: '5',
  credits: String(ground.preventId),
  people: String(ground.teacherId),
  categories: 'staff',
  ...typedDay('heldOn', '2026-11-09'),
  ...more,
});
const logs = (more: Record<string, string> = {}, cookie = ground.dsl) =>
  sends(log.action, ground, cookie, '/dsl/updates/new', bulletin(more));
const logged = () => listUpdates(ground.database, ground.schoolId);
const peopleOf = async (query: string) => {
  const { body } = await opens(log.loader, ground, ground.dsl, `/dsl/updates/new${query}`);
  return (body as { people: { value: string }[] }).people.map(({ value }) => Number(value));
};

describe('logging a short update', () => {
  test('leads to it, and it stands among those of its year', async () => {
    const came = await logs();
    const [update] = logged();
    expect(came.headers.get('Location')).toBe(`/dsl/updates/${update?.id}?done=logged`);
    const drawn = async (query: string) => {
      const path = `/dsl/updates${query}`;
      const { body } = await opens(updates.loader, ground, ground.head, path);
      return textOf(drawRoute(updates.default as never, '/dsl/updates', body));
    };
    expect(await drawn('')).toContain('1 short update since 1 September 2026, on 9 November 2026.');
    expect(await drawn('')).toContain('1 of 5');
    expect(await drawn('?year=2025')).toContain('Nothing is logged for this year');
  });

  test('offers those who were expected on the day it was, of those for whom it was', async () => {
    expect(await peopleOf('')).toHaveLength(5);
    const day = (text: string) => new URLSearchParams(typedDay('heldOn', text)).toString();
    expect(await peopleOf(`?${day('2026-11-09')}&kinds=deputy-dsl`)).toEqual([
      ground.deputyPersonId,
    ]);
    const tomorrow = await opens(
      log.loader,
      ground,
      ground.dsl,
      `/dsl/updates/new?${day('2026-11-17')}&categories=staff`,
    );
    expect(tomorrow.body).toMatchObject({ ground: { errors: [{ field: 'heldOn' }] } });
  });

  test.each<[string, Record<string, string>, string]>([
    ['of no kind', { kind: 'session' }, 'kind'],
    ['without a title', { title: '' }, 'title'],
    ['that said nothing', { about: '' }, 'about'],
    ['that took no time', { minutes: '0' }, 'minutes'],
    ['that nobody heard', { people: '' }, 'people'],
    ['that only a stranger heard', { people: '99999' }, 'people'],
    ['for nobody', { categories: '' }, 'categories'],
    ['that completes what is not asked here', { credits: '99999' }, 'credits'],
    ['of tomorrow', typedDay('heldOn', '2026-11-17'), 'heldOn'],
    ['of no day', typedDay('heldOn', '2026-02-30'), 'heldOn'],
  ])('%s is refused, and nothing is kept', async (_, wrong, field) => {
    const came = await logs(wrong);
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual([field]);
    expect(logged()).toEqual([]);
  });

  test('is for leads, and is read by the headteacher', async () => {
    expect((await logs({}, ground.head)).status).toBe(403);
    expect((await logs({}, ground.teacher)).status).toBe(403);
    await logs();
    const id = logged()[0]?.id ?? 0;
    const path = `/dsl/updates/${id}`;
    const { body } = await opens(one.loader, ground, ground.head, path, { id });
    const drawn = textOf(drawRoute(one.default as never, path, body));
    expect(drawn).toContain('1 of 5 read it on 9 November 2026.');
    expect(drawn).not.toContain('Put right');
    expect((await opens(one.loader, ground, ground.teacher, path, { id })).status).toBe(403);
    const page = await opens(correct.loader, ground, ground.dsl, path, { id });
    const began = String((page.body as { began?: string }).began);
    const form = { people: String(ground.dslPersonId), reason: 'Dora read it', began };
    const corrects = (cookie: string, fields = form) =>
      sends(correct.action, ground, cookie, path, fields, { id });
    expect((await corrects(ground.head)).status).toBe(403);
    expect(errorsIn(await corrects(ground.dsl, { ...form, reason: '' }))).toHaveProperty('reason');
    expect((await corrects(ground.dsl)).status).toBe(303);
    expect((await corrects(ground.dsl)).status).toBe(409);
    expect(await opens(one.loader, ground, ground.dsl, path, { id })).toMatchObject({
      body: { there: [{ id: ground.dslPersonId }] },
    });
  });
});

describe('taking a short update back', () => {
  const reason = 'Logged twice';
  let id: number;
  let path: string;
  beforeEach(async () => {
    await logs();
    id = logged()[0]?.id ?? 0;
    path = `/dsl/updates/${id}/take-back`;
  });
  const takes = (fields: Record<string, string>, cookie = ground.dsl, of = id) =>
    sends(takeBack.action, ground, cookie, path, fields, { id: of });
  const drawn = async (module: { loader: typeof one.loader; default: unknown }) => {
    const { body } = await opens(module.loader, ground, ground.dsl, path, { id });
    return textOf(drawRoute(module.default as never, path, body));
  };

  test('says what follows, asks why, and leads to the list without it', async () => {
    const page = await opens(takeBack.loader, ground, ground.dsl, path, { id });
    const words = textOf(drawRoute(takeBack.default as never, path, page.body));
    expect(words).toContain('1 completion that it recorded is withdrawn with your reason.');
    const empty = await takes({ reason: ' ' });
    expect(empty.status).toBe(422);
    expect(errorsIn(empty)).toHaveProperty('reason');
    expect(logged()).toHaveLength(1);
    const came = await takes({ reason });
    expect(came.status).toBe(303);
    expect(came.headers.get('Location')).toBe('/dsl/updates?done=taken-back');
    expect(logged()).toEqual([]);
  });

  test('is told to whoever was late, and its own page says when it was', async () => {
    expect(await drawn(one)).toContain('Take it back');
    await takes({ reason });
    const late = await takes({ reason: 'Mine too' });
    expect(late).toMatchObject({ status: 409, body: { values: { reason: 'Mine too' } } });
    const words = await drawn(one);
    expect(words).toContain('Taken back on 16 November 2026');
    expect(words).not.toMatch(/Put right|Take it back/);
  });

  test('is for leads, and only of what is a short update of this school', async () => {
    expect((await takes({ reason }, ground.head)).status).toBe(403);
    expect((await takes({ reason }, ground.teacher)).status).toBe(403);
    const { sessionId } = makeHeldSession(ground, { credits: [ground.preventId] });
    for (const of of [sessionId, 99999]) {
      expect((await takes({ reason }, ground.dsl, of)).status).toBe(404);
      const opened = await opens(takeBack.loader, ground, ground.dsl, path, { id: of });
      expect(opened.status).toBe(404);
    }
    expect(logged()).toHaveLength(1);
  });
});
