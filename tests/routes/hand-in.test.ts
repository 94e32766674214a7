import { beforeEach, describe, expect, test } from 'vitest';
import { historyOf } from '#app/data/history.ts';
import * as check from '#app/routes/dsl.checks.$id.tsx';
import * as recordOne from '#app/routes/dsl.people.$id.record.tsx';
import * as my from '#app/routes/my._index.tsx';
import * as handIn from '#app/routes/my.hand-in.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { asks, photo, sendsFiles } from './evidence-ground.ts';
import { completed, type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
beforeEach(async () => {
  ground = await leadGround();
});

const fields = (more: Record<string, string> = {}) => ({
  requirement: String(ground.preventId),
  provider: 'St Aidan’s & Co',
  ...typedDay('completedOn', '2026-11-10'),
  ...more,
});
const handsIn = (more = {}, files: File[] = []) =>
  sendsFiles(handIn.action, ground, ground.teacher, '/my/hand-in', { fields: fields(more), files });
const history = () => historyOf(ground.database, ground.teacherId);
const page = async (path: string) =>
  (await opens(handIn.loader, ground, ground.teacher, path)).body as Record<string, unknown>;
const mine = async (path = '/my') =>
  (await opens(my.loader, ground, ground.teacher, path)).body as {
    notification: string | null;
    toDo: Thing[];
    waiting: Thing[];
    inDate: Thing[];
  };
type Thing = { name: string; handInHref: string; stands: { state: string; words: string }[] };

describe('handing in', () => {
  test('keeps the certificate, and says on one’s own page with whom it waits', async () => {
    const came = await handsIn({}, [await photo()]);
    const id = history()[0]?.id;
    expect(came.headers.get('Location')).toBe(`/my?handed-in=${id}`);
    expect(history()).toMatchObject([{ files: [{ name: 'certificate.png' }] }]);
    const own = await mine(`/my?handed-in=${id}`);
    expect(own.notification).toBe(
      'prevent is handed in. It is for Dora Lead to look at; you have nothing to do meanwhile.',
    );
    expect(own.waiting).toMatchObject([
      {
        stands: [{ state: 'waiting', words: expect.stringMatching(/ came in today\. It is for /) }],
      },
    ]);
  });

  test('is told of nobody else’s', async () => {
    const id = completed(ground, ground.dslPersonId, ground.preventId, { on: '2026-11-01' });
    expect((await mine(`/my?handed-in=${id}`)).notification).toBeNull();
  });

  test.each<[string, Record<string, string>, string]>([
    ['without a file', {}, 'files'],
    ['without a certificate or a word', { noCertificate: 'yes' }, 'note'],
    ['on a day to come', typedDay('completedOn', '2026-11-17'), 'completedOn'],
    ['without a day', typedDay('completedOn', ''), 'completedOn'],
    ['with an expiry before it', typedDay('printedExpiryOn', '2026-11-09'), 'printedExpiryOn'],
    ['that took a colour', { trainingDays: 'blue' }, 'trainingDays'],
    ['that took a quarter of a day', { trainingDays: '0.25' }, 'trainingDays'],
    ['for what is not asked of them', { requirement: '999999' }, 'requirement'],
  ])('%s is refused, with what was typed and the file', async (_, wrong, field) => {
    const files = ['files', 'note'].includes(field) ? [] : [await photo()];
    const came = await handsIn(wrong, files);
    expect(came).toMatchObject({ status: 422, body: { values: { provider: 'St Aidan’s & Co' } } });
    expect(Object.keys(errorsIn(came))).toEqual([field]);
    const { waiting } = came.body as { waiting: { token: string }[] };
    expect(waiting).toHaveLength(files.length);
    expect(history()).toEqual([]);
    // What was wrong is put right, and the file need not be chosen again.
    const again = { ...typedDay('printedExpiryOn', ''), trainingDays: '', note: 'Read it' };
    const kept = waiting.map(({ token }) => ['waiting', token]);
    await handsIn({ ...again, noCertificate: 'yes', ...Object.fromEntries(kept) });
    expect(history()[0]?.files).toHaveLength(files.length);
  });

  test('refuses what is no certificate at all, kindly', async () => {
    const came = await handsIn({}, [new File(['MZ\u0000\u0000'], 'certificate.pdf')]);
    expect(came.status).toBe(422);
    expect(errorsIn(came).files).toMatch(/^certificate\.pdf /);
    expect(history()).toEqual([]);
  });

  test('of what has run out already is asked about once', async () => {
    const old = typedDay('completedOn', '2024-11-15');
    const asked = await handsIn(old, [await photo()]);
    const body = asked.body as { warnings: string[]; waiting: { token: string }[] };
    expect(asked.status).toBe(200);
    expect(body.warnings).toEqual([
      expect.stringMatching(/valid to 15 November 2026\. That is past/),
    ]);
    expect(history()).toEqual([]);
    const waiting = body.waiting[0]?.token ?? '';
    expect((await handsIn({ ...old, waiting, seen: 'yes' })).status).toBe(303);
    expect(history()).toHaveLength(1);
  });

  test('early tells what is lost by it', async () => {
    completed(ground, ground.teacherId, ground.level3Id, { on: '2025-09-01' });
    const early = { requirement: String(ground.level3Id) };
    const asked = await handsIn(early, [await photo()]);
    expect(asked.body).toMatchObject({ warnings: [expect.stringMatching(/^This is early/)] });
  });

  test('marks what the school asks for, and is stopped by nothing of it', async () => {
    asks(ground, ['number']);
    expect(await page(`/my/hand-in?requirement=${ground.preventId}`)).toMatchObject({
      requirement: { asksFor: ['number'] },
    });
    expect((await handsIn({}, [await photo()])).status).toBe(303);
  });

  test('sent twice is done once', async () => {
    const key = { formKey: '11111111-1111-4111-8111-111111111111' };
    const files = [await photo()];
    const both = [await handsIn(key, files), await handsIn(key, files)];
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(history()).toMatchObject([{ files: [{}] }]);
  });

  test('is offered for what is in date too, and for nothing that is not theirs', async () => {
    completed(ground, ground.teacherId, ground.preventId, { on: '2026-11-01' });
    const [prevent] = (await mine()).inDate;
    expect(prevent?.handInHref).toBe(`/my/hand-in?requirement=${ground.preventId}`);
    const came = await opens(handIn.loader, ground, ground.teacher, '/my/hand-in?requirement=9999');
    expect(came.status).toBe(404);
  });
});

describe('what was returned', () => {
  test('says why on one’s own page, is handed in again with its fields, and both stay', async () => {
    await handsIn({ reference: 'PRV-7' }, [await photo()]);
    const [first] = history();
    const id = first?.id ?? 0;
    const note = 'It says 6 October';
    const returns = { decision: 'return', returnedFor: 'day-differs', note };
    await sends(check.action, ground, ground.dsl, '/x', returns, { id });
    const [thing] = (await mine()).toDo.filter(({ name }) => name === 'prevent');
    expect(thing?.stands).toMatchObject([
      { state: 'returned', words: expect.stringContaining(`that was typed. ${note}.`) },
    ]);
    const path = `/my/hand-in?requirement=${ground.preventId}&again=${id}`;
    expect(await page(path)).toMatchObject({
      known: { completedOn: '2026-11-10', reference: 'PRV-7' },
      returned: expect.stringContaining(note),
    });
    await handsIn(typedDay('completedOn', '2026-10-06'), [await photo('again.png')]);
    expect(history().map(({ state }) => state)).toEqual(['returned', 'awaiting-check']);
    expect((await mine()).waiting).toMatchObject([{ stands: [{ state: 'waiting' }] }]);
  });

  test('is prefilled for nobody else, and for nothing that was not returned', async () => {
    const mineId = completed(ground, ground.teacherId, ground.preventId, { on: '2026-01-01' });
    const theirs = completed(ground, ground.dslPersonId, ground.preventId, { on: '2026-01-01' });
    for (const id of [mineId, theirs, 9999]) {
      const path = `/my/hand-in?requirement=${ground.preventId}&again=${id}`;
      const came = await opens(handIn.loader, ground, ground.teacher, path);
      expect(came.status).toBe(404);
    }
  });
});

test('a lead records for somebody with the letter of an agency', async () => {
  const letter = {
    ...fields({ provider: 'Tern Supply Teachers', evidence: 'certificate' }),
    level: 'Level 2',
    trainingDays: '0.5',
  };
  const params = { id: ground.teacherId };
  const files = [await photo('letter.png')];
  const sending = { fields: letter, files, params };
  const came = await sendsFiles(recordOne.action, ground, ground.dsl, '/x', sending);
  expect(came.status).toBe(303);
  expect(history()).toMatchObject([
    { state: 'counts', level: 'Level 2', trainingDays: 0.5, files: [{ name: 'letter.png' }] },
  ]);
});
