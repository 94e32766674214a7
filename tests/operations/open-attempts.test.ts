import { beforeEach, describe, expect, test } from 'vitest';
import { listAttempts } from '#app/data/attempts.ts';
import { findCertificateOf } from '#app/data/certificates.ts';
import { listHistory } from '#app/data/completions.ts';
import { addDecision, insertQuestionRevision } from '#app/data/questions.ts';
import { setQuizRetired } from '#app/data/quizzes.ts';
import type { Outdated } from '#app/domain/quiz/outdated.ts';
import { makePerson, write } from '#tests/support/people.ts';
import { makeQuestion, makeQuiz, makeWholeQuiz, questionOf } from '#tests/support/quizzes.ts';
import {
  addRequirement,
  addTeacher,
  auditLength,
  freshGround,
  type Ground,
  on,
  refusalOf,
} from './support.ts';
import { type Taker, takerOf } from './taker.ts';

let ground: Ground;
let personId: number;
let quizId: number;
let zoe: Taker;

beforeEach(() => {
  ground = freshGround();
  personId = addTeacher(ground);
  zoe = takerOf(ground, personId);
  const requirementId = addRequirement(ground, { key: 'updates' });
  quizId = makeWholeQuiz(ground.database, ground.schoolId, { requirementId });
});

const set = (column: string, value: string | number) =>
  ground.database.$client
    .prepare(`update quizzes set ${column} = ? where id = ?`)
    .run(value, quizId);

const actOn = (text: string) => ({ ...ground.act, today: on(text) });

/** The first question of an attempt. */
const asked = (attemptId: number) => zoe.read(attemptId).questions[0]!.revision;

const WAYS: [Outdated, (attemptId: number) => unknown][] = [
  ['changed', () => set('pass_mark', 3)],
  ['changed', () => set('parts', JSON.stringify([{ topic: 'prevent', count: 2 }]))],
  ['retired', () => write(ground.database, (tx) => setQuizRetired(tx, quizId, ground.act.today))],
  ['not-for-you', () => set('audience', JSON.stringify({ categories: ['governor'], kinds: [] }))],
  ['out-of-use', (attemptId) => setAside(attemptId)],
  ['out-of-use', (attemptId) => revise(attemptId)],
];

function setAside(attemptId: number) {
  const { questionId, id: revisionId } = asked(attemptId);
  const { schoolId, act } = ground;
  const decision = { questionId, revisionId, schoolId, decidedAt: act.now };
  write(ground.database, (tx) => addDecision(tx, { ...decision, decision: 'set-aside' }));
}

function revise(attemptId: number) {
  const { questionId } = asked(attemptId);
  const saved = { at: ground.act.now, by: null };
  write(ground.database, (tx) =>
    insertQuestionRevision(tx, questionId, questionOf('first', { text: 'Anew?' }), saved),
  );
}

