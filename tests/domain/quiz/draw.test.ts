import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostMustPass } from '#app/domain/quiz/bank.ts';
import {
  drawQuestions,
  type EarlierAttempts,
  type PoolQuestion,
  shownAnswers,
  shownOrder,
} from '#app/domain/quiz/draw.ts';
import type { QuizPart } from '#app/domain/quiz/quiz.ts';
import { someType } from './support.ts';

const TOPICS = ['prevent', 'fgm', 'early-help'];
const NOTHING: EarlierAttempts = { seen: [], failedTopics: [] };
const RUNS = { numRuns: 1_000 };

const anySeed = fc.integer({ min: -(2 ** 31), max: 2 ** 32 });

const somePool: fc.Arbitrary<PoolQuestion[]> = fc.uniqueArray(
  fc.record({
    questionId: fc.integer({ min: 1, max: 60 }),
    revisionId: fc.integer({ min: 1, max: 900 }),
    topic: fc.constantFrom(...TOPICS, 'attendance'),
    mustPass: fc.boolean(),
  }),
  { minLength: 6, maxLength: 30, selector: ({ questionId }) => questionId },
);

/** What can be asked of a pool with as many questions as it needs, and once in a while more. */
const someDraw = somePool.chain((pool) =>
  fc.record({
    quiz: fc.record({
      parts: fc.array(
        fc.record({ topic: fc.constantFrom(...TOPICS), count: fc.integer({ min: 0, max: 3 }) }),
        { minLength: 1, maxLength: 5 },
      ),
      mustPassAtLeast: fc.integer({ min: 0, max: 6 }),
    }),
    pool: fc.constant(pool),
    seed: anySeed,
    earlier: fc.record({
      seen: fc.subarray(pool.map(({ questionId }) => questionId)),
      failedTopics: fc.subarray(TOPICS),
    }),
  }),
);

function sharesOf(parts: QuizPart[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { topic, count } of parts) shares.set(topic, (shares.get(topic) ?? 0) + count);
  return shares;
}

type Asked = Parameters<typeof drawQuestions>[0];

/** The questions drawn, in their order; the run is left out where the pool has too few. */
function drawn(asked: Asked): PoolQuestion[] {
  const draw = drawQuestions(asked);
  fc.pre('questionIds' in draw);
  return draw.questionIds.map((id) => {
    const question = asked.pool.find(({ questionId }) => questionId === id);
    if (question === undefined) throw new Error(`${id} is not in the pool`);
    return question;
  });
}

