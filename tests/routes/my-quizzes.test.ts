import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ComponentType } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { findAttempt, type WholeAttempt } from '#app/data/attempts.ts';
import { addWithdrawal } from '#app/data/completions.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import { rightAnswerTo } from '#app/domain/quiz/right-answer.ts';
import { asShown } from '#app/domain/quiz/shown.ts';
import { answerValues } from '#app/forms/answer.ts';
import * as my from '#app/routes/my._index.tsx';
import * as quizzes from '#app/routes/my.quizzes._index.tsx';
import * as intro from '#app/routes/my.quizzes.$quizId.tsx';
import * as result from '#app/routes/my.quizzes.attempts.$attemptId._index.tsx';
import * as question from '#app/routes/my.quizzes.attempts.$attemptId.$position.tsx';
import * as certificate from '#app/routes/my.quizzes.attempts.$attemptId.certificate.tsx';
import * as handIn from '#app/routes/my.quizzes.attempts.$attemptId.hand-in.tsx';
import { signInAs } from '#tests/support/context.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';
import { makeAccount, makePerson, write } from '#tests/support/people.ts';
import { makeQuestion, makeQuiz, makeWholeQuiz, option } from '#tests/support/quizzes.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { type LeadGround, leadGround, statementsOf } from './lead-ground.ts';

let ground: LeadGround;
let quizId: number;

beforeEach(async () => {
  ground = await leadGround();
  const requirementId = ground.preventId;
  quizId = makeWholeQuiz(ground.database, ground.schoolId, { requirementId });
});

const starts = async (id = quizId, kind = 'counts') => {
  const came = await sends(
    intro.action,
    ground,
    ground.teacher,
    `/my/quizzes/${id}`,
    { kind },
    { quizId: id },
  );
  return Number(/\d+$/.exec(came.headers.get('Location') ?? '')?.[0]);
};

function read(attemptId: number): WholeAttempt {
  const attempt = findAttempt(ground.database, ground.teacherId, attemptId);
  if (!attempt) throw new Error('There is no such attempt');
  return attempt;
}

