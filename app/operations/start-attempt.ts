import { randomInt, randomUUID } from 'node:crypto';
import {
  type AttemptKind,
  findOpenAttempt,
  insertAttempt,
  listAskedBefore,
  listAttempts,
} from '#app/data/attempts.ts';
import type { Transaction } from '#app/data/database.ts';
import { listDrawable } from '#app/data/drawable.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { findQuiz, type SchoolQuiz } from '#app/data/quizzes.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { drawQuestions, type PoolQuestion } from '#app/domain/quiz/draw.ts';
import { earlierOf, pastOf } from '#app/domain/quiz/earlier.ts';
import { isForPerson } from '#app/domain/quiz/own-quizzes.ts';
import { mayStart } from '#app/domain/quiz/retry.ts';
import { listed } from '#app/domain/words.ts';
import { type Act, carryOutAside, Refusal, requireSchool } from './act.ts';

export type StartAttempt = { personId: number; quizId: number; kind: AttemptKind };

/** A seed has 31 bits: a whole number for SQLite and for every generator. */
const SEEDS = 2 ** 31;

/**
 * Begins an attempt at a quiz, or goes on with the one of this kind that is open: in two tabs or on
 * two devices it is one attempt. It bears on no status. Throws Refusal.
 */
export function startAttempt(
  act: Act,
  { personId, quizId, kind }: StartAttempt,
): Promise<{ attemptId: number }> {
  const schoolId = requireSchool(act);
  return carryOutAside(act, (transaction, audit) => {
    const quiz = requireOwnQuiz(act, schoolId, { personId, quizId });
    const open = findOpenAttempt(transaction, personId, quizId, kind);
    if (open) return { attemptId: open.id };
    requireAllowed(act, transaction, quiz, { personId, kind });
    const pool = poolOf(transaction, schoolId);
    const begun = { personId, kind, seed: randomInt(SEEDS), pool };
    const attemptId = beginAttempt(transaction, act, quiz, begun);
    audit({ action: 'attempt.started', personId, about: quiz.title, after: { attemptId, kind } });
    return { attemptId };
  });
}

/** A quiz that the school has today and that is for this person today. Throws Refusal. */
function requireOwnQuiz(
  { database, today }: Act,
  schoolId: number,
  { personId, quizId }: { personId: number; quizId: number },
): SchoolQuiz {
  const quiz = findQuiz(database, schoolId, quizId);
  const person = findPersonFacts(database, schoolId, personId);
  if (!quiz || !person || !isForPerson(quiz, person, today)) {
    throw new Refusal('not-found', 'There is no such quiz');
  }
  return quiz;
}

function requireAllowed(
  { today }: Act,
  transaction: Transaction,
  quiz: SchoolQuiz,
  { personId, kind }: { personId: number; kind: AttemptKind },
): void {
  if (kind === 'practice') {
    if (!quiz.allowsPractice) throw new Refusal('wrong', 'This quiz cannot be practised');
    return;
  }
  const earlier = listAttempts(transaction, personId).filter(({ quizId }) => quizId === quiz.id);
  const start = mayStart({ quiz, attempts: pastOf(earlier), on: today });
  if (!start.isAllowed) throw new Refusal('wrong', start.because);
}

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

/** The revisions that are asked, in their order. Throws Refusal where there are too few. */
function draw(
  transaction: Transaction,
  quiz: SchoolQuiz,
  { personId, seed, pool }: Begun,
): number[] {
  const earlier = earlierOf(listAskedBefore(transaction, personId, quiz.id));
  const drawn = drawQuestions({ quiz, pool, seed, earlier });
  if ('lacking' in drawn) {
    const topics = listed(drawn.lacking.map(({ topic }) => topicLabel(topic)));
    const message = `There are not enough questions to begin this quiz: ${topics}. Tell your designated safeguarding lead, who can add questions or confirm those that wait`;
    throw new Refusal('wrong', message);
  }
  const revisionOf = new Map(pool.map(({ questionId, revisionId }) => [questionId, revisionId]));
  return drawn.questionIds.flatMap((questionId) => revisionOf.get(questionId) ?? []);
}
