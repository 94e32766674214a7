import { findAttempt, setMark, setSubmitted, type WholeAttempt } from '#app/data/attempts.ts';
import { addCertificate } from '#app/data/certificates.ts';
import { addCompletion } from '#app/data/completions.ts';
import type { Transaction } from '#app/data/database.ts';
import { outdatedAttempts } from '#app/data/open-attempts.ts';
import { policyOf } from '#app/data/policy.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import { findSchool, raiseFactsVersion } from '#app/data/schools.ts';
import { inWords } from '#app/domain/days.ts';
import { completedBy } from '#app/domain/quiz/completable.ts';
import { isRight, outcomeOf } from '#app/domain/quiz/mark.ts';
import type { Outdated } from '#app/domain/quiz/outdated.ts';
import type { Requirement } from '#app/domain/types.ts';
import { newCode } from '#app/platform/codes.ts';
import { type Act, type Audit, carryOutAside, Refusal, requireSchool } from './act.ts';
import { completeRecordings, type PassedQuiz } from './complete-recordings.ts';
import { requirePerson } from './require-person.ts';

export type SubmitAttempt = {
  personId: number;
  attemptId: number;
  /** What came with the attempt's own form. */
  token: string;
};

/** Sixty bits: a code cannot be guessed. */
const GROUPS_OF_A_CODE = 3;

/** `outdated`: why what counted until now was taken as practice; null where it was not. */
export type SubmittedAttempt = { isFirst: boolean; outdated: Outdated | null };

/**
 * Submits an attempt, once: marks it, and where it counts and is passed writes what it completes
 * and its certificate. One that is outdated by now is kept as practice. Sent again, or late, it changes
 * nothing, not even the school's facts version, and `isFirst` is false.
 *
 * The attempts themselves are the record of what was failed or practised. The audit, which
 * administrators read, has passes alone: with every submission in it they could take the passes away
 * and count how often somebody failed. Throws Refusal where the token is not that of this attempt.
 */
export function submitAttempt(act: Act, command: SubmitAttempt): Promise<SubmittedAttempt> {
  const schoolId = requireSchool(act);
  return carryOutAside({ ...act, formKey: null }, (transaction, audit) => {
    const attempt = findAttempt(transaction, command.personId, command.attemptId);
    if (!attempt) throw new Refusal('not-found', 'There is no such attempt');
    if (attempt.submittedAt !== null) return { isFirst: false, outdated: null };
    if (attempt.submitToken !== command.token) {
      throw new Refusal('wrong', 'This form belongs to another attempt. Hand this one in below');
    }
    const { id: attemptId, personId, quizTitle: about } = attempt;
    const open = outdatedAttempts(act.database, schoolId, personId, act.today);
    const outdated = open.get(attemptId) ?? null;
    const kind = outdated === null ? attempt.kind : 'practice';
    const { isPass } = handIn(act, schoolId, transaction, audit, { ...attempt, kind });
    if (isPass) audit({ action: 'attempt.submitted', personId, about, after: { attemptId } });
    raiseFactsVersion(transaction, schoolId);
    return { isFirst: true, outdated };
  });
}

/**
 * Marks an attempt, writes what a pass completes, and fixes it for ever, as of the kind that it is given
 * with: whether it is outdated is for whoever hands it in to say.
 */
export function handIn(
  act: Act,
  schoolId: number,
  transaction: Transaction,
  audit: Audit,
  attempt: WholeAttempt,
): { isPass: boolean } {
  const { id, kind } = attempt;
  const { score, hasPassed } = mark(transaction, attempt);
  const isPass = hasPassed && kind === 'counts';
  const completionId = isPass ? pass(act, schoolId, transaction, audit, attempt) : null;
  const submitted = { kind, submittedOn: act.today, submittedAt: act.now, score, hasPassed };
  setSubmitted(transaction, id, { ...submitted, completionId });
  return { isPass };
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

/**
 * Writes what a pass completes, by the quiz itself and for sessions whose recording it was, and its
 * certificate. Answers the id of the quiz's own completion, where there is one.
 */
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
  const provider = findSchool(transaction, schoolId)?.name ?? null;
  const passed = { personId, quizId, code, provider };
  const completionId = completeByQuiz(act, schoolId, transaction, audit, passed);
  completeRecordings(act, schoolId, transaction, audit, passed);
  return completionId;
}

/** Writes the completion that a pass of this quiz is. Answers its id; null where it is none. */
function completeByQuiz(
  act: Act,
  schoolId: number,
  transaction: Transaction,
  audit: Audit,
  { personId, quizId, code, provider }: PassedQuiz,
): number | null {
  const requirement = findCompleted(act, schoolId, transaction, quizId);
  if (requirement === null) return null;
  const facts = {
    completedOn: act.today,
    evidence: 'quiz' as const,
    provider,
    reference: code,
  };
  const completionId = addCompletion(transaction, {
    ...facts,
    personId,
    requirementId: requirement.id,
    needsCheck: false,
    recordedAt: act.now,
    recordedOn: act.today,
    recordedBy: act.actor.accountId,
  });
  audit({
    action: 'completion.recorded',
    personId,
    about: `${requirement.name}, ${inWords(act.today)}`,
    after: { completion: completionId, ...facts },
  });
  return completionId;
}

/** What a pass of this quiz completes on the day of the act; null: nothing. */
function findCompleted(
  { today }: Act,
  schoolId: number,
  transaction: Transaction,
  quizId: number,
): Requirement | null {
  const quiz = findQuiz(transaction, schoolId, quizId);
  if (quiz === null || quiz.requirementId === null) return null;
  return completedBy(quiz, policyOf(transaction, schoolId).requirements, today);
}
