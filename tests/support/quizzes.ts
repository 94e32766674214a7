import type { Database } from '#app/data/database.ts';
import { sectionHashes } from '#app/data/offer.ts';
import {
  addDecision,
  type BankOf,
  insertQuestion,
  insertQuestionRevision,
} from '#app/data/questions.ts';
import { insertQuiz } from '#app/data/quizzes.ts';
import type { Question, QuestionOption } from '#app/domain/quiz/question.ts';
import type { Quiz } from '#app/domain/quiz/quiz.ts';
import { write } from './people.ts';

const SAVED = { at: '2026-09-01T09:00:00.000Z', by: null };

/** An option whose words tell a test which question it is of, and whether it is right. */
export function option(key: string, isRight: boolean, place: number): QuestionOption {
  const text = `${key}: option ${place}`;
  const why = isRight ? `${key}: why-it-is-right` : `${key}: why-it-is-wrong-${place}`;
  return { text, isRight, answer: null, why };
}

/** A question with one right answer, the first of three, unless said otherwise. */
export function questionOf(key: string, own: Partial<Question> = {}): Question {
  return {
    topic: 'prevent',
    section: 'prevent',
    type: 'one',
    mustPass: false,
    story: null,
    text: `${key}: what is right?`,
    options: [option(key, true, 1), option(key, false, 2), option(key, false, 3)],
    extras: [],
    source: { document: 'The Prevent duty', place: 'Notice, check, share' },
    ...own,
  };
}

/**
 * Puts a question into a bank; one of a school's own confirmed against its section, as it is when it is
 * written in its form. Answers its id and that of its revision.
 */
export function makeQuestion(
  database: Database,
  of: BankOf,
  key: string,
  own: Partial<Question> = {},
): { questionId: number; revisionId: number } {
  return write(database, (transaction) => {
    const questionId = insertQuestion(transaction, of, key);
    const question = questionOf(key, own);
    const revisionId = insertQuestionRevision(transaction, questionId, question, SAVED);
    if ('schoolId' in of) {
      const words = sectionHashes(transaction, of.schoolId).get(question.section) ?? null;
      const decided = { decision: 'confirmed' as const, sectionWords: words, decidedAt: SAVED.at };
      addDecision(transaction, { schoolId: of.schoolId, questionId, revisionId, ...decided });
    }
    return { questionId, revisionId };
  });
}

type QuizRow = Omit<Quiz, 'requirement'> & { requirementId: number | null };

/** A quiz of three questions on Prevent for everybody on the staff, unless said otherwise. Answers its id. */
export function makeQuiz(database: Database, schoolId: number, own: Partial<QuizRow> = {}): number {
  const quiz: QuizRow = {
    key: 'prevent',
    title: 'Prevent refresher',
    about: 'What to notice, and whom to tell.',
    parts: [{ topic: 'prevent', count: 3 }],
    passMark: 2,
    mustPassAtLeast: 0,
    audience: { categories: ['staff'], kinds: [] },
    requirementId: null,
    allowsPractice: true,
    retry: 'at-once',
    ...own,
  };
  return write(database, (transaction) => insertQuiz(transaction, schoolId, quiz));
}

/** A quiz with a bank that is just large enough for it. Answers the quiz's id. */
export function makeWholeQuiz(
  database: Database,
  schoolId: number,
  own: Partial<QuizRow> = {},
): number {
  for (const key of ['first', 'second', 'third']) makeQuestion(database, { schoolId }, key);
  return makeQuiz(database, schoolId, own);
}
