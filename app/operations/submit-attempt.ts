import { findAttempt, setMark, setSubmitted, type WholeAttempt } from '#app/data/attempts.ts';
import { addCertificate } from '#app/data/certificates.ts';
import { addCompletion } from '#app/data/completions.ts';
import type { Transaction } from '#app/data/database.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import { findSchool, raiseFactsVersion } from '#app/data/schools.ts';
import { inWords } from '#app/domain/days.ts';
import { isRight, outcomeOf } from '#app/domain/quiz/mark.ts';
import { newCode } from '#app/platform/codes.ts';
import { type Act, type Audit, carryOutAside, Refusal, requireSchool } from './act.ts';
import { requirePerson } from './require-person.ts';

export type SubmitAttempt = {
  personId: number;
  attemptId: number;
  /** What came with the attempt's own form. */
  token: string;
};

/** Sixty bits: a code cannot be guessed. */
const GROUPS_OF_A_CODE = 3;

/**
 * Submits an attempt, once: marks it, and where it counts and is passed writes what it completes
 * and its certificate. Sent again, or late, it changes nothing, not even the school's facts version,
 * and `isFirst` is false. Throws Refusal where the token is not that of this attempt.
 */
export function submitAttempt(act: Act, command: SubmitAttempt): Promise<{ isFirst: boolean }> {
  const schoolId = requireSchool(act);
  return carryOutAside({ ...act, formKey: null }, (transaction, audit) => {
    const attempt = findAttempt(transaction, command.personId, command.attemptId);
    if (!attempt) throw new Refusal('not-found', 'There is no such attempt');
    if (attempt.submittedAt !== null) return { isFirst: false };
    if (attempt.submitToken !== command.token) {
      throw new Refusal('wrong', 'This form belongs to another attempt. Hand this one in below');
    }
    handIn(act, schoolId, transaction, audit, attempt);
    // Who reads the audit is not to learn from it how often somebody failed.
    const { id: attemptId, kind, personId, quizTitle: about } = attempt;
    audit({ action: 'attempt.submitted', personId, about, after: { attemptId, kind } });
    raiseFactsVersion(transaction, schoolId);
    return { isFirst: true };
  });
}

/** Marks an attempt, writes what a pass completes, and fixes it for ever. */
export function handIn(
  act: Act,
  schoolId: number,
  transaction: Transaction,
  audit: Audit,
  attempt: WholeAttempt,
): void {
  const { score, hasPassed } = mark(transaction, attempt);
  const isPass = hasPassed && attempt.kind === 'counts';
  const completionId = isPass ? pass(act, schoolId, transaction, audit, attempt) : null;
  const submitted = { submittedOn: act.today, submittedAt: act.now, score, hasPassed };
  setSubmitted(transaction, attempt.id, { ...submitted, completionId });
}

/** Before it is submitted, since nothing of it can be written afterwards. */
function mark(transaction: Transaction, attempt: WholeAttempt) {
  const marked = attempt.questions.map(({ position, revision, answer }) => {
    return { position, isRight: isRight(revision, answer), mustPass: revision.mustPass };
  });
  for (const { position, isRight } of marked) {
    setMark(transaction, { attemptId: attempt.id, position }, isRight);
  }
  return outcomeOf(attempt, marked);
}

/** Writes what a pass completes, and its certificate. Answers the completion's id, where there is one. */
function pass(
  act: Act,
  schoolId: number,
  transaction: Transaction,
  audit: Audit,
  { id: attemptId, personId, quizId }: WholeAttempt,
): number | null {
  const code = newCode(GROUPS_OF_A_CODE);
  const { name } = requirePerson(transaction, schoolId, personId);
  addCertificate(transaction, { code, attemptId, personName: name });
  const quiz = findQuiz(transaction, schoolId, quizId);
  if (quiz === null || quiz.requirementId === null) return null;
  const facts = {
    completedOn: act.today,
    evidence: 'quiz' as const,
    provider: findSchool(transaction, schoolId)?.name ?? null,
    reference: code,
  };
  const completionId = addCompletion(transaction, {
    ...facts,
    personId,
    requirementId: quiz.requirementId,
    needsCheck: false,
    recordedAt: act.now,
    recordedBy: act.actor.accountId,
  });
  audit({
    action: 'completion.recorded',
    personId,
    about: `${quiz.requirementName}, ${inWords(act.today)}`,
    after: { completion: completionId, ...facts },
  });
  return completionId;
}
