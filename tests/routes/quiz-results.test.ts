import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { listWaitingPoints } from '#app/data/briefing.ts';
import { addCertificate } from '#app/data/certificates.ts';
import { day } from '#app/domain/days.ts';
import { addPoint } from '#app/operations/briefing-points.ts';
import * as doNext from '#app/routes/dsl._index.tsx';
import * as briefing from '#app/routes/dsl.briefing._index.tsx';
import * as change from '#app/routes/dsl.briefing.change.tsx';
import * as said from '#app/routes/dsl.briefing.said.tsx';
import * as quizzes from '#app/routes/dsl.quizzes._index.tsx';
import * as quiz from '#app/routes/dsl.quizzes.$id._index.tsx';
import * as certificate from '#app/routes/dsl.quizzes.$id.certificate.$attemptId.tsx';
import * as file from '#app/routes/dsl.quizzes.$id.results[.]csv.ts';
import * as talk from '#app/routes/dsl.quizzes.$id.talk.$personId.tsx';
import * as questions from '#app/routes/dsl.quizzes.questions.tsx';
import * as governors from '#app/routes/governors._index.tsx';
import * as governorsFile from '#app/routes/governors[.]csv.ts';
import { typedDay } from '#tests/forms/support.ts';
import { type Answered, handIn } from '#tests/support/attempts.ts';
import { publishSection } from '#tests/support/bank.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';
import { makePerson, write } from '#tests/support/people.ts';
import { makeQuestion, makeQuiz } from '#tests/support/quizzes.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { type LeadGround, leadGround, statementsOf } from './lead-ground.ts';

let ground: LeadGround;
let quizId: number;
let question: { questionId: number; revisionId: number };

beforeEach(async () => {
  ground = await leadGround();
  const { database, schoolId } = ground;
  quizId = makeQuiz(database, schoolId, {
    title: 'Prevent',
    requirementId: ground.preventId,
    parts: [{ topic: 'prevent', count: 1 }],
  });
  question = makeQuestion(database, { schoolId }, 'tell');
});

function handsIn(personId: number, on: string, isRight: boolean, more: Answered[] = []): void {
  const { database, schoolId } = ground;
  const { revisionId } = question;
  const answered = [{ revisionId, isRight, chosen: isRight ? 0 : 2 }, ...more];
  handIn(database, { schoolId, quizId, personId, on, answered });
}

/** Ten teachers, of whom seven missed the question at their first attempt. */
function tenTeachers(): number[] {
  return Array.from({ length: 10 }, (_, n) => {
    const id = makePerson(ground.database, ground.schoolId, `Ann Field${n}`);
    handsIn(id, '2026-10-05', n < 3);
    return id;
  });
}

const failsThrice = (personId: number) => {
  for (const on of ['2026-10-05', '2026-10-06', '2026-11-02']) handsIn(personId, on, false);
};

type Looked = { questionId: number; missed: string | null; briefing: { waits: boolean } };
type Overview = {
  answer: string;
  talks: { name: string; failed: string; isOwn: boolean }[];
  looks: Looked[];
  topics: { figure: string }[];
  lines: { figures: object; first: object }[];
  waiting: number;
  mayChange: boolean;
};

const overview = async (cookie = ground.dsl, path = '/dsl/quizzes') =>
  (await opens(quizzes.loader, ground, cookie, path)).body as Overview;

