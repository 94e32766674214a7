import { randomInt } from 'node:crypto';
import {
  type AttemptKind,
  findAttempt,
  findOpenAttempt,
  listAttempts,
} from '#app/data/attempts.ts';
import type { Transaction } from '#app/data/database.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { outdatedAttempts } from '#app/data/open-attempts.ts';
import { findQuiz, type SchoolQuiz } from '#app/data/quizzes.ts';
import { pastOf } from '#app/domain/quiz/earlier.ts';
import { isForPerson } from '#app/domain/quiz/own-quizzes.ts';
import { mayStart } from '#app/domain/quiz/retry.ts';
import { type Act, type Audit, carryOutAside, Refusal, requireSchool } from './act.ts';
import { beginAttempt, poolOf } from './begin-attempt.ts';
import { handIn } from './submit-attempt.ts';

export type StartAttempt = { personId: number; quizId: number; kind: AttemptKind };

/** A seed has 31 bits: a whole number for SQLite and for every generator. */
const SEEDS = 2 ** 31;

/**
 * Begins an attempt at a quiz, or goes on with the one of this kind that is open: in two tabs or on
 * two devices it is one attempt. One that is outdated is handed in as practice first, as it stands. It
 * bears on no status. The attempts themselves are the record of what was begun: whoever reads the audit
 * could count from it what was begun and not passed. Throws Refusal.
 */
export function startAttempt(
  act: Act,
  { personId, quizId, kind }: StartAttempt,
): Promise<{ attemptId: number }> {
  const schoolId = requireSchool(act);
  return carryOutAside(act, (transaction, audit) => {
    const quiz = requireOwnQuiz(act, schoolId, { personId, quizId });
    const open = findOpenAttempt(transaction, personId, quizId, kind);
    if (open && !isOutdated(act, schoolId, personId, open.id)) return { attemptId: open.id };
    requireAllowed(act, transaction, quiz, { personId, kind });
    if (open) closeAsPractice(act, schoolId, transaction, audit, { personId, attemptId: open.id });
    const pool = poolOf(transaction, schoolId);
    const begun = { personId, kind, seed: randomInt(SEEDS), pool };
    return { attemptId: beginAttempt(transaction, act, quiz, begun) };
  });
}

function isOutdated(
  { database, today }: Act,
  schoolId: number,
  personId: number,
  attemptId: number,
): boolean {
  return outdatedAttempts(database, schoolId, personId, today).has(attemptId);
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

function closeAsPractice(
  act: Act,
  schoolId: number,
  transaction: Transaction,
  audit: Audit,
  { personId, attemptId }: { personId: number; attemptId: number },
): void {
  const attempt = findAttempt(transaction, personId, attemptId);
  if (attempt) handIn(act, schoolId, transaction, audit, { ...attempt, kind: 'practice' });
}
