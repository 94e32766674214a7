import { type BankedQuestion, readBank } from '#app/data/bank.ts';
import type { Reader, Transaction } from '#app/data/database.ts';
import { addDecision } from '#app/data/questions.ts';
import { type Act, Refusal, requireSchool } from './act.ts';

/** What somebody had before them when they decided: these words of the question and of its section. */
export type SeenWords = {
  revisionId: number;
  /** By its hash; null: the offer had no such section. */
  sectionWords: string | null;
};

/** A question of the school's bank as it stands now. Throws Refusal. */
export function requireQuestion(
  reader: Reader,
  schoolId: number,
  questionId: number,
): BankedQuestion {
  const bank = readBank(reader, schoolId);
  const question = bank.find((one) => one.questionId === questionId);
  if (!question) throw new Refusal('not-found', 'There is no such question');
  return question;
}

/** One of the school's own, which alone it can change. Throws Refusal. */
export function requireOwnQuestion(
  reader: Reader,
  schoolId: number,
  questionId: number,
): BankedQuestion {
  const question = requireQuestion(reader, schoolId, questionId);
  if (question.isShared) throw new Refusal('not-found', 'This question is not the school’s own');
  return question;
}

/** What was looked at is what stands there still. Throws Refusal. */
export function requireSeen(question: BankedQuestion, seen: SeenWords): void {
  if (question.id !== seen.revisionId) {
    throw new Refusal('conflict', 'The question was changed meanwhile. Look at it again');
  }
  if (question.sectionWords !== seen.sectionWords) {
    throw new Refusal(
      'conflict',
      'Its section of the offer was changed meanwhile. Look at it again',
    );
  }
}

type Decision = {
  questionId: number;
  decision: 'confirmed' | 'set-aside';
  why?: string | null;
} & SeenWords;

/** Writes what the school of an act decides about a question. */
export function decide(
  transaction: Transaction,
  act: Act,
  { questionId, decision, revisionId, sectionWords, why = null }: Decision,
): void {
  addDecision(transaction, {
    schoolId: requireSchool(act),
    questionId,
    decision,
    revisionId,
    sectionWords,
    why,
    decidedAt: act.now,
    decidedBy: act.actor.accountId,
  });
}
