import { randomUUID } from 'node:crypto';
import { type AttemptKind, insertAttempt, listAskedBefore } from '#app/data/attempts.ts';
import type { Transaction } from '#app/data/database.ts';
import { listDrawable } from '#app/data/drawable.ts';
import { listOpenCounting, type OpenCounting } from '#app/data/open-attempts.ts';
import type { SchoolQuiz } from '#app/data/quizzes.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { drawQuestions, type Lacking, type PoolQuestion } from '#app/domain/quiz/draw.ts';
import { earlierOf } from '#app/domain/quiz/earlier.ts';
import { practicePool, toFinishFirst } from '#app/domain/quiz/practice.ts';
import { listed } from '#app/domain/words.ts';
import { type Act, Refusal } from './act.ts';

/** The questions of a school that a draw takes from. */
export function poolOf(transaction: Transaction, schoolId: number): PoolQuestion[] {
  const drawable = listDrawable(transaction, schoolId);
  return drawable.map(({ id: revisionId, questionId, topic, mustPass }) => {
    return { questionId, revisionId, topic, mustPass };
  });
}

type Begun = { personId: number; kind: AttemptKind; seed: number; pool: PoolQuestion[] };

/** Draws the questions of an attempt and keeps them. Answers its id. Throws Refusal. */
export function beginAttempt(
  transaction: Transaction,
  { today, now }: Pick<Act, 'today' | 'now'>,
  quiz: SchoolQuiz,
  begun: Begun,
): number {
  const revisionIds = draw(transaction, quiz, begun);
  const { personId, kind, seed } = begun;
  const attempt = {
    quizId: quiz.id,
    personId,
    kind,
    seed,
    quizTitle: quiz.title,
    passMark: quiz.passMark,
    submitToken: randomUUID(),
    startedOn: today,
    startedAt: now,
  };
  return insertAttempt(transaction, attempt, revisionIds);
}

/**
 * The revisions that are asked, in their order. Practice leaves out what is asked in an attempt that
 * counts and is open. Throws Refusal where there are too few.
 */
function draw(
  transaction: Transaction,
  quiz: SchoolQuiz,
  { personId, kind, seed, pool }: Begun,
): number[] {
  const open = kind === 'practice' ? listOpenCounting(transaction, personId) : [];
  const earlier = earlierOf(listAskedBefore(transaction, personId, quiz.id));
  const drawn = drawQuestions({ quiz, pool: practicePool(pool, open), seed, earlier });
  if ('lacking' in drawn) throw new Refusal('wrong', tooFewInWords(drawn.lacking, pool, open));
  const revisionOf = new Map(pool.map(({ questionId, revisionId }) => [questionId, revisionId]));
  return drawn.questionIds.flatMap((questionId) => revisionOf.get(questionId) ?? []);
}

function tooFewInWords(lacking: Lacking[], pool: PoolQuestion[], open: OpenCounting[]): string {
  const toFinish = toFinishFirst(lacking, pool, open);
  if (toFinish.length > 0) {
    return `Finish what you have begun first: ${listed(toFinish)}. Practice would ask the same questions, and show you the answers`;
  }
  const topics = listed(lacking.map(({ topic }) => topicLabel(topic)));
  return `There are not enough questions to begin this quiz: ${topics}. Tell your designated safeguarding lead, who can add questions or confirm those that wait`;
}
