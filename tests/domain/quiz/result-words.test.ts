import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { type LookedUp, lookedUpInWords } from '#app/domain/quiz/certificate-words.ts';
import { earlierOf } from '#app/domain/quiz/earlier.ts';
import type { Outdated } from '#app/domain/quiz/outdated.ts';
import { ownQuizzesAnswer, takingOf } from '#app/domain/quiz/own-quizzes.ts';
import {
  countsInWords,
  handInAnswer,
  type Result,
  resultAnswer,
} from '#app/domain/quiz/result-words.ts';
import { readFirst, reviewOf } from '#app/domain/quiz/review.ts';
import type { Lasting } from '#app/domain/quiz/valid-to.ts';
import { question } from './support.ts';

const PASS: Result = {
  kind: 'counts',
  score: 9,
  outOf: 10,
  passMark: 8,
  hasPassed: true,
  missedMustPass: 0,
};

describe('the first sentence of a result', () => {
  test.each<[Partial<Result>, string]>([
    [{}, 'You scored 9 of 10 and passed.'],
    [
      { score: 6, hasPassed: false },
      'You scored 6 of 10 and did not pass this time: 8 are needed.',
    ],
    [
      { hasPassed: false, missedMustPass: 1 },
      'You scored 9 of 10 and did not pass this time: 1 question that must be right was not.',
    ],
    [
      { score: 5, hasPassed: false, missedMustPass: 2 },
      'You scored 5 of 10 and did not pass this time: 8 are needed, and 2 questions that must be right were not.',
    ],
    [
      { kind: 'practice' },
      'You scored 9 of 10 in practice. That would pass. Practice counts for nothing.',
    ],
    [
      { kind: 'practice', score: 3, hasPassed: false },
      'You scored 3 of 10 in practice. That would not pass: 8 are needed. Practice counts for nothing.',
    ],
  ])('of %j', (more, words) => {
    expect(resultAnswer({ ...PASS, ...more })).toBe(words);
  });

  test.each<[string | null, Lasting | null, string | null]>([
    [null, { kind: 'no-end' }, null],
    [
      'Prevent',
      { kind: 'until', validTo: day('2027-11-16') },
      'It counts for Prevent until 16 November 2027.',
    ],
    ['Prevent', { kind: 'no-end' }, 'It counts for Prevent and does not run out.'],
    ['Prevent', null, 'It was recorded for Prevent, and the school has withdrawn it since.'],
  ])('goes on with what it counts for: %s, %j', (requirement, lasting, words) => {
    expect(countsInWords(requirement, lasting)).toBe(words);
  });
});

test('before handing in it is said what is left', () => {
  expect(handInAnswer(['answered', 'answered'])).toBe('You have answered all 2 questions.');
  expect(handInAnswer(['answered'])).toBe('You have answered the question.');
  expect(handInAnswer(['begun'])).toMatch(
    /^You have answered 0 of 1 question; the one left counts/,
  );
  expect(handInAnswer(['answered', 'begun'])).toBe(
    'You have answered 1 of 2 questions; the one left counts as wrong if you hand in now.',
  );
  expect(handInAnswer(['unanswered', 'unanswered'])).toMatch(/; the 2 left count as wrong/);
});

describe('a review', () => {
  test('tells of each option what it means, in the order of the page', () => {
    const revision = { ...question('true-false'), id: 1 };
    const review = reviewOf({ revision, seed: 1 }, { kind: 'chosen', chosen: [0] });
    expect(review).toEqual({
      kind: 'chosen',
      options: [
        { text: 'True', isRight: false, isChosen: true, why: 'Why True' },
        { text: 'False', isRight: true, isChosen: false, why: 'Why False' },
      ],
    });
  });

  test('tells of each step where it belongs and where it was put', () => {
    const revision = { ...question('order'), id: 1 };
    const review = reviewOf({ revision, seed: 1 }, { kind: 'order', places: [2, 1, null] });
    expect(review).toMatchObject({
      steps: [{ place: 1, given: 2 }, { given: 1 }, { given: null }],
    });
  });

  test('tells of each pair what was matched', () => {
    const revision = { ...question('match'), id: 1 };
    const review = reviewOf({ revision, seed: 1 }, { kind: 'match', answers: [2, null] });
    expect(review).toMatchObject({
      pairs: [
        { answer: '999', given: 'The headteacher' },
        { answer: 'The DSL', given: null },
      ],
    });
  });

  test('sends to each section of a wrong answer once, where there is one', () => {
    const section = (topic: string, isThere = true) => ({ topic, title: topic, isThere });
    const asked = [
      { isRight: false, section: section('fgm') },
      { isRight: false, section: section('fgm') },
      { isRight: true, section: section('prevent') },
      { isRight: false, section: section('gone', false) },
    ];
    expect(readFirst(asked).map(({ topic }) => topic)).toEqual(['fgm']);
  });
});

