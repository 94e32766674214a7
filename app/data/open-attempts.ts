import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { type OpenAttempt, type Outdated, whyOutdated } from '#app/domain/quiz/outdated.ts';
import { attemptQuestions, attempts, questionRevisions } from '#db/schema.ts';
import type { Database, Reader } from './database.ts';
import { listDrawable } from './drawable.ts';
import { findPersonFacts } from './facts.ts';
import { listQuizzesEver } from './quizzes.ts';

/** An attempt that counts and is not handed in, with what was drawn for it. */
export type OpenCounting = OpenAttempt & {
  id: number;
  quizId: number;
  quizTitle: string;
  questions: { questionId: number; revisionId: number; topic: string }[];
};

/** Everything that counts and that a person has begun and not handed in, at whatever quiz. */
export function listOpenCounting(reader: Reader, personId: number): OpenCounting[] {
  const rows = reader
    .select({
      id: attempts.id,
      quizId: attempts.quizId,
      quizTitle: attempts.quizTitle,
      startedOn: attempts.startedOn,
      passMark: attempts.passMark,
      questionId: questionRevisions.questionId,
      revisionId: questionRevisions.id,
      topic: questionRevisions.topic,
    })
    .from(attempts)
    .innerJoin(attemptQuestions, eq(attemptQuestions.attemptId, attempts.id))
    .innerJoin(questionRevisions, eq(questionRevisions.id, attemptQuestions.revisionId))
    .where(
      and(
        eq(attempts.personId, personId),
        eq(attempts.kind, 'counts'),
        isNull(attempts.submittedAt),
      ),
    )
    .orderBy(asc(attempts.id), asc(attemptQuestions.position))
    .all();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((questions) =>
    questions.slice(0, 1).map((attempt) => ({ ...attempt, questions })),
  );
}

/** Those of a person's open attempts that can only be handed in as practice, by id, with why. */
export function outdatedAttempts(
  database: Database,
  schoolId: number,
  personId: number,
  on: Day,
): ReadonlyMap<number, Outdated> {
  const open = listOpenCounting(database, personId);
  const person = open.length > 0 ? findPersonFacts(database, schoolId, personId) : null;
  if (!person) return new Map();
  const quizzes = new Map(listQuizzesEver(database, schoolId).map((quiz) => [quiz.id, quiz]));
  const inUse = new Set(listDrawable(database, schoolId).map(({ id }) => id));
  return new Map(
    open.flatMap((attempt) => {
      const quiz = quizzes.get(attempt.quizId);
      const why = quiz ? whyOutdated({ attempt, quiz, person, inUse, on }) : null;
      return why ? [[attempt.id, why] as const] : [];
    }),
  );
}
