import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { KeyedQuestion, Question } from '#app/domain/quiz/question.ts';
import { questionDecisions, questionRevisions, questions, schools } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** One revision of a question, with the question that it is of. */
export type QuestionRevision = Question & {
  id: number;
  questionId: number;
  key: string;
  /** Of all the schools of the trust, or of this school alone. */
  isShared: boolean;
  number: number;
  savedAt: string;
};

/** A school's last decision about a question. */
export type QuestionDecision = {
  questionId: number;
  decision: 'confirmed' | 'set-aside';
  revisionId: number;
  sectionWords: string | null;
  why: string | null;
  decidedAt: string;
};

/** The bank of a school, shared questions and its own: each with what it says now, by topic and key. */
export function listBank(reader: Reader, schoolId: number): QuestionRevision[] {
  return revisions(reader)
    .where(and(isOfSchool(schoolId), isLatest))
    .orderBy(asc(questionRevisions.topic), asc(questions.key))
    .all()
    .map(revisionOf);
}

/** What the shared questions of a trust say now, by key. */
export function listSharedQuestions(reader: Reader, trustId: number): KeyedQuestion[] {
  return revisions(reader)
    .where(and(eq(questions.trustId, trustId), isLatest))
    .orderBy(asc(questions.key))
    .all()
    .map(revisionOf)
    .map(({ key, topic, section, type, mustPass, story, text, options, extras, source }) => {
      return { key, topic, section, type, mustPass, story, text, options, extras, source };
    });
}

/** Every revision of one question of this school's bank, the newest first; empty where it is not in it. */
export function listQuestionRevisions(
  reader: Reader,
  schoolId: number,
  questionId: number,
): QuestionRevision[] {
  return revisions(reader)
    .where(and(isOfSchool(schoolId), eq(questions.id, questionId)))
    .orderBy(desc(questionRevisions.number))
    .all()
    .map(revisionOf);
}

/** These revisions, by their ids: for attempts, whose questions are not to be looked for in a bank. */
export function findRevisions(reader: Reader, ids: number[]): Map<number, QuestionRevision> {
  const found = revisions(reader).where(inArray(questionRevisions.id, ids)).all().map(revisionOf);
  return new Map(found.map((revision) => [revision.id, revision]));
}

/** The school's last decision about each question about which there is one. */
export function lastDecisions(reader: Reader, schoolId: number): Map<number, QuestionDecision> {
  const rows = reader
    .select({
      questionId: questionDecisions.questionId,
      decision: questionDecisions.decision,
      revisionId: questionDecisions.revisionId,
      sectionWords: questionDecisions.sectionWords,
      why: questionDecisions.why,
      decidedAt: questionDecisions.decidedAt,
    })
    .from(questionDecisions)
    .where(eq(questionDecisions.schoolId, schoolId))
    .orderBy(asc(questionDecisions.id))
    .all();
  return new Map(rows.map((row) => [row.questionId, row]));
}

function revisions(reader: Reader) {
  return reader
    .select()
    .from(questions)
    .innerJoin(questionRevisions, eq(questionRevisions.questionId, questions.id));
}

/** The school's own, and those of its trust. */
function isOfSchool(schoolId: number) {
  const trustId = sql`(select ${schools.trustId} from ${schools} where ${schools.id} = ${schoolId})`;
  return or(eq(questions.schoolId, schoolId), sql`${questions.trustId} = ${trustId}`);
}

const isLatest = sql`${questionRevisions.number} = (
  select max(r.number) from question_revisions r where r.question_id = ${questions.id})`;

type Joined = {
  questions: typeof questions.$inferSelect;
  question_revisions: typeof questionRevisions.$inferSelect;
};

function revisionOf({ questions: question, question_revisions: row }: Joined): QuestionRevision {
  const { sourceDocument: document, sourcePlace: place, savedBy: _, ...words } = row;
  return {
    ...words,
    source: { document, place },
    key: question.key,
    isShared: question.trustId !== null,
  };
}

/** Whose bank a question is put into. */
export type BankOf = { trustId: number } | { schoolId: number };

/** Adds a question with nothing in it yet. Answers its id. */
export function insertQuestion(transaction: Transaction, of: BankOf, key: string): number {
  return transaction
    .insert(questions)
    .values({ key, ...of })
    .returning({ id: questions.id })
    .get().id;
}

/** The id of the question with this key in one bank, or null. */
export function findQuestionId(reader: Reader, of: BankOf, key: string): number | null {
  const whose =
    'trustId' in of ? eq(questions.trustId, of.trustId) : eq(questions.schoolId, of.schoolId);
  const row = reader
    .select({ id: questions.id })
    .from(questions)
    .where(and(whose, eq(questions.key, key)))
    .get();
  return row?.id ?? null;
}

/** Adds what a question says from now on. Answers the revision's id. */
export function insertQuestionRevision(
  transaction: Transaction,
  questionId: number,
  question: Question,
  saved: { at: string; by: number | null },
): number {
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from question_revisions
    where question_id = ${questionId})`;
  const { topic, section, type, mustPass, story, text, options, extras, source } = question;
  return transaction
    .insert(questionRevisions)
    .values({
      questionId,
      number,
      topic,
      section,
      type,
      mustPass,
      story,
      text,
      options,
      extras,
      sourceDocument: source.document,
      sourcePlace: source.place,
      savedAt: saved.at,
      savedBy: saved.by,
    })
    .returning({ id: questionRevisions.id })
    .get().id;
}

export type NewDecision = Omit<typeof questionDecisions.$inferInsert, 'id'>;

export function addDecision(transaction: Transaction, decision: NewDecision): void {
  transaction.insert(questionDecisions).values(decision).run();
}
