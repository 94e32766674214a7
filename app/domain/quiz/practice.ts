import type { Lacking, PoolQuestion } from './draw.ts';

/** An attempt that counts and is not handed in, at whatever quiz. */
type Open = { quizTitle: string; questions: readonly { questionId: number }[] };

/**
 * What practice is drawn from: nothing that is asked of the person in an attempt that counts and is
 * still open, since practice would show them the answer.
 */
export function practicePool(pool: readonly PoolQuestion[], open: readonly Open[]): PoolQuestion[] {
  const asked = askedIn(open);
  return pool.filter(({ questionId }) => !asked.has(questionId));
}

/**
 * The quizzes to finish first, by their titles, where practice lacks nothing but the questions of the
 * attempts that are open; none where the bank itself has too few.
 */
export function toFinishFirst(
  lacking: readonly Lacking[],
  pool: readonly PoolQuestion[],
  open: readonly Open[],
): string[] {
  const topics = new Set(lacking.map(({ topic }) => topic));
  const wanted = pool.filter(({ topic }) => topics.has(topic));
  const hasEnough = lacking.every(
    ({ topic, needs }) => wanted.filter((one) => one.topic === topic).length >= needs,
  );
  if (!hasEnough) return [];
  const wantedIds = new Set(wanted.map(({ questionId }) => questionId));
  const inTheWay = open.filter(({ questions }) =>
    questions.some(({ questionId }) => wantedIds.has(questionId)),
  );
  return inTheWay.map(({ quizTitle }) => quizTitle);
}

function askedIn(open: readonly Open[]): Set<number> {
  return new Set(open.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)));
}
