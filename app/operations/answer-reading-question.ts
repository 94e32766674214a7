import type { Transaction } from '#app/data/database.ts';
import { readSchoolFacts } from '#app/data/facts.ts';
import { addReadingAnswer, findReadingQuestion } from '#app/data/reading-questions.ts';
import { leadsOf } from '#app/domain/leads.ts';
import {
  type Answering,
  type ReadingQuestion,
  whyNotToAnswer,
} from '#app/domain/publications/reading-questions.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { isOwnRecord } from './record-completions.ts';

export type AnswerReadingQuestion = { questionId: number; answer: string };

/**
 * Answers somebody's question about what they read: once, and the answer is kept. Nobody answers their
 * own; the headteacher does where no other lead is in post. `answering` says what the actor's roles make
 * them. Throws Refusal.
 */
export function answerReadingQuestion(
  act: Act,
  { questionId, answer }: AnswerReadingQuestion,
  answering: Answering,
): Promise<{ questionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const question = findReadingQuestion(transaction, schoolId, questionId);
    if (!question) throw new Refusal('not-found', 'There is no such question');
    requireAnswerer(transaction, act, schoolId, question, answering);
    if (question.answer !== null) {
      throw new Refusal('conflict', 'Somebody has answered this question already', 'answer');
    }
    const { today: answeredOn, now: answeredAt, actor } = act;
    const by = { answeredOn, answeredAt, answeredBy: actor.accountId };
    addReadingAnswer(transaction, questionId, { answer, ...by });
    audit({
      action: 'reading-question.answered',
      personId: question.person.id,
      about: question.edition,
      after: { questionId },
    });
    return { questionId };
  });
}

function requireAnswerer(
  transaction: Transaction,
  act: Act,
  schoolId: number,
  { person }: ReadingQuestion,
  answering: Answering,
): void {
  const { people } = readSchoolFacts(act.database, schoolId);
  const { leads, deputies } = leadsOf(people, act.today, person.id);
  const isOwn = isOwnRecord(transaction, act, person.id);
  const otherLeads = leads.length + deputies.length;
  const why = whyNotToAnswer({ isOwn, otherLeads, ...answering });
  if (why !== null) throw new Refusal('not-allowed', why);
}
