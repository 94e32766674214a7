import { beforeEach, describe, expect, test } from 'vitest';
import { listDrawable } from '#app/data/drawable.ts';
import { findQuiz, listQuizzes } from '#app/data/quizzes.ts';
import { retireQuiz } from '#app/operations/retire-quiz.ts';
import { addQuiz, beginningOfQuiz, changeQuiz, type QuizDraft } from '#app/operations/save-quiz.ts';
import { publishSection } from '#tests/support/bank.ts';
import { makeQuestion } from '#tests/support/quizzes.ts';
import {
  addRequirement,
  auditLength,
  freshGround,
  type Ground,
  lastAudit,
  on,
  otherGround,
  refusalOf,
  TODAY,
} from './support.ts';

let ground: Ground;

beforeEach(() => {
  ground = freshGround();
  for (const key of ['a', 'b', 'c']) makeQuestion(ground.database, { trustId: 1 }, key);
  makeQuestion(ground.database, { schoolId: ground.schoolId }, 'd', { mustPass: true });
});

const DRAFT: QuizDraft = {
  title: 'Prevent refresher',
  about: 'Once a year.',
  parts: [{ topic: 'prevent', count: 4 }],
  passMark: 3,
  mustPassAtLeast: 1,
  audience: { categories: ['staff'], kinds: [] },
  requirementId: null,
  allowsPractice: true,
  retry: 'at-once',
};

const adds = async (more: Partial<QuizDraft> = {}) =>
  (await addQuiz(ground.act, { ...DRAFT, ...more })).quizId;
const quiz = (quizId: number) => findQuiz(ground.database, ground.schoolId, quizId);
/** What somebody begins from who opens the form of a quiz now. */
const beganAt = (quizId: number) => beginningOfQuiz(quiz(quizId)!);
const changes = (quizId: number, more: Partial<QuizDraft> = {}, began = beganAt(quizId)) =>
  changeQuiz(ground.act, { quizId, began, ...DRAFT, ...more });

describe('setting a quiz', () => {
  test('keeps it as it was set, under a key of its own', async () => {
    const requirementId = addRequirement(ground, { key: 'updates' });
    const quizId = await adds({ requirementId });
    expect(quiz(quizId)).toMatchObject({
      ...DRAFT,
      key: 'prevent-refresher',
      requirementId,
      requirement: 'updates',
    });
    expect(lastAudit(ground)).toMatchObject({ action: 'quiz.added' });
    expect(lastAudit(ground)?.contents).toMatchObject({
      after: { questions: ['4 of prevent'], completes: 'updates' },
    });
  });

  test.each<[string, Partial<QuizDraft>, string]>([
    ['more than the bank has', { parts: [{ topic: 'prevent', count: 5 }] }, 'count-prevent'],
    ['a pass mark that nobody reaches', { passMark: 5 }, 'passMark'],
    ['more must-pass questions than there are', { mustPassAtLeast: 2 }, 'mustPassAtLeast'],
    ['a requirement that is not there', { requirementId: 999 }, 'requirement'],
  ])('%s is refused', async (_, more, field) => {
    expect(await refusalOf(addQuiz(ground.act, { ...DRAFT, ...more }))).toMatchObject({
      kind: 'wrong',
      field,
    });
    expect(listQuizzes(ground.database, ground.schoolId, TODAY)).toEqual([]);
  });

  test('another school’s questions and requirements do not count', async () => {
    const other = otherGround(ground);
    makeQuestion(ground.database, { schoolId: other.schoolId }, 'theirs');
    const parts = [{ topic: 'prevent', count: 5 }];
    expect(await refusalOf(addQuiz(ground.act, { ...DRAFT, parts }))).toMatchObject({
      field: 'count-prevent',
    });
    const requirementId = addRequirement(other, { key: 'theirs' });
    expect(await refusalOf(addQuiz(ground.act, { ...DRAFT, requirementId }))).toMatchObject({
      field: 'requirement',
    });
  });

  test('a title is one quiz’s among those in use', async () => {
    const quizId = await adds();
    expect(await refusalOf(addQuiz(ground.act, DRAFT))).toMatchObject({ field: 'title' });
    await retireQuiz(ground.act, { quizId, retiredFrom: TODAY });
    const again = await adds();
    expect(quiz(again)?.key).toBe('prevent-refresher-2');
    const back = retireQuiz(ground.act, { quizId, retiredFrom: null });
    expect(await refusalOf(back)).toMatchObject({ kind: 'conflict' });
  });
});

