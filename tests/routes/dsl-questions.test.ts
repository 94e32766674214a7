import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newFormKey } from '#app/auth/visit.ts';
import { readBank } from '#app/data/bank.ts';
import { closeDatabase, type Database } from '#app/data/database.ts';
import { sectionHashes } from '#app/data/offer.ts';
import { insertQuestionRevision, listQuestionRevisions } from '#app/data/questions.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { valuesOfQuestion, wordsValues } from '#app/forms/question-values.ts';
import { wordsOf } from '#app/operations/save-question.ts';
import * as list from '#app/routes/dsl.questions._index.tsx';
import * as one from '#app/routes/dsl.questions.$id._index.tsx';
import * as change from '#app/routes/dsl.questions.$id.change.tsx';
import * as check from '#app/routes/dsl.questions.check.$section.tsx';
import * as exporting from '#app/routes/dsl.questions.export.ts';
import * as importing from '#app/routes/dsl.questions.import.tsx';
import * as adding from '#app/routes/dsl.questions.new.tsx';
import { decided, publishSection } from '#tests/support/bank.ts';
import { cameOf } from '#tests/support/context.ts';
import { askedBy, openDemoInMemory } from '#tests/support/demo.ts';
import { write } from '#tests/support/people.ts';
import { makeQuestion, questionOf } from '#tests/support/quizzes.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { type LeadGround, leadGround, statementsOf } from './lead-ground.ts';

let ground: LeadGround;
let own: { questionId: number; revisionId: number };
let shared: { questionId: number; revisionId: number };

beforeEach(async () => {
  ground = await leadGround();
  const { database, schoolId } = ground;
  publishSection(database, schoolId, 'prevent');
  own = makeQuestion(database, { schoolId }, 'own');
  shared = makeQuestion(database, { trustId: 1 }, 'shared');
  decided(database, schoolId, shared);
});

const changeSection = () =>
  publishSection(ground.database, ground.schoolId, 'prevent', 'Something else now.');
const bank = () => readBank(ground.database, ground.schoolId);
const banked = (id: number) => bank().find(({ questionId }) => questionId === id)!;
const seen = (id: number) => {
  const { id: revision, sectionWords } = banked(id);
  return { revision: String(revision), words: sectionWords ?? '' };
};

type Listed = {
  answer: string;
  count: number;
  pages: number;
  questions: { id: number; text: string; because: string }[];
  toCheck: { section: string; words: string }[];
};
const listed = async (query = '', cookie = ground.dsl) =>
  (await opens(list.loader, ground, cookie, `/dsl/questions${query}`)).body as Listed;

const decides = (id: number, fields: Record<string, string>, cookie = ground.dsl) =>
  sends(one.action, ground, cookie, `/dsl/questions/${id}`, fields, { id });

describe('the bank', () => {
  test('says how many there are and how they stand', async () => {
    expect((await listed()).answer).toBe('2 questions, all in use.');
    changeSection();
    const page = await listed();
    expect(page.answer).toBe('2 questions: 0 in use, 2 to check because their section changed.');
    expect(page.toCheck).toEqual([{ section: 'prevent', words: 'Prevent: 2 questions to check' }]);
    expect(page.questions[0]?.because).toMatch(/has changed since it was confirmed/);
  });

  test('is narrowed by topic, state and whose, and paged by 25', async () => {
    const { database, schoolId } = ground;
    for (let n = 0; n < 30; n++) {
      makeQuestion(database, { schoolId }, `fgm-${n}`, { topic: 'fgm', section: 'fgm' });
    }
    expect(await listed()).toMatchObject({ count: 32, pages: 2 });
    expect((await listed('?page=2')).questions).toHaveLength(7);
    expect((await listed('?page=99')).questions).toHaveLength(7);
    expect((await listed('?topic=fgm&whose=own')).count).toBe(30);
    expect((await listed('?whose=shared')).questions.map(({ id }) => id)).toEqual([
      shared.questionId,
    ]);
    expect((await listed('?state=set-aside')).count).toBe(0);
    expect((await listed('?topic=nothing')).count).toBe(32);
  });

  test('is read with as many statements for many questions as for few', async () => {
    const few = await statementsOf(ground, () => listed());
    for (let n = 0; n < 40; n++) makeQuestion(ground.database, { trustId: 1 }, `more-${n}`);
    expect(await statementsOf(ground, () => listed())).toBe(few);
  });

  test('the headteacher looks and changes nothing', async () => {
    expect((await listed('', ground.head)).count).toBe(2);
    const why = { act: 'set-aside', why: 'No' };
    expect((await decides(own.questionId, why, ground.head)).status).toBe(403);
    expect((await opens(adding.loader, ground, ground.head, '/x')).status).toBe(403);
    expect((await opens(list.loader, ground, ground.teacher, '/x')).status).toBe(403);
  });
});

