import { findAttempt, listAttempts, type WholeAttempt } from '#app/data/attempts.ts';
import type { Database } from '#app/data/database.ts';
import { findPersonFacts, type KnownPerson } from '#app/data/facts.ts';
import { outdatedAttempts } from '#app/data/open-attempts.ts';
import { findQuiz, type SchoolQuiz } from '#app/data/quizzes.ts';
import type { School } from '#app/data/schools.ts';
import type { Day } from '#app/domain/days.ts';
import { pastOf } from '#app/domain/quiz/earlier.ts';
import { type Outdated, outdatedInWords } from '#app/domain/quiz/outdated.ts';
import { isForPerson } from '#app/domain/quiz/own-quizzes.ts';
import { mayStart } from '#app/domain/quiz/retry.ts';
import { notFound } from './answers.ts';
import { parseId } from './visit.ts';

type Own = { database: Database; school: School; personId: number; today: Day };

/** The attempt that the address names. Throws 404 where it is not that of the person who asks. */
export function requireAttemptAt(
  { params }: { params: { attemptId?: string } },
  { database, personId }: Own,
): WholeAttempt {
  const attempt = findAttempt(database, personId, parseId(params.attemptId));
  if (!attempt) throw notFound();
  return attempt;
}

/** The person who asks, with all that their status is reckoned from. */
export function requireOwnFacts({ database, school, personId }: Own): KnownPerson {
  const person = findPersonFacts(database, school.id, personId);
  if (!person) throw notFound();
  return person;
}

/** The quiz that the address names. Throws 404 where it is not for the person who asks, today. */
export function requireQuizAt(
  { params }: { params: { quizId?: string } },
  own: Own,
): { quiz: SchoolQuiz; person: KnownPerson } {
  const quiz = findQuiz(own.database, own.school.id, parseId(params.quizId));
  const person = requireOwnFacts(own);
  if (!quiz || !isForPerson(quiz, person, own.today)) throw notFound();
  return { quiz, person };
}

/** That an attempt can only be practice, and why, with the way to begin a new one where there is one. */
export type OutdatedShown = { sentence: string; quizHref: string | null };

/** What is said of an open attempt that no longer counts; null where it does, or never did. */
export function outdatedShown(own: Own, attempt: WholeAttempt): OutdatedShown | null {
  const why = outdatedAttempts(own.database, own.school.id, own.personId, own.today);
  return outdatedTold(own, attempt, why.get(attempt.id) ?? null);
}

/** As `outdatedShown`, for a reason that is known. */
export function outdatedTold(
  own: Own,
  { quizId, startedOn, submittedOn }: WholeAttempt,
  why: Outdated | null,
): OutdatedShown | null {
  if (why === null) return null;
  const mayBegin = mayBeginNow(own, quizId);
  return {
    sentence: outdatedInWords(why, { startedOn, isHandedIn: submittedOn !== null, mayBegin }),
    quizHref: mayBegin ? `/my/quizzes/${quizId}` : null,
  };
}

function mayBeginNow(own: Own, quizId: number): boolean {
  const { database, school, personId, today } = own;
  const quiz = findQuiz(database, school.id, quizId);
  if (!quiz || !isForPerson(quiz, requireOwnFacts(own), today)) return false;
  const attempts = listAttempts(database, personId).filter((one) => one.quizId === quizId);
  return mayStart({ quiz, attempts: pastOf(attempts), on: today }).isAllowed;
}