describe('changing a quiz', () => {
  test('keeps its key and tells what it was', async () => {
    const quizId = await adds();
    await changes(quizId, { title: 'Prevent', passMark: 4 });
    expect(quiz(quizId)).toMatchObject({
      key: 'prevent-refresher',
      title: 'Prevent',
      passMark: 4,
    });
    expect(lastAudit(ground)?.contents).toMatchObject({
      before: { passMark: 3 },
      after: { passMark: 4 },
    });
  });

  test('into its own title is no clash', async () => {
    const quizId = await adds();
    await changes(quizId);
    expect(auditLength(ground)).toBe(2);
  });

  test('that somebody else changed meanwhile is refused, and theirs stays', async () => {
    const quizId = await adds();
    const began = beganAt(quizId);
    await changes(quizId, { passMark: 4 });
    const late = changes(quizId, { title: 'Prevent' }, began);
    expect(await refusalOf(late)).toMatchObject({ kind: 'conflict' });
    expect(quiz(quizId)).toMatchObject({ title: DRAFT.title, passMark: 4 });
    await changes(quizId, { title: 'Prevent' });
    expect(quiz(quizId)).toMatchObject({ title: 'Prevent' });
  });

  test.each<[string, Partial<QuizDraft>]>([
    ['its title', { title: 'Prevent' }],
    ['what it is about', { about: 'Twice a year.' }],
    ['its questions', { parts: [{ topic: 'prevent', count: 3 }] }],
    ['its pass mark', { passMark: 4 }],
    ['its must-pass questions', { mustPassAtLeast: 0 }],
    ['for whom it is', { audience: { categories: [], kinds: ['teacher'] } }],
    ['its practice', { allowsPractice: false }],
    ['when it may be tried again', { retry: 'next-day' }],
  ])('a form that began before %s was changed began from another', async (_, more) => {
    const quizId = await adds();
    const began = beganAt(quizId);
    await changes(quizId, more);
    expect(beganAt(quizId)).not.toBe(began);
  });

  test('while questions of its topic are to be checked: its title, and no larger share', async () => {
    const quizId = await adds();
    const { schoolId } = ground;
    publishSection(ground.database, schoolId, 'prevent');
    expect(listDrawable(ground.database, schoolId)).toEqual([]);
    await changes(quizId, { title: 'Prevent', audience: { categories: ['governor'], kinds: [] } });
    expect(quiz(quizId)).toMatchObject({ title: 'Prevent' });
    const larger = changes(quizId, { parts: [{ topic: 'prevent', count: 5 }] });
    expect(await refusalOf(larger)).toMatchObject({ field: 'count-prevent' });
  });
});

test('a quiz is retired from a day, and offered again', async () => {
  const quizId = await adds();
  const offeredOn = (day: string) =>
    listQuizzes(ground.database, ground.schoolId, on(day)).map(({ id }) => id);
  await retireQuiz(ground.act, { quizId, retiredFrom: on('2026-12-01') });
  expect(offeredOn('2026-11-30')).toEqual([quizId]);
  expect(offeredOn('2026-12-01')).toEqual([]);
  await retireQuiz(ground.act, { quizId, retiredFrom: null });
  expect(offeredOn('2026-12-01')).toEqual([quizId]);
  expect(lastAudit(ground)).toMatchObject({ action: 'quiz.offered-again' });
});

test('another school’s quiz is not there', async () => {
  const quizId = await adds();
  const { act } = otherGround(ground);
  const tries = [
    changeQuiz(act, { quizId, began: beganAt(quizId), ...DRAFT }),
    retireQuiz(act, { quizId, retiredFrom: TODAY }),
  ];
  for (const trial of tries) expect(await refusalOf(trial)).toMatchObject({ kind: 'not-found' });
});
