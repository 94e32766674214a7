import { beforeEach, describe, expect, test } from 'vitest';
import { newFormKey } from '#app/auth/visit.ts';
import { schoolFacts } from '#app/data/facts.ts';
import * as exports from '#app/routes/admin.export._index.tsx';
import * as exportCsv from '#app/routes/admin.export[.]csv.ts';
import * as exportZip from '#app/routes/admin.export[.]zip.ts';
import * as upload from '#app/routes/admin.import._index.tsx';
import * as preview from '#app/routes/admin.import.$id._index.tsx';
import * as wrong from '#app/routes/admin.import.$id.wrong[.]csv.ts';
import { cameOf, contextFor } from '#tests/support/context.ts';
import { adminGround, errorsIn, type Ground, opens, sends } from './admin-ground.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await adminGround();
});

const LIST = `Staff ID,Name,Job title,Start date
N1,Petra Novak,Teacher,1/9/2025
N2,Wrong Day,Teacher,31/06/2026
N3,Odd Job,Wizard,1/9/2025
`;

const handIn = (fields: Record<string, string>) =>
  sends(upload.action, ground, ground.admin, '/admin/import', {
    kind: '',
    evidence: 'self-reported',
    ...fields,
  });

/** Hands in a pasted table and answers the import's id. */
async function staged(pasted: string): Promise<number> {
  const came = await handIn({ pasted });
  expect(came.status).toBe(303);
  return Number(came.headers.get('Location')?.split('/').at(-1));
}

const decide = (id: number, fields: Record<string, string>) =>
  sends(preview.action, ground, ground.admin, `/admin/import/${id}`, fields, { id });

type Shown = {
  preview: {
    seen: number;
    rows: { id: string; problems: unknown[] }[];
    plan: { counts: Record<string, number>; isReady: boolean };
  } | null;
  outcome: { state: string; canUndo: boolean } | null;
};
async function seen(id: number): Promise<Shown> {
  const came = await opens(preview.loader, ground, ground.admin, `/admin/import/${id}`, { id });
  return came.body as Shown;
}

const refs = () => schoolFacts(ground.database, ground.schoolId).people.map(({ ref }) => ref);

test('a table is previewed, decided on, imported and taken back', async () => {
  const before = refs();
  const id = await staged(LIST);
  expect((await seen(id)).preview?.plan).toMatchObject({
    counts: { new: 1, wrong: 2 },
    isReady: false,
  });
  expect(refs()).toEqual(before);
  expect((await decide(id, { intent: 'apply', seen: '999' })).status).toBe(409);
  await decide(id, { intent: 'answers', 'word-0': 'pastoral' });
  await decide(id, { intent: 'leave-out', shown: '3', out: '3' });
  const ready = await seen(id);
  expect(ready.preview?.plan).toMatchObject({ counts: { new: 2, 'left-out': 1 }, isReady: true });
  const applied = await decide(id, { intent: 'apply', seen: String(ready.preview?.seen) });
  expect(applied.headers.get('Location')).toBe(`/admin/import/${id}`);
  expect(refs()).toEqual(expect.arrayContaining(['N1', 'N3']));
  expect((await seen(id)).outcome).toMatchObject({ state: 'done', canUndo: true });
  expect((await decide(id, { intent: 'undo' })).body).toMatchObject({ undone: { leftAlone: [] } });
  expect(refs()).toEqual(before);
});

test('wrong rows are offered as a file with what to do', async () => {
  const id = await staged(LIST);
  const came = await opens(wrong.loader, ground, ground.admin, '/x', { id });
  const text = String(came.body);
  expect(text).toContain(
    'N2,Wrong Day,Teacher,31/06/2026,3,"Start date ""31/06/2026"": There is no such day',
  );
  expect(text).not.toContain('Petra');
});

