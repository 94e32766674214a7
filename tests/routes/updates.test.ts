import { beforeEach, describe, expect, test } from 'vitest';
import { listUpdates } from '#app/data/updates.ts';
import * as updates from '#app/routes/dsl.updates._index.tsx';
import * as one from '#app/routes/dsl.updates.$id._index.tsx';
import * as correct from '#app/routes/dsl.updates.$id.correct.tsx';
import * as log from '#app/routes/dsl.updates.new.tsx';
import { typedDay } from '#tests/forms/support.ts';
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