describe('what was begun, and the quiz has outgrown', () => {
  test.each(WAYS)('is handed in as practice: %s', async (outdated, outgrow) => {
    const attemptId = await zoe.starts(quizId);
    await zoe.answers(attemptId);
    outgrow(attemptId);
    expect(await zoe.handsIn(attemptId)).toEqual({ isFirst: true, outdated });
    expect(zoe.read(attemptId)).toMatchObject({
      kind: 'practice',
      score: 3,
      submittedOn: ground.act.today,
      completionId: null,
    });
    expect(findCertificateOf(ground.database, personId, attemptId)).toBeNull();
    expect(listHistory(ground.database, personId)).toEqual([]);
    expect(auditLength(ground)).toBe(0);
  });

  test('is handed in as practice when its time is over', async () => {
    const attemptId = await zoe.starts(quizId);
    await zoe.answers(attemptId);
    const late = await zoe.handsIn(attemptId, actOn('2026-12-17'));
    expect(late).toEqual({ isFirst: true, outdated: 'too-long-ago' });
    expect(zoe.read(attemptId).kind).toBe('practice');
  });

  test('counts as long as the quiz is what it was, whatever else became of it', async () => {
    const attemptId = await zoe.starts(quizId);
    await zoe.answers(attemptId, { wrong: 1 });
    set('title', 'Prevent, in short');
    makeQuestion(ground.database, { schoolId: ground.schoolId }, 'fourth');
    const { outdated } = await zoe.handsIn(attemptId, actOn('2026-12-16'));
    expect(outdated).toBeNull();
    expect(zoe.read(attemptId)).toMatchObject({ kind: 'counts', hasPassed: true });
    expect(listHistory(ground.database, personId)).toHaveLength(1);
  });

  test('can be handed in as practice beside practice that is open', async () => {
    for (const key of ['4', '5', '6']) {
      makeQuestion(ground.database, { schoolId: ground.schoolId }, key);
    }
    const attemptId = await zoe.starts(quizId);
    const practice = await zoe.starts(quizId, { kind: 'practice' });
    set('pass_mark', 3);
    await zoe.handsIn(attemptId);
    expect(zoe.read(practice).submittedAt).toBeNull();
    expect(await zoe.starts(quizId, { kind: 'practice' })).toBe(practice);
  });

  test('is handed in, marked as it stands, when the quiz is begun anew', async () => {
    const before = await zoe.starts(quizId);
    await zoe.answers(before, { wrong: 1 });
    set('pass_mark', 3);
    const [now, again] = await Promise.all([zoe.starts(quizId), zoe.starts(quizId)]);
    expect(now).not.toBe(before);
    expect(again).toBe(now);
    expect(zoe.read(before)).toMatchObject({ kind: 'practice', score: 2, completionId: null });
    expect(zoe.read(now)).toMatchObject({ kind: 'counts', passMark: 3, submittedAt: null });
    await zoe.answers(now);
    expect(await zoe.handsIn(now)).toEqual({ isFirst: true, outdated: null });
    expect(listHistory(ground.database, personId)).toHaveLength(1);
  });

  test('stays open where the quiz cannot be begun anew', async () => {
    const attemptId = await zoe.starts(quizId);
    set('parts', JSON.stringify([{ topic: 'fgm', count: 3 }]));
    expect((await refusalOf(zoe.starts(quizId))).message).toContain('not enough questions');
    expect(zoe.read(attemptId)).toMatchObject({ kind: 'counts', submittedAt: null });
    expect(listAttempts(ground.database, personId)).toHaveLength(1);
  });
});

describe('practice beside an attempt that counts and is open', () => {
  const more = (count: number, topic = 'prevent') => {
    for (let nth = 0; nth < count; nth += 1) {
      const key = `${topic} ${nth}`;
      makeQuestion(ground.database, { schoolId: ground.schoolId }, key, { topic });
    }
  };
  const questionsOf = (attemptId: number) =>
    zoe.read(attemptId).questions.map(({ revision }) => revision.questionId);

  test('asks other questions, at whatever quiz', async () => {
    more(3);
    const other = makeQuiz(ground.database, ground.schoolId, { key: 'other' });
    const counts = questionsOf(await zoe.starts(quizId));
    for (const id of [quizId, other]) {
      const practice = questionsOf(await zoe.starts(id, { kind: 'practice' }));
      expect(practice.filter((one) => counts.includes(one))).toEqual([]);
      expect(practice).toHaveLength(3);
    }
  });

  test('is refused where there are too few others: what is begun is to be finished first', async () => {
    more(2);
    const attemptId = await zoe.starts(quizId);
    const { kind, message } = await refusalOf(zoe.starts(quizId, { kind: 'practice' }));
    expect(kind).toBe('wrong');
    expect(message).toMatch(/^Finish what you have begun first: Prevent refresher\./);
    await zoe.handsIn(attemptId);
    expect(await zoe.starts(quizId, { kind: 'practice' })).toBeGreaterThan(attemptId);
  });

  test('is another’s, too: what somebody else has begun is in nobody’s way', async () => {
    await zoe.starts(quizId);
    const appointments = [{ kind: 'teacher', from: '2026-09-01' }];
    const other = makePerson(ground.database, ground.schoolId, 'Sol Adeyemi', appointments);
    const practice = takerOf(ground, other).starts(quizId, { kind: 'practice' });
    expect(await practice).toBeGreaterThan(0);
  });

  test('where the bank itself has too few is told of the questions that lack', async () => {
    await zoe.starts(quizId);
    const parts = [{ topic: 'fgm', count: 1 }];
    const fgm = makeQuiz(ground.database, ground.schoolId, { key: 'fgm', parts });
    const { message } = await refusalOf(zoe.starts(fgm, { kind: 'practice' }));
    expect(message).toContain('There are not enough questions');
  });
});
