import type { Transaction } from '#app/data/database.ts';
import { insertInductionLists } from '#app/data/induction-lists.ts';
import { sectionHashes } from '#app/data/offer.ts';
import {
  insertDraft,
  insertSection,
  insertWarning,
  publishDraft,
  saveOffer,
} from '#app/data/offer-changes.ts';
import { policyOf } from '#app/data/policy.ts';
import {
  addDecision,
  insertQuestion,
  insertQuestionRevision,
  listBank,
} from '#app/data/questions.ts';
import { insertQuizzes } from '#app/data/quizzes.ts';
import { findContentFaults, type SchoolContent } from '#app/domain/offer/content.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

/**
 * Gives a school that has none yet what it teaches: its offer, published; its questions, and every
 * question of the bank confirmed against the offer's words save those named; its quizzes; its lists for
 * first weeks. Throws
 * Refusal where the files say what no form would take.
 */
export function loadContent(act: Act, content: SchoolContent): Promise<void> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { requirements, appointmentKinds } = policyOf(transaction, schoolId);
    const ids = new Map(requirements.map(({ key, id }) => [key, id]));
    const faults = findContentFaults(content, {
      requirements: new Set(ids.keys()),
      kinds: new Set(appointmentKinds.map(({ key }) => key)),
    });
    if (faults.length > 0) throw new Refusal('wrong', faults.join('; '));
    loadOffer(transaction, act, schoolId, content);
    for (const { key, ...question } of content.questions) {
      const questionId = insertQuestion(transaction, { schoolId }, key);
      insertQuestionRevision(transaction, questionId, question, savedBy(act));
    }
    decide(transaction, act, schoolId, content);
    insertQuizzes(transaction, schoolId, content.quizzes, ids);
    insertInductionLists(transaction, schoolId, content.inductionLists, ids);
    audit({
      action: 'content.loaded',
      about: content.offer?.name,
      after: {
        sections: content.sections.map(({ topic }) => topic),
        questions: content.questions.map(({ key }) => key),
        quizzes: content.quizzes.map(({ key }) => key),
        firstWeeks: content.inductionLists.map(({ key }) => key),
      },
    });
  });
}

function savedBy({ now, actor }: Act) {
  return { at: now, by: actor.accountId };
}

function loadOffer(
  transaction: Transaction,
  act: Act,
  schoolId: number,
  { offer, sections, warnings }: SchoolContent,
): void {
  if (offer) saveOffer(transaction, schoolId, offer);
  for (const { topic, ...words } of sections) {
    const sectionId = insertSection(transaction, schoolId, topic);
    const id = insertDraft(transaction, sectionId, words, savedBy(act));
    publishDraft(transaction, { id, sectionId, ...words }, savedBy(act));
  }
  for (const warning of warnings) insertWarning(transaction, schoolId, warning);
}

/** Whoever keeps the files has held the questions against the sections in them. */
function decide(
  transaction: Transaction,
  { now, actor }: Act,
  schoolId: number,
  { setAside, toCheck }: SchoolContent,
): void {
  const hashes = sectionHashes(transaction, schoolId);
  const aside = new Map(setAside.map(({ key, why }) => [key, why]));
  for (const { id, questionId, key, section } of listBank(transaction, schoolId)) {
    if (toCheck.includes(key)) continue;
    addDecision(transaction, {
      schoolId,
      questionId,
      revisionId: id,
      decision: aside.has(key) ? 'set-aside' : 'confirmed',
      sectionWords: hashes.get(section) ?? null,
      why: aside.get(key) ?? null,
      decidedAt: now,
      decidedBy: actor.accountId,
    });
  }
}
