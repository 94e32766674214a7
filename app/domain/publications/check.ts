import { drawQuestions, type PoolQuestion } from '../quiz/draw.ts';

/** So many questions are asked after something was read. */
const ASKED = 3;
const OF_THE_EDITION = 'edition';

/** Those questions of the pool that ask about what an edition is about. */
export function poolFor(pool: readonly PoolQuestion[], topics: readonly string[]): PoolQuestion[] {
  return pool.filter(({ topic }) => topics.includes(topic));
}

/**
 * The revisions of a check of understanding, in their order: three, or as many as there are; none
 * where the edition names no topic. The same seed draws the same from the same pool.
 */
export function drawCheck(
  pool: readonly PoolQuestion[],
  topics: readonly string[],
  seed: number,
): number[] {
  const asked = poolFor(pool, topics).map((one) => ({ ...one, topic: OF_THE_EDITION }));
  const count = Math.min(ASKED, new Set(asked.map(({ questionId }) => questionId)).size);
  if (count === 0) return [];
  const quiz = { parts: [{ topic: OF_THE_EDITION, count }], mustPassAtLeast: 0 };
  const drawn = drawQuestions({ quiz, pool: asked, seed, earlier: { seen: [], failedTopics: [] } });
  if ('lacking' in drawn) return [];
  const revisionOf = new Map(asked.map(({ questionId, revisionId }) => [questionId, revisionId]));
  return drawn.questionIds.flatMap((questionId) => revisionOf.get(questionId) ?? []);
}

/** How it went, and that nothing is kept of it. */
export function checkAnswer(right: number, asked: number): string {
  return `${scoreInWords(right, asked)} Nothing of this is kept.`;
}

function scoreInWords(right: number, asked: number): string {
  if (asked === 1) return `The answer is ${right === 1 ? 'right' : 'not right'}.`;
  return right === asked ? `All ${asked} are right.` : `${right} of ${asked} are right.`;
}
