import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isComplete, isRight } from '#app/domain/quiz/mark.ts';
import { rightAnswerTo } from '#app/domain/quiz/right-answer.ts';
import { asKept, asShown, progressOf, shownQuestion } from '#app/domain/quiz/shown.ts';
import { anyAnswer, everyAnswer, question, right, someQuestion } from './support.ts';

const someDrawn = fc.record({
  revision: someQuestion.map((one) => ({ ...one, id: 7 })),
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
});

describe('a question as its page shows it', () => {
  test('holds every option once, and nothing that says which is right', () => {
    fc.assert(
      fc.property(someDrawn, (drawn) => {
        const shown = shownQuestion(drawn);
        const { options } = drawn.revision;
        expect(shown.options.toSorted()).toEqual(options.map(({ text }) => text).toSorted());
        expect(Object.keys(shown).sort()).toEqual(
          ['type', 'mustPass', 'story', 'text', 'options', 'answers'].sort(),
        );
        for (const { why } of options) expect(JSON.stringify(shown)).not.toContain(why);
      }),
    );
  });

  test('is the same whenever it is shown', () => {
    fc.assert(
      fc.property(someDrawn, (drawn) => {
        expect(shownQuestion(drawn)).toEqual(shownQuestion(drawn));
      }),
    );
  });

  test('says once what two can be matched with', () => {
    const twice = [right('a', { answer: '999' }), right('b', { answer: '999' })];
    const revision = { ...question('match', { options: twice, extras: ['101', '101'] }), id: 3 };
    expect(shownQuestion({ revision, seed: 1 }).answers.sort()).toEqual(['101', '999']);
  });
});

describe('an answer', () => {
  test('by the places on the page marks as by the places of the revision', () => {
    fc.assert(
      fc.property(someDrawn, (drawn) => {
        for (const answer of everyAnswer(drawn.revision)) {
          const back = asKept(drawn, asShown(drawn, answer));
          expect(isRight(drawn.revision, back)).toBe(isRight(drawn.revision, answer));
          expect(isComplete(drawn.revision, back)).toBe(true);
        }
      }),
    );
  });

  test('comes back as it was, where no two answers say the same', () => {
    const revision = { ...question('match'), id: 5 };
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        for (const answer of everyAnswer(revision)) {
          expect(asKept({ revision, seed }, asShown({ revision, seed }, answer))).toEqual(answer);
        }
      }),
    );
  });

  test('that leaves something open keeps the rest in its place', () => {
    const revision = { ...question('order'), id: 5 };
    const half = { kind: 'order' as const, places: [1, null, 3] };
    expect(asKept({ revision, seed: 4 }, asShown({ revision, seed: 4 }, half))).toEqual(half);
  });

  test('of any shape is taken without a fault, and marked right only where it is', () => {
    fc.assert(
      fc.property(someDrawn, anyAnswer, (drawn, answer) => {
        const kept = answer && asKept(drawn, answer);
        const marked = isRight(drawn.revision, kept);
        if (marked) expect(isComplete(drawn.revision, kept)).toBe(true);
      }),
    );
  });
});

test('a question is answered, begun or not answered', () => {
  const revision = question('order');
  const answers = [rightAnswerTo(revision), { kind: 'order' as const, places: [1, null, 1] }, null];
  const progress = answers.map((answer) => progressOf({ revision, answer }));
  expect(progress).toEqual(['answered', 'begun', 'unanswered']);
});
