import { insertQuestion } from '#app/data/questions.ts';
import { shortened } from '#app/domain/quiz/question-words.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { decide, requireQuestion } from './require-question.ts';
import { freeQuestionKey, wordsOf, writeRevision } from './save-question.ts';

/** Why a shared question is set aside of which a school has its own. */
const WHY = 'The school has its own question in its place.';

/**
 * Copies a shared question as one of the school's own, and sets the shared one aside at the school, so
 * that both are never asked. The copy is in use where the shared one was; where that was to be checked,
 * so is the copy. Answers the id of the school's own. Throws Refusal.
 */
export function makeQuestionOwn(
  act: Act,
  { questionId, revisionId }: { questionId: number; revisionId: number },
): Promise<{ questionId: number; isInUse: boolean }> {
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
    const copyId = writeRevision(transaction, act, ownId, wordsOf(shared));
    const { sectionWords } = shared;
    const isInUse = shared.state === 'in-use';
    if (isInUse) {
      const confirmed = { questionId: ownId, revisionId: copyId, sectionWords };
      decide(transaction, act, { decision: 'confirmed', ...confirmed });
    }
    const aside = { questionId, revisionId, sectionWords, why: WHY };
    decide(transaction, act, { decision: 'set-aside', ...aside });
    audit({
      action: 'question.made-own',
      about: shortened(shared.text),
      after: { questionId: ownId, key, setAside: shared.key },
    });
    return { questionId: ownId, isInUse };
  });
}