describe('the quizzes', () => {
  test('are told kindly where nothing was handed in', async () => {
    const page = await overview();
    expect(page).toMatchObject({
      answer: 'Nobody has handed in a quiz since 1 September 2026.',
      talks: [],
      looks: [],
      topics: [],
    });
    const html = textOf(drawRoute(quizzes.default, '/dsl/quizzes', page));
    expect(html).toContain('They show when somebody has handed in a quiz.');
  });

  test('answer with how many passed and who needs a talk', async () => {
    tenTeachers();
    failsThrice(ground.teacherId);
    const page = await overview();
    expect(page.answer).toBe(
      'Since 1 September 2026, 3 of 15 people have passed Prevent; 1 person has failed a quiz three times or more and needs a talk.',
    );
    expect(page.talks).toMatchObject([
      { name: 'Zoë Marsh', failed: 'has failed Prevent three times since 5 October 2026' },
    ]);
    expect(page.lines).toMatchObject([
      {
        figures: { of: 15, passed: 3, failed: 8, notTried: 4 },
        first: { passed: 3, of: 11 },
        attempts: 13,
      },
    ]);
    expect(page.topics).toMatchObject([{ figure: '3 of 11 answers right' }]);
  });

  test('show an earlier year for itself', async () => {
    handsIn(ground.teacherId, '2025-10-05', true);
    const page = await overview(ground.dsl, '/dsl/quizzes?year=2025');
    expect(page.answer).toBe(
      'From 1 September 2025 to 31 August 2026, 1 of 5 people passed Prevent.',
    );
    for (const year of ['2027', '1999', 'x', '20255']) {
      const now = await overview(ground.dsl, `/dsl/quizzes?year=${year}`);
      expect(now.answer).toContain('since 1 September 2026');
    }
  });

  test('name a question that deserves a look, and put it down for the next briefing once', async () => {
    tenTeachers();
    const [look] = (await overview()).looks;
    expect(look).toMatchObject({
      questionId: question.questionId,
      missed: '7 of 10 chose ‘tell: option 3’.',
      briefing: { waits: false },
    });
    const fields = { question: String(question.questionId) };
    for (const _ of [1, 2]) {
      const sent = await sends(quizzes.action, ground, ground.dsl, '/dsl/quizzes', fields);
      expect(sent.headers.get('Location')).toBe('/dsl/quizzes?done=pointed');
    }
    const page = await overview();
    expect(page).toMatchObject({ waiting: 1, looks: [{ briefing: { waits: true } }] });
    const html = textOf(drawRoute(quizzes.default, '/dsl/quizzes', page));
    expect(html).toContain('On the list for the next briefing');
  });

  test('say nothing of a question below ten first attempts', async () => {
    tenTeachers();
    const other = makeQuestion(ground.database, { schoolId: ground.schoolId }, 'other');
    handsIn(ground.teacherId, '2026-10-05', true, [
      { revisionId: other.revisionId, isRight: false },
    ]);
    const { body } = await opens(questions.loader, ground, ground.dsl, '/dsl/quizzes/questions');
    const page = body as { questions: { questionId: number; meaning: string }[]; answer: string };
    expect(page.answer).toBe(
      '1 of 2 questions has ten first attempts or more; 1 of them deserves a look.',
    );
    const shown = page.questions.find(({ questionId }) => questionId === other.questionId);
    expect(shown).toMatchObject({ meaning: '1 of 10 attempts so far', missed: null });
    const html = drawRoute(questions.default, '/dsl/quizzes/questions', body);
    expect(textOf(html)).toContain('1 of 10 attempts so far');
  });

  test('refuse a question that is not there, and one of another school’s own', async () => {
    const theirs = makeQuestion(ground.database, { schoolId: ground.otherSchoolId }, 'theirs');
    const send = (fields: Record<string, string>) =>
      sends(quizzes.action, ground, ground.dsl, '/dsl/quizzes', fields);
    expect(errorsIn(await send({}))).toEqual({
      question: 'Choose a question from the list',
    });
    expect((await send({ question: String(theirs.questionId) })).status).toBe(404);
    expect(listWaitingPoints(ground.database, ground.schoolId)).toEqual([]);
  });

  test('are read by the headteacher, who changes nothing', async () => {
    expect((await overview(ground.head)).mayChange).toBe(false);
    const fields = { question: String(question.questionId) };
    const sent = await sends(quizzes.action, ground, ground.head, '/dsl/quizzes', fields);
    expect(sent.status).toBe(403);
  });
});