test('a file that is thrown away is gone', async () => {
  const id = await staged(LIST);
  await decide(id, { intent: 'discard' });
  const gone = await opens(preview.loader, ground, ground.admin, '/x', { id });
  expect(gone.status).toBe(404);
});

describe('what cannot be right is answered 422, in words', () => {
  test.each<[string, Record<string, string>, Record<string, RegExp>]>([
    ['nothing', {}, { file: /Choose a file/ }],
    ['an unclosed quote', { pasted: 'Name,Role\n"Zoë,1' }, { pasted: /quotation mark/ }],
    ['an unknown kind', { pasted: LIST, kind: 'wages' }, { kind: /Choose what/ }],
    ['an unknown evidence', { pasted: LIST, evidence: '__proto__' }, { evidence: /Choose what/ }],
  ])('%s', async (_, fields, messages) => {
    const came = await handIn(fields);
    expect(came.status).toBe(422);
    for (const [field, message] of Object.entries(messages)) {
      expect(errorsIn(came)[field]).toMatch(message);
    }
  });

  test('decisions that were never offered', async () => {
    const id = await staged(LIST);
    const columns = {
      'column-0': 'name',
      'column-1': 'name',
      'column-2': 'ignore',
      'column-3': '',
    };
    expect((await decide(id, { intent: 'columns', ...columns })).status).toBe(422);
    const unknown = { ...columns, 'column-0': 'school_id' };
    expect((await decide(id, { intent: 'columns', ...unknown })).status).toBe(422);
    expect((await decide(id, { intent: 'answers', 'word-0': 'headteacher-of-all' })).status).toBe(
      422,
    );
    expect((await decide(id, { intent: 'explode' })).status).toBe(422);
    await decide(id, { intent: 'leave-out', out: '999', shown: '999' });
    expect((await seen(id)).preview?.plan.counts.wrong).toBe(2);
  });
});

test('a workbook is handed in as a file, whatever it is called', async () => {
  const { workbook } = await import('#tests/support/xlsx.ts');
  const rows = LIST.trim()
    .split('\n')
    .map((line) => line.split(','));
  const form = new FormData();
  form.set('formKey', newFormKey());
  form.set('kind', '');
  form.set('evidence', 'certificate');
  form.set('file', new File([workbook({ Staff: rows }) as BlobPart], '../../CON\u0000.pdf'));
  const request = new Request('http://localhost/admin/import', {
    method: 'POST',
    body: form,
    headers: { Cookie: ground.admin },
  });
  const came = await cameOf(
    upload.action({ request, context: contextFor(ground.database, { isDemo: true }), params: {} }),
  );
  expect(came.status).toBe(303);
});

describe("another school's import, or none", () => {
  test.each(['1e3', '0', '-1', '999', '9007199254740993'])('%s is not found', async (id) => {
    const came = await opens(preview.loader, ground, ground.admin, '/x', { id });
    expect(came.status).toBe(404);
  });
});

test.each([
  ['/admin/import', upload.loader],
  ['/admin/export', exports.loader],
  ['/admin/export.csv', exportCsv.loader],
  ['/admin/export.zip', exportZip.loader],
])('%s opens for an administrator, and for nobody else', async (path, run) => {
  expect((await opens(run, ground, ground.admin, path)).status).toBe(200);
  expect((await opens(run, ground, ground.dsl, path)).status).toBe(403);
  expect((await opens(run, ground, '', path)).status).toBe(303);
});

test('the export is as at any day, and refuses what is none', async () => {
  const at = (query: string) =>
    opens(exportCsv.loader, ground, ground.admin, `/admin/export.csv${query}`);
  expect((await at('?on=2026-02-30')).status).toBe(422);
  expect((await at('?on-day=31&on-month=6&on-year=2026')).status).toBe(422);
  const came = await at('?on-day=1&on-month=Sep&on-year=2026');
  expect(came.headers.get('Content-Disposition')).toMatch(/-2026-09-01\.csv/);
});
