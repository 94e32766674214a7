import { beforeEach, describe, expect, test } from 'vitest';
import { findCertificateOf } from '#app/data/certificates.ts';
import { listHistory } from '#app/data/completions.ts';
import { quizNeeds } from '#app/data/quiz-needs.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import { addQuiz, beginningOfQuiz, changeQuiz, type QuizDraft } from '#app/operations/save-quiz.ts';
import { makeQuestion, makeWholeQuiz } from '#tests/support/quizzes.ts';
import {
  addRequirement,
  addTeacher,
  auditLength,
  freshGround,
  type Ground,
  on,
  refusalOf,
} from './support.ts';
import { takerOf } from './taker.ts';

let ground: Ground;
let retired: number;
let byEdition: number;

beforeEach(() => {
  ground = freshGround();
  retired = addRequirement(ground, { key: 'retired' });
  retire(retired, '2026-11-16');
  byEdition = addRequirement(ground, {
    key: 'kcsie',
    cycle: { kind: 'edition', publication: 'kcsie' },
  });
});

function retire(requirementId: number, from: string) {
  ground.database.$client
    .prepare('update requirements set retired_from = ? where id = ?')
    .run(from, requirementId);
}

const DRAFT: QuizDraft = {
  title: 'Prevent refresher',
  about: 'Once a year.',
  parts: [{ topic: 'prevent', count: 1 }],
  passMark: 1,
  mustPassAtLeast: 0,
  audience: { categories: ['staff'], kinds: [] },
  requirementId: null,
  allowsPractice: true,
  retry: 'at-once',
};

describe('a quiz cannot be set to complete', () => {
  beforeEach(() => {
    makeQuestion(ground.database, { schoolId: ground.schoolId }, 'a');
  });

  test.each([
    ['what is retired', () => retired, /^retired is no longer asked for\./],
    ['what is read by edition', () => byEdition, /^kcsie is declared by whoever has read it/],
  ])('%s', async (_, requirementId, message) => {
    const wanted = { ...DRAFT, requirementId: requirementId() };
    const field = 'requirement';
    const refused = await refusalOf(addQuiz(ground.act, wanted));
    expect(refused).toMatchObject({ kind: 'wrong', field });
    expect(refused.message).toMatch(message);
    const { quizId } = await addQuiz(ground.act, DRAFT);
    const before = findQuiz(ground.database, ground.schoolId, quizId)!;
    const change = { quizId, began: beginningOfQuiz(before), ...wanted };
    expect(await refusalOf(changeQuiz(ground.act, change))).toMatchObject({ field });
    expect(findQuiz(ground.database, ground.schoolId, quizId)?.requirementId).toBeNull();
  });

  test('and what is retired later can be completed until then', async () => {
    retire(retired, '2026-11-17');
    const { quizId } = await addQuiz(ground.act, { ...DRAFT, requirementId: retired });
    expect(findQuiz(ground.database, ground.schoolId, quizId)?.requirementId).toBe(retired);
  });
});

describe('a pass', () => {
  test.each([
    ['is no longer asked for', () => retired],
    ['is read by edition', () => byEdition],
  ])('of a quiz whose requirement %s has its certificate and completes nothing', async (_, id) => {
    const personId = addTeacher(ground);
    const quizId = makeWholeQuiz(ground.database, ground.schoolId, { requirementId: id() });
    const { takes, read } = takerOf(ground, personId);
    const attemptId = await takes(quizId);
    expect(read(attemptId)).toMatchObject({ hasPassed: true, completionId: null });
    const certificate = findCertificateOf(ground.database, personId, attemptId);
    expect(certificate?.completed).toBeNull();
    expect(listHistory(ground.database, personId)).toEqual([]);
    expect(auditLength(ground)).toBe(1);
    const { completingNothing } = quizNeeds(ground.database, ground.schoolId, ground.act.today);
    expect(completingNothing.map(({ quiz }) => quiz.id)).toEqual([quizId]);
  });

  test('on the last day on which it is asked for completes it', async () => {
    const personId = addTeacher(ground);
    const quizId = makeWholeQuiz(ground.database, ground.schoolId, { requirementId: retired });
    const act = { ...ground.act, today: on('2026-11-15') };
    await takerOf(ground, personId).takes(quizId, { act });
    expect(listHistory(ground.database, personId)).toMatchObject([{ requirementId: retired }]);
  });
});