/** The fields of a right answer to one question, or of a wrong one. */
function fieldsFor(attemptId: number, position: number, isWrong = false) {
  const { seed, questions } = read(attemptId);
  const { revision } = questions[position - 1]!;
  const kept = isWrong ? { kind: 'chosen' as const, chosen: [1] } : rightAnswerTo(revision);
  const values = answerValues(asShown({ revision, seed }, kept));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

const address = (attemptId: number, more = '') => `/my/quizzes/attempts/${attemptId}${more}`;

const saves = (
  attemptId: number,
  position: number | string,
  fields: Record<string, string>,
  cookie = ground.teacher,
) =>
  sends(question.action, ground, cookie, address(attemptId, `/${position}`), fields, {
    attemptId,
    position,
  });

const handsIn = (attemptId: number, token = read(attemptId).submitToken, cookie = ground.teacher) =>
  sends(handIn.action, ground, cookie, address(attemptId, '/hand-in'), { token }, { attemptId });

const looks = (
  run: (args: LoaderFunctionArgs) => unknown,
  attemptId: number,
  more = '',
  cookie = ground.teacher,
  params = {},
) =>
  opens(run, ground, cookie, address(attemptId, more), {
    attemptId: String(attemptId),
    ...params,
  });

/** Starts, answers all but so many rightly, and hands in. */
async function takes({ wrong = 0, id = quizId, kind = 'counts' } = {}) {
  const attemptId = await starts(id, kind);
  for (const position of [1, 2, 3]) {
    await saves(attemptId, position, {
      ...fieldsFor(attemptId, position, position <= wrong),
      way: 'next',
    });
  }
  await handsIn(attemptId);
  return attemptId;
}

type Shown = Record<string, unknown> & { answer: string };
const bodyOf = ({ body }: { body: unknown }) => body as Shown;

describe('my quizzes', () => {
  test('say which to take now, what it does, and how the last try went', async () => {
    const before = bodyOf(await opens(quizzes.loader, ground, ground.teacher, '/my/quizzes'));
    expect(before.answer).toBe('1 quiz for you. The one to take now: Prevent refresher.');
    expect(before.quizzes).toMatchObject([
      { length: 3, passMark: 2, completes: { name: 'prevent', status: 'overdue' } },
    ]);
    await takes();
    const after = bodyOf(await opens(quizzes.loader, ground, ground.teacher, '/my/quizzes'));
    expect(after.answer).toBe('1 quiz for you, and none that you have to take now.');
    expect(after.quizzes).toMatchObject([
      {
        taking: { last: 'Passed on 16 November 2026 with 3 of 3' },
        completes: { status: 'in-date', sentence: expect.stringContaining('16 November 2028') },
      },
    ]);
  });

  test('are only those that are for the person', async () => {
    const audience = { categories: ['governor' as const], kinds: [] };
    makeQuiz(ground.database, ground.schoolId, { key: 'governors', audience });
    const { quizzes: shown } = bodyOf(
      await opens(quizzes.loader, ground, ground.teacher, '/my/quizzes'),
    );
    expect(shown).toHaveLength(1);
  });

  test('where there is none it is said whom to ask', async () => {
    ground.database.$client.prepare('update quizzes set retired_from = ?').run('2026-11-16');
    const loaded = (await opens(quizzes.loader, ground, ground.teacher, '/my/quizzes')).body;
    const page = textOf(drawRoute(quizzes.default as ComponentType, '/my/quizzes', loaded));
    expect(page).toContain('There is no quiz for you yet');
    expect(page).toContain('ask Dora Lead, the designated safeguarding lead');
  });

  test('take the same number of queries however many attempts and quizzes there are', async () => {
    const count = () =>
      statementsOf(ground, () => opens(quizzes.loader, ground, ground.teacher, '/my/quizzes'));
    await count();
    const one = await count();
    for (const key of ['a', 'b', 'c']) makeQuiz(ground.database, ground.schoolId, { key });
    await takes({ wrong: 3 });
    await takes({ wrong: 3 });
    await count();
    expect(await count()).toBe(one);
  });
});

describe('one’s own page', () => {
  test('offers the quiz for what it completes, and says how many there are', async () => {
    const page = (await opens(my.loader, ground, ground.teacher, '/my')).body;
    expect(page).toMatchObject({
      quizzes: 1,
      toDo: expect.arrayContaining([
        expect.objectContaining({
          name: 'prevent',
          quiz: { href: `/my/quizzes/${quizId}`, title: 'Prevent refresher' },
        }),
        expect.objectContaining({ name: 'level-3', quiz: null }),
      ]),
    });
  });

  test('counts it as done once the quiz is passed', async () => {
    await takes();
    const page = (await opens(my.loader, ground, ground.teacher, '/my')).body;
    expect(page).toMatchObject({ inDate: [expect.objectContaining({ name: 'prevent' })] });
  });
});

describe('a quiz', () => {
  const asks = (cookie: string, id = quizId) =>
    opens(intro.loader, ground, cookie, `/my/quizzes/${id}`, { quizId: String(id) });

  test('says before it begins how much it is and what it does', async () => {
    const loaded = (await asks(ground.teacher)).body;
    const page = textOf(drawRoute(intro.default as ComponentType, `/my/quizzes/${quizId}`, loaded));
    expect(page).toContain('3 questions, one on a page: 3 on Prevent');
    expect(page).toContain('2 right answers pass');
    expect(page).toContain('A pass counts for prevent , at once');
    expect(page).not.toContain('has to be right');
  });

  test('of one question says so of one', async () => {
    const parts = [{ topic: 'prevent', count: 1 }];
    const id = makeQuiz(ground.database, ground.schoolId, { key: 'short', parts, passMark: 1 });
    const page = await introOf(id);
    expect(page).toContain('1 question, one on a page');
    expect(page).toContain('1 right answer passes');
    const list = (await opens(quizzes.loader, ground, ground.teacher, '/my/quizzes')).body;
    const text = textOf(drawRoute(quizzes.default as ComponentType, '/my/quizzes', list));
    expect(text).toContain('1 question, 1 right to pass');
  });

  test('says that some questions must be right wherever its topics have one in use', async () => {
    const own = { mustPass: true };
    const of = { schoolId: ground.schoolId };
    makeQuestion(ground.database, of, 'elsewhere', { ...own, topic: 'fgm' });
    expect(await introOf(quizId)).not.toContain('has to be right');
    makeQuestion(ground.database, of, 'here', own);
    expect(await introOf(quizId)).toContain('each of them has to be right');
  });

  test('whose requirement is retired says that a pass completes nothing', async () => {
    const retire = 'update requirements set retired_from = ? where id = ?';
    ground.database.$client.prepare(retire).run('2026-11-16', ground.preventId);
    write(ground.database, (tx) => raiseFactsVersion(tx, ground.schoolId));
    const page = await introOf(quizId);
    expect(page).toContain('It completes nothing that is asked of you.');
    const attemptId = await takes();
    expect(bodyOf(await looks(result.loader, attemptId)).answer).toBe(
      'You scored 3 of 3 and passed. It completes nothing: prevent is no longer asked for.',
    );
  });

  async function introOf(id: number) {
    const loaded = (await asks(ground.teacher, id)).body;
    return textOf(drawRoute(intro.default as ComponentType, `/my/quizzes/${id}`, loaded));
  }

  test('that is not for somebody, or of another school, is not there', async () => {
    const audience = { categories: ['governor' as const], kinds: [] };
    const governors = makeQuiz(ground.database, ground.schoolId, { key: 'governors', audience });
    const theirs = makeWholeQuiz(ground.database, ground.otherSchoolId);
    for (const id of [governors, theirs, 999_999]) {
      expect((await asks(ground.teacher, id)).status).toBe(404);
      const path = `/my/quizzes/${id}`;
      const sent = await sends(
        intro.action,
        ground,
        ground.teacher,
        path,
        { kind: 'counts' },
        { quizId: id },
      );
      expect(sent.status).toBe(404);
    }
  });

  test('sent without a button is asked again', async () => {
    const path = `/my/quizzes/${quizId}`;
    const came = await sends(intro.action, ground, ground.teacher, path, {}, { quizId });
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual(['kind']);
  });

  test('that cannot be drawn says so on its page', async () => {
    const parts = [{ topic: 'fgm', count: 1 }];
    const id = makeQuiz(ground.database, ground.schoolId, { key: 'fgm', parts });
    const path = `/my/quizzes/${id}`;
    const came = await sends(
      intro.action,
      ground,
      ground.teacher,
      path,
      { kind: 'counts' },
      { quizId: id },
    );
    expect(came.status).toBe(422);
    expect(errorsIn(came)['']).toContain('not enough questions');
  });
});

describe('a question', () => {
  test('is answered, and the next one follows; after the last comes handing in', async () => {
    const attemptId = await starts();
    const next = await saves(attemptId, 1, { ...fieldsFor(attemptId, 1), way: 'next' });
    expect(next.headers.get('Location')).toBe(address(attemptId, '/2'));
    const last = await saves(attemptId, 3, { way: 'next' });
    expect(last.headers.get('Location')).toBe(address(attemptId, '/hand-in'));
  });

  test.each([
    ['back', '/1'],
    ['3', '/3'],
    ['hand-in', '/hand-in'],
  ])('is kept, too, on the way %s', async (way, to) => {
    const attemptId = await starts();
    const came = await saves(attemptId, 2, { ...fieldsFor(attemptId, 2), way });
    expect(came.headers.get('Location')).toBe(address(attemptId, to));
    expect(read(attemptId).questions[1]?.answer).toEqual({ kind: 'chosen', chosen: [0] });
  });

  test('shows again what was answered', async () => {
    const attemptId = await starts();
    const fields = fieldsFor(attemptId, 2);
    await saves(attemptId, 2, { ...fields, way: 'stop' });
    const page = bodyOf(
      await looks(question.loader, attemptId, '/2', ground.teacher, { position: '2' }),
    );
    expect(page.values).toEqual({ chosen: [fields.chosen] });
    expect(page.title).toBe('Question 2 of 3');
    const resumed = await looks(result.loader, attemptId);
    expect(resumed.headers.get('Location')).toBe(address(attemptId, '/1'));
  });

  test('sent from a tab that was opened before keeps what was answered meanwhile', async () => {
    const attemptId = await starts();
    await saves(attemptId, 1, { ...fieldsFor(attemptId, 1), way: 'next' });
    const stale = await saves(attemptId, 1, { way: 'next' });
    expect(stale.headers.get('Location')).toBe(address(attemptId, '/2'));
    expect(read(attemptId).questions[0]?.answer).toEqual({ kind: 'chosen', chosen: [0] });
  });

  test('refuses what it does not offer, and keeps what was there', async () => {
    const attemptId = await starts();
    const came = await saves(attemptId, 1, { chosen: '7', way: 'next' });
    expect(came).toMatchObject({ status: 422, body: { values: { chosen: '7' } } });
    expect(read(attemptId).questions[0]?.answer).toBeNull();
  });

  test('that the attempt has not, and odd positions, are not there', async () => {
    const attemptId = await starts();
    for (const position of ['0', '4', '1e0', '-1', '']) {
      const path = `/${position}`;
      const came = await looks(question.loader, attemptId, path, ground.teacher, {
        position,
      });
      expect(came.status).toBe(404);
      expect((await saves(attemptId, position, { way: 'next' })).status).toBe(404);
    }
  });

  test('leads to the result once the attempt is handed in, and an answer then changes nothing', async () => {
    const attemptId = await takes();
    const came = await looks(question.loader, attemptId, '/1', ground.teacher, {
      position: '1',
    });
    expect(came.headers.get('Location')).toBe(address(attemptId));
    const before = read(attemptId);
    const late = await saves(attemptId, 1, { chosen: '1', way: 'next' });
    expect(late.headers.get('Location')).toBe(address(attemptId, '?note=late'));
    expect(read(attemptId)).toEqual(before);
    const shown = bodyOf(await looks(result.loader, attemptId, '?note=late'));
    expect(shown.note).toContain('was not kept');
  });
});

describe('what is right', () => {
  test('is in nothing that is sent before it is handed in', async () => {
    const others = [
      { type: 'order' as const, options: [option('o', true, 1), option('o', true, 2)] },
      { type: 'several' as const },
      {
        type: 'match' as const,
        options: ['m1', 'm2'].map((key) => ({ ...option(key, true, 1), answer: `with ${key}` })),
        extras: ['with nothing'],
      },
    ];
    for (const own of others) {
      makeQuestion(ground.database, { schoolId: ground.schoolId }, own.type, {
        topic: 'fgm',
        ...own,
      });
    }
    const parts = [
      { topic: 'fgm', count: 3 },
      { topic: 'prevent', count: 3 },
    ];
    const id = makeQuiz(ground.database, ground.schoolId, { key: 'all', parts });
    const attemptId = await starts(id);
    for (let position = 1; position <= 6; position += 1) {
      await saves(attemptId, position, { ...fieldsFor(attemptId, position), way: 'next' });
      const params = { position: String(position) };
      const path = `/${position}`;
      const loaded = await looks(question.loader, attemptId, path, ground.teacher, params);
      tellsNothing(loaded.body, question.default as ComponentType, address(attemptId, path));
    }
    const loaded = await looks(handIn.loader, attemptId, '/hand-in');
    tellsNothing(loaded.body, handIn.default as ComponentType, address(attemptId, '/hand-in'));
    const came = await looks(result.loader, attemptId);
    expect(came.status).toBe(303);
    expect(came.body).toBe('');
  });

  /** Neither the data of a page nor the page itself. */
  function tellsNothing(loaded: unknown, Component: ComponentType, path: string) {
    for (const said of [JSON.stringify(loaded), drawRoute(Component, path, loaded)]) {
      expect(said).not.toMatch(/isRight|why-it-is|"why"|completionId|"seed"/);
      expect(said).toContain('what is right?');
    }
  }
});

describe('handing in', () => {
  test('says first what is not answered', async () => {
    const attemptId = await starts();
    await saves(attemptId, 1, { ...fieldsFor(attemptId, 1), way: 'hand-in' });
    const page = bodyOf(await looks(handIn.loader, attemptId, '/hand-in'));
    expect(page.answer).toMatch(/^You have answered 1 of 3 questions; the 2 left/);
    expect(page.questions).toMatchObject([
      { position: 1, progress: 'answered' },
      { progress: 'unanswered' },
      { progress: 'unanswered' },
    ]);
  });

  test('twice leads to the same result, which says so', async () => {
    const attemptId = await takes();
    const again = await handsIn(attemptId);
    expect(again.headers.get('Location')).toBe(address(attemptId, '?note=again'));
    expect(bodyOf(await looks(result.loader, attemptId, '?note=again'))).toMatchObject({
      answer: 'You scored 3 of 3 and passed. It counts for prevent until 16 November 2028.',
      note: 'This quiz was handed in already. Nothing was changed.',
    });
    expect(bodyOf(await looks(result.loader, attemptId, '?note=toString')).note).toBeNull();
  });

  test('without a token, or with that of another attempt, is refused', async () => {
    const practice = await starts(quizId, 'practice');
    const attemptId = await starts();
    expect((await handsIn(attemptId, '')).status).toBe(422);
    expect((await handsIn(attemptId, read(practice).submitToken)).status).toBe(422);
    expect(read(attemptId).submittedAt).toBeNull();
  });
});

describe('an attempt that the quiz has outgrown', () => {
  const WHY = 'This quiz has changed since you began it, so your answers';
  const change = () =>
    ground.database.$client.prepare('update quizzes set pass_mark = 3 where id = ?').run(quizId);
  const drawn = async (
    route: { loader: (args: LoaderFunctionArgs) => unknown; default: unknown },
    attemptId: number,
    more: string,
  ) => {
    const loaded = await looks(route.loader, attemptId, more, ground.teacher, { position: '1' });
    const html = drawRoute(route.default as ComponentType, address(attemptId, more), loaded.body);
    return { html, text: textOf(html) };
  };

  test('says beforehand on its pages that and why it is practice, and leads to a new one', async () => {
    const attemptId = await starts();
    const pages = [
      [question, '/1'],
      [handIn, '/hand-in'],
    ] as const;
    for (const [route, more] of pages) {
      expect((await drawn(route, attemptId, more)).text).not.toContain('practice');
    }
    change();
    for (const [route, more] of pages) {
      const { html, text } = await drawn(route, attemptId, more);
      expect(text).toContain(`${WHY} will count as practice; you can begin a new one.`);
      expect(html).toContain(`href="/my/quizzes/${quizId}"`);
    }
    expect((await drawn(handIn, attemptId, '/hand-in')).text).toContain('It counts for nothing.');
  });

  test('leads to nothing new where the quiz is retired', async () => {
    const attemptId = await starts();
    ground.database.$client.prepare('update quizzes set retired_from = ?').run('2026-11-16');
    const { html, text } = await drawn(question, attemptId, '/1');
    expect(text).toContain(
      'The school no longer offers this quiz, so your answers will count as practice.',
    );
    expect(html).not.toContain(`href="/my/quizzes/${quizId}"`);
    const came = await handsIn(attemptId);
    expect(came.headers.get('Location')).toBe(address(attemptId, '?note=retired'));
  });

  test('has a result that says so, and no certificate', async () => {
    const attemptId = await starts();
    change();
    const came = await handsIn(attemptId);
    expect(came.headers.get('Location')).toBe(address(attemptId, '?note=changed'));
    const page = bodyOf(await looks(result.loader, attemptId, '?note=changed'));
    expect(page.note).toBe(`${WHY} counted as practice; you can begin a new one.`);
    expect(page.answer).toContain('Practice counts for nothing.');
    expect((await looks(certificate.loader, attemptId, '/certificate')).status).toBe(404);
    expect(bodyOf(await looks(result.loader, attemptId)).note).toBeNull();
  });

  test('is the only one of which an address can say so', async () => {
    const attemptId = await takes();
    expect(bodyOf(await looks(result.loader, attemptId, '?note=changed')).note).toBeNull();
  });

  test('leaves the way to a new one open, which hands the old one in', async () => {
    const before = await starts();
    change();
    const list = (await opens(quizzes.loader, ground, ground.teacher, '/my/quizzes')).body;
    const cards = textOf(drawRoute(quizzes.default as ComponentType, '/my/quizzes', list));
    expect(cards).toContain(`${WHY} will count as practice`);
    expect(cards).toContain('Take the quiz');
    const path = `/my/quizzes/${quizId}`;
    const params = { quizId: String(quizId) };
    const loaded = (await opens(intro.loader, ground, ground.teacher, path, params)).body;
    const page = textOf(drawRoute(intro.default as ComponentType, path, loaded));
    expect(page).toContain('Starting the quiz hands in what you have begun.');
    expect(page).toContain('Start the quiz');
    const now = await starts();
    expect(now).not.toBe(before);
    expect(read(before)).toMatchObject({ kind: 'practice', hasPassed: false });
  });
});

test('practice that would show the answers to what is begun is refused in words', async () => {
  await starts();
  const path = `/my/quizzes/${quizId}`;
  const kind = 'practice';
  const came = await sends(intro.action, ground, ground.teacher, path, { kind }, { quizId });
  expect(came.status).toBe(422);
  expect(errorsIn(came)['']).toContain('Finish what you have begun first: Prevent refresher.');
});

describe('a result', () => {
  test('that is no pass says what to read first and that one may try again', async () => {
    const attemptId = await takes({ wrong: 2 });
    const page = bodyOf(await looks(result.loader, attemptId));
    expect(page.answer).toBe('You scored 1 of 3 and did not pass this time: 2 are needed.');
    expect(page.next).toMatchObject({
      hasPassed: false,
      certificateHref: null,
      start: { isAllowed: true },
    });
    const text = textOf(drawRoute(result.default as ComponentType, address(attemptId), page));
    expect(text).toContain('Try again');
    expect(text).toMatch(/why-it-is-right/);
    expect(text).toMatch(/why-it-is-wrong/);
  });

  test('after three fails says who is asked to talk, and that one may go on', async () => {
    for (let fail = 0; fail < 2; fail += 1) await takes({ wrong: 3 });
    const attemptId = await takes({ wrong: 3 });
    const page = await looks(result.loader, attemptId);
    const text = textOf(drawRoute(result.default as ComponentType, address(attemptId), page.body));
    expect(text).toContain(
      'You have tried 3 times without passing, so somebody is asked to have a word with you: Dora Lead',
    );
    expect(text).toContain('Try again');
  });

  test('of practice counts for nothing', async () => {
    const attemptId = await takes({ kind: 'practice' });
    const page = bodyOf(await looks(result.loader, attemptId));
    expect(page.answer).toContain('Practice counts for nothing.');
    expect((await looks(certificate.loader, attemptId, '/certificate')).status).toBe(404);
  });

  test('whose completion was withdrawn says so', async () => {
    const attemptId = await takes();
    const completionId = read(attemptId).completionId!;
    write(ground.database, (tx) => {
      const withdrawnAt = '2026-11-16T10:00:00.000Z';
      addWithdrawal(tx, { completionId, reason: 'A mistake', withdrawnAt });
      raiseFactsVersion(tx, ground.schoolId);
    });
    const page = bodyOf(await looks(result.loader, attemptId));
    expect(page.answer).toContain('the school has withdrawn it since');
  });
});

test('a certificate has the name, the days, the code, and a QR code that leads to it', async () => {
  const attemptId = await takes();
  const loaded = (await looks(certificate.loader, attemptId, '/certificate')).body;
  const html = drawRoute(
    certificate.default as ComponentType,
    address(attemptId, '/certificate'),
    loaded,
  );
  const text = textOf(html);
  expect(text).toContain('Zoë Marsh');
  expect(text).toContain('Passed on 16 November 2026');
  expect(text).toContain('Valid to 16 November 2028');
  expect(html).toMatch(/<svg class="qr-code"[^>]*aria-label="QR code that leads to http/);
});

describe('an attempt', () => {
  const everyPage = [
    [result.loader, ''],
    [question.loader, '/1'],
    [handIn.loader, '/hand-in'],
    [certificate.loader, '/certificate'],
  ] as const;

  test('of somebody else is not there, to look at or to send', async () => {
    const attemptId = await starts();
    for (const [loader, more] of everyPage) {
      const came = await looks(loader, attemptId, more, ground.dsl, { position: '1' });
      expect(came.status, more).toBe(404);
    }
    expect((await saves(attemptId, 1, { way: 'next' }, ground.dsl)).status).toBe(404);
    expect((await handsIn(attemptId, read(attemptId).submitToken, ground.dsl)).status).toBe(404);
    expect(read(attemptId).submittedAt).toBeNull();
  });

  test('of one’s own is not there while one’s other school is open', async () => {
    const { database, schoolId, otherSchoolId } = ground;
    const here = makePerson(database, schoolId, 'Orsolya Fenn');
    const there = makePerson(database, otherSchoolId, 'Orsolya Fenn');
    const account = await makeAccount(database, { email: 'o@example.org', people: [here, there] });
    const atHome = await signInAs(database, account, { personId: here, schoolId });
    const away = await signInAs(database, account, {
      personId: there,
      schoolId: otherSchoolId,
    });
    const came = await sends(
      intro.action,
      ground,
      atHome,
      `/my/quizzes/${quizId}`,
      { kind: 'counts' },
      { quizId },
    );
    const attemptId = Number(/\d+$/.exec(came.headers.get('Location') ?? '')?.[0]);
    const first = { position: '1' };
    expect((await looks(question.loader, attemptId, '/1', atHome, first)).status).toBe(200);
    expect((await looks(question.loader, attemptId, '/1', away, first)).status).toBe(404);
    expect((await saves(attemptId, 1, { way: 'next' }, away)).status).toBe(404);
    const elsewhere = await sends(
      intro.action,
      ground,
      away,
      `/my/quizzes/${quizId}`,
      { kind: 'counts' },
      { quizId },
    );
    expect(elsewhere.status).toBe(404);
  });
});
