import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { Quiz } from '#app/domain/quiz/quiz.ts';
import { quizzes, requirements } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** A quiz of a school, by its id. */
export type SchoolQuiz = Quiz & {
  id: number;
  requirementId: number | null;
  /** What a pass completes, by its name. */
  requirementName: string | null;
  retiredFrom: Day | null;
};

/** The quizzes that a school has on a day, in its order. */
export function listQuizzes(reader: Reader, schoolId: number, on: Day): SchoolQuiz[] {
  return known(reader)
    .where(and(eq(quizzes.schoolId, schoolId), notRetired(on)))
    .orderBy(asc(quizzes.position), asc(quizzes.id))
    .all()
    .map(quizOf);
}

/** Every quiz that the school has or had, in its order. */
export function listQuizzesEver(reader: Reader, schoolId: number): SchoolQuiz[] {
  return known(reader)
    .where(eq(quizzes.schoolId, schoolId))
    .orderBy(asc(quizzes.position), asc(quizzes.id))
    .all()
    .map(quizOf);
}

/** One of the school's quizzes, retired or not, or null. */
export function findQuiz(reader: Reader, schoolId: number, quizId: number): SchoolQuiz | null {
  const row = known(reader)
    .where(and(eq(quizzes.schoolId, schoolId), eq(quizzes.id, quizId)))
    .get();
  return row ? quizOf(row) : null;
}

function known(reader: Reader) {
  return reader
    .select()
    .from(quizzes)
    .leftJoin(requirements, eq(requirements.id, quizzes.requirementId));
}

function notRetired(on: Day) {
  return or(isNull(quizzes.retiredFrom), gt(quizzes.retiredFrom, on));
}

type Joined = {
  quizzes: typeof quizzes.$inferSelect;
  requirements: typeof requirements.$inferSelect | null;
};

function quizOf({ quizzes: row, requirements: requirement }: Joined): SchoolQuiz {
  const { schoolId: _, position: __, ...quiz } = row;
  return {
    ...quiz,
    requirement: requirement?.key ?? null,
    requirementName: requirement?.name ?? null,
  };
}

type QuizRow = Omit<Quiz, 'requirement'> & { requirementId: number | null };

/** Adds a quiz after the school's others. Answers its id. */
export function insertQuiz(transaction: Transaction, schoolId: number, quiz: QuizRow): number {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from quizzes
    where school_id = ${schoolId})`;
  return transaction
    .insert(quizzes)
    .values({ schoolId, position, ...quiz })
    .returning({ id: quizzes.id })
    .get().id;
}

/** Adds quizzes that name what a pass completes by its key; `ids`: the school's requirements. */
export function insertQuizzes(
  transaction: Transaction,
  schoolId: number,
  files: Quiz[],
  ids: ReadonlyMap<string, number>,
): void {
  for (const { requirement, ...quiz } of files) {
    const requirementId = requirement === null ? null : (ids.get(requirement) ?? null);
    insertQuiz(transaction, schoolId, { ...quiz, requirementId });
  }
}

export function updateQuiz(
  transaction: Transaction,
  quizId: number,
  quiz: Omit<QuizRow, 'key'>,
): void {
  transaction.update(quizzes).set(quiz).where(eq(quizzes.id, quizId)).run();
}

export function setQuizRetired(transaction: Transaction, quizId: number, from: Day | null): void {
  transaction.update(quizzes).set({ retiredFrom: from }).where(eq(quizzes.id, quizId)).run();
}
