import { readBank } from '#app/data/bank.ts';
import type { Reader } from '#app/data/database.ts';
import { policyOf } from '#app/data/policy.ts';
import { findQuiz, insertQuiz, listQuizzesEver, updateQuiz } from '#app/data/quizzes.ts';
import type { Day } from '#app/domain/days.ts';
import { freeKey } from '#app/domain/keys.ts';
import { drawableOf } from '#app/domain/quiz/bank.ts';
import type { Quiz } from '#app/domain/quiz/quiz.ts';
import { findQuizFaults } from '#app/domain/quiz/quiz-faults.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

/** A quiz as a school sets it; `requirementId` null: a pass completes nothing. */
export type QuizDraft = Omit<Quiz, 'key' | 'requirement'> & { requirementId: number | null };

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

/**
 * Changes a quiz from now on. An attempt that was begun keeps the questions and the pass mark that it
 * began with. Throws Refusal.
 */
export function changeQuiz(
  act: Act,
  { quizId, ...draft }: QuizDraft & { quizId: number },
): Promise<{ quizId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const before = findQuiz(transaction, schoolId, quizId);
    if (!before) throw new Refusal('not-found', 'There is no such quiz');
    requireSound(transaction, schoolId, draft, quizId, act.today);
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

function requireSound(
  reader: Reader,
  schoolId: number,
  draft: QuizDraft,
  quizId: number | null,
  today: Day,
): void {
  const others = listQuizzesEver(reader, schoolId).filter(
    ({ id, retiredFrom }) => id !== quizId && (retiredFrom === null || retiredFrom > today),
  );
  const [fault] = findQuizFaults(draft, {
    drawable: drawableOf(readBank(reader, schoolId)),
    otherTitles: others.map(({ title }) => title),
  });
  if (fault) throw new Refusal('wrong', fault.message, fault.field);
  const { requirementId } = draft;
  if (requirementId === null) return;
  const known = policyOf(reader, schoolId).requirements.some(({ id }) => id === requirementId);
  if (!known) {
    throw new Refusal('wrong', 'Choose a requirement of this school, or nothing', 'requirement');
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
