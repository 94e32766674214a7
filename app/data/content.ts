import { eq } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { SchoolContent } from '#app/domain/offer/content.ts';
import { questionStateOf } from '#app/domain/quiz/question-state.ts';
import { offers } from '#db/schema.ts';
import type { Reader } from './database.ts';
import { listFilesOf } from './induction-lists.ts';
import { findOffer, listSections, sectionHashes } from './offer.ts';
import { listWarnings } from './offer-warnings.ts';
import { lastDecisions, listBank } from './questions.ts';
import { listQuizzes } from './quizzes.ts';

/** What a school teaches on a day, as its files state it: what is published, and no draft. */
export function contentOf(reader: Reader, schoolId: number, on: Day): SchoolContent {
  const bank = listBank(reader, schoolId);
  return {
    offer: hasOffer(reader, schoolId) ? findOffer(reader, schoolId) : null,
    sections: listSections(reader, schoolId, on).map(
      ({ topic, title, summary, body, audience, source, checkedOn, reviewBy, owner }) => {
        return { topic, title, summary, body, audience, source, checkedOn, reviewBy, owner };
      },
    ),
    warnings: openWarnings(reader, schoolId),
    questions: bank
      .filter(({ isShared }) => !isShared)
      .map(({ key, topic, section, type, mustPass, story, text, options, extras, source }) => {
        return { key, topic, section, type, mustPass, story, text, options, extras, source };
      }),
    quizzes: listQuizzes(reader, schoolId, on).map(
      ({ id: _, requirementId: __, requirementName: ___, retiredFrom: ____, ...quiz }) => quiz,
    ),
    inductionLists: listFilesOf(reader, schoolId, on),
    ...decisionsOf(reader, schoolId, bank),
  };
}

function hasOffer(reader: Reader, schoolId: number): boolean {
  return reader.select().from(offers).where(eq(offers.schoolId, schoolId)).get() !== undefined;
}

/** What has been dealt with is history, and stays in the audit. */
function openWarnings(reader: Reader, schoolId: number): SchoolContent['warnings'] {
  return listWarnings(reader, schoolId)
    .filter(({ dealtWithOn }) => dealtWithOn === null)
    .map(({ key, place, says, problem, action }) => ({ key, place, says, problem, action }));
}

function decisionsOf(reader: Reader, schoolId: number, bank: ReturnType<typeof listBank>) {
  const decisions = lastDecisions(reader, schoolId);
  const hashes = sectionHashes(reader, schoolId);
  const states = bank.map(({ key, id, questionId, section, isShared }) => {
    const decision = decisions.get(questionId) ?? null;
    const sectionWords = hashes.get(section) ?? null;
    const standing = { isShared, latestRevisionId: id, sectionWords, decision };
    const { state } = questionStateOf(standing);
    return { key, state, why: decision?.why ?? null };
  });
  return {
    setAside: states
      .filter(({ state }) => state === 'set-aside')
      .map(({ key, why }) => ({ key, why })),
    toCheck: states.filter(({ state }) => state === 'check-me').map(({ key }) => key),
  };
}
