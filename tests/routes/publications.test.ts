import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { findEdition } from '#app/data/publications.ts';
import { day } from '#app/domain/days.ts';
import { addPublication } from '#app/operations/add-publication.ts';
import { confirmEdition } from '#app/operations/confirm-edition.ts';
import { addEdition } from '#app/operations/save-edition.ts';
import * as doNext from '#app/routes/dsl._index.tsx';
import * as all from '#app/routes/dsl.publications._index.tsx';
import * as publication from '#app/routes/dsl.publications.$id._index.tsx';
import * as newEdition from '#app/routes/dsl.publications.$id.editions.new.tsx';
import * as readersFile from '#app/routes/dsl.publications.$id.read[.]csv.ts';
import * as editionPage from '#app/routes/dsl.publications.editions.$id._index.tsx';
import * as change from '#app/routes/dsl.publications.editions.$id.change.tsx';
import * as confirm from '#app/routes/dsl.publications.editions.$id.confirm.tsx';
import * as correct from '#app/routes/dsl.publications.editions.$id.correct.tsx';
import * as newPublication from '#app/routes/dsl.publications.new.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { addRequirement } from '#tests/operations/support.ts';
import { drawRoute } from '#tests/support/draw.tsx';
import { pdf } from '#tests/support/evidence-files.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { photo, sendsFiles } from './evidence-ground.ts';
import { type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
let publicationId: number;
let oldId: number;
let newId: number;

const DRAFT = {
  title: 'KCSIE 2025',
  inForceFrom: day('2025-09-01'),
  state: 'announced' as const,
  link: null,
  whatChanged: null,
  source: null,
  parts: ['Part one', 'Annex B'],
  reads: [
    { parts: ['Part one'], audience: { categories: ['staff' as const], kinds: [] } },
    { parts: ['Annex B'], audience: { categories: [], kinds: ['dsl'] } },
  ],
  checkTopics: [],
};
const NO_FILE = { tokens: [], dropsFile: false };

beforeEach(async () => {
  ground = await leadGround();
  const act = {
    database: ground.database,
    actor: { accountId: ground.dslId, personId: ground.dslPersonId, name: 'Dora Lead' },
    schoolId: ground.schoolId,
    today: day('2026-09-01'),
    now: '2026-09-01T09:00:00.000Z',
  };
  ({ publicationId } = await addPublication(act, { title: 'KCSIE' }));
  oldId = (await addEdition(act, { publicationId, draft: DRAFT, ...NO_FILE })).editionId;
  await confirmEdition(act, { editionId: oldId, dueBy: day('2026-12-31') });
  const draft = { ...DRAFT, title: 'KCSIE 2026', inForceFrom: day('2026-09-01') };
  newId = (await addEdition(act, { publicationId, draft, ...NO_FILE })).editionId;
});

const isAsked = () =>
  addRequirement(ground, { key: 'kcsie', cycle: { kind: 'edition', publication: 'kcsie' } });
const editionOf = (id: number) => findEdition(ground.database, ground.schoolId, id);
const at = (id: number) => ({ id });
const answerAt = async (run: Parameters<typeof opens>[0], params = {}, cookie = ground.dsl) =>
  ((await opens(run, ground, cookie, '/x', params)).body as { answer: string }).answer;

describe('the page of everything that is read', () => {
  test('says first that nobody is asked, and what waits', async () => {
    expect(await answerAt(all.loader)).toBe('KCSIE 2026 is announced and waits to be confirmed.');
  });

  test('says first who has not read what is in force', async () => {
    isAsked();
    expect(await answerAt(all.loader)).toBe(
      '0 of 5 have read KCSIE 2025: 5 have until 31 December 2026. KCSIE 2026 is announced and waits to be confirmed.',
    );
  });

  test('is the headteacher’s to read, who changes nothing', async () => {
    const { body } = await opens(all.loader, ground, ground.head, '/x');
    expect(body).toMatchObject({ mayChange: false });
    for (const run of [newPublication.loader, newEdition.loader, change.loader, confirm.loader]) {
      const came = await opens(run, ground, ground.head, '/x', at(newId));
      expect(came.status).toBe(403);
    }
  });

  test.each([
    ['a teacher', () => ground.teacher],
    ['the administrator', () => ground.admin],
  ])('is not for %s', async (_, cookie) => {
    expect((await opens(all.loader, ground, cookie(), '/x')).status).toBe(403);
  });

  test('of another school is not there', async () => {
    const elsewhere = {
      database: ground.database,
      actor: { accountId: null, personId: null, name: 'Somebody' },
      schoolId: ground.otherSchoolId,
      today: day('2026-09-01'),
      now: '2026-09-01T09:00:00.000Z',
    };
    const theirs = await addPublication(elsewhere, { title: 'Their policy' });
    const edition = await addEdition(elsewhere, { ...theirs, draft: DRAFT, ...NO_FILE });
    for (const run of [publication.loader, readersFile.loader, newEdition.loader]) {
      const came = await opens(run, ground, ground.dsl, '/x', at(theirs.publicationId));
      expect(came.status).toBe(404);
    }
    for (const run of [editionPage.loader, change.loader, confirm.loader, correct.loader]) {
      const came = await opens(run, ground, ground.dsl, '/x', at(edition.editionId));
      expect(came.status).toBe(404);
    }
  });

  test('answers an address that names nothing with 404', async () => {
    for (const run of [
      publication.loader,
      readersFile.loader,
      editionPage.loader,
      confirm.loader,
    ]) {
      expect((await opens(run, ground, ground.dsl, '/x', at(99_999))).status).toBe(404);
      expect((await opens(run, ground, ground.dsl, '/x', { id: '1e3' })).status).toBe(404);
    }
  });
});

describe('page and file', () => {
  test('count the same people', async () => {
    isAsked();
    const { body } = await opens(publication.loader, ground, ground.dsl, '/x', at(publicationId));
    const { inForce } = body as Awaited<ReturnType<typeof publication.loader>>;
    expect(inForce?.parts.map(({ part, figure }) => [part, figure])).toEqual([
      ['Part one', '0 of 5 have read it, 5 have until 31 December 2026'],
      ['Annex B', '0 of 1 have read it, 1 has until 31 December 2026'],
    ]);
    const file = await opens(readersFile.loader, ground, ground.dsl, '/x', at(publicationId));
    const rows: Record<string, string>[] = parse(String(file.body), { columns: true, bom: true });
    expect(rows.filter(({ status }) => status === 'not-yet-due')).toHaveLength(
      inForce?.count.notYetDue ?? 0,
    );
    expect(rows.map(({ name, parts }) => [name, parts])).toContainEqual([
      'Dora Lead',
      'Part one and Annex B',
    ]);
  });
});

describe('the form of an edition', () => {
  const fields = (more: Record<string, string> = {}) => ({
    title: 'KCSIE 2027',
    ...typedDay('inForceFrom', '2027-09-01'),
    state: 'draft',
    step: 'save',
    partCount: '2',
    'part-0-name': 'Part one',
    'part-0-categories': 'staff',
    'part-1-name': '',
    link: 'https://www.gov.uk/kcsie',
    ...more,
  });
  const adds = (more: Record<string, string> = {}) =>
    sends(newEdition.action, ground, ground.dsl, '/x', fields(more), at(publicationId));

  test('begins from the edition before, and says that letters may have moved', async () => {
    const { body } = await opens(newEdition.loader, ground, ground.dsl, '/x', at(publicationId));
    expect(body).toMatchObject({
      beginsFrom: 'KCSIE 2026',
      values: { 'part-1-name': 'Annex B', 'part-1-kinds': ['dsl'], state: 'draft' },
    });
  });

  test('adds it with its parts; one without a name is taken off', async () => {
    const came = await adds();
    const id = Number(/editions\/(\d+)\?done=added/.exec(came.headers.get('Location') ?? '')?.[1]);
    expect(editionOf(id)).toMatchObject({
      title: 'KCSIE 2027',
      state: 'draft',
      parts: ['Part one'],
      reads: [{ parts: ['Part one'], audience: { categories: ['staff'], kinds: [] } }],
    });
  });

  test('gives room for one part more, and keeps what was typed', async () => {
    const came = await adds({ step: 'add-part' });
    expect(came).toMatchObject({
      status: 200,
      body: { values: { partCount: '3', title: 'KCSIE 2027' } },
    });
  });

  test.each<[string, Record<string, string>, string]>([
    ['without a title', { title: '' }, 'title'],
    ['with the title of another', { title: 'kcsie 2025' }, 'title'],
    ['on a day that is none', typedDay('inForceFrom', '2027-06-31'), 'inForceFrom'],
    ['confirmed by a crafted form', { state: 'confirmed' }, 'state'],
    ['at an address that runs', { link: 'javascript:alert(1)' }, 'link'],
    ['for a role that there is not', { 'part-0-kinds': 'wizard' }, 'part-0-kinds'],
    ['with a part twice', { 'part-1-name': 'Part one' }, 'part-1-name'],
    ['with a check on no topic', { checkTopics: 'witchcraft' }, 'checkTopics'],
  ])('%s is refused, with what was typed', async (_, wrong, field) => {
    const came = await adds(wrong);
    expect(came).toMatchObject({ status: 422, body: { values: { partCount: '2' } } });
    expect(Object.keys(errorsIn(came))).toEqual([field]);
  });

  test('of a confirmed one changes its link and due-by day alone', async () => {
    const sent = {
      title: 'Mine',
      link: 'https://example.org/',
      ...typedDay('dueBy', '2027-01-31'),
    };
    const came = await sends(change.action, ground, ground.dsl, '/x', sent, at(oldId));
    expect(came.status).toBe(303);
    expect(editionOf(oldId)).toMatchObject({
      title: 'KCSIE 2025',
      link: 'https://example.org/',
      dueBy: '2027-01-31',
      parts: DRAFT.parts,
    });
  });
});

describe('the document itself, as a PDF', () => {
  const pdfFile = (name = 'Behaviour policy.pdf') =>
    new File([new Uint8Array(pdf())], name, { type: 'application/pdf' });
  const fields = (more: Record<string, string> = {}) => ({
    title: 'KCSIE 2027',
    ...typedDay('inForceFrom', '2027-09-01'),
    state: 'draft',
    step: 'save',
    partCount: '0',
    ...more,
  });
  const adds = (more: Record<string, string>, files: File[]) =>
    sendsFiles(newEdition.action, ground, ground.dsl, '/x', {
      fields: fields(more),
      files,
      params: at(publicationId),
    });
  const changes = (id: number, more: Record<string, string>, files: File[] = []) =>
    sendsFiles(change.action, ground, ground.dsl, '/x', {
      fields: fields(more),
      files,
      params: at(id),
    });
  const addedBy = (came: Awaited<ReturnType<typeof adds>>) =>
    Number(/editions\/(\d+)\?done=added/.exec(came.headers.get('Location') ?? '')?.[1]);
  const waitingOf = (came: { body: unknown }) =>
    (came.body as { waiting: { token: string }[] }).waiting;

  test('is kept with its name and its hash, and stands on its page', async () => {
    const id = addedBy(await adds({}, [pdfFile()]));
    const sha256 = createHash('sha256').update(pdf()).digest('hex');
    expect(editionOf(id)?.file).toEqual({
      name: 'Behaviour policy.pdf',
      sha256,
      href: `/evidence/editions/${id}`,
    });
    const { body } = await opens(editionPage.loader, ground, ground.dsl, '/x', at(id));
    const page = drawRoute(editionPage.default, '/x', body as object);
    expect(page).toContain(`href="/evidence/editions/${id}"`);
  });

  test('is not chosen again where something else in the form was wrong', async () => {
    const wrong = await adds({ title: '' }, [pdfFile()]);
    expect(wrong.status).toBe(422);
    const [{ token } = { token: '' }] = waitingOf(wrong);
    const id = addedBy(await adds({ waiting: token }, []));
    expect(editionOf(id)?.file?.name).toBe('Behaviour policy.pdf');
  });

  test('waits while one part more is added', async () => {
    const more = await adds({ step: 'add-part' }, [pdfFile()]);
    expect(more.status).toBe(200);
    expect(waitingOf(more)).toMatchObject([{ name: 'Behaviour policy.pdf' }]);
  });

  test('is changed for another, and taken off', async () => {
    const id = addedBy(await adds({}, [pdfFile()]));
    await changes(id, {}, [pdfFile('Second.pdf')]);
    expect(editionOf(id)?.file?.name).toBe('Second.pdf');
    await changes(id, {});
    expect(editionOf(id)?.file?.name).toBe('Second.pdf');
    await changes(id, { dropsFile: 'yes' });
    expect(editionOf(id)?.file).toBeNull();
  });

  test('of a confirmed edition is changed too', async () => {
    const dueBy = typedDay('dueBy', '2026-12-31');
    expect((await changes(oldId, dueBy, [pdfFile()])).status).toBe(303);
    expect(editionOf(oldId)).toMatchObject({
      title: 'KCSIE 2025',
      file: { name: 'Behaviour policy.pdf' },
    });
  });

  test.each<[string, () => File | Promise<File>]>([
    ['a picture', () => photo()],
    ['a page that is called a PDF', () => new File(['<!doctype html><p>Hello'], 'a.pdf')],
    ['an empty file', () => new File([], 'a.pdf')],
    ['half a PDF', () => new File([new Uint8Array(pdf().subarray(0, 200))], 'a.pdf')],
  ])('is not %s', async (_, file) => {
    const came = await adds({}, [await file()]);
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual(['files']);
    expect(came.body).toMatchObject({ values: { title: 'KCSIE 2027' } });
  });

  test('is one file', async () => {
    const came = await adds({}, [pdfFile('a.pdf'), pdfFile('b.pdf')]);
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual(['files']);
  });
});

describe('confirming', () => {
  const confirms = (fields: Record<string, string>, cookie = ground.dsl) =>
    sends(confirm.action, ground, cookie, '/x', fields, at(newId));

  test('says whom it concerns before anything is saved', async () => {
    isAsked();
    expect(await answerAt(confirm.loader, at(newId))).toBe('5 people have to read it.');
    const came = await confirms({ step: 'preview', ...typedDay('dueBy', '2026-12-16') });
    expect(came).toMatchObject({
      status: 200,
      body: {
        view: 'preview',
        answer: '5 people have to read it.',
        lots: [{ words: '5 people have until 16 December 2026 to read it' }],
      },
    });
    expect(editionOf(newId)?.state).toBe('announced');
  });

  test('is done by the button that says so, and once', async () => {
    const fields = {
      formKey: '11111111-1111-4111-8111-111111111111',
      step: 'save',
      ...typedDay('dueBy', '2026-12-16'),
    };
    const both = [await confirms(fields), await confirms(fields)];
    const home = `/dsl/publications/${publicationId}?done=confirmed`;
    expect(both.map(({ headers }) => headers.get('Location'))).toEqual([home, home]);
    expect(editionOf(newId)).toMatchObject({ state: 'confirmed', confirmedOn: '2026-11-16' });
  });

  test('stands among the decisions to take, until it is taken', async () => {
    type ToDo = { parts: { part: string; tasks: { kind: string }[] }[] };
    const toDo = async () => (await opens(doNext.loader, ground, ground.dsl, '/dsl')).body as ToDo;
    const kinds = async () =>
      (await toDo()).parts.flatMap(({ tasks }) => tasks.map((one) => one.kind));
    expect((await toDo()).parts).toContainEqual({
      part: 'decide',
      count: 1,
      tasks: [
        {
          kind: 'edition-to-confirm',
          editionId: newId,
          title: 'KCSIE 2026',
          words: 'announced since 1 September 2026: confirm it when you have it',
        },
      ],
    });
    const page = drawRoute(doNext.default, '/dsl', (await toDo()) as object);
    expect(page).toContain(`/dsl/publications/editions/${newId}`);
    await confirms({ step: 'save', ...typedDay('dueBy', '2026-12-16') });
    expect(await kinds()).not.toContain('edition-to-confirm');
  });

  test.each([
    ['yesterday', typedDay('dueBy', '2026-11-15')],
    ['no day', typedDay('dueBy', '')],
  ])('with %s as its due-by day is refused', async (_, fields) => {
    const came = await confirms({ step: 'save', ...fields });
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual(['dueBy']);
    expect(editionOf(newId)?.state).toBe('announced');
  });

  test('is not for the headteacher', async () => {
    const came = await confirms({ step: 'save', ...typedDay('dueBy', '2026-12-16') }, ground.head);
    expect(came.status).toBe(403);
    expect(editionOf(newId)?.state).toBe('announced');
  });
});

describe('a correction', () => {
  const corrects = (fields: Record<string, string>) =>
    sends(correct.action, ground, ground.dsl, '/x', { words: 'A page', ...fields }, at(oldId));
  const again = (inForceFrom: string) => ({
    how: 'read-again',
    ...typedDay('inForceFrom', inForceFrom),
    ...typedDay('dueBy', '2026-12-16'),
  });

  test('tells how many each choice concerns, and both are seen before they are saved', async () => {
    isAsked();
    const { body } = await opens(correct.loader, ground, ground.dsl, '/x', at(oldId));
    expect(body).toMatchObject({ concerned: 5, isInForce: true });
    const note = await corrects({ how: 'note', step: 'preview' });
    expect(note.body).toMatchObject({ view: 'preview', lots: [] });
    expect((note.body as { answer: string }).answer).toMatch(/the 5 people .* Nobody has anything/);
    const read = await corrects({ ...again('2026-08-31'), step: 'preview' });
    expect(read.body).toMatchObject({ view: 'preview', answer: '5 people have to read it.' });
    expect(editionOf(oldId)?.notes).toEqual([]);
  });

  test('is noted', async () => {
    const came = await corrects({ how: 'note', step: 'save' });
    expect(came.headers.get('Location')).toMatch(/\?done=noted$/);
    expect(editionOf(oldId)?.notes).toEqual([{ notedOn: '2026-11-16', words: 'A page' }]);
  });

  test('is read again, as an edition before the one that is announced', async () => {
    const late = await corrects({ ...again('2026-11-10'), step: 'save' });
    expect(late.status).toBe(422);
    expect(errorsIn(late).inForceFrom).toMatch(/confirm that first/);
    const came = await corrects({ ...again('2026-08-31'), step: 'save' });
    expect(came.headers.get('Location')).toMatch(/\?done=read-again$/);
    isAsked();
    expect(await answerAt(publication.loader, at(publicationId))).toMatch(
      /^0 of 5 have read KCSIE 2025, corrected 31 August 2026/,
    );
  });

  test.each<[string, Record<string, string>, string]>([
    ['without words', { words: '', how: 'note' }, 'words'],
    ['without a choice', {}, 'how'],
    ['read again without a day', { ...again(''), how: 'read-again' }, 'inForceFrom'],
  ])('%s is refused', async (_, fields, field) => {
    const came = await corrects({ step: 'save', ...fields });
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual([field]);
  });
});

test('a draft is announced from its page', async () => {
  const came = await sends(
    newEdition.action,
    ground,
    ground.dsl,
    '/x',
    { title: 'KCSIE 2027', ...typedDay('inForceFrom', '2027-09-01'), state: 'draft' },
    at(publicationId),
  );
  const id = Number(/editions\/(\d+)/.exec(came.headers.get('Location') ?? '')?.[1]);
  const sent = { act: 'announce' };
  const announced = await sends(editionPage.action, ground, ground.dsl, '/x', sent, at(id));
  expect(announced.status).toBe(303);
  expect(editionOf(id)?.state).toBe('announced');
});
