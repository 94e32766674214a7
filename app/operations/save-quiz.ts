import { createHash } from 'node:crypto';
import { readBank } from '#app/data/bank.ts';
import type { Reader } from '#app/data/database.ts';
import { policyOf } from '#app/data/policy.ts';
import {
  findQuiz,
  insertQuiz,
  listQuizzes,
  listQuizzesEver,
  type SchoolQuiz,
  updateQuiz,
} from '#app/data/quizzes.ts';
import type { Day } from '#app/domain/days.ts';
import { freeKey } from '#app/domain/keys.ts';
import { drawableOf } from '#app/domain/quiz/bank.ts';
import { notCompletableInWords, whyNotCompletable } from '#app/domain/quiz/completable.ts';
import type { Quiz } from '#app/domain/quiz/quiz.ts';
import { findQuizFaults } from '#app/domain/quiz/quiz-faults.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

/** A quiz as a school sets it; `requirementId` null: a pass completes nothing. */
export type QuizDraft = Omit<Quiz, 'key' | 'requirement'> & { requirementId: number | null };

/**
 * Names what a quiz says, for whoever begins to change it: where it has another name when they save,
 * somebody else has changed it meanwhile.
 */
export function beginningOfQuiz(quiz: QuizDraft): string {
  const { title, about, parts, passMark, mustPassAtLeast, audience, requirementId } = quiz;
  const says = [
    ...[title, about, parts.map(({ topic, count }) => [topic, count]), passMark, mustPassAtLeast],
    ...[audience.categories, audience.kinds, requirementId, quiz.allowsPractice, quiz.retry],
  ];
  return createHash('sha256').update(JSON.stringify(says)).digest('hex');
}

/** Sets a quiz of the school's, as the bank can give it. Throws Refusal. */
export function addQuiz(act: Act, draft: QuizDraft): Promise<{ quizId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    requireSound(transaction, schoolId, draft, null, act.today);
    const taken = new Set(listQuizzesEver(transaction, schoolId).map(({ key }) => key));
    const key = freeKey(draft.title, taken, { otherwise: 'quiz' });
    const quizId = insertQuiz(transaction, schoolId, { key, ...draft });
    audit({
      action: 'quiz.added',
      about: draft.title,
      after: toldOf(transaction, schoolId, quizId, draft),
    });
    return { quizId };
  });
}

export type ChangeQuiz = QuizDraft & {
  quizId: number;
  /** What the form began from: see `beginningOfQuiz`. */
  began: string;
};

/**
 * Changes a quiz from now on. An attempt that was begun keeps the questions and the pass mark that it
 * began with; where the quiz asks for others now, it is practice. Throws Refusal, a conflict where
 * somebody else has changed the quiz since the form began.
 */
export function changeQuiz(
  act: Act,
  { quizId, began, ...draft }: ChangeQuiz,
): Promise<{ quizId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const before = findQuiz(transaction, schoolId, quizId);
    if (!before) throw new Refusal('not-found', 'There is no such quiz');
    if (beginningOfQuiz(before) !== began) throw new Refusal('conflict', CHANGED_MEANWHILE);
    requireSound(transaction, schoolId, draft, before, act.today);
    updateQuiz(transaction, quizId, draft);
    audit({
      action: 'quiz.changed',
      about: draft.title,
      before: toldOf(transaction, schoolId, quizId, before),
      after: toldOf(transaction, schoolId, quizId, draft),
    });
    return { quizId };
  });
}

const CHANGED_MEANWHILE =
  'Somebody else has changed this quiz since you began. What you typed stands below. Look at theirs first: saved again, yours takes its place';

function requireSound(
  reader: Reader,
  schoolId: number,
  draft: QuizDraft,
  before: SchoolQuiz | null,
  today: Day,
): void {
  const others = listQuizzes(reader, schoolId, today).filter(({ id }) => id !== before?.id);
  const [fault] = findQuizFaults(draft, {
    drawable: drawableOf(readBank(reader, schoolId)),
    otherTitles: others.map(({ title }) => title),
    before,
  });
  if (fault) throw new Refusal('wrong', fault.message, fault.field);
  requireCompletable(reader, schoolId, draft, today);
}

/** Whether it is new to the quiz or not: what no pass completes is not to stand there as if one did. */
function requireCompletable(
  reader: Reader,
  schoolId: number,
  { requirementId }: QuizDraft,
  today: Day,
): void {
  if (requirementId === null) return;
  const { requirements } = policyOf(reader, schoolId);
  const requirement = requirements.find(({ id }) => id === requirementId);
  if (!requirement) {
    throw new Refusal('wrong', 'Choose a requirement of this school, or nothing', 'requirement');
  }
  const why = whyNotCompletable(requirement, today);
  if (why) {
    const message = `${notCompletableInWords(requirement.name, why)}. Choose another requirement, or nothing`;
    throw new Refusal('wrong', message, 'requirement');
  }
}

/** As the audit tells it: the requirement by its name. */
function toldOf(
  reader: Reader,
  schoolId: number,
  quizId: number,
  { title, about, parts, passMark, mustPassAtLeast, audience, ...rest }: QuizDraft,
) {
  const { requirements } = policyOf(reader, schoolId);
  return {
    quizId,
    title,
    about,
    questions: parts.map(({ topic, count }) => `${count} of ${topic}`),
    passMark,
    mustPassAtLeast,
    audience,
    completes: requirements.find(({ id }) => id === rest.requirementId)?.name ?? null,
    allowsPractice: rest.allowsPractice,
    retry: rest.retry,
  };
}
