import { describe, expect, test } from 'vitest';
import type { FormValues } from '#app/forms/parsed.ts';
import {
  NEW_QUIZ,
  parseQuiz,
  type QuizForm,
  type QuizGround,
  valuesOfQuiz,
} from '#app/forms/quiz.ts';

const GROUND = {
  topics: [
    { topic: 'prevent', count: 6, mustPass: 2 },
    { topic: 'fgm', count: 3, mustPass: 0 },
  ],
  kinds: [{ value: 'teacher' }, { value: 'dsl' }],
  requirements: [{ value: '7' }],
  otherTitles: ['FGM'],
  before: null,
};

const QUIZ: QuizForm = {
  title: 'Refresher',
  about: 'Once a year.',
  parts: [
    { topic: 'prevent', count: 4 },
    { topic: 'fgm', count: 1 },
  ],
  passMark: 4,
  mustPassAtLeast: 1,
  audience: { categories: ['staff', 'governor'], kinds: ['dsl'] },
  requirementId: 7,
  allowsPractice: true,
  retry: 'next-day',
};

function parsed(values: FormValues, ground: QuizGround = GROUND) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return parseQuiz(form, ground);
}

function errorsOf(values: FormValues): Record<string, string> {
  const outcome = parsed(values);
  if (outcome.ok) return {};
  return Object.fromEntries(outcome.errors.map(({ field, message }) => [field, message]));
}

test.each<[string, Partial<QuizForm>]>([
  ['that completes something', {}],
  ['that completes nothing', { requirementId: null }],
  ['that cannot be practised', { allowsPractice: false }],
  ['for one role', { audience: { categories: [], kinds: ['teacher'] } }],
])('a quiz %s comes back from its form as it was', (_, more) => {
  const quiz = { ...QUIZ, ...more };
  expect(parsed(valuesOfQuiz(quiz))).toEqual({ ok: true, command: quiz });
});

test('a topic left empty gives nothing', () => {
  const outcome = parsed({ ...valuesOfQuiz(QUIZ), 'count-fgm': '' });
  expect(outcome.ok && outcome.command.parts).toEqual([{ topic: 'prevent', count: 4 }]);
});

describe('what is wrong is told where it is', () => {
  test('in the order of the form', () => {
    const outcome = parsed({ title: 'FGM' });
    expect(outcome.ok ? [] : outcome.errors.map(({ field }) => field)).toEqual([
      'title',
      'about',
      'count-prevent',
      'passMark',
      'categories',
      'retry',
    ]);
  });

  test('an empty form', () => {
    expect(errorsOf({})).toEqual({
      title: 'Enter a title',
      about: 'Say in a line what it is about',
      passMark: 'Enter how many right answers pass, as a whole number',
      categories: 'Choose who it is for',
      retry: 'Choose when somebody who failed may try again',
      'count-prevent': 'Say how many questions come from at least one topic',
    });
  });

  test.each<[string, FormValues, Record<string, string>]>([
    [
      'more than the bank can give, with the numbers',
      { 'count-fgm': '4' },
      {
        'count-fgm':
          'FGM and honour-based abuse: there are 3 questions in use, and 4 are asked for',
      },
    ],
    [
      'a number that is none',
      { 'count-fgm': '1e1' },
      { 'count-fgm': 'Enter a whole number, 0 for none' },
    ],
    [
      'a number below 0',
      { 'count-fgm': '-1' },
      { 'count-fgm': 'Enter a whole number, 0 for none' },
    ],
    [
      'a pass mark that nobody reaches',
      { passMark: '6' },
      { passMark: 'The quiz has 5 questions: the pass mark must be from 1 to 5' },
    ],
    [
      'more must-pass questions than the shares have',
      { mustPassAtLeast: '3' },
      { mustPassAtLeast: 'These topics can give 2 must-pass questions at most; 3 are asked for' },
    ],
    ['a title that is taken', { title: 'fgm' }, { title: 'There is a quiz called fgm already' }],
    [
      'a requirement of another school',
      { requirement: '8' },
      { requirement: 'Choose a requirement, or nothing' },
    ],
    [
      'an unknown rule',
      { retry: 'never' },
      { retry: 'Choose when somebody who failed may try again' },
    ],
    ['an unknown group', { categories: 'pupils' }, { categories: 'Choose who it is for' }],
    [
      'a role of another school',
      { kinds: 'wizard' },
      { kinds: 'Choose among the roles of this school' },
    ],
  ])('%s', (_, more, errors) => {
    expect(errorsOf({ ...valuesOfQuiz(QUIZ), ...more })).toEqual(errors);
  });
});

test('what a quiz asked already is not judged by what the bank can give today', () => {
  const topics = GROUND.topics.map(({ topic }) => ({ topic, count: 0, mustPass: 0 }));
  const ground = { ...GROUND, topics, before: QUIZ };
  const renamed = { ...QUIZ, title: 'Every autumn' };
  expect(parsed(valuesOfQuiz(renamed), ground)).toEqual({ ok: true, command: renamed });
  expect(parsed({ ...valuesOfQuiz(renamed), 'count-fgm': '2' }, ground).ok).toBe(false);
});

test('a new quiz begins with what most schools would choose', () => {
  const typed = { title: 'A', about: 'B', 'count-prevent': '5', passMark: '4', requirement: '' };
  const outcome = parsed({ ...NEW_QUIZ, ...typed });
  expect(outcome.ok && outcome.command).toMatchObject({
    mustPassAtLeast: 0,
    allowsPractice: true,
    retry: 'at-once',
    audience: { categories: ['staff'], kinds: [] },
  });
});
