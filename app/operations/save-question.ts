import type { BankedQuestion } from '#app/data/bank.ts';
import type { Transaction } from '#app/data/database.ts';
import { sectionHashes } from '#app/data/offer.ts';
import { insertQuestion, insertQuestionRevision, listBank } from '#app/data/questions.ts';
import { freeKey } from '#app/domain/keys.ts';
import type { Question } from '#app/domain/quiz/question.ts';
import { findQuestionFaults } from '#app/domain/quiz/question-faults.ts';
import { questionChanges, shortened } from '#app/domain/quiz/question-words.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { decide, requireOwnQuestion } from './require-question.ts';

/**
 * Writes a question of the school's own, confirmed against its section as that stands. Throws Refusal.
 */
export function addQuestion(act: Act, question: Question): Promise<{ questionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    requireSound(question);
    const key = freeQuestionKey(transaction, schoolId, question.text);
    const questionId = insertQuestion(transaction, { schoolId }, key);
    const hashes = sectionHashes(transaction, schoolId);
    writeRevision(transaction, act, questionId, question, hashes);
    audit({
      action: 'question.added',
      about: shortened(question.text),
      after: { questionId, key, ...toldOf(question) },
    });
    return { questionId };
  });
}

export type ChangeQuestion = {
  questionId: number;
  /** The revision that the form began with. */
  revisionId: number;
  question: Question;
};

/** A new revision; nothing, since it says the same; or the same, confirmed. */
export type Changed = 'changed' | 'same' | 'confirmed';

/**
 * Gives one of the school's own questions a new revision, confirmed against its section as that
 * stands. Where it says the same as before there is none, and it is confirmed where it was to be
 * checked. Throws Refusal.
 */
export function changeQuestion(
  act: Act,
  { questionId, revisionId, question }: ChangeQuestion,
): Promise<{ outcome: Changed }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const before = requireOwnQuestion(transaction, schoolId, questionId);
    if (before.id !== revisionId) {
      const message = 'Somebody changed this question meanwhile. Open it again to see how';
      throw new Refusal('conflict', message);
    }
    requireSound(question);
    const words = wordsOf(before);
    if (questionChanges(words, question).length === 0) {
      if (before.state !== 'check-me') return { outcome: 'same' as const };
      const { sectionWords } = before;
      decide(transaction, act, { questionId, decision: 'confirmed', revisionId, sectionWords });
      const after = { questionId, key: before.key, revision: before.number };
      audit({ action: 'question.confirmed', about: shortened(question.text), after });
      return { outcome: 'confirmed' as const };
    }
    const hashes = sectionHashes(transaction, schoolId);
    writeRevision(transaction, act, questionId, question, hashes);
    audit({
      action: 'question.changed',
      about: shortened(question.text),
      before: { questionId, ...toldOf(words) },
      after: { questionId, ...toldOf(question) },
    });
    return { outcome: 'changed' as const };
  });
}

/** A key that neither a question of the school has nor a shared one. */
export function freeQuestionKey(transaction: Transaction, schoolId: number, words: string): string {
  const taken = new Set(listBank(transaction, schoolId).map(({ key }) => key));
  return freeKey(words, taken, { otherwise: 'own-question' });
}

/** What a question says, without what it is known by. */
export function wordsOf(banked: BankedQuestion | Question): Question {
  const { topic, section, type, mustPass, story, text, options, extras, source } = banked;
  return { topic, section, type, mustPass, story, text, options, extras, source };
}

/** Adds a revision of one of the school's questions, confirmed against what its sections say. */
export function writeRevision(
  transaction: Transaction,
  act: Act,
  questionId: number,
  question: Question,
  hashes: ReadonlyMap<string, string>,
): void {
  const saved = { at: act.now, by: act.actor.accountId };
  const revisionId = insertQuestionRevision(transaction, questionId, question, saved);
  const sectionWords = hashes.get(question.section) ?? null;
  decide(transaction, act, { questionId, decision: 'confirmed', revisionId, sectionWords });
}

function requireSound(question: Question): void {
  const [fault] = findQuestionFaults(question);
  if (fault) throw new Refusal('wrong', fault.message, fault.field);
}

/** As it is told in the audit: not which answer is right, since administrators take quizzes too. */
function toldOf({ options, extras, source, ...words }: Question) {
  return {
    ...words,
    options: options.map(({ text }) => text).toSorted(),
    extras: [...options.flatMap(({ answer }) => answer ?? []), ...extras].toSorted(),
    source: [source.document, source.place].filter(Boolean).join(', '),
  };
}
