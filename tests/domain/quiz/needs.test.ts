import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import {
  completingNothing,
  lackingIn,
  lackingMustPassIn,
  NO_NEEDS,
  toCheckIn,
} from '#app/domain/quiz/needs.ts';
import { needsOfQuiz } from '#app/domain/quiz/needs-words.ts';
import type { QuestionState } from '#app/domain/quiz/question-state.ts';
import { partsOf } from '#app/domain/task-parts.ts';
import { taskShown } from '#app/domain/task-words.ts';
import { tasksOf } from '#app/domain/tasks.ts';
import { line, MONTHS_24, policy, READ_KCSIE, requirement } from '../support.ts';

let lastId = 0;
function banked(topic: string, state: QuestionState = 'in-use', isForSectionAlone = false) {
  lastId += 1;
  const ids = { id: lastId, questionId: lastId };
  const words = { topic, section: topic, text: 'What is right?', type: 'one' as const };
  return { ...ids, ...words, mustPass: false, isShared: true, state, isForSectionAlone };
}

const prevent = {
  id: 1,
  title: 'Prevent',
  parts: [{ topic: 'prevent', count: 2 }],
  mustPassAtLeast: 0,
};

test('a quiz lacks what is not in use', () => {
  const bank = [banked('prevent'), banked('prevent', 'check-me'), banked('fgm')];
  expect(lackingIn([prevent], bank)).toEqual([
    {
      quiz: { id: 1, title: 'Prevent' },
      topics: [{ topic: 'prevent', has: 1, needs: 2 }],
    },
  ]);
  expect(lackingIn([prevent], [...bank, banked('prevent')])).toEqual([]);
});

describe('must-pass questions', () => {
  const must = (topic: string, state: QuestionState = 'in-use') => {
    return { ...banked(topic, state), mustPass: true };
  };
  const both = {
    ...prevent,
    parts: [...prevent.parts, { topic: 'fgm', count: 1 }],
    mustPassAtLeast: 2,
  };
  const plain = [banked('prevent'), banked('prevent'), banked('fgm')];

  test.each([
    ['none is in use', [...plain, must('prevent', 'check-me'), must('attendance')], 0],
    ['one is in use', [...plain, must('fgm')], 1],
    ['the shares have no room for more', [...plain, must('fgm'), must('fgm')], 1],
  ])('are lacking where %s', (_, bank, has) => {
    expect(lackingMustPassIn([both], bank)).toEqual([
      { quiz: { id: 1, title: 'Prevent' }, has, asks: 2 },
    ]);
  });

  test('are enough where there are as many as are asked for, from whatever topic', () => {
    expect(lackingMustPassIn([both], [...plain, must('fgm'), must('prevent')])).toEqual([]);
    expect(lackingMustPassIn([{ ...both, mustPassAtLeast: 0 }], plain)).toEqual([]);
  });

  test('are not told of where nobody can begin the quiz at all', () => {
    expect(lackingMustPassIn([both], plain.slice(1))).toEqual([]);
  });
});

test('a quiz completes nothing where what it names is retired or read by edition', () => {
  const named = (id: number) => ({ id, title: `Quiz ${id}`, requirementId: id });
  const requirements = [
    requirement([line(MONTHS_24)], { id: 1 }),
    requirement([line(MONTHS_24)], { id: 2, name: 'Prevent', retiredFrom: day('2026-11-16') }),
    requirement([line(READ_KCSIE)], { id: 3, name: 'KCSIE' }),
  ];
  const quizzes = [named(1), named(2), named(3), { ...named(4), requirementId: null }];
  const told = completingNothing(quizzes, requirements, day('2026-11-16'));
  expect(told.map(({ quiz, requirement, why }) => [quiz.id, requirement, why])).toEqual([
    [2, 'Prevent', 'retired'],
    [3, 'KCSIE', 'by-edition'],
  ]);
  expect(completingNothing(quizzes, requirements, day('2026-11-15'))).toHaveLength(1);
});

test('what a quiz lacks is said on its own page and among what to do next', () => {
  const quiz = { id: 1, title: 'Refresher' };
  const needs = {
    ...NO_NEEDS,
    lackingMustPass: [{ quiz, has: 0, asks: 2 }],
    completingNothing: [{ quiz, requirement: 'Prevent', why: 'retired' as const }],
  };
  expect(needsOfQuiz(needs, 1)).toEqual([
    'It asks for 2 must-pass questions at least. Its topics can give none, so it is taken without.',
    'A pass completes nothing: Prevent is no longer asked for.',
  ]);
  expect(needsOfQuiz(needs, 2)).toEqual([]);
  const tasks = tasksOf({
    policy: policy([]),
    rows: [],
    covers: [],
    on: day('2026-11-16'),
    quizzes: needs,
  });
  expect(partsOf(tasks).map(({ part }) => part)).toEqual(['quizzes']);
  const reader = { policy: policy([]), on: day('2026-11-16'), ownIds: [], apart: new Map() };
  expect(tasks.map((task) => taskShown(task, reader))).toEqual([
    {
      kind: 'quiz-completes-nothing',
      quizId: 1,
      title: 'Refresher',
      words: 'A pass completes nothing: Prevent is no longer asked for.',
    },
    {
      kind: 'quiz-lacks-must-pass',
      quizId: 1,
      title: 'Refresher',
      words:
        'It asks for 2 must-pass questions at least. Its topics can give none, so it is taken without.',
    },
  ]);
});

test.each([
  [[true, true], '2 questions are to be checked: their section changed'],
  [[true], '1 question is to be checked: its section changed'],
  [[true, false], '2 questions are to be checked'],
])('questions to check, their section changed %o: "%s"', (changed, words) => {
  const bank = [
    banked('prevent'),
    ...changed.map((isForSectionAlone) => banked('prevent', 'check-me', isForSectionAlone)),
  ];
  const quizzes = { ...NO_NEEDS, toCheck: toCheckIn(bank) };
  const asked = { policy: policy([]), rows: [], covers: [], on: day('2026-11-16') };
  const tasks = tasksOf({ ...asked, quizzes });
  expect(partsOf(tasks).map(({ part }) => part)).toEqual(['quizzes']);
  const reader = { policy: policy([]), on: day('2026-11-16'), ownIds: [], apart: new Map() };
  expect(tasks.map((task) => taskShown(task, reader))).toEqual([
    { kind: 'questions-to-check', words },
  ]);
  expect(tasksOf({ ...asked, quizzes: NO_NEEDS })).toEqual([]);
});
