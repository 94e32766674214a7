import { findAttempt, type WholeAttempt } from '#app/data/attempts.ts';
import { rightAnswerTo } from '#app/domain/quiz/right-answer.ts';
import { asShown } from '#app/domain/quiz/shown.ts';
import type { Act } from '#app/operations/act.ts';
import { saveAnswer } from '#app/operations/save-answer.ts';
import { type StartAttempt, startAttempt } from '#app/operations/start-attempt.ts';
import { submitAttempt } from '#app/operations/submit-attempt.ts';
import type { Ground } from './support.ts';

export type Taker = ReturnType<typeof takerOf>;

/** Somebody who takes quizzes: what they can do, in short words. */
export function takerOf({ database, act: today }: Ground, personId: number) {
  const starts = async (quizId: number, more: Partial<StartAttempt> = {}, act: Act = today) => {
    const { attemptId } = await startAttempt(act, { personId, quizId, kind: 'counts', ...more });
    return attemptId;
  };

  function read(attemptId: number): WholeAttempt {
    const attempt = findAttempt(database, personId, attemptId);
    if (!attempt) throw new Error('There is no such attempt');
    return attempt;
  }

  /** Answers so many questions wrongly and the others rightly. */
  async function answers(attemptId: number, { wrong = 0 } = {}) {
    const { seed, questions } = read(attemptId);
    for (const { position, revision } of questions) {
      const right = asShown({ revision, seed }, rightAnswerTo(revision));
      const mistaken = asShown({ revision, seed }, { kind: 'chosen', chosen: [1] });
      const given = position <= wrong ? mistaken : right;
      await saveAnswer(today, { personId, attemptId, position, given });
    }
  }

  const handsIn = (attemptId: number, act: Act = today) =>
    submitAttempt(act, { personId, attemptId, token: read(attemptId).submitToken });

  /** Starts, answers and hands in. Answers the attempt's id. */
  async function takes(
    quizId: number,
    { wrong = 0, act = today, kind = 'counts' as StartAttempt['kind'] } = {},
  ) {
    const attemptId = await starts(quizId, { kind }, act);
    await answers(attemptId, { wrong });
    await handsIn(attemptId, act);
    return attemptId;
  }

  return { starts, read, answers, handsIn, takes };
}