describe('a draw', () => {
  test('never has a question twice and gives every topic exactly its share', () => {
    fc.assert(
      fc.property(someDraw, (asked) => {
        const questions = drawn(asked);
        expect(new Set(questions).size).toBe(questions.length);
        const shares = sharesOf(asked.quiz.parts);
        for (const topic of [...TOPICS, 'attendance']) {
          const has = questions.filter((question) => question.topic === topic).length;
          expect(has).toBe(shares.get(topic) ?? 0);
        }
      }),
      RUNS,
    );
  });

  test('says of every topic that has too few how many it has and needs, and draws otherwise', () => {
    fc.assert(
      fc.property(someDraw, (asked) => {
        const lacking = [...sharesOf(asked.quiz.parts)]
          .map(([topic, needs]) => {
            const has = asked.pool.filter((question) => question.topic === topic).length;
            return { topic, has, needs };
          })
          .filter(({ has, needs }) => has < needs);
        const draw = drawQuestions(asked);
        expect('lacking' in draw ? draw.lacking : []).toEqual(lacking);
      }),
      RUNS,
    );
  });

  test('is the same again from the same seed, in whatever order the questions were read', () => {
    fc.assert(
      fc.property(someDraw, fc.gen(), (asked, gen) => {
        const pool = gen(() => fc.shuffledSubarray(asked.pool, { minLength: asked.pool.length }));
        expect(drawQuestions({ ...asked, pool })).toEqual(drawQuestions(asked));
      }),
      RUNS,
    );
  });

  test('does not have a question twice that was read twice', () => {
    fc.assert(
      fc.property(someDraw, (asked) => {
        const draw = drawQuestions({ ...asked, pool: [...asked.pool, ...asked.pool] });
        expect(draw).toEqual(drawQuestions(asked));
      }),
    );
  });

  test('has as many must-pass questions as the quiz asks for, or as the shares can give', () => {
    fc.assert(
      fc.property(someDraw, (asked) => {
        const possible = [...sharesOf(asked.quiz.parts)].reduce((sum, [topic, share]) => {
          const there = asked.pool.filter((it) => it.topic === topic && it.mustPass).length;
          return sum + Math.min(share, there);
        }, 0);
        const has = drawn(asked).filter(({ mustPass }) => mustPass).length;
        expect(has).toBeGreaterThanOrEqual(Math.min(asked.quiz.mustPassAtLeast, possible));
      }),
      RUNS,
    );
  });

  test('has, asked for as many as there are, just as many as are said to be the most', () => {
    fc.assert(
      fc.property(someDraw, (asked) => {
        const parts = [...sharesOf(asked.quiz.parts)].map(([topic, count]) => ({ topic, count }));
        const mustPassAtLeast = asked.pool.length;
        const has = drawn({ ...asked, quiz: { parts, mustPassAtLeast } });
        const drawable = TOPICS.map((topic) => {
          const own = asked.pool.filter((question) => question.topic === topic);
          return { topic, count: own.length, mustPass: own.filter((it) => it.mustPass).length };
        });
        expect(has.filter(({ mustPass }) => mustPass).length).toBe(mostMustPass(parts, drawable));
      }),
      RUNS,
    );
  });

  test('leaves out an unseen question for a seen one of its topic only for a must-pass one', () => {
    fc.assert(
      fc.property(someDraw, (asked) => {
        const questions = drawn(asked);
        const isSeen = ({ questionId }: PoolQuestion) => asked.earlier.seen.includes(questionId);
        const leftOut = asked.pool.filter((it) => !questions.includes(it) && !isSeen(it));
        for (const seen of questions.filter(isSeen)) {
          const passedOver = leftOut.filter(({ topic }) => topic === seen.topic);
          if (passedOver.length === 0) continue;
          expect(seen.mustPass && asked.quiz.mustPassAtLeast > 0).toBe(true);
          expect(passedOver.some(({ mustPass }) => mustPass)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test('asks the questions of failed topics first', () => {
    fc.assert(
      fc.property(someDraw, (asked) => {
        const isFailed = ({ topic }: PoolQuestion) => asked.earlier.failedTopics.includes(topic);
        const order = drawn(asked).map(isFailed);
        expect(order).toEqual(order.toSorted((a, b) => Number(b) - Number(a)));
      }),
      RUNS,
    );
  });
});

const TEN: PoolQuestion[] = [...Array(10).keys()].map((index) => ({
  questionId: index + 1,
  revisionId: 100 + index,
  topic: index < 6 ? 'prevent' : 'fgm',
  mustPass: index % 5 === 0,
}));

function drawTen(seed: number, earlier = NOTHING, mustPassAtLeast = 0): number[] {
  const parts = [
    { topic: 'prevent', count: 2 },
    { topic: 'fgm', count: 2 },
    { topic: 'prevent', count: 1 },
  ];
  const draw = drawQuestions({ quiz: { parts, mustPassAtLeast }, pool: TEN, seed, earlier });
  return 'questionIds' in draw ? draw.questionIds : [];
}

describe('what chance decides', () => {
  // What an attempt showed is shown again from its seed: these must never change.
  test('stays what it was', () => {
    expect(drawTen(2026)).toEqual([10, 9, 6, 4, 3]);
    expect(drawTen(2026, { seen: [1, 2, 3], failedTopics: ['fgm'] }, 2)).toEqual([10, 9, 1, 6, 4]);
    expect(shownOrder(2026, 7, 5, 'one')).toEqual([4, 1, 0, 3, 2]);
    expect(shownOrder(2026, 7, 3, 'order')).toEqual([1, 2, 0]);
    expect(shownAnswers(2026, 7, 5)).toEqual([4, 2, 3, 1, 0]);
  });

  test('draws every question about equally often, first and at all, from seeds that are neighbours', () => {
    const draws = [...Array(4_000).keys()].map((seed) => drawTen(seed));
    for (const { questionId, topic } of TEN) {
      const share = topic === 'prevent' ? 3 / 6 : 2 / 4;
      const at = draws.filter((ids) => ids.includes(questionId)).length / draws.length;
      const first = draws.filter(([id]) => id === questionId).length / draws.length;
      expect(Math.abs(at - share)).toBeLessThan(0.04);
      expect(Math.abs(first - share / 5)).toBeLessThan(0.025);
    }
  });

  test('prefers no topic for its must-pass questions', () => {
    const has = [...Array(2_000).keys()].map((seed) => {
      const pool = TEN.map((it) => ({
        ...it,
        mustPass: it.questionId === 1 || it.questionId === 7,
      }));
      const parts = [
        { topic: 'prevent', count: 1 },
        { topic: 'fgm', count: 1 },
      ];
      const quiz = { parts, mustPassAtLeast: 1 };
      const draw = drawQuestions({ quiz, pool, seed, earlier: NOTHING });
      return 'questionIds' in draw ? draw.questionIds : [];
    });
    // 1 comes before 7 in half of all orders. Where 7 comes first of the seven it still is drawn if it
    // comes next: 1/7 of 1/6.
    const one = has.filter((ids) => ids.includes(1)).length / has.length;
    expect(Math.abs(one - (1 / 2 + 1 / 42))).toBeLessThan(0.035);
  });
});

describe('the order in which options are shown', () => {
  const someCount = fc.integer({ min: 0, max: 8 });
  const anyRevision = fc.integer({ min: 1, max: 2 ** 31 - 1 });

  test('has every option once, and is the same again', () => {
    fc.assert(
      fc.property(anySeed, anyRevision, someCount, someType, (seed, revision, count, type) => {
        const order = shownOrder(seed, revision, count, type);
        expect(order.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
        expect(shownOrder(seed, revision, count, type)).toEqual(order);
        const answers = shownAnswers(seed, revision, count);
        expect(answers.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
      }),
    );
  });

  test('is never the right one where it is asked for', () => {
    fc.assert(
      fc.property(anySeed, anyRevision, fc.integer({ min: 2, max: 4 }), (seed, revision, count) => {
        const order = shownOrder(seed, revision, count, 'order');
        expect(order).not.toEqual([...Array(count).keys()]);
      }),
      RUNS,
    );
  });

  test('is every other order about equally often over the revisions of one attempt', () => {
    const revisions = [...Array(3_000).keys()];
    const counts = (type: 'one' | 'order') => {
      const orders = revisions.map((revision) => shownOrder(2026, revision, 3, type).join());
      return Map.groupBy(orders, (order) => order);
    };
    expect(counts('one').size).toBe(6);
    for (const orders of counts('one').values()) expect(orders.length / 500).toBeCloseTo(1, 0);
    expect([...counts('order').keys()].sort()).toEqual([
      '0,2,1',
      '1,0,2',
      '1,2,0',
      '2,0,1',
      '2,1,0',
    ]);
    for (const orders of counts('order').values()) expect(orders.length / 600).toBeCloseTo(1, 0);
  });

  test('tells nothing of the order of the answers that are matched', () => {
    const revisions = [...Array(3_000).keys()];
    const alike = revisions.filter(
      (revision) =>
        shownOrder(2026, revision, 3, 'match').join() === shownAnswers(2026, revision, 3).join(),
    );
    // One in six by chance.
    expect(Math.abs(alike.length / revisions.length - 1 / 6)).toBeLessThan(0.03);
  });

  test('has true before false', () => {
    const orders = [...Array(20).keys()].map((seed) => shownOrder(seed, 7, 2, 'true-false'));
    for (const order of orders) expect(order).toEqual([0, 1]);
  });
});
