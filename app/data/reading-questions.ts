import { and, asc, eq, isNull, lte, type SQL } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { ReadingQuestion } from '#app/domain/publications/reading-questions.ts';
import { accounts, editions, people, readingQuestions } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';
import { nameOf } from './facts.ts';

export type NewReadingQuestion = Omit<typeof readingQuestions.$inferInsert, 'id'>;

/** Keeps a question. Answers its id. */
export function addReadingQuestion(transaction: Transaction, question: NewReadingQuestion): number {
  return transaction
    .insert(readingQuestions)
    .values(question)
    .returning({ id: readingQuestions.id })
    .get().id;
}

type NewAnswer = Required<
  Pick<typeof readingQuestions.$inferInsert, 'answer' | 'answeredOn' | 'answeredAt' | 'answeredBy'>
>;

/** Answers a question that has no answer yet; the database keeps one that has. */
export function addReadingAnswer(
  transaction: Transaction,
  questionId: number,
  answer: NewAnswer,
): void {
  transaction.update(readingQuestions).set(answer).where(eq(readingQuestions.id, questionId)).run();
}

/** A question that somebody of this school asked, or null. */
export function findReadingQuestion(
  reader: Reader,
  schoolId: number,
  questionId: number,
): ReadingQuestion | null {
  const where = and(eq(people.schoolId, schoolId), eq(readingQuestions.id, questionId));
  return readQuestions(reader, where)[0] ?? null;
}

/** Everything that was asked at this school by a day, the oldest first. */
export function listReadingQuestions(reader: Reader, schoolId: number, on: Day): ReadingQuestion[] {
  return readQuestions(reader, and(eq(people.schoolId, schoolId), askedBy(on)));
}

/** What waits for an answer at this school, the oldest first. */
export function listOpenReadingQuestions(
  reader: Reader,
  schoolId: number,
  on: Day,
): ReadingQuestion[] {
  const isOpen = isNull(readingQuestions.answeredAt);
  return readQuestions(reader, and(eq(people.schoolId, schoolId), isOpen, askedBy(on)));
}

/** What one person asked, the oldest first. */
export function listReadingQuestionsOf(reader: Reader, personId: number): ReadingQuestion[] {
  return readQuestions(reader, eq(readingQuestions.personId, personId));
}

function askedBy(on: Day): SQL {
  return lte(readingQuestions.askedOn, on);
}

function readQuestions(reader: Reader, where: SQL | undefined): ReadingQuestion[] {
  return reader
    .select({
      question: readingQuestions,
      edition: editions.title,
      person: people,
      by: accounts.name,
    })
    .from(readingQuestions)
    .innerJoin(editions, eq(editions.id, readingQuestions.editionId))
    .innerJoin(people, eq(people.id, readingQuestions.personId))
    .leftJoin(accounts, eq(accounts.id, readingQuestions.answeredBy))
    .where(where)
    .orderBy(asc(readingQuestions.askedOn), asc(readingQuestions.id))
    .all()
    .map(({ question, edition, person, by }) => ({
      id: question.id,
      editionId: question.editionId,
      edition,
      person: { id: person.id, name: nameOf(person) },
      words: question.words,
      askedOn: question.askedOn,
      answer: answerOf(question, by),
    }));
}

function answerOf({ answer, answeredOn }: typeof readingQuestions.$inferSelect, by: string | null) {
  if (answer === null || answeredOn === null) return null;
  return { words: answer, on: answeredOn, by: by ?? 'a lead' };
}