describe('a question', () => {
  test('is set aside with a reason, and used again', async () => {
    const { questionId: id } = shared;
    const without = await decides(id, { act: 'set-aside', why: ' ' });
    expect(without.status).toBe(422);
    expect(errorsIn(without).why).toMatch(/^Say why/);
    const aside = await decides(id, { act: 'set-aside', why: 'It is about another county' });
    expect(aside.headers.get('Location')).toBe(`/dsl/questions/${id}?done=aside`);
    const page = await opens(one.loader, ground, ground.dsl, '/x', { id });
    expect(page.body).toMatchObject({ asideBecause: 'It is about another county' });
    const again = await decides(id, { act: 'confirm', ...seen(id) });
    expect(again.headers.get('Location')).toBe(`/dsl/questions/${id}?done=confirmed`);
    expect(banked(id).state).toBe('in-use');
  });

  test('is confirmed as it was seen, or not at all', async () => {
    const { questionId: id } = own;
    const then = seen(id);
    changeSection();
    expect((await decides(id, { act: 'confirm', ...then })).status).toBe(409);
    expect((await decides(id, { act: 'confirm', ...seen(id) })).status).toBe(303);
  });

  test('shared, it is made the school’s own, and leads to that', async () => {
    const { questionId: id } = shared;
    const made = await decides(id, { act: 'make-own', ...seen(id) });
    const copy = bank().find(({ key }) => key === 'shared-own');
    expect(made.headers.get('Location')).toBe(`/dsl/questions/${copy?.questionId}?done=own`);
    expect(copy?.state).toBe('in-use');
    expect(banked(id).state).toBe('set-aside');
    const shown = await opens(change.loader, ground, ground.dsl, '/x', { id });
    expect(shown.status).toBe(404);
  });

  test('shared and to be checked, so is the school’s own, and it says so', async () => {
    const { questionId: id } = shared;
    changeSection();
    const made = await decides(id, { act: 'make-own', ...seen(id) });
    const copy = bank().find(({ key }) => key === 'shared-own');
    const home = `/dsl/questions/${copy?.questionId}`;
    expect(made.headers.get('Location')).toBe(`${home}?done=own-to-check`);
    const path = `${home}?done=own-to-check`;
    const page = await opens(one.loader, ground, ground.dsl, path, { id: copy!.questionId });
    expect(page.body).toMatchObject({
      state: 'check-me',
      done: expect.stringMatching(/until somebody has checked it\.$/),
    });
  });

  test('of another school is not there, on any of its pages', async () => {
    const { database, otherSchoolId } = ground;
    const { questionId: id } = makeQuestion(database, { schoolId: otherSchoolId }, 'theirs');
    for (const run of [one.loader, change.loader]) {
      expect((await opens(run, ground, ground.dsl, '/x', { id })).status).toBe(404);
    }
    expect((await decides(id, { act: 'set-aside', why: 'Ours' })).status).toBe(404);
    const sent = await sends(change.action, ground, ground.dsl, '/x', {}, { id });
    expect(sent.status).toBe(404);
    expect((await listed()).count).toBe(2);
  });

  test('tells what became of it', async () => {
    const { questionId: id } = own;
    await decides(id, { act: 'set-aside', why: 'Too hard' });
    const { body } = await opens(one.loader, ground, ground.dsl, '/x', { id });
    const { history } = body as { history: { title: string; words: string[] }[] };
    expect(history.map(({ title, words }) => [title, ...words])).toEqual([
      ['Set aside', 'Too hard'],
      ['Confirmed: it fits its section'],
      ['Written'],
    ]);
  });
});

