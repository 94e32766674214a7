import { findAttempt, type WholeAttempt } from '#app/data/attempts.ts';
import type { Database } from '#app/data/database.ts';
import { findPersonFacts, type KnownPerson } from '#app/data/facts.ts';
import { findQuiz, type SchoolQuiz } from '#app/data/quizzes.ts';
import type { School } from '#app/data/schools.ts';
import type { Day } from '#app/domain/days.ts';
import { isForPerson } from '#app/domain/quiz/own-quizzes.ts';
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
