import { beforeEach, describe, expect, test } from 'vitest';
import * as doNext from '#app/routes/dsl._index.tsx';
import * as chase from '#app/routes/dsl.chase._index.tsx';
import * as slips from '#app/routes/dsl.chase.slips.tsx';
import * as matrix from '#app/routes/dsl.matrix.tsx';
import * as person from '#app/routes/dsl.people.$id._index.tsx';
import * as changes from '#app/routes/dsl.people.$id.changes.tsx';
import * as chaseOne from '#app/routes/dsl.people.$id.chase.tsx';
import * as record from '#app/routes/dsl.people.$id.record.tsx';
import * as my from '#app/routes/my._index.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { makeHeldSession } from '#tests/operations/mop-up-ground.ts';
import { drawRoute } from '#tests/support/draw.tsx';
import { makePerson } from '#tests/support/people.ts';
import { opens, sends } from './admin-ground.ts';
import { completed, type LeadGround, leadGround, statementsOf } from './lead-ground.ts';

let ground: LeadGround;
beforeEach(async () => {
  ground = await leadGround();
});

type Part = { part: string; count: number; tasks: { person: { name: string } }[] };
type Next = { answer: string; parts: Part[]; pages: number; may: Record<string, boolean> };

const next = async (cookie = ground.dsl, path = '/dsl') =>
  (await opens(doNext.loader, ground, cookie, path)).body as Next;

describe('what to do next', () => {
  test('counts the overdue among everybody and names the most pressing', async () => {
    const page = await next();
    expect(page.answer).toBe('5 of 5 people are overdue for something that the school asks.');
    expect(page.parts).toMatchObject([{ part: 'school', count: 5 }]);
  });

  test('shows ten of a part, and the rest on pages of its own', async () => {
    for (let n = 0; n < 30; n += 1) makePerson(ground.database, ground.schoolId, `Ann ${n}`);
    expect((await next()).parts[0]).toMatchObject({ count: 35, tasks: { length: 10 } });
    const second = await next(ground.dsl, '/dsl?part=school&page=2');
    expect(second).toMatchObject({ pages: 2, parts: [{ count: 35, tasks: { length: 10 } }] });
    const beyond = await next(ground.dsl, '/dsl?part=school&page=999999');
    expect(beyond.parts[0]?.tasks).toHaveLength(10);
    expect((await next(ground.dsl, '/dsl?part=nonsense')).parts[0]?.tasks).toHaveLength(10);
  });

  test('leads to a register that is not final, and to a session that is to be closed', async () => {
    const credits = [ground.preventId];
    const open = makeHeldSession(ground, { credits, isFinal: false });
    const over = makeHeldSession(ground, { credits, there: [ground.dslPersonId] });
    const page = await next();
    expect(page.parts.map(({ part, count }) => [part, count])).toEqual([
      ['school', 5],
      ['register', 1],
      ['mop-up', 1],
    ]);
    const drawn = drawRoute(doNext.default as never, '/dsl', page);
    const register = `/dsl/sessions/${open.sessionId}/sittings/${open.sittingId}`;
    expect(drawn).toContain(`href="${register}">The register of September INSET, 1 September 2026`);
    const close = `/dsl/sessions/${over.sessionId}/mop-up`;
    expect(drawn).toContain(`href="${close}">4 people missed September INSET: begin its mop-up`);
  });

  test('tells people of one name apart', async () => {
    makePerson(ground.database, ground.schoolId, 'Zoë Marsh', [{ kind: 'site' }]);
    const names = (await next()).parts[0]?.tasks.map((task) => task.person.name) ?? [];
    const marshes = names.filter((name) => name.startsWith('Zoë Marsh'));
    expect(new Set(marshes).size).toBe(2);
    for (const name of marshes) expect(name).toMatch(/^Zoë Marsh \(.+\)$/);
  });

  test('gives the headteacher the checks, and nothing to record', async () => {
    expect((await next(ground.head)).may).toEqual({
      mayRecord: false,
      mayCheck: true,
      mayChangeOffer: false,
    });
  });

  test('says of one’s own that somebody else checks it', async () => {
    completed(ground, ground.dslPersonId, ground.preventId, { on: '2026-11-05', needsCheck: true });
    const waiting = (page: Next) => page.parts.find(({ part }) => part === 'check')?.tasks;
    expect(waiting(await next())).toMatchObject([{ isOwn: true }]);
    expect(waiting(await next(ground.deputy))).toMatchObject([{ isOwn: false }]);
  });
});

