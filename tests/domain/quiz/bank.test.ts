import { describe, expect, test } from 'vitest';
import {
  type Banked,
  type BankView,
  bankAnswer,
  drawableOf,
  questionsIn,
  sectionsToCheck,
} from '#app/domain/quiz/bank.ts';

function banked(more: Partial<Banked> = {}): Banked {
  return {
    topic: 'prevent',
    section: 'prevent',
    type: 'one',
    text: 'What do you do?',
    mustPass: false,
    isShared: true,
    state: 'in-use',
    isForSectionAlone: false,
    ...more,
  };
}

const many = (count: number, more: Partial<Banked> = {}) =>
  Array.from({ length: count }, () => banked(more));
const changed = { state: 'check-me', isForSectionAlone: true } as const;

test.each<[string, Banked[]]>([
  ['There are no questions yet.', []],
  ['1 question, all in use.', many(1)],
  ['12 questions, all in use.', many(12)],
  ['3 questions: 2 in use, 1 set aside.', [...many(2), banked({ state: 'set-aside' })]],
  ['2 questions: 1 in use, 1 to check because its section changed.', [...many(1), banked(changed)]],
  [
    '102 questions: 97 in use, 3 to check because their section changed, 2 set aside.',
    [...many(97), ...many(3, changed), ...many(2, { state: 'set-aside' })],
  ],
  [
    '2 questions: 0 in use, 2 to check.',
    [banked(changed), banked({ state: 'check-me', isForSectionAlone: false })],
  ],
])('%s', (answer, bank) => {
  expect(bankAnswer(bank)).toBe(answer);
});

describe('what a view asks for', () => {
  const bank = [
    banked({ text: 'a' }),
    banked({ text: 'b', topic: 'fgm', isShared: false }),
    banked({ text: 'c', state: 'set-aside', isShared: false }),
  ];

  test.each<[Partial<BankView>, string[]]>([
    [{}, ['a', 'b', 'c']],
    [{ topic: 'fgm' }, ['b']],
    [{ state: 'set-aside' }, ['c']],
    [{ whose: 'shared' }, ['a']],
    [{ whose: 'own' }, ['b', 'c']],
    [{ whose: 'own', topic: 'prevent' }, ['c']],
    [{ topic: 'attendance' }, []],
  ])('%j', (view, texts) => {
    const found = questionsIn(bank, { topic: null, state: null, whose: null, ...view });
    expect(found.map(({ text }) => text)).toEqual(texts);
  });
});

test('questions to check are counted by the section that they cite', () => {
  const bank = [
    ...many(2, { ...changed, topic: 'fgm', section: 'whom-to-tell' }),
    banked({ section: 'whom-to-tell' }),
    banked({ ...changed, section: 'fgm' }),
  ];
  expect(sectionsToCheck(bank)).toEqual([
    { section: 'whom-to-tell', count: 2 },
    { section: 'fgm', count: 1 },
  ]);
});

test('only what is in use can be drawn, by its topic', () => {
  const bank = [
    ...many(3),
    banked({ mustPass: true }),
    banked({ mustPass: true, state: 'check-me' }),
    banked({ topic: 'fgm', state: 'set-aside' }),
  ];
  expect(drawableOf(bank)).toEqual([{ topic: 'prevent', count: 4, mustPass: 1 }]);
});
