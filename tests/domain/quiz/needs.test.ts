import { expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { lackingIn, NO_NEEDS, toCheckIn } from '#app/domain/quiz/needs.ts';
import type { QuestionState } from '#app/domain/quiz/question-state.ts';
import { partsOf } from '#app/domain/task-parts.ts';
import { taskShown } from '#app/domain/task-words.ts';
import { tasksOf } from '#app/domain/tasks.ts';
import { policy } from '../support.ts';

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
  const reader = { policy: policy([]), readerId: null, apart: new Map() };
  expect(tasks.map((task) => taskShown(task, reader))).toEqual([
    { kind: 'questions-to-check', words },
  ]);
  expect(tasksOf({ ...asked, quizzes: NO_NEEDS })).toEqual([]);
});
