import { type BankedQuestion, readBank } from '#app/data/bank.ts';
import { shortened } from '#app/domain/quiz/question-words.ts';
import { type Act, type Audit, carryOut, Refusal, requireSchool } from './act.ts';
import { decide, requireQuestion, requireSeen, type SeenWords } from './require-question.ts';

/**
 * Says that a question still fits its section of the offer, as both were seen, and takes it back into
 * use where it was set aside. Throws Refusal.
 */
export function confirmQuestion(
  act: Act,
  { questionId, ...seen }: { questionId: number } & SeenWords,
): Promise<{ questionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const question = requireQuestion(transaction, schoolId, questionId);
    requireSeen(question, seen);
    decide(transaction, act, { questionId, decision: 'confirmed', ...seen });
    const wasAside = question.state === 'set-aside';
    audited(audit, wasAside ? 'question.used-again' : 'question.confirmed', question);
    return { questionId };
  });
}

/** Sets a question aside: the school does not ask it until it takes it back. Throws Refusal. */
export function setQuestionAside(
  act: Act,
  { questionId, why }: { questionId: number; why: string },
): Promise<{ questionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const question = requireQuestion(transaction, schoolId, questionId);
    if (question.state === 'set-aside') {
      throw new Refusal('conflict', 'This question was set aside already');
    }
    const { id: revisionId, sectionWords } = question;
    decide(transaction, act, { questionId, decision: 'set-aside', revisionId, sectionWords, why });
    audited(audit, 'question.set-aside', question, why);
    return { questionId };
  });
}

export type ConfirmQuestions = {
  /** The section that they cite, and what it says, by its hash. */
  section: string;
  sectionWords: string | null;
  /** What the questions say, as it was seen. */
  revisionIds: number[];
};

/**
 * Says of several questions to check that they still fit the section that they cite: of all of them,
 * or of none where one was changed meanwhile. Throws Refusal.
 */
export function confirmQuestions(
  act: Act,
  { section, sectionWords, revisionIds }: ConfirmQuestions,
): Promise<{ confirmed: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const bank = new Map(readBank(transaction, schoolId).map((one) => [one.id, one]));
    for (const revisionId of revisionIds) {
      const question = bank.get(revisionId);
      if (question?.section !== section || question.state !== 'check-me') {
        const message = 'The questions to check are others by now. Look at them again';
        throw new Refusal('conflict', message);
      }
      const { questionId } = question;
      requireSeen(question, { revisionId, sectionWords });
      decide(transaction, act, { questionId, decision: 'confirmed', revisionId, sectionWords });
      audited(audit, 'question.confirmed', question);
    }
    return { confirmed: revisionIds.length };
  });
}

function audited(audit: Audit, action: string, question: BankedQuestion, why?: string): void {
  const { questionId, key, number } = question;
  audit({
    action,
    about: shortened(question.text),
    after: { questionId, key, revision: number },
    ...(why === undefined ? {} : { why }),
  });
}
