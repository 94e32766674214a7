import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeTakenBack, isComplete, isRight, outcomeOf } from '#app/domain/quiz/mark.ts';
import {
  answersOf,
  QUESTION_TYPES,
  type QuestionAnswer,
  type QuestionType,
} from '#app/domain/quiz/question.ts';
import { anyAnswer, everyAnswer, option, question, right, someQuestion } from './support.ts';

const chosen = (...places: number[]): QuestionAnswer => ({ kind: 'chosen', chosen: places });
const order = (...places: (number | null)[]): QuestionAnswer => ({ kind: 'order', places });
const match = (...answers: (number | null)[]): QuestionAnswer => ({ kind: 'match', answers });

describe('an answer', () => {
  test.each<[QuestionType, string, QuestionAnswer | null, { complete: boolean; right: boolean }]>([
    ['one', 'the right option', chosen(1), { complete: true, right: true }],
    ['one', 'another option', chosen(0), { complete: true, right: false }],
    ['one', 'nothing yet', null, { complete: false, right: false }],
    ['one', 'no option', chosen(), { complete: false, right: false }],
    ['one', 'the right one and another', chosen(1, 0), { complete: false, right: false }],
    ['one', 'the right one twice', chosen(1, 1), { complete: false, right: false }],
    ['one', 'an option that is not there', chosen(3), { complete: false, right: false }],
    ['scenario', 'the best option', chosen(1), { complete: true, right: true }],
    ['scenario', 'another option', chosen(2), { complete: true, right: false }],
    ['true-false', 'false, which it is', chosen(1), { complete: true, right: true }],
    ['true-false', 'true', chosen(0), { complete: true, right: false }],
    ['several', 'both right ones', chosen(0, 2), { complete: true, right: true }],
    ['several', 'both, the other way round', chosen(2, 0), { complete: true, right: true }],
    ['several', 'one of the right ones', chosen(0), { complete: true, right: false }],
    ['several', 'one too many', chosen(0, 1, 2), { complete: true, right: false }],
    ['several', 'one of them twice', chosen(0, 0), { complete: false, right: false }],
    ['several', 'none', chosen(), { complete: false, right: false }],
    ['order', 'the right order', order(1, 2, 3), { complete: true, right: true }],
    ['order', 'two changed over', order(2, 1, 3), { complete: true, right: false }],
    ['order', 'one place left out', order(1, 2, null), { complete: false, right: false }],
    ['order', 'one place given twice', order(1, 2, 2), { complete: false, right: false }],
    ['order', 'counted from 0', order(0, 1, 2), { complete: false, right: false }],
    ['order', 'too few places', order(1, 2), { complete: false, right: false }],
    ['match', 'each with its own', match(0, 1), { complete: true, right: true }],
    ['match', 'each with the other’s', match(1, 0), { complete: true, right: false }],
    ['match', 'one with what goes with nothing', match(0, 2), { complete: true, right: false }],
    ['match', 'one left out', match(0, null), { complete: false, right: false }],
    ['match', 'an answer that is not there', match(0, 3), { complete: false, right: false }],
    ['match', 'too many answers', match(0, 1, 2), { complete: false, right: false }],
    ['match', 'of another type', order(1, 2), { complete: false, right: false }],
    ['order', 'of another type', chosen(0, 1, 2), { complete: false, right: false }],
    ['one', 'of another type', match(1), { complete: false, right: false }],
  ])('to %s, %s', (type, _, answer, { complete, right: isSo }) => {
    expect(isComplete(question(type), answer)).toBe(complete);
    expect(isRight(question(type), answer)).toBe(isSo);
  });

  test('that matches equal texts is right by whichever of them it was given', () => {
    const options = [
      right('Danger now', { answer: '999' }),
      right('A fire', { answer: '999' }),
      right('A worry', { answer: 'The DSL' }),
    ];
    const asked = question('match', { options, extras: [] });
    expect(isRight(asked, match(1, 0, 2))).toBe(true);
    expect(isRight(asked, match(0, 0, 2))).toBe(true);
    expect(isRight(asked, match(0, 2, 2))).toBe(false);
  });

  test('is never right where a question has nothing that is', () => {
    const nothing = question('several', { options: [option('One'), option('Another')] });
    expect(isRight(nothing, chosen())).toBe(false);
    expect(isRight(question('order', { options: [] }), order())).toBe(false);
    expect(isRight(question('match', { options: [], extras: [] }), match())).toBe(false);
  });

  test('is right in exactly one way, up to answers that say the same', () => {
    fc.assert(
      fc.property(someQuestion, (asked) => {
        const texts = answersOf(asked);
        const ways =
          asked.type === 'match'
            ? asked.options.map(({ answer }) => texts.filter((text) => text === answer).length)
            : [1];
        const found = everyAnswer(asked).filter((answer) => isRight(asked, answer));
        expect(found).toHaveLength(ways.reduce((product, count) => product * count, 1));
      }),
    );
  });

  test('of whatever kind is marked without falling over, and is right only where it is complete', () => {
    fc.assert(
      fc.property(someQuestion, anyAnswer, (asked, answer) => {
        const complete = isComplete(asked, answer);
        if (!complete) expect(isRight(asked, answer)).toBe(false);
        const isKnown = everyAnswer(asked).some((one) => isSame(one, answer));
        expect(complete).toBe(isKnown);
      }),
      { numRuns: 2_000 },
    );
  });
});

