import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawQuestions, type PoolQuestion } from '#app/domain/quiz/draw.ts';
import { practicePool, toFinishFirst } from '#app/domain/quiz/practice.ts';

const question = (questionId: number, topic = 'prevent'): PoolQuestion => {
  return { questionId, revisionId: 100 + questionId, topic, mustPass: false };
};
const open = (quizTitle: string, ...ids: number[]) => {
  return { quizTitle, questions: ids.map((questionId) => ({ questionId })) };
};

test('practice never asks what is asked in an attempt that counts and is open', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1 });
  fc.assert(
    fc.property(ids, fc.array(ids, { maxLength: 3 }), fc.integer(), (there, asked, seed) => {
      const pool = there.map((id) => question(id));
      const attempts = asked.map((questions) => open('Prevent', ...questions));
      const quiz = { parts: [{ topic: 'prevent', count: 2 }], mustPassAtLeast: 0 };
      const earlier = { seen: [], failedTopics: [] };
      const drawn = drawQuestions({ quiz, pool: practicePool(pool, attempts), seed, earlier });
      const free = there.filter((id) => !asked.flat().includes(id));
      if ('lacking' in drawn) expect(free.length).toBeLessThan(2);
      else expect(free).toEqual(expect.arrayContaining(drawn.questionIds));
    }),
  );
});

describe('where practice has too few questions', () => {
  const pool = [question(1), question(2), question(3), question(4, 'fgm')];
  const lacking = (needs: number, topic = 'prevent') => [{ topic, has: 1, needs }];

  test('what is open is to be finished first, where its questions are what is lacking', () => {
    const attempts = [open('Refresher', 1, 4), open('FGM', 4), open('Prevent', 2)];
    expect(toFinishFirst(lacking(3), pool, attempts)).toEqual(['Refresher', 'Prevent']);
  });

  test('finishing is of no use where the bank itself has too few', () => {
    expect(toFinishFirst(lacking(4), pool, [open('Prevent', 1)])).toEqual([]);
    const both = [...lacking(2), ...lacking(2, 'fgm')];
    expect(toFinishFirst(both, pool, [open('Prevent', 1, 2)])).toEqual([]);
  });
});