describe('earlier attempts', () => {
  const asked = (attemptId: number, questionId: number, more = {}) => ({
    attemptId,
    kind: 'counts' as const,
    hasPassed: false,
    questionId,
    topic: `topic-${questionId}`,
    isRight: false,
    ...more,
  });

  test('tell which questions are known, and the topics of the last fail', () => {
    const earlier = earlierOf([
      asked(3, 5, { kind: 'practice' }),
      asked(2, 1),
      asked(2, 2, { isRight: true }),
      asked(1, 3),
    ]);
    expect(earlier).toEqual({ seen: [5, 1, 2, 3], failedTopics: ['topic-1'] });
  });

  test('that ended with a pass put no topic first', () => {
    const passed = { hasPassed: true };
    expect(earlierOf([asked(2, 1, passed), asked(1, 3)]).failedTopics).toEqual([]);
  });
});

test('what can be done with a quiz: go on, or begin, each kind for itself', () => {
  const attempt = {
    id: 1,
    quizId: 1,
    kind: 'counts' as const,
    outOf: 3,
    startedOn: day('2026-11-02'),
    submittedOn: day('2026-11-16'),
    submittedAt: '2026-11-16T15:00:00.000Z',
    score: 1,
    hasPassed: false,
    hasCertificate: false,
  };
  const open = { ...attempt, submittedOn: null, submittedAt: null, score: null, hasPassed: null };
  const practice = { ...open, id: 2, kind: 'practice' as const };
  const on = day('2026-11-16');
  const taking = takingOf({ retry: 'next-day' }, [practice, attempt], new Map(), on);
  expect(taking).toMatchObject({
    last: 'Not passed on 16 November 2026: 1 of 3',
    openId: null,
    outdated: null,
    openPracticeId: 2,
    start: { isAllowed: false, from: '2026-11-17' },
  });
  const begun = [{ ...open, id: 3 }];
  const withOpen = (why: ReadonlyMap<number, Outdated>) =>
    takingOf({ retry: 'next-day' }, begun, why, on);
  expect(withOpen(new Map([[4, 'retired']]))).toMatchObject({ openId: 3, outdated: null });
  expect(withOpen(new Map([[3, 'changed']]))).toMatchObject({
    openId: 3,
    outdated:
      'This quiz has changed since you began it, so your answers will count as practice; you can begin a new one.',
  });
  const waiting = takingOf(
    { retry: 'next-day' },
    [...begun, attempt],
    new Map([[3, 'changed']]),
    on,
  );
  expect(waiting.outdated).toMatch(/will count as practice\.$/);
});

test('the list of quizzes says first which to take', () => {
  const quiz = (title: string, isDue = false) => ({ title, isDue });
  expect(ownQuizzesAnswer([quiz('Prevent'), quiz('FGM')])).toBe(
    '2 quizzes for you, and none that you have to take now.',
  );
  expect(ownQuizzesAnswer([quiz('Prevent', true), quiz('FGM')])).toBe(
    '2 quizzes for you. The one to take now: Prevent.',
  );
  expect(ownQuizzesAnswer([quiz('Prevent', true), quiz('FGM', true), quiz('Other')])).toBe(
    '3 quizzes for you, 2 of which do something that you have to do.',
  );
});

describe('whoever looks a certificate up is told', () => {
  const certificate: LookedUp = {
    code: 'K7Q2-M4XD-9TRA',
    quizTitle: 'Prevent',
    personName: 'Aoife O’Neill',
    passedOn: day('2026-11-16'),
    isWithdrawn: false,
    replacedOn: null,
    school: { name: 'Grange Primary School', showsInitials: false },
  };
  const until: Lasting = { kind: 'until', validTo: day('2027-11-16') };
  const told = (more: Partial<LookedUp>, lasting: Lasting | null = until, on = '2026-11-16') =>
    lookedUpInWords({ ...certificate, ...more }, lasting, day(on));

  test('that it is valid, for which quiz and until when, and no name', () => {
    const { state, answer, facts } = told({});
    expect({ state, answer }).toEqual({ state: 'valid', answer: 'Valid to 16 November 2027.' });
    expect(facts).toContainEqual({ name: 'Valid to', value: '16 November 2027' });
    expect(JSON.stringify(facts)).not.toMatch(/Aoife|Neill|A\.O\./);
  });

  test('the initials, where the school chose so', () => {
    const { facts } = told({ school: { name: 'Grange', showsInitials: true } });
    expect(facts).toContainEqual({ name: 'Holder’s initials', value: 'A.O.' });
  });

  test('that it expired, was replaced or withdrawn', () => {
    expect(told({}, until, '2027-11-17').state).toBe('expired');
    expect(told({ replacedOn: day('2026-11-16') }).state).toBe('replaced');
    const { state, facts } = told({ isWithdrawn: true }, null);
    expect(state).toBe('withdrawn');
    expect(facts.map(({ name }) => name)).not.toContain('Valid to');
  });

  test('that no last day is set, which is not for ever', () => {
    expect(told({}, { kind: 'no-interval' }).answer).toBe('Valid: no last day is set for it.');
    expect(told({}, { kind: 'no-end' }).answer).toBe('Valid: no last day is set.');
  });
});
