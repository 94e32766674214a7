import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Drawable } from '#app/domain/quiz/bank.ts';
import { drawQuestions } from '#app/domain/quiz/draw.ts';
import { lengthOf, type Quiz } from '#app/domain/quiz/quiz.ts';
import { findQuizFaults } from '#app/domain/quiz/quiz-faults.ts';

type Draft = Omit<Quiz, 'key' | 'requirement'>;

const DRAWABLE: Drawable[] = [
  { topic: 'prevent', count: 6, mustPass: 2 },
  { topic: 'fgm', count: 1, mustPass: 1 },
];

function draft(more: Partial<Draft> = {}): Draft {
  return {
    title: 'Refresher',
    about: 'Once a year.',
    parts: [{ topic: 'prevent', count: 5 }],
    passMark: 4,
    mustPassAtLeast: 1,
    audience: { categories: ['staff'], kinds: [] },
    allowsPractice: true,
    retry: 'at-once',
    ...more,
  };
}

const faultsOf = (more: Partial<Draft>, drawable = DRAWABLE) =>
  findQuizFaults(draft(more), { drawable, otherTitles: ['Prevent'], before: null });

describe('a quiz that the bank can give and somebody can pass', () => {
  test.each<[string, Partial<Draft>]>([
    ['five of one topic', {}],
    ['as many as there are', { parts: [{ topic: 'prevent', count: 6 }] }],
    ['one question, passed by one', { parts: [{ topic: 'fgm', count: 1 }], passMark: 1 }],
    ['all of them to be right', { passMark: 5 }],
    ['no must-pass question in particular', { mustPassAtLeast: 0 }],
    [
      'as many must-pass questions as the shares have room for',
      {
        parts: [
          { topic: 'prevent', count: 1 },
          { topic: 'fgm', count: 1 },
        ],
        passMark: 2,
        mustPassAtLeast: 2,
      },
    ],
  ])('%s', (_, more) => {
    expect(faultsOf(more)).toEqual([]);
  });
});

describe('what is wrong is told with the numbers', () => {
  test.each<[string, Partial<Draft>, string, string]>([
    [
      'a title that another has',
      { title: 'PREVENT' },
      'title',
      'There is a quiz called PREVENT already',
    ],
    [
      'no question',
      { parts: [] },
      'count-prevent',
      'Say how many questions come from at least one topic',
    ],
    [
      'more than there are',
      { parts: [{ topic: 'prevent', count: 7 }] },
      'count-prevent',
      'Prevent: there are 6 questions in use, and 7 are asked for',
    ],
    [
      'more than the one that there is',
      { parts: [{ topic: 'fgm', count: 2 }] },
      'count-fgm',
      'FGM and honour-based abuse: there is 1 question in use, and 2 are asked for',
    ],
    [
      'of a topic of which nothing is in use',
      { parts: [{ topic: 'attendance', count: 1 }] },
      'count-attendance',
      'Attendance and missing education: there are no questions in use, and 1 is asked for',
    ],
    [
      'a pass mark of 0',
      { passMark: 0 },
      'passMark',
      'The quiz has 5 questions: the pass mark must be from 1 to 5',
    ],
    [
      'a pass mark that nobody reaches',
      { passMark: 6 },
      'passMark',
      'The quiz has 5 questions: the pass mark must be from 1 to 5',
    ],
    [
      'more than one of one',
      { parts: [{ topic: 'fgm', count: 1 }], passMark: 2 },
      'passMark',
      'The quiz has 1 question: the pass mark can only be 1',
    ],
    [
      'more must-pass questions than there are',
      { mustPassAtLeast: 3 },
      'mustPassAtLeast',
      'These topics can give 2 must-pass questions at most; 3 are asked for',
    ],
  ])('%s', (_, more, field, message) => {
    expect(faultsOf(more)).toEqual([{ field, message }]);
  });

  test('a quiz that never ends', () => {
    const drawable = [{ topic: 'prevent', count: 60, mustPass: 0 }];
    const parts = [{ topic: 'prevent', count: 51 }];
    expect(faultsOf({ parts, mustPassAtLeast: 0 }, drawable)).toEqual([
      { field: 'count-prevent', message: 'A quiz has 50 questions at most; these are 51' },
    ]);
  });

  test('must-pass questions where none must be passed', () => {
    const drawable = [{ topic: 'prevent', count: 9, mustPass: 0 }];
    expect(faultsOf({}, drawable)).toEqual([
      {
        field: 'mustPassAtLeast',
        message: 'None of the questions of these topics must be passed: enter 0',
      },
    ]);
  });
});

