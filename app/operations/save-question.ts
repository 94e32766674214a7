import type { BankedQuestion } from '#app/data/bank.ts';
import type { Reader, Transaction } from '#app/data/database.ts';
import { sectionHashes } from '#app/data/offer.ts';
import { insertQuestion, insertQuestionRevision, listBank } from '#app/data/questions.ts';
import { freeKey } from '#app/domain/keys.ts';
import type { Question } from '#app/domain/quiz/question.ts';
import { findQuestionFaults } from '#app/domain/quiz/question-faults.ts';
import { questionChanges, shortened } from '#app/domain/quiz/question-words.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { decide, requireOwnQuestion, type SeenWords } from './require-question.ts';

/** A question, and its section of the offer as its writer had that before them. */
export type Written = {
  question: Question;
  /** By its hash; null: the offer had no such section. */
  sectionWords: string | null;
};

/**
 * Writes a question of the school's own, confirmed against its section as its writer had that before
 * them; to be checked, where the section says something else by now. Throws Refusal.
 */
export function addQuestion(
  act: Act,
  { question, sectionWords }: Written,
): Promise<{ questionId: number; isConfirmed: boolean }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    requireSound(question);
    const key = freeQuestionKey(transaction, schoolId, question.text);
    const questionId = insertQuestion(transaction, { schoolId }, key);
    const revisionId = writeRevision(transaction, act, questionId, question);
    const isConfirmed = isAsSeen(transaction, schoolId, { question, sectionWords });
    if (isConfirmed) confirm(transaction, act, { questionId, revisionId, sectionWords });
    audit({
      action: 'question.added',
      about: shortened(question.text),
      after: { questionId, key, ...toldOf(question) },
    });
    return { questionId, isConfirmed };
  });
}

export type ChangeQuestion = Written & {
  questionId: number;
  /** The revision that the form began with. */
  revisionId: number;
};

/**
 * A new revision, confirmed or, since its section changed meanwhile, to be checked; nothing, since it
 * says the same; or the same, confirmed or still to be checked.
 */
export type Changed = 'changed' | 'changed-to-check' | 'same' | 'confirmed' | 'same-to-check';

/**
 * Gives one of the school's own questions a new revision, confirmed against its section as its writer
 * had that before them; to be checked, where the section says something else by now. Where it says the
 * same as before there is none, and it is confirmed where it was to be checked. Throws Refusal.
 */
export function changeQuestion(
  act: Act,
  { questionId, revisionId, question, sectionWords }: ChangeQuestion,
): Promise<{ outcome: Changed }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const before = requireOwnQuestion(transaction, schoolId, questionId);
    if (before.id !== revisionId) {
      const message = 'Somebody changed this question meanwhile. Open it again to see how';
      throw new Refusal('conflict', message);
    }
    requireSound(question);
    const isConfirmed = isAsSeen(transaction, schoolId, { question, sectionWords });
    const words = wordsOf(before);
    if (questionChanges(words, question).length === 0) {
      if (before.state !== 'check-me') return { outcome: 'same' as const };
      if (!isConfirmed) return { outcome: 'same-to-check' as const };
      confirm(transaction, act, { questionId, revisionId, sectionWords });
      const after = { questionId, key: before.key, revision: before.number };
      audit({ action: 'question.confirmed', about: shortened(question.text), after });
      return { outcome: 'confirmed' as const };
    }
    const newId = writeRevision(transaction, act, questionId, question);
    if (isConfirmed) confirm(transaction, act, { questionId, revisionId: newId, sectionWords });
    audit({
      action: 'question.changed',
      about: shortened(question.text),
      before: { questionId, ...toldOf(words) },
      after: { questionId, ...toldOf(question) },
    });
    return { outcome: isConfirmed ? ('changed' as const) : ('changed-to-check' as const) };
  });
}

/** Does the section that a question cites say what its writer had before them? */
function isAsSeen(reader: Reader, schoolId: number, { question, sectionWords }: Written): boolean {
  return (sectionHashes(reader, schoolId).get(question.section) ?? null) === sectionWords;
}

function confirm(
  transaction: Transaction,
  act: Act,
  confirmed: { questionId: number } & SeenWords,
): void {
  decide(transaction, act, { decision: 'confirmed', ...confirmed });
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

/** Adds a revision of one of the school's questions, which nobody has confirmed yet. Answers its id. */
export function writeRevision(
  transaction: Transaction,
  { now, actor }: Act,
  questionId: number,
  question: Question,
): number {
  const saved = { at: now, by: actor.accountId };
  return insertQuestionRevision(transaction, questionId, question, saved);
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