describe('writing and changing', () => {
  /** As the form holds it, with what the sections say as they stand. */
  const typed = (question = questionOf('typed')): Record<string, string> => {
    const sections = wordsValues(sectionHashes(ground.database, ground.schoolId));
    return { ...valuesOfQuestion(question), ...sections } as Record<string, string>;
  };
  const writes = (fields: Record<string, string>, type = 'one') =>
    sends(adding.action, ground, ground.dsl, `/dsl/questions/new?type=${type}`, fields);

  test('a new question leads to its page', async () => {
    const came = await writes({ ...typed(), right: '0' });
    expect(came.status).toBe(303);
    const added = bank().find(({ text }) => text === 'typed: what is right?');
    expect(came.headers.get('Location')).toBe(`/dsl/questions/${added?.questionId}?done=added`);
    expect(added).toMatchObject({ isShared: false, state: 'in-use' });
  });

  test('where the section changed meanwhile it is kept, to be checked, and that is said', async () => {
    const began = { ...typed(), right: '0' };
    changeSection();
    const came = await writes(began);
    const added = bank().find(({ text }) => text === 'typed: what is right?');
    const path = `/dsl/questions/${added?.questionId}?done=added-to-check`;
    expect(came.headers.get('Location')).toBe(path);
    const page = await opens(one.loader, ground, ground.dsl, path, { id: added!.questionId });
    expect(page.body).toMatchObject({
      state: 'check-me',
      done: 'The question is saved; its section changed meanwhile: check it.',
    });
  });

  test('the form carries what each section says, and keeps it when it is drawn again', async () => {
    const { questionId: id } = own;
    const { body } = await opens(change.loader, ground, ground.dsl, '/x', { id });
    const began = (body as { values: Record<string, string> }).values['words.prevent'];
    expect(began).toBe(seen(id).words);
    const { body: fresh } = await opens(adding.loader, ground, ground.dsl, '/x?type=one');
    expect(fresh).toMatchObject({ values: { 'words.prevent': began } });
    const wrong = await writes({ ...typed(), text: '' });
    expect(wrong.body).toMatchObject({ values: { 'words.prevent': began } });
  });

  test('what is wrong is told at its field with what was typed', async () => {
    const came = await writes({ ...typed(), right: '0', 'options.2.why': '' });
    expect(came.status).toBe(422);
    expect(errorsIn(came)).toEqual({ 'options.2.why': 'Enter why option 3 is right or wrong' });
    expect(came.body).toMatchObject({ values: { text: 'typed: what is right?' } });
  });

  test('without a type the type is asked for', async () => {
    expect(errorsIn(await writes({}, 'essay'))).toEqual({
      type: 'Choose what kind of question it is',
    });
  });

  test.each([
    ['what it said before', {}, 'same', 1],
    ['something else', { text: 'Another?' }, 'changed', 2],
  ])('saving %s', async (_, more, done, number) => {
    const { questionId: id, revisionId } = own;
    const fields = {
      ...typed(questionOf('own')),
      right: '0',
      revision: String(revisionId),
      ...more,
    };
    const came = await sends(change.action, ground, ground.dsl, '/x', fields, { id });
    expect(came.headers.get('Location')).toBe(`/dsl/questions/${id}?done=${done}`);
    expect(banked(id).number).toBe(number);
  });

  test.each([
    ['what it said before', {}, 'same-to-check', 1],
    ['something else', { text: 'Another?' }, 'changed-to-check', 2],
  ])('saving %s, though its section changed meanwhile', async (_, more, done, number) => {
    const { questionId: id, revisionId } = own;
    const began = { ...typed(questionOf('own')), right: '0', revision: String(revisionId) };
    changeSection();
    const fields = { ...began, ...more };
    const came = await sends(change.action, ground, ground.dsl, '/x', fields, { id });
    expect(came.headers.get('Location')).toBe(`/dsl/questions/${id}?done=${done}`);
    expect(banked(id)).toMatchObject({ number, state: 'check-me' });
  });

  test('a form that began with an older revision is refused with what was typed', async () => {
    const { questionId: id, revisionId } = own;
    const fields = { ...typed(questionOf('own')), right: '0', revision: String(revisionId) };
    const sendsText = (text: string) =>
      sends(change.action, ground, ground.dsl, '/x', { ...fields, text }, { id });
    expect((await sendsText('First?')).status).toBe(303);
    const late = await sendsText('Second?');
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ values: { text: 'Second?' } });
  });
});

