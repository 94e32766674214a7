import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { addCompletion } from '#app/data/completions.ts';
import { listDeclarations } from '#app/data/declarations.ts';
import { listCompletionFiles } from '#app/data/evidence.ts';
import { historyOf } from '#app/data/history.ts';
import { listReadingQuestionsOf } from '#app/data/reading-questions.ts';
import { day } from '#app/domain/days.ts';
import * as dsl from '#app/routes/dsl._index.tsx';
import * as person from '#app/routes/dsl.people.$id._index.tsx';
import * as record from '#app/routes/dsl.people.$id.record.tsx';
import * as onBehalf from '#app/routes/dsl.publications.on-behalf.tsx';
import * as questions from '#app/routes/dsl.publications.questions._index.tsx';
import * as answering from '#app/routes/dsl.publications.questions.$id.tsx';
import * as sheet from '#app/routes/dsl.publications.sheet.tsx';
import * as my from '#app/routes/my._index.tsx';
import * as history from '#app/routes/my.history[.]csv.ts';
import * as reading from '#app/routes/my.read.$editionId._index.tsx';
import * as ask from '#app/routes/my.read.$editionId.ask.tsx';
import * as check from '#app/routes/my.read.$editionId.check.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { signInAs } from '#tests/support/context.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';
import { makeAccount, makePerson, write } from '#tests/support/people.ts';
import { makeQuestion } from '#tests/support/quizzes.ts';
import { addReading, changeEdition, type ReadingGround } from '#tests/support/reading.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { photo, sendsFiles } from './evidence-ground.ts';
import { type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
let ids: ReadingGround;
beforeEach(async () => {
  ground = await leadGround();
  ids = addReading(ground);
});

type Shown = {
  answer: string;
  notification: string | null;
  mine: { words: string; shown: string; isOpen: boolean; isDone: boolean } | null;
  declared: unknown[];
  hasCheck: boolean;
  questions: { words: string; answer: { words: string } | null }[];
};

const at = (editionId: number, more = '') => `/my/read/${editionId}${more}`;
const comes = (editionId = ids.edition2026, cookie = ground.teacher, more = '') =>
  opens(reading.loader, ground, cookie, at(editionId, more), { editionId: String(editionId) });
const shown = async (editionId?: number, cookie?: string, more?: string) =>
  (await comes(editionId, cookie, more)).body as Shown;
const declares = (fields: Record<string, string>, editionId = ids.edition2026) =>
  sends(reading.action, ground, ground.teacher, at(editionId), fields, { editionId });
const kept = () => listDeclarations(ground.database, ground.teacherId);

describe('the page of an edition', () => {
  test('says first what there is to do, and shows the words that are confirmed', async () => {
    const page = await shown();
    expect(page.answer).toMatch(/^Read Part one and Annex B and say so/);
    expect(page.mine).toMatchObject({ isOpen: true, isDone: false });
    const text = textOf(drawRoute(reading.default, at(ids.edition2026), page));
    expect(text).toContain(page.mine?.words);
    expect(text).toContain('A section on generative AI.');
    expect(text).toContain('Your school decided that people with your role read this.');
    expect(text).toContain('never write anything about a child here');
  });

  test('thanks for the declaration, and says until when it counts', async () => {
    const { mine } = await shown();
    const came = await declares({ shown: mine?.shown ?? '' });
    expect(came.headers.get('Location')).toBe(at(ids.edition2026, '?done=declared'));
    const page = await shown(undefined, undefined, '?done=declared');
    expect(page).toMatchObject({
      notification: 'Thank you. What you declared is kept.',
      answer:
        'You declared it on 16 November 2026. It counts until a later edition comes into force.',
      mine: { isDone: true },
    });
    expect(kept()).toHaveLength(1);
    expect(textOf(drawRoute(reading.default, at(ids.edition2026), page))).toContain(
      'What you declared',
    );
  });

  test('sent twice declares once', async () => {
    const { mine } = await shown();
    const formKey = '11111111-1111-4111-8111-111111111111';
    const fields = { shown: mine?.shown ?? '', formKey };
    const both = [await declares(fields), await declares(fields)];
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(kept()).toHaveLength(1);
  });

  test('is to be read again where what is read changed meanwhile', async () => {
    const { mine } = await shown();
    changeEdition(ground, ids.edition2026, { reads: [] });
    const came = await declares({ shown: mine?.shown ?? '' });
    expect(came.status).toBe(409);
    expect(errorsIn(came).declare).toContain('read it again');
    expect(kept()).toEqual([]);
  });

  test('declares nothing by a form with nothing in it', async () => {
    const came = await declares({});
    expect(came.status).toBe(422);
    expect(errorsIn(came)).toEqual({ declare: 'Read it on this page, then use its button' });
  });

  test('of an edition that is only announced can be looked at, and no more', async () => {
    const page = await shown(ids.edition2027);
    expect(page.answer).toBe(
      'It comes into force on 1 September 2027; reading it now does not count.',
    );
    expect(page.mine?.isOpen).toBe(false);
    const text = textOf(drawRoute(reading.default, at(ids.edition2027), page));
    expect(text).not.toContain('I confirm');
    const came = await declares({ shown: page.mine?.shown ?? '' }, ids.edition2027);
    expect(came.status).toBe(409);
    expect(kept()).toEqual([]);
  });

  test('is kind to whoever is not asked to read it, and takes no declaration of theirs', async () => {
    const { database, schoolId } = ground;
    const governorId = makePerson(database, schoolId, 'Gail Vernor', [{ kind: 'governor' }]);
    const account = await makeAccount(database, { email: 'g@example.org', people: [governorId] });
    const cookie = await signInAs(database, account);
    const page = await shown(ids.edition2026, cookie);
    expect(page).toMatchObject({ answer: 'KCSIE 2026 is not asked of you.', mine: null });
    expect(textOf(drawRoute(reading.default, at(ids.edition2026), page))).toContain(
      'You are welcome to read it all the same',
    );
    const fields = { shown: 'a'.repeat(64) };
    const params = { editionId: ids.edition2026 };
    const path = at(ids.edition2026);
    const came = await sends(reading.action, ground, cookie, path, fields, params);
    expect(came.status).toBe(403);
  });

  test.each([
    ['page', reading],
    ['question', ask],
    ['check', check],
  ])('of another school is not there: %s', async (_, route) => {
    const foreign = addReading({ database: ground.database, schoolId: ground.otherSchoolId });
    const params = { editionId: String(foreign.edition2026) };
    const path = at(foreign.edition2026);
    const seen = await opens(route.loader, ground, ground.teacher, path, params);
    const done = await sends(route.action, ground, ground.teacher, path, {}, params);
    expect([seen.status, done.status]).toEqual([404, 404]);
  });
});

test('a draft is not there for those who read: page, question, check and declaration', async () => {
  const { mine } = await shown();
  changeEdition(ground, ids.edition2026, { state: 'draft' });
  const params = { editionId: String(ids.edition2026) };
  for (const { loader, action } of [reading, ask, check]) {
    const seen = await opens(loader, ground, ground.teacher, at(ids.edition2026), params);
    const fields = { shown: mine?.shown ?? '', words: 'What is new?' };
    const done = await sends(action, ground, ground.teacher, at(ids.edition2026), fields, params);
    expect([seen.status, done.status]).toEqual([404, 404]);
  }
  const sheetOf = `/dsl/publications/sheet?edition=${ids.edition2026}`;
  expect((await opens(sheet.loader, ground, ground.dsl, sheetOf)).status).toBe(404);
});

describe('one’s own page', () => {
  type Mine = {
    toDo: { name: string; reading: { href: string; parts: string } | null }[];
    inDate: { name: string; reading: { isToRead: boolean } | null }[];
    answers: { edition: string }[];
  };
  const mine = async () =>
    (await opens(my.loader, ground, ground.teacher, '/my')).body as Mine & object;

  test('leads from what changed and the parts that are theirs to the page', async () => {
    const page = await mine();
    const thing = page.toDo.find(({ name }) => name === 'kcsie-reading');
    expect(thing?.reading).toMatchObject({
      href: at(ids.edition2026),
      parts: 'Part one and Annex B',
    });
    const text = textOf(drawRoute(my.default, '/my', page));
    expect(text).toContain('New in KCSIE 2026: A section on generative AI.');
    expect(text).toContain('Yours to read: Part one and Annex B.');
    expect(text).toContain('Read and say so');
    expect(text).toContain(
      'It comes into force on 1 September 2027; reading it now does not count.',
    );
  });

  test('shows what was declared, word for word', async () => {
    const { mine: own } = await shown();
    await declares({ shown: own?.shown ?? '' });
    const page = await mine();
    expect(page.inDate.map(({ name }) => name)).toContain('kcsie-reading');
    expect(textOf(drawRoute(my.default, '/my', page))).toContain(own?.words);
  });
});

describe('one’s own history as a file', () => {
  const rows = async () => {
    const file = await opens(history.loader, ground, ground.teacher, '/my/history.csv');
    return parse(String(file.body), { columns: true, bom: true }) as Record<string, string>[];
  };

  test('has what was declared, word for word, with its edition and its parts', async () => {
    const { mine } = await shown();
    await declares({ shown: mine?.shown ?? '' });
    expect(await rows()).toMatchObject([
      {
        edition: 'KCSIE 2026',
        evidence: 'declaration',
        parts_declared: 'Part one and Annex B',
        words_declared: mine?.words,
        read_at: 'https://example.org/kcsie',
        on_signed_sheet: '',
      },
    ]);
  });

  test('has nothing in these columns where no words were kept', async () => {
    const { database, teacherId: personId } = ground;
    const { requirementId, edition2026: editionId } = ids;
    write(database, (transaction) =>
      addCompletion(transaction, {
        ...{ personId, requirementId, editionId },
        completedOn: day('2026-11-05'),
        evidence: 'declaration',
        recordedAt: '2026-11-05T09:00:00.000Z',
      }),
    );
    expect(await rows()).toMatchObject([{ edition: 'KCSIE 2026', words_declared: '' }]);
  });
});

describe('a question about what is read', () => {
  const path = () => at(ids.edition2026, '/ask');
  const asks = (words: string, cookie = ground.teacher) =>
    sends(ask.action, ground, cookie, path(), { words }, { editionId: ids.edition2026 });
  const asked = (personId = ground.teacherId) =>
    listReadingQuestionsOf(ground.database, personId).at(-1)?.id ?? 0;
  const answers = (questionId: number, cookie: string, answer = 'It is for you too.') =>
    sends(
      answering.action,
      ground,
      cookie,
      `/dsl/publications/questions/${questionId}`,
      { answer },
      { id: questionId },
    );

  test('goes to the lead, is answered there, and the answer stands beside it', async () => {
    expect((await asks('Is Annex B mine?')).headers.get('Location')).toBe(
      at(ids.edition2026, '?done=asked#questions'),
    );
    const todo = (await opens(dsl.loader, ground, ground.dsl, '/dsl')).body as object;
    expect(textOf(drawRoute(dsl.default, '/dsl', todo))).toContain(
      'asked on 16 November 2026 about KCSIE 2026',
    );
    const list = await opens(questions.loader, ground, ground.dsl, '/dsl/publications/questions');
    expect(list.body).toMatchObject({ open: [{ words: 'Is Annex B mine?' }], answered: [] });
    const came = await answers(asked(), ground.dsl);
    expect(came.headers.get('Location')).toBe('/dsl/publications/questions?done=answered');
    expect((await shown()).questions).toMatchObject([
      { words: 'Is Annex B mine?', answer: { words: 'It is for you too.' } },
    ]);
    const own = (await opens(my.loader, ground, ground.teacher, '/my')).body as object;
    expect(textOf(drawRoute(my.default, '/my', own))).toContain(
      'Your question about KCSIE 2026 was answered on 16 November 2026.',
    );
    expect((await answers(asked(), ground.deputy)).status).toBe(409);
  });

  test('with nothing in it, or too much, comes back with what was typed', async () => {
    expect(errorsIn(await asks(' '))).toEqual({ words: 'Write your question' });
    const long = await asks('x'.repeat(1001));
    expect(long).toMatchObject({ status: 422, body: { values: { words: 'x'.repeat(1001) } } });
    expect(asked()).toBe(0);
  });

  test('of a lead is answered by another lead, not by themselves', async () => {
    await asks('Which annex do I lead on?', ground.dsl);
    const id = asked(ground.dslPersonId);
    const own = await opens(
      answering.loader,
      ground,
      ground.dsl,
      `/dsl/publications/questions/${id}`,
      { id: String(id) },
    );
    expect(own.body).toMatchObject({
      whyNot: 'This is your own question: another lead answers it.',
    });
    expect((await answers(id, ground.dsl)).status).toBe(403);
    expect((await answers(id, ground.head)).status).toBe(403);
    expect((await answers(id, ground.deputy)).status).toBe(303);
  });
});

describe('a check of understanding', () => {
  const path = (seed: number | null = 5) =>
    at(ids.edition2026, seed === null ? '/check' : `/check?seed=${seed}`);
  const params = () => ({ editionId: ids.edition2026 });
  const asksThree = () => {
    const { database, schoolId } = ground;
    return ['first', 'second', 'third', 'fourth'].map((key) =>
      makeQuestion(database, { schoolId }, key),
    );
  };
  type Asks = {
    drawn: string;
    seed: number;
    questions: { text: string; options: string[]; mustPass: boolean }[];
  };
  const opened = async () =>
    (
      await opens(check.loader, ground, ground.teacher, path(), {
        editionId: String(ids.edition2026),
      })
    ).body as Asks;
  const sent = (fields: Record<string, string>, to = path()) =>
    sends(check.action, ground, ground.teacher, to, fields, params());

  test('is not there where the school has no question on it', async () => {
    const came = await opens(check.loader, ground, ground.teacher, path(), {
      editionId: String(ids.edition2026),
    });
    expect(came.status).toBe(404);
    expect((await shown()).hasCheck).toBe(false);
  });

  test('asks three, marks them with explanations, and keeps nothing', async () => {
    asksThree();
    expect((await shown()).hasCheck).toBe(true);
    const page = await opened();
    expect(page.questions).toHaveLength(3);
    expect(await opened()).toMatchObject({ drawn: page.drawn, questions: page.questions });
    const before = ground.database.$client.prepare('SELECT total_changes() AS n').get();
    // In this bank the first option of each question is the right one.
    const right = page.questions[0]?.options.findIndex((one) => one.endsWith('option 1')) ?? -1;
    const came = await sent({ drawn: page.drawn, 'q1-chosen': String(right + 1) });
    expect(came.status).toBe(200);
    const { marked } = came.body as { marked: { isAnswered: boolean; isRight: boolean }[] };
    expect(marked.map(({ isAnswered }) => isAnswered)).toEqual([true, false, false]);
    expect(marked.map(({ isRight }) => isRight)).toEqual([true, false, false]);
    expect(ground.database.$client.prepare('SELECT total_changes() AS n').get()).toEqual(before);
  });

  test('without an answer, or with one that is not offered, comes back', async () => {
    asksThree();
    const { drawn } = await opened();
    expect(errorsIn(await sent({ drawn }))).toEqual({ check: 'Answer at least one question' });
    const unknown = await sent({ drawn, 'q2-chosen': '99' });
    expect(Object.keys(errorsIn(unknown))).toEqual(['q2-chosen']);
    expect((await sent({ drawn, 'q1-chosen': '1' }, path(null))).status).toBe(409);
  });

  test('of questions that changed meanwhile shows them anew', async () => {
    asksThree();
    const came = await sent({ drawn: '1-2-3000', 'q1-chosen': '1' });
    expect(came).toMatchObject({ status: 409, body: { values: {} } });
  });
});

describe('a signed sheet', () => {
  const HERE = '/dsl/publications/on-behalf';
  let cookId: number;
  beforeEach(() => {
    const { database, schoolId } = ground;
    cookId = makePerson(database, schoolId, 'Clodagh Sheehan', [{ kind: 'lunchtime' }]);
  });
  const path = () => `${HERE}?edition=${ids.edition2026}`;
  type Groups = { parts: string[]; people: { id: number; name: string; shown: string }[] }[];
  const listed = async () => {
    const came = await opens(onBehalf.loader, ground, ground.dsl, path());
    return (came.body as { signers: { groups: Groups; others: { name: string; why: string }[] } })
      .signers;
  };
  const shownOf = async (id: number) =>
    (await listed()).groups.flatMap(({ people }) => people).find((one) => one.id === id)?.shown ??
    '';
  const enters = async (fields: Record<string, string | string[]>, files: File[]) =>
    sendsFiles(onBehalf.action, ground, ground.dsl, path(), { fields, files });

  test('lists who cannot sign in, and says of the others why not', async () => {
    const { groups, others } = await listed();
    const annexA = groups.find(({ parts }) => parts.includes('Annex A'));
    expect(annexA?.people.map(({ name }) => name)).toEqual(['Sheehan, Clodagh']);
    expect(others).toContainEqual(
      expect.objectContaining({
        name: 'Marsh, Zoë',
        why: 'can sign in, and declares it on their own page',
      }),
    );
  });

  test('is printed with the words, and a line for each', async () => {
    const address = `/dsl/publications/sheet?edition=${ids.edition2026}`;
    const { body } = await opens(sheet.loader, ground, ground.dsl, address);
    const text = textOf(drawRoute(sheet.default, '/dsl/publications/sheet', body));
    expect(text).toContain('I confirm that I have read Annex A of KCSIE 2026');
    expect(text).toContain('Sheehan, Clodagh');
    expect(text).toContain('Signature');
  });

  test('is entered with its photograph, and shown as that everywhere', async () => {
    const came = await enters(
      {
        people: String(cookId),
        [`shown-${cookId}`]: await shownOf(cookId),
        ...typedDay('signedOn', '2026-11-12'),
      },
      [await photo('sheet.png')],
    );
    expect(came.headers.get('Location')).toBe(`${path()}&done=1`);
    const [entry] = historyOf(ground.database, cookId);
    expect(entry?.declaration).toMatchObject({
      isOnBehalf: true,
      parts: ['Annex A'],
      declaredOn: '2026-11-12',
      enteredOn: '2026-11-16',
    });
    const files = listCompletionFiles(ground.database, [entry?.id ?? 0]);
    expect([...files.values()].flat()).toHaveLength(1);
    expect((await listed()).others.map(({ why }) => why)).toContain('declared on 12 November 2026');
  });

  test('shows the signer their own words, and no way to the others’ signatures', async () => {
    const shown = await shownOf(cookId);
    const fields = { people: String(cookId), [`shown-${cookId}`]: shown };
    await enters({ ...fields, ...typedDay('signedOn', '2026-11-12') }, [await photo()]);
    const account = await makeAccount(ground.database, {
      email: 'c@example.org',
      people: [cookId],
    });
    const cookie = await signInAs(ground.database, account);
    const own = (await opens(my.loader, ground, cookie, '/my')).body as object;
    const params = { editionId: String(ids.edition2026) };
    const edition = (await opens(reading.loader, ground, cookie, at(ids.edition2026), params)).body;
    const pages = [
      drawRoute(my.default, '/my', own),
      drawRoute(reading.default, at(ids.edition2026), edition as object),
    ];
    for (const page of pages) {
      expect(textOf(page)).toContain('I confirm that I have read Annex A of KCSIE 2026');
      expect(page).not.toContain('/evidence/completions');
    }
    const theirs = `/dsl/people/${cookId}`;
    const seen = await opens(person.loader, ground, ground.dsl, theirs, { id: String(cookId) });
    expect(drawRoute(person.default, theirs, seen.body as object)).toContain(
      '/evidence/completions',
    );
  });

  test('comes back whole with everything that is wrong, and keeps the photograph', async () => {
    const came = await enters({ ...typedDay('signedOn', '') }, [await photo('sheet.png')]);
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual(['signedOn', 'people']);
    expect(came.body).toMatchObject({ waiting: [{ name: 'sheet.png' }] });
    const without = await enters({ ...typedDay('signedOn', '2026-11-12') }, []);
    expect(Object.keys(errorsIn(without))).toEqual(['people', 'files']);
  });

  test('asks for an edition where none is named, and finds none that is not there', async () => {
    const none = await opens(onBehalf.loader, ground, ground.dsl, HERE);
    expect(none.body).toMatchObject({ edition: null, editions: [{ title: 'KCSIE 2026' }] });
    const foreign = addReading({ database: ground.database, schoolId: ground.otherSchoolId });
    for (const edition of [foreign.edition2026, ids.edition2027, 'x']) {
      for (const { loader } of [onBehalf, sheet]) {
        const came = await opens(loader, ground, ground.dsl, `${HERE}?edition=${edition}`);
        expect(came.status).toBe(404);
      }
    }
  });
});

test('what is recorded by hand says that no words were kept', async () => {
  const { teacherId: id } = ground;
  const fields = {
    requirement: String(ids.requirementId),
    edition: 'kcsie-2026',
    evidence: 'declaration',
    ...typedDay('completedOn', '2026-11-05'),
  };
  const path = `/dsl/people/${id}/record`;
  expect((await sends(record.action, ground, ground.dsl, path, fields, { id })).status).toBe(303);
  const own = (await opens(my.loader, ground, ground.teacher, '/my')).body as object;
  expect(textOf(drawRoute(my.default, '/my', own))).toMatch(
    /Recorded by Ada Marsh: no words were kept with it/,
  );
});

test('a lead whose own record waits for a check can declare it meanwhile', async () => {
  const { dslPersonId: id } = ground;
  const fields = {
    requirement: String(ids.requirementId),
    edition: 'kcsie-2026',
    evidence: 'declaration',
    ...typedDay('completedOn', '2026-11-05'),
  };
  const path = `/dsl/people/${id}/record`;
  expect((await sends(record.action, ground, ground.dsl, path, fields, { id })).status).toBe(303);
  type Mine = { waiting: { name: string }[]; inDate: { name: string }[] };
  const mine = async () => (await opens(my.loader, ground, ground.dsl, '/my')).body as Mine;
  expect((await mine()).waiting.map(({ name }) => name)).toEqual(['kcsie-reading']);
  const page = drawRoute(my.default, '/my', await mine());
  const waiting = page.slice(page.indexOf('Waiting for a check'));
  expect(textOf(waiting)).toContain('that counts at once');
  expect(waiting).toContain(`href="${at(ids.edition2026)}"`);
  expect(textOf(waiting)).not.toContain('Hand in something else for it');
  const own = await shown(ids.edition2026, ground.dsl);
  const declared = { shown: own.mine?.shown ?? '' };
  const params = { editionId: ids.edition2026 };
  await sends(reading.action, ground, ground.dsl, at(ids.edition2026), declared, params);
  expect((await mine()).inDate.map(({ name }) => name)).toContain('kcsie-reading');
});
