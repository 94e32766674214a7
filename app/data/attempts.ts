import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import { attemptQuestions, attempts, questionRevisions, quizCertificates } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';
import { findRevisions, type QuestionRevision } from './questions.ts';

export type AttemptKind = (typeof attempts.$inferSelect)['kind'];

/** One go at a quiz, without its questions. */
export type AttemptRecord = typeof attempts.$inferSelect;

/** A question of an attempt, in the words that it had when it was drawn. */
export type AttemptQuestion = {
  /** 1, 2, 3… */
  position: number;
  revision: QuestionRevision;
  answer: QuestionAnswer | null;
  /** Null until the attempt is submitted. */
  isRight: boolean | null;
};

export type WholeAttempt = AttemptRecord & { questions: AttemptQuestion[] };

/** An attempt of this very person with its questions in order; null where it is not theirs. */
export function findAttempt(
  reader: Reader,
  personId: number,
  attemptId: number,
): WholeAttempt | null {
  const row = reader
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, personId)))
    .get();
  return row ? { ...row, questions: listAttemptQuestions(reader, attemptId) } : null;
}

function listAttemptQuestions(reader: Reader, attemptId: number): AttemptQuestion[] {
  const rows = reader
    .select()
    .from(attemptQuestions)
    .where(eq(attemptQuestions.attemptId, attemptId))
    .orderBy(asc(attemptQuestions.position))
    .all();
  const ids = rows.map(({ revisionId }) => revisionId);
  const revisions = findRevisions(reader, ids);
  return rows.flatMap(({ position, revisionId, answer, isRight }) => {
    const revision = revisions.get(revisionId);
    return revision ? [{ position, revision, answer, isRight }] : [];
  });
}

/** An attempt as a list shows it: how many questions it has, and whether there is a certificate. */
export type ListedAttempt = AttemptRecord & { outOf: number; hasCertificate: boolean };

/** Everything that a person has begun or submitted, the latest first. */
export function listAttempts(reader: Reader, personId: number): ListedAttempt[] {
  return reader
    .select({ attempt: attempts, outOf: questionCount, certificateId: quizCertificates.id })
    .from(attempts)
    .leftJoin(quizCertificates, eq(quizCertificates.attemptId, attempts.id))
    .where(eq(attempts.personId, personId))
    .orderBy(desc(attempts.id))
    .all()
    .map(({ attempt, outOf, certificateId }) => {
      return { ...attempt, outOf, hasCertificate: certificateId !== null };
    });
}

const questionCount = sql<number>`(
  select count(*) from attempt_questions q where q.attempt_id = ${attempts.id})`;

/** The attempt of this kind that the person has begun and not submitted, or null. */
export function findOpenAttempt(
  reader: Reader,
  personId: number,
  quizId: number,
  kind: AttemptKind,
): { id: number } | null {
  const row = reader
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, personId),
        eq(attempts.quizId, quizId),
        eq(attempts.kind, kind),
        isNull(attempts.submittedAt),
      ),
    )
    .get();
  return row ?? null;
}

/** A question that somebody was asked in an attempt at a quiz, and how that came out. */
export type AskedBefore = {
  attemptId: number;
  kind: AttemptKind;
  /** Null: not submitted. */
  hasPassed: boolean | null;
  questionId: number;
  topic: string;
  isRight: boolean | null;
};

/** Every question that a person has been asked at a quiz, practice included, the latest first. */
export function listAskedBefore(reader: Reader, personId: number, quizId: number): AskedBefore[] {
  return reader
    .select({
      attemptId: attempts.id,
      kind: attempts.kind,
      hasPassed: attempts.hasPassed,
      questionId: questionRevisions.questionId,
      topic: questionRevisions.topic,
      isRight: attemptQuestions.isRight,
    })
    .from(attempts)
    .innerJoin(attemptQuestions, eq(attemptQuestions.attemptId, attempts.id))
    .innerJoin(questionRevisions, eq(questionRevisions.id, attemptQuestions.revisionId))
    .where(and(eq(attempts.personId, personId), eq(attempts.quizId, quizId)))
    .orderBy(desc(attempts.id), asc(attemptQuestions.position))
    .all();
}

export type NewAttempt = Omit<typeof attempts.$inferInsert, 'id'>;

/** Adds an attempt with the questions that were drawn for it, in their order. Answers its id. */
export function insertAttempt(
  transaction: Transaction,
  attempt: NewAttempt,
  revisionIds: number[],
): number {
  const { id } = transaction.insert(attempts).values(attempt).returning({ id: attempts.id }).get();
  const questions = revisionIds.map((revisionId, index) => {
    return { attemptId: id, position: index + 1, revisionId };
  });
  transaction.insert(attemptQuestions).values(questions).run();
  return id;
}

/** Keeps what was answered to one question; null takes the answer back. */
export function setAnswer(
  transaction: Transaction,
  { attemptId, position }: { attemptId: number; position: number },
  { answer, at }: { answer: QuestionAnswer | null; at: string },
): void {
  transaction
    .update(attemptQuestions)
    .set({ answer, answeredAt: answer === null ? null : at })
    .where(and(eq(attemptQuestions.attemptId, attemptId), eq(attemptQuestions.position, position)))
    .run();
}

/** Says of one question whether it was answered rightly: before the attempt is submitted. */
export function setMark(
  transaction: Transaction,
  { attemptId, position }: { attemptId: number; position: number },
  isRight: boolean,
): void {
  transaction
    .update(attemptQuestions)
    .set({ isRight })
    .where(and(eq(attemptQuestions.attemptId, attemptId), eq(attemptQuestions.position, position)))
    .run();
}

type Submitted = {
  /** What counted until now may be handed in as practice. */
  kind: AttemptKind;
  submittedOn: Day;
  submittedAt: string;
  score: number;
  hasPassed: boolean;
  completionId: number | null;
};

/** Submits an attempt: from now on nothing of it changes. */
export function setSubmitted(
  transaction: Transaction,
  attemptId: number,
  submitted: Submitted,
): void {
  transaction.update(attempts).set(submitted).where(eq(attempts.id, attemptId)).run();
}
