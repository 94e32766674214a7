import { questionStateOf } from '#app/domain/quiz/question-state.ts';
import type { Reader } from './database.ts';
import { sectionHashes } from './offer.ts';
import { lastDecisions, listBank, type QuestionRevision } from './questions.ts';

/** The questions of a school's bank that may be drawn: none that is set aside or to be checked. */
export function listDrawable(reader: Reader, schoolId: number): QuestionRevision[] {
  const decisions = lastDecisions(reader, schoolId);
  const hashes = sectionHashes(reader, schoolId);
  return listBank(reader, schoolId).filter(({ id, questionId, section }) => {
    const decision = decisions.get(questionId) ?? null;
    const sectionWords = hashes.get(section) ?? null;
    return questionStateOf({ latestRevisionId: id, sectionWords, decision }).state === 'in-use';
  });
}