function isSame(one: QuestionAnswer, other: QuestionAnswer | null): boolean {
  if (one.kind === 'chosen' && other?.kind === 'chosen') {
    return one.chosen.join() === other.chosen.toSorted((a, b) => a - b).join();
  }
  return JSON.stringify(one) === JSON.stringify(other);
}

const marks = (words: string) =>
  words.split(' ').map((mark) => ({ isRight: /^r/.test(mark), mustPass: /!$/.test(mark) }));

describe('an attempt', () => {
  test.each([
    ['with the pass mark', 4, 'r r r r w', { score: 4, hasPassed: true, missedMustPass: [] }],
    ['with one less', 4, 'r r r w w', { score: 3, hasPassed: false, missedMustPass: [] }],
    ['with all', 4, 'r r! r r r!', { score: 5, hasPassed: true, missedMustPass: [] }],
    ['without a must-pass', 4, 'r r r w! r', { score: 4, hasPassed: false, missedMustPass: [3] }],
    ['without two', 3, 'w! r r r w!', { score: 3, hasPassed: false, missedMustPass: [0, 4] }],
  ])('%s of %i: %s', (_, passMark, words, outcome) => {
    expect(outcomeOf({ passMark }, marks(words))).toEqual({ ...outcome, outOf: 5 });
  });

  const someMarks = fc.array(fc.record({ isRight: fc.boolean(), mustPass: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  });

  test('that passes still passes with one more right answer, and never with the pass mark missed', () => {
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 0, max: 12 }), fc.nat(), (marked, passMark, at) => {
        const place = at % marked.length;
        const better = marked.map((mark, index) =>
          index === place ? { ...mark, isRight: true } : mark,
        );
        const before = outcomeOf({ passMark }, marked);
        const after = outcomeOf({ passMark }, better);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        if (before.hasPassed) expect(after.hasPassed).toBe(true);
        if (before.score < passMark) expect(before.hasPassed).toBe(false);
        if (passMark > 0)
          expect(outcomeOf({ passMark: passMark - 1 }, marked).hasPassed).toBe(
            before.hasPassed ||
              (before.score === passMark - 1 && before.missedMustPass.length === 0),
          );
      }),
    );
  });
});

test('an answer can be taken back where its page lets one unchoose it', () => {
  const those = QUESTION_TYPES.filter(canBeTakenBack);
  expect(those).toEqual(['several', 'order', 'match']);
});
