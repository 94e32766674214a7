import { findQuiz, listQuizzes, setQuizRetired } from '#app/data/quizzes.ts';
import type { Day } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

export type RetireQuiz = {
  quizId: number;
  /** First day on which it can no longer be taken; null: it is offered again. */
  retiredFrom: Day | null;
};

/**
 * Takes a quiz off from a day, or offers it again. It is never deleted: attempts, what they completed
 * and their certificates stay. Throws Refusal.
 */
export function retireQuiz(
  act: Act,
  { quizId, retiredFrom }: RetireQuiz,
): Promise<{ quizId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const quiz = findQuiz(transaction, schoolId, quizId);
    if (!quiz) throw new Refusal('not-found', 'There is no such quiz');
    const isTaken = listQuizzes(transaction, schoolId, act.today).some(
      ({ id, title }) => id !== quizId && title.toLowerCase() === quiz.title.toLowerCase(),
    );
    if (retiredFrom === null && isTaken) {
      throw new Refusal('conflict', 'Another quiz has this title now. Change its title first');
    }
    setQuizRetired(transaction, quizId, retiredFrom);
    audit({
      action: retiredFrom === null ? 'quiz.offered-again' : 'quiz.retired',
      about: quiz.title,
      before: { quizId, retiredFrom: quiz.retiredFrom },
      after: { quizId, retiredFrom },
    });
    return { quizId };
  });
}