describe('checking the questions of a section', () => {
  const opensCheck = (section: string) =>
    opens(check.loader, ground, ground.dsl, '/x', { section });

  test('shows what changed, and confirms those that are ticked', async () => {
    changeSection();
    const { body } = await opensCheck('prevent');
    expect(body).toMatchObject({
      questions: [{ questionId: own.questionId }, { questionId: shared.questionId }],
      changes: [{ what: 'Text' }],
    });
    const { revision, words } = seen(own.questionId);
    const came = await sends(
      check.action,
      ground,
      ground.dsl,
      '/x',
      { revision, words },
      { section: 'prevent' },
    );
    expect(came.headers.get('Location')).toBe('/dsl/questions?done=confirmed-one');
    expect(banked(own.questionId).state).toBe('in-use');
    expect(banked(shared.questionId).state).toBe('check-me');
  });

  test('nothing ticked is told, and nothing is confirmed', async () => {
    changeSection();
    const params = { section: 'prevent' };
    const came = await sends(check.action, ground, ground.dsl, '/x', { words: '' }, params);
    expect(errorsIn(came)).toEqual({ revision: 'Tick at least one question' });
    expect(banked(own.questionId).state).toBe('check-me');
  });

  test('a section that nobody knows is not there', async () => {
    expect((await opensCheck('wizardry')).status).toBe(404);
    expect((await opensCheck('__proto__')).status).toBe(404);
    expect((await opensCheck('attendance')).body).toMatchObject({ questions: [] });
  });
});

const GIFT = `// [id:gate] [tag:x]
::gate::Whom do you tell? {
=The DSL#The DSL leads on this.
~A colleague#A colleague is not enough.
~Nobody#Nobody helps nobody.
}

::essay::Write what you think. {}
`;

describe('importing', () => {
  const hands = (fields: Record<string, string>) =>
    sends(importing.action, ground, ground.dsl, '/dsl/questions/import', {
      topic: 'prevent',
      document: 'Policy',
      place: 'Section 6',
      ...fields,
    });
  type Shown = {
    preview: {
      counts: Record<string, number>;
      lines: { number: number; why: string }[];
      warnings: string[];
      hidden: Record<string, string>;
    };
  };

  test('nothing is written before the preview is agreed to, and then all of it', async () => {
    const came = await hands({ pasted: GIFT });
    expect(came.status).toBe(200);
    const { preview } = came.body as Shown;
    expect(preview.counts).toEqual({ new: 1, revision: 0, same: 0, twice: 0 });
    expect(preview.lines).toMatchObject([{ number: 2 }]);
    expect(bank()).toHaveLength(2);
    const done = await hands({ step: 'import', ...preview.hidden });
    expect(done.headers.get('Location')).toBe('/dsl/questions?done=imported');
    expect(bank().find(({ text }) => text === 'Whom do you tell?')).toMatchObject({
      isShared: false,
      state: 'check-me',
      topic: 'prevent',
      section: 'prevent',
      source: { document: 'Policy', place: 'Section 6' },
    });
  });

  test('what the offer has no section on is warned of, and to be checked all the same', async () => {
    const { preview } = (await hands({ pasted: GIFT })).body as Shown;
    expect(preview.warnings).toEqual([]);
    const elsewhere = (await hands({ pasted: GIFT, topic: 'fgm' })).body as Shown;
    expect(elsewhere.preview.warnings).toEqual([
      '1 question cites what is no section of the school’s offer: fgm.',
    ]);
    await hands({ step: 'import', ...elsewhere.preview.hidden });
    expect((await listed('?state=check-me')).questions).toMatchObject([
      { text: 'Whom do you tell?', because: 'Check me: nobody has looked at it yet.' },
    ]);
  });

  test('what comes back is read again: what was put into it is not believed', async () => {
    const { preview } = (await hands({ pasted: GIFT })).body as Shown;
    const content = Buffer.from('no question at all').toString('base64');
    const changed = await hands({ step: 'import', ...preview.hidden, content });
    expect(changed.status).toBe(422);
    const broken = await hands({ step: 'import', ...preview.hidden, content: '%%%' });
    expect(errorsIn(broken).file).toMatch(/^Choose the file again/);
    expect(bank()).toHaveLength(2);
  });

  test('a bank that changed since the preview is shown anew', async () => {
    const { preview } = (await hands({ pasted: GIFT })).body as Shown;
    await hands({ step: 'import', ...preview.hidden });
    const again = await hands({ step: 'import', ...preview.hidden });
    expect(again.status).toBe(409);
    expect((again.body as Shown).preview.counts).toMatchObject({ new: 0, same: 1 });
  });

  test('what another lead wrote since the preview is not overtaken unseen', async () => {
    await hands({
      step: 'import',
      ...((await hands({ pasted: GIFT })).body as Shown).preview.hidden,
    });
    const anew = GIFT.replace('The DSL leads on this.', 'The DSL and the deputies lead on this.');
    const { preview } = (await hands({ pasted: anew })).body as Shown;
    expect(preview.counts).toMatchObject({ revision: 1 });
    const { database, schoolId } = ground;
    const gate = bank().find(({ text }) => text === 'Whom do you tell?')!;
    write(database, (transaction) =>
      insertQuestionRevision(
        transaction,
        gate.questionId,
        { ...wordsOf(gate), mustPass: true },
        { at: '2026-11-16T08:00:00.000Z', by: null },
      ),
    );
    const late = await hands({ step: 'import', ...preview.hidden });
    expect(late.status).toBe(409);
    expect((late.body as Shown).preview.counts).toMatchObject({ revision: 1 });
    expect(banked(gate.questionId)).toMatchObject({ number: 2, mustPass: true });
    const again = await hands({ step: 'import', ...(late.body as Shown).preview.hidden });
    expect(again.status).toBe(303);
    expect(listQuestionRevisions(database, schoolId, gate.questionId)).toHaveLength(3);
  });

  test('a file that is too large, or holds too many, is refused in words', async () => {
    const large = await hands({ pasted: 'x'.repeat(512 * 1024 + 1) });
    expect(errorsIn(large).pasted).toMatch(/^The file is larger than 512 kB\./);
    const many = await hands({ pasted: 'Q{T}\n\n'.repeat(301) });
    expect(errorsIn(many).pasted).toMatch(/^The file holds 301 questions; 300 can be read/);
  });

  test('the same form sent twice imports once', async () => {
    const { preview } = (await hands({ pasted: GIFT })).body as Shown;
    const fields = { step: 'import', formKey: newFormKey(), ...preview.hidden };
    const both = [await hands(fields), await hands(fields)];
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(bank()).toHaveLength(3);
  });

  test.each<[string, Record<string, string>, string]>([
    ['nothing', {}, 'file'],
    ['what is no file of questions', { pasted: 'Dear all, see you on Monday.' }, 'pasted'],
    ['no topic', { pasted: GIFT, topic: '' }, 'topic'],
    ['no source', { pasted: GIFT, document: '' }, 'document'],
    ['no place in it', { pasted: GIFT, place: '' }, 'place'],
  ])('%s is refused at its field', async (_, fields, field) => {
    const came = await hands(fields);
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual([field]);
  });
});