describe('a quiz that asked for more than is in use today', () => {
  const before = draft({
    parts: [
      { topic: 'prevent', count: 5 },
      { topic: 'fgm', count: 3 },
    ],
  });
  const faultsNow = (more: Partial<Draft>) =>
    findQuizFaults(draft({ parts: before.parts, ...more }), {
      drawable: [{ topic: 'prevent', count: 6, mustPass: 0 }],
      otherTitles: [],
      before,
    }).map(({ field }) => field);

  test.each<[string, Partial<Draft>]>([
    ['its title', { title: 'Safeguarding refresher' }],
    ['its audience', { audience: { categories: ['governor'], kinds: [] } }],
    ['when it may be tried again', { retry: 'next-day' }],
    ['its pass mark', { passMark: 8 }],
    ['the order of its topics', { parts: before.parts.toReversed() }],
  ])('may change %s', (_, more) => {
    expect(faultsNow(more)).toEqual([]);
  });

  test.each<[string, Partial<Draft>, string[]]>([
    [
      'more of the topic that lacks',
      {
        parts: [
          { topic: 'prevent', count: 5 },
          { topic: 'fgm', count: 4 },
        ],
      },
      ['count-fgm'],
    ],
    [
      'another share of the other topic, whose must-pass questions are to be checked',
      {
        parts: [
          { topic: 'prevent', count: 6 },
          { topic: 'fgm', count: 3 },
        ],
      },
      ['mustPassAtLeast'],
    ],
    ['one topic alone', { parts: [{ topic: 'prevent', count: 5 }] }, ['mustPassAtLeast']],
    ['more must-pass questions', { mustPassAtLeast: 2 }, ['mustPassAtLeast']],
    ['a pass mark that nobody reaches', { passMark: 9 }, ['passMark']],
    ['nothing', { parts: [] }, ['count-prevent']],
  ])('is told when it is to ask %s', (_, more, fields) => {
    expect(faultsNow(more)).toEqual(fields);
  });
});

const topics = ['prevent', 'fgm', 'attendance'];
const someBank = fc.array(
  fc.record({ topic: fc.constantFrom(...topics), mustPass: fc.boolean() }),
  { maxLength: 20 },
);
const someParts = fc
  .record(Object.fromEntries(topics.map((topic) => [topic, fc.nat({ max: 5 })])))
  .map((counts) =>
    Object.entries(counts)
      .map(([topic, count]) => ({ topic, count }))
      .filter(({ count }) => count > 0),
  );

test('a quiz without faults can be drawn, with its must-pass questions; any other cannot', () => {
  fc.assert(
    fc.property(someBank, someParts, fc.nat({ max: 6 }), fc.nat(), (bank, parts, most, seed) => {
      const pool = bank.map((one, index) => ({ ...one, questionId: index + 1, revisionId: index }));
      const drawable = topics.map((topic) => {
        const own = bank.filter((one) => one.topic === topic);
        return { topic, count: own.length, mustPass: own.filter((one) => one.mustPass).length };
      });
      const quiz = draft({
        parts,
        mustPassAtLeast: most,
        passMark: Math.max(1, lengthOf({ parts })),
      });
      const isSound =
        findQuizFaults(quiz, { drawable, otherTitles: [], before: null }).length === 0;
      const drawn = drawQuestions({ quiz, pool, seed, earlier: { seen: [], failedTopics: [] } });
      const ids = 'questionIds' in drawn ? drawn.questionIds : [];
      const mustPass = pool.filter((one) => one.mustPass && ids.includes(one.questionId));
      const canBeDrawn = ids.length > 0 && mustPass.length >= most;
      expect(isSound).toBe(canBeDrawn);
    }),
  );
});