describe('a quiz', () => {
  const opened = (path = `/dsl/quizzes/${quizId}`, id: number | string = quizId) =>
    opens(quiz.loader, ground, ground.dsl, path, { id });

  test('tells its results by name', async () => {
    const stranger = ground.strangerId;
    handsIn(ground.teacherId, '2026-10-05', false);
    handsIn(ground.deputyPersonId, '2026-10-06', true);
    const { body } = await opened();
    expect(body).toMatchObject({
      title: 'Prevent',
      answer:
        'Since 1 September 2026, 1 of 5 people have passed; 1 failed and has not passed yet, 3 have not tried.',
      failed: [{ name: 'Zoë Marsh', attempts: 1, last: { on: '2026-10-05', score: 0, outOf: 1 } }],
      passed: [{ name: 'Leanne Okoro', passedOn: '2026-10-06' }],
      others: [],
    });
    const html = textOf(drawRoute(quiz.default, '/x', body));
    expect(html).toContain('Failed and not passed yet: 1');
    expect(html).not.toContain('Stranger');
    expect(JSON.stringify(body)).not.toContain(`"personId":${stranger},`);
  });

  test('says the same in its file, and a name there is no formula', async () => {
    handsIn(ground.teacherId, '2026-10-05', false);
    handsIn(ground.deputyPersonId, '2026-10-06', true);
    makePerson(ground.database, ground.schoolId, 'Eve =SUM(A1)');
    const { body: text } = await opens(file.loader, ground, ground.dsl, '/x.csv', { id: quizId });
    const rows: Record<string, string>[] = parse(String(text), { columns: true });
    const times = (result: string) => rows.filter((row) => row.result === result).length;
    const { body } = await opened();
    const page = body as { failed: []; passed: []; untried: [] };
    expect([times('Passed'), times('Not passed yet'), times('Not tried yet')]).toEqual([
      page.passed.length,
      page.failed.length,
      page.untried.length,
    ]);
    expect(rows.find(({ name }) => name === 'Marsh, Zoë')).toMatchObject({
      attempts: '1',
      last_on: '2026-10-05',
      last_score: '0',
      out_of: '1',
      passed_on: '',
    });
    expect(String(text)).toContain("'=SUM(A1)");
    expect(String(text)).not.toMatch(/(^|,)"?=SUM/m);
  });

  test('is not found by another school, nor under what is no id', async () => {
    const theirs = makeQuiz(ground.database, ground.otherSchoolId);
    for (const id of [theirs, 999_999, '1e3', '-1', 'nan']) {
      expect((await opened('/x', id)).status).toBe(404);
      const asFile = await opens(file.loader, ground, ground.dsl, '/x', { id });
      expect(asFile.status).toBe(404);
      const params = { id, personId: ground.teacherId };
      const asTalk = await opens(talk.loader, ground, ground.dsl, '/x', params);
      expect(asTalk.status).toBe(404);
    }
  });

  test('has a talk noted, and then nobody is to be talked with', async () => {
    failsThrice(ground.teacherId);
    const params = { id: quizId, personId: ground.teacherId };
    const send = (fields: Record<string, string>) =>
      sends(talk.action, ground, ground.dsl, '/x', fields, params);
    expect(errorsIn(await send({}))).toEqual({ talkedOn: 'Enter the day of the talk' });
    expect(errorsIn(await send(typedDay('talkedOn', '2026-11-17')))).toEqual({
      talkedOn: 'The day must be today or in the past',
    });
    expect(await overview()).toMatchObject({ talks: [{ name: 'Zoë Marsh' }] });
    const sent = await send(typedDay('talkedOn', '2026-11-16'));
    expect(sent.headers.get('Location')).toBe(`/dsl/quizzes/${quizId}?done=talked`);
    expect(await overview()).toMatchObject({ talks: [] });
    expect((await opened()).body).toMatchObject({ failed: [{ talkedOn: '2026-11-16' }] });
  });

  test('has nobody of another school talked with', async () => {
    const params = { id: quizId, personId: ground.strangerId };
    expect((await opens(talk.loader, ground, ground.dsl, '/x', params)).status).toBe(404);
    const fields = typedDay('talkedOn', '2026-11-16');
    const sent = await sends(talk.action, ground, ground.dsl, '/x', fields, params);
    expect(sent.status).toBe(404);
  });
});

describe('a certificate', () => {
  const CODE = '2222-3333-4444';

  /** Somebody's pass, with what is printed for it. Answers the attempt's id. */
  function passes(personId: number, at: { schoolId: number; quizId: number }, code: string) {
    const { database } = ground;
    const answered = [{ revisionId: question.revisionId, isRight: true }];
    const attemptId = handIn(database, { ...at, personId, on: '2026-10-06', answered });
    write(database, (transaction) => {
      addCertificate(transaction, { code, attemptId, personName: 'Zoë Marsh' });
    });
    return attemptId;
  }
  const printed = (id: number, attemptId: number | string, cookie = ground.dsl) =>
    opens(certificate.loader, ground, cookie, '/x', { id, attemptId });
  const here = () => ({ schoolId: ground.schoolId, quizId });

  test('of each who passed is linked by name, and printed for them', async () => {
    const attemptId = passes(ground.teacherId, here(), CODE);
    handsIn(ground.deputyPersonId, '2026-10-06', false);
    const { body } = await opens(quiz.loader, ground, ground.dsl, '/x', { id: quizId });
    const html = drawRoute(quiz.default, '/x', body);
    const href = `/dsl/quizzes/${quizId}/certificate/${attemptId}`;
    expect(html.split(href)).toHaveLength(2);
    expect(textOf(html)).toContain('Certificate of Zoë Marsh');
    const page = await printed(quizId, attemptId);
    expect(page.body).toMatchObject({
      home: `/dsl/quizzes/${quizId}`,
      isWithdrawn: false,
      certificate: {
        personName: 'Zoë Marsh',
        score: '1 of 1',
        passedOn: '6 October 2026',
        code: CODE,
      },
    });
    expect(textOf(drawRoute(certificate.default, '/x', page.body))).toContain(CODE);
    expect((await printed(quizId, attemptId, ground.head)).status).toBe(200);
  });

  test('is printed for somebody who has left, and linked among those not counted', async () => {
    const leaver = makePerson(ground.database, ground.schoolId, 'Lee Leaver', [
      { kind: 'teacher', to: '2026-10-31' },
    ]);
    const attemptId = passes(leaver, here(), CODE);
    const { body } = await opens(quiz.loader, ground, ground.dsl, '/x', { id: quizId });
    expect(body).toMatchObject({ passed: [], others: [{ name: 'Lee Leaver', why: 'left' }] });
    expect(drawRoute(quiz.default, '/x', body)).toContain(`/certificate/${attemptId}"`);
    expect((await printed(quizId, attemptId)).status).toBe(200);
  });

  test('of another school’s person, of another quiz, or of no pass is not there', async () => {
    const { database, schoolId, otherSchoolId } = ground;
    const theirQuiz = makeQuiz(database, otherSchoolId);
    const there = { schoolId: otherSchoolId, quizId: theirQuiz };
    const theirs = passes(ground.strangerId, there, '5555-6666-7777');
    const ours = passes(ground.teacherId, here(), CODE);
    const otherQuiz = makeQuiz(database, schoolId, { key: 'other', title: 'Other' });
    const failed = handIn(database, {
      ...here(),
      personId: ground.deputyPersonId,
      on: '2026-10-06',
      answered: [{ revisionId: question.revisionId, isRight: false }],
    });
    const notThere: [number, number | string][] = [
      [theirQuiz, theirs],
      [quizId, theirs],
      [theirQuiz, ours],
      [otherQuiz, ours],
      [quizId, failed],
      [quizId, 999_999],
      [quizId, '1e3'],
    ];
    for (const [id, attemptId] of notThere) {
      expect((await printed(id, attemptId)).status, `${id} ${attemptId}`).toBe(404);
    }
  });

  test('is nobody’s to read who may not see results', async () => {
    const attemptId = passes(ground.teacherId, here(), CODE);
    for (const cookie of [ground.admin, ground.teacher]) {
      expect((await printed(quizId, attemptId, cookie)).status).toBe(403);
    }
  });
});

describe('do next', () => {
  type Tasks = { parts: { part: string; tasks: { kind: string }[] }[] };
  const tasks = async () => {
    const { body } = await opens(doNext.loader, ground, ground.dsl, '/dsl');
    return (body as Tasks).parts.find(({ part }) => part === 'quizzes')?.tasks ?? [];
  };

  test('names whom to talk with, the quiz that lacks questions, and the questions to check', async () => {
    expect(await tasks()).toEqual([]);
    failsThrice(ground.teacherId);
    const lacking = makeQuiz(ground.database, ground.schoolId, {
      key: 'fgm',
      title: 'FGM',
      parts: [{ topic: 'fgm', count: 2 }],
    });
    handsIn(ground.teacherId, '2026-11-03', false);
    expect(await tasks()).toMatchObject([
      {
        kind: 'talk',
        person: { name: 'Zoë Marsh' },
        quizId,
        failed: 'has failed Prevent four times since 5 October 2026',
      },
      {
        kind: 'quiz-lacks',
        quizId: lacking,
        words: 'Nobody can begin it: FGM and honour-based abuse has 0 in use of the 2 it asks for.',
      },
    ]);
    publishSection(ground.database, ground.schoolId, 'prevent');
    handsIn(ground.deputyPersonId, '2026-11-03', true);
    expect((await tasks()).at(-1)).toMatchObject({
      kind: 'questions-to-check',
      words: '1 question is to be checked: its section changed',
    });
  });
});

describe('the briefing', () => {
  const send = (action: typeof said.action, path: string, fields: Record<string, string>) =>
    sends(action, ground, ground.dsl, path, fields);
  const shown = async () =>
    (await opens(briefing.loader, ground, ground.dsl, '/dsl/briefing')).body as {
      answer: string;
      waiting: { id: number; words: string }[];
      said: { words: string; said: string }[];
    };

  test('takes a point, words it differently, and keeps what was said', async () => {
    expect((await shown()).answer).toBe('Nothing waits for the next briefing.');
    expect(errorsIn(await send(briefing.action, '/dsl/briefing', { words: ' ' }))).toEqual({
      words: 'Enter what is to be said',
    });
    await send(briefing.action, '/dsl/briefing', { words: 'Tell the DSL' });
    const [{ id } = { id: 0 }] = (await shown()).waiting;
    await send(change.action, `/x?point=${id}`, { words: 'Tell the DSL or a deputy' });
    expect((await shown()).waiting).toMatchObject([{ words: 'Tell the DSL or a deputy' }]);
    const saidOn = typedDay('saidOn', '2026-11-16');
    await send(said.action, `/x?point=${id}`, { ...saidOn, said: '31 were there' });
    expect(await shown()).toMatchObject({
      answer: 'Nothing waits for the next briefing. The last point was said on 16 November 2026.',
      waiting: [],
      said: [{ words: 'Tell the DSL or a deputy', said: '31 were there' }],
    });
    expect((await opens(change.loader, ground, ground.dsl, `/x?point=${id}`)).status).toBe(404);
  });

  test('takes a point off once, though its form was sent twice', async () => {
    await send(briefing.action, '/dsl/briefing', { words: 'Tell the DSL' });
    const [{ id } = { id: 0 }] = (await shown()).waiting;
    const fields = { remove: 'yes', formKey: '00000000-0000-4000-8000-000000000002' };
    for (const _ of [1, 2]) {
      const sent = await send(change.action, `/x?point=${id}`, fields);
      expect(sent.headers.get('Location')).toBe('/dsl/briefing?done=removed');
    }
    expect((await shown()).waiting).toEqual([]);
  });

  test('of another school is not found, nor a point that is none', async () => {
    const actor = { accountId: null, personId: null, name: 'Pat' };
    const { pointId } = await addPoint(
      {
        database: ground.database,
        actor,
        schoolId: ground.otherSchoolId,
        today: day('2026-11-16'),
        now: '2026-11-16T09:00:00.000Z',
      },
      { words: 'Theirs' },
    );
    expect((await shown()).waiting).toEqual([]);
    for (const query of [`?point=${pointId}`, '?point=999', '?point=1e3', '?point=', '']) {
      for (const { loader, action } of [change, said]) {
        expect((await opens(loader, ground, ground.dsl, `/x${query}`)).status).toBe(404);
        const fields = { words: 'Ours', ...typedDay('saidOn', '2026-11-16') };
        expect((await send(action, `/x${query}`, fields)).status).toBe(404);
      }
    }
  });
});

describe('the governors', () => {
  test('read how many passed and the weakest topics, and nobody’s name or score', async () => {
    tenTeachers();
    failsThrice(ground.teacherId);
    const { body } = await opens(governors.loader, ground, ground.head, '/governors');
    const page = body as {
      shell: object;
      sections: { knowledge: { item: string; figure: string }[] };
    };
    expect(page.sections.knowledge.map(({ item, figure }) => `${item}: ${figure}`)).toEqual([
      'Passed: Prevent: 3 of 15',
      'Right answers: Prevent: 3 of 11',
    ]);
    const { shell: _, ...figures } = page;
    expect(JSON.stringify(figures)).not.toMatch(/Field|Marsh/);
  });

  test('read the same of a quiz for a few, whichever of the few passed it', async () => {
    tenTeachers();
    const { database, schoolId } = ground;
    const leads = makeQuiz(database, schoolId, {
      key: 'leads',
      title: 'For leads',
      audience: { categories: [], kinds: ['dsl', 'deputy-dsl', 'headteacher'] },
    });
    const { revisionId } = makeQuestion(database, { schoolId }, 'leads', { topic: 'fgm' });
    const read = async () => {
      const page = await opens(governors.loader, ground, ground.head, '/governors');
      const csv = await opens(governorsFile.loader, ground, ground.head, '/governors.csv');
      const { sections, questions } = page.body as { sections: object; questions: object };
      return { sections, questions, file: String(csv.body) };
    };
    const tries = (personId: number, isRight: boolean) => {
      const answered = [{ revisionId, isRight }];
      handIn(database, { schoolId, quizId: leads, personId, on: '2026-10-05', answered });
    };
    const before = await read();
    expect(before.file).toContain('What staff know,Passed: For leads,not all,');
    for (const [personId, isRight] of [
      [ground.dslPersonId, false],
      [ground.deputyPersonId, true],
      [ground.headPersonId, true],
    ] as const) {
      tries(personId, isRight);
      expect(await read()).toEqual(before);
    }
    tries(ground.dslPersonId, true);
    expect((await read()).file).toContain('What staff know,Passed: For leads,all,');
  });
});

test.each([
  ['/dsl/quizzes', quizzes.loader],
  ['/dsl/quizzes/questions', questions.loader],
  ['/dsl/quizzes/:id', quiz.loader],
  ['/dsl', doNext.loader],
  ['/governors', governors.loader],
])('%s runs as many statements for many attempts as for few', async (path, loader) => {
  const asked = () => opens(loader, ground, ground.dsl, path, { id: quizId });
  // What is read of the other schools of the trust is remembered until they change.
  await asked();
  handsIn(ground.teacherId, '2026-10-05', false);
  const forOne = await statementsOf(ground, asked);
  tenTeachers();
  failsThrice(ground.headPersonId);
  const other = makeQuestion(ground.database, { schoolId: ground.schoolId }, 'other');
  handsIn(ground.deputyPersonId, '2026-10-05', true, [
    { revisionId: other.revisionId, isRight: true },
  ]);
  expect(forOne).toBeGreaterThan(5);
  expect(await statementsOf(ground, asked)).toBe(forOne);
});