describe('the demo’s questions as a file', () => {
  let demo: Database;

  beforeAll(async () => {
    demo = await openDemoInMemory();
  });
  afterAll(() => closeDatabase(demo));

  const fileOf = async (query: string) =>
    cameOf(exporting.loader(await askedBy(demo, 'dsl', `/dsl/questions/export${query}`)));

  test.each(['moodle', 'gift', 'csv'])(
    '%s: into the empty bank of another school, the same',
    async (format) => {
      const { body, headers } = await fileOf(`?format=${format}&whose=all`);
      expect(headers.get('Content-Disposition')).toMatch(
        /^attachment; filename="questions-grange-/,
      );
      const empty = await leadGround();
      const importsAt = (fields: Record<string, string>) =>
        sends(importing.action, empty, empty.dsl, '/dsl/questions/import', fields);
      const came = await importsAt({ pasted: String(body) });
      const { preview } = came.body as {
        preview: { lines: unknown[]; hidden: Record<string, string> };
      };
      expect(preview.lines).toEqual([]);
      expect((await importsAt({ step: 'import', ...preview.hidden })).status).toBe(303);
      const grange = demo.$client.prepare("SELECT id FROM schools WHERE key = 'grange'").pluck();
      const before = keyedIn(demo, Number(grange.get()));
      expect(before.length).toBeGreaterThan(89);
      expect(keyedIn(empty.database, empty.schoolId)).toEqual(before);
    },
  );

  test.each([
    ['?whose=own', true],
    ['?whose=shared', false],
  ])('%s', async (query, isOwn) => {
    const { body } = await fileOf(`${query}&format=csv`);
    const rows = String(body).split('\r\n');
    expect(rows.some((row) => row.includes('grange-'))).toBe(isOwn);
  });

  test('what is no format is not there', async () => {
    expect((await fileOf('?format=word')).status).toBe(404);
  });
});

function keyedIn(database: Database, schoolId: number): KeyedQuestion[] {
  return readBank(database, schoolId)
    .map((question) => ({ key: question.key, ...wordsOf(question) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
