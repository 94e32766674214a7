import { findAttempt, setAnswer } from '#app/data/attempts.ts';
import { canBeTakenBack } from '#app/domain/quiz/mark.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import { asKept } from '#app/domain/quiz/shown.ts';
import { type Act, carryOutAside, Refusal } from './act.ts';

export type SaveAnswer = {
  personId: number;
  attemptId: number;
  position: number;
  /** By the places on the page; null: not answered, or taken back. */
  given: QuestionAnswer | null;
};

/**
 * Keeps what somebody answered to one question, as often as they like until the attempt is
 * submitted; after that nothing is changed, and the answer says so. Nothing given takes an answer back
 * where the page lets it: elsewhere it comes from a tab that was opened before, and changes nothing. It
 * has no audit entry: the attempt itself keeps it. The form carries no key either, because somebody
 * who goes back to a page and answers otherwise sends the same form again and means it. Throws Refusal.
 */
export function saveAnswer(act: Act, command: SaveAnswer): Promise<{ isSaved: boolean }> {
  const { personId, attemptId, position, given } = command;
  return carryOutAside({ ...act, formKey: null }, (transaction) => {
    const attempt = findAttempt(transaction, personId, attemptId);
    const question = attempt?.questions.find((one) => one.position === position);
    if (!attempt || !question) throw new Refusal('not-found', 'There is no such question');
    if (attempt.submittedAt !== null) return { isSaved: false };
    if (given === null && !canBeTakenBack(question.revision.type)) return { isSaved: true };
    const drawn = { revision: question.revision, seed: attempt.seed };
    const answer = given === null ? null : asKept(drawn, given);
    setAnswer(transaction, { attemptId, position }, { answer, at: act.now });
    return { isSaved: true };
  });
}
