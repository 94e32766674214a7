import { addReadingQuestion } from '#app/data/reading-questions.ts';
import { type Act, carryOut, requireSchool } from './act.ts';
import { requireEdition } from './declaring.ts';
import { requirePerson } from './require-person.ts';

export type AskAboutReading = { personId: number; editionId: number; words: string };

/** Sends a question about an edition to the lead. Throws Refusal. */
export function askAboutReading(
  act: Act,
  { personId, editionId, words }: AskAboutReading,
): Promise<{ questionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    requirePerson(transaction, schoolId, personId);
    const { edition } = requireEdition(transaction, schoolId, editionId);
    const asked = { askedOn: act.today, askedAt: act.now };
    const questionId = addReadingQuestion(transaction, { editionId, personId, words, ...asked });
    // The words stay between the two: administrators read the audit.
    audit({
      action: 'reading-question.asked',
      personId,
      about: edition.title,
      after: { questionId },
    });
    return { questionId };
  });
}