describe('a person’s page', () => {
  const shown = async (cookie = ground.dsl, id = ground.teacherId) =>
    opens(person.loader, ground, cookie, '/x', { id });

  test('has what is to do, what is not asked and why, decisions and changes', async () => {
    const fields = {
      requirement: String(ground.preventId),
      evidence: 'certificate',
      ...typedDay('completedOn', '2026-10-01'),
    };
    await sends(record.action, ground, ground.dsl, '/x', fields, { id: ground.teacherId });
    expect((await shown()).body).toMatchObject({
      answer: 'Overdue for 1 of the 2 things asked of them.',
      toDo: [{ name: 'level-3' }],
      inDate: [{ name: 'prevent' }],
      exemptions: [],
      absences: [],
      changes: { count: 1, entries: [{ what: 'Recorded a completion', person: null }] },
    });
  });

  test('lets the headteacher check and not record', async () => {
    expect((await shown(ground.head)).body).toMatchObject({
      may: { mayRecord: false, mayCheck: true, mayDecide: false },
    });
  });

  test('lets nobody check their own', async () => {
    expect((await shown(ground.dsl, ground.dslPersonId)).body).toMatchObject({
      may: { mayRecord: true, mayCheck: false },
    });
  });

  test.each([
    ['page', person.loader],
    ['letter', chaseOne.loader],
    ['changes', changes.loader],
    ['form to record', record.loader],
  ])('of another school is not found, nor what is no id: the %s', async (_, loader) => {
    const ids = [ground.strangerId, 999999, '1e3', '0x10', '-1', '9007199254740993', 'nan'];
    for (const id of ids) {
      expect((await opens(loader, ground, ground.dsl, '/x', { id })).status).toBe(404);
    }
  });
});

describe('chasing', () => {
  test('names everything that one person owes, to them alone', async () => {
    const id = ground.teacherId;
    const { body } = await opens(chaseOne.loader, ground, ground.dsl, '/x', { id });
    expect(body).toMatchObject({ items: 2, link: null });
    const words = (body as { letter: { body: string } }).letter.body;
    expect(words).toContain('- prevent. Overdue since');
    expect(words).toContain('- level-3. Overdue since');
  });

  test('names nobody’s things to many, and prints slips for those without e-mail', async () => {
    const many = (await opens(chase.loader, ground, ground.dsl, '/dsl/chase')).body as {
      people: unknown[];
      withEmail: number;
      letter: { body: string };
    };
    expect(many.people).toHaveLength(5);
    expect(many.withEmail).toBe(0);
    expect(many.letter.body).not.toContain('prevent');
    const path = '/dsl/chase/slips?status=overdue&without-email=yes';
    const { body } = await opens(slips.loader, ground, ground.dsl, path);
    expect((body as { slips: unknown[] }).slips).toHaveLength(5);
  });
});

test.each([
  ['what to do next', doNext.loader, '/dsl', 'see-training'],
  ['the matrix', matrix.loader, '/dsl/matrix?all', 'see-training'],
  ['chasing', chase.loader, '/dsl/chase', 'record-training'],
  ['slips', slips.loader, '/dsl/chase/slips', 'record-training'],
] as const)('%s is for those who may: a teacher gets 403, the headteacher reads', async (...of) => {
  const [_, loader, path, permission] = of;
  const statusFor = async (cookie: string) => (await opens(loader, ground, cookie, path)).status;
  expect(await statusFor(ground.dsl)).toBe(200);
  expect(await statusFor(ground.deputy)).toBe(200);
  expect(await statusFor(ground.head)).toBe(permission === 'see-training' ? 200 : 403);
  expect(await statusFor(ground.teacher)).toBe(403);
  expect(await statusFor('')).toBe(303);
});

test.each([
  ['/dsl', doNext.loader],
  ['/dsl/matrix?all', matrix.loader],
  ['/my', my.loader],
  ['/dsl/chase', chase.loader],
])('%s runs as many statements for forty people as for five', async (path, loader) => {
  const asked = () => opens(loader, ground, ground.dsl, path);
  const forFive = await statementsOf(ground, asked);
  for (let n = 0; n < 35; n += 1) {
    const id = makePerson(ground.database, ground.schoolId, `Ann ${n}`);
    completed(ground, id, ground.preventId, { on: '2026-01-01' });
  }
  expect(forFive).toBeGreaterThan(5);
  expect(await statementsOf(ground, asked)).toBe(forFive);
});
