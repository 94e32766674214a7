import { sectionHashes } from '#app/data/offer.ts';
import { insertQuestion } from '#app/data/questions.ts';
import { shortened } from '#app/domain/quiz/question-words.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { decide, requireQuestion } from './require-question.ts';
import { freeQuestionKey, wordsOf, writeRevision } from './save-question.ts';

/** Why a shared question is set aside of which a school has its own. */
const WHY = 'The school has its own question in its place.';

/**
 * Copies a shared question as one of the school's own, confirmed, and sets the shared one aside at the
 * school, so that both are never asked. Answers the id of the school's own. Throws Refusal.
 */
export function makeQuestionOwn(
  act: Act,
  { questionId, revisionId }: { questionId: number; revisionId: number },
): Promise<{ questionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const shared = requireQuestion(transaction, schoolId, questionId);
    if (!shared.isShared)
      throw new Refusal('conflict', 'This question is the school’s own already');
    if (shared.state === 'set-aside') {
      throw new Refusal('conflict', 'This question was set aside meanwhile. Use it again first');
    }
    if (shared.id !== revisionId) {
      throw new Refusal('conflict', 'The question was changed meanwhile. Look at it again');
    }
    const key = freeQuestionKey(transaction, schoolId, `${shared.key}-own`);
    const ownId = insertQuestion(transaction, { schoolId }, key);
    writeRevision(transaction, act, ownId, wordsOf(shared), sectionHashes(transaction, schoolId));
    const { sectionWords } = shared;
    const decision = 'set-aside' as const;
    decide(transaction, act, { questionId, decision, revisionId, sectionWords, why: WHY });
    audit({
      action: 'question.made-own',
      about: shortened(shared.text),
      after: { questionId: ownId, key, setAside: shared.key },
    });
    return { questionId: ownId };
  });
}
