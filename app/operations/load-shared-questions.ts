import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '#app/data/database.ts';
import {
  findQuestionId,
  insertQuestion,
  insertQuestionRevision,
  listSharedQuestions,
} from '#app/data/questions.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';

/**
 * Brings the questions that InDate comes with into a trust's bank: those that are not there yet, and a
 * new revision of each that says something else now, which its schools are asked to check. A question
 * that is no longer among them stays, as attempts rest on it.
 */
export function loadSharedQuestions(
  transaction: Transaction,
  { trustId, questions, now }: { trustId: number; questions: KeyedQuestion[]; now: string },
): void {
  const known = new Map(
    listSharedQuestions(transaction, trustId).map((question) => [question.key, question]),
  );
  for (const { key, ...question } of questions) {
    const { key: _, ...before } = known.get(key) ?? { key };
    if (isDeepStrictEqual(before, question)) continue;
    const questionId =
      findQuestionId(transaction, { trustId }, key) ??
      insertQuestion(transaction, { trustId }, key);
    insertQuestionRevision(transaction, questionId, question, { at: now, by: null });
  }
}
