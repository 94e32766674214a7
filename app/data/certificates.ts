import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import {
  attempts,
  completions,
  people,
  quizCertificates,
  schools,
  withdrawals,
} from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** What was printed for a pass, with everything that says how it stands now. */
export type Certificate = {
  code: string;
  /** As it was when the quiz was passed. */
  personName: string;
  personId: number;
  attemptId: number;
  quizTitle: string;
  passedOn: Day;
  school: { id: number; name: string; showsInitials: boolean };
  /** What the pass completed; null where it completed nothing. */
  completed: { requirementId: number; completionId: number } | null;
  isWithdrawn: boolean;
  /** When the same person next passed the same quiz; null where they have not. */
  replacedOn: Day | null;
};

/** The certificate with this code, whoever holds it, or null. */
export function findCertificate(reader: Reader, code: string): Certificate | null {
  return certificateOf(known(reader).where(eq(quizCertificates.code, code)).get());
}

/** The certificate of this very person's attempt, or null. */
export function findCertificateOf(
  reader: Reader,
  personId: number,
  attemptId: number,
): Certificate | null {
  const row = known(reader)
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, personId)))
    .get();
  return certificateOf(row);
}

/** The certificate of an attempt at this very quiz, by somebody of this school, or null. */
export function findCertificateAt(
  reader: Reader,
  { schoolId, quizId, attemptId }: { schoolId: number; quizId: number; attemptId: number },
): Certificate | null {
  const isOfQuiz = and(eq(attempts.id, attemptId), eq(attempts.quizId, quizId));
  const row = known(reader)
    .where(and(isOfQuiz, eq(people.schoolId, schoolId)))
    .get();
  return certificateOf(row);
}

function known(reader: Reader) {
  return reader
    .select({
      code: quizCertificates.code,
      personName: quizCertificates.personName,
      personId: attempts.personId,
      attemptId: attempts.id,
      quizTitle: attempts.quizTitle,
      passedOn: attempts.submittedOn,
      schoolId: schools.id,
      schoolName: schools.name,
      showsInitials: schools.showsInitials,
      completionId: attempts.completionId,
      requirementId: completions.requirementId,
      withdrawnId: withdrawals.completionId,
      replacedOn,
    })
    .from(quizCertificates)
    .innerJoin(attempts, eq(attempts.id, quizCertificates.attemptId))
    .innerJoin(people, eq(people.id, attempts.personId))
    .innerJoin(schools, eq(schools.id, people.schoolId))
    .leftJoin(completions, eq(completions.id, attempts.completionId))
    .leftJoin(withdrawals, eq(withdrawals.completionId, attempts.completionId));
}

/** By a later pass, whose id is higher, unless that one was withdrawn. */
const replacedOn = sql<Day | null>`(
  select min(a.submitted_on) from quiz_certificates c join attempts a on a.id = c.attempt_id
  where a.person_id = ${attempts.personId} and a.quiz_id = ${attempts.quizId}
    and c.id > ${quizCertificates.id}
    and not exists (select 1 from withdrawals w where w.completion_id = a.completion_id))`;

type Row = NonNullable<ReturnType<ReturnType<typeof known>['get']>>;

function certificateOf(row: Row | undefined): Certificate | null {
  // What is not submitted has no certificate.
  if (row?.passedOn == null) return null;
  const { schoolId, schoolName, showsInitials, completionId, requirementId, ...rest } = row;
  const isCompletion = completionId !== null && requirementId !== null;
  return {
    code: rest.code,
    personName: rest.personName,
    personId: rest.personId,
    attemptId: rest.attemptId,
    quizTitle: rest.quizTitle,
    passedOn: row.passedOn,
    school: { id: schoolId, name: schoolName, showsInitials },
    completed: isCompletion ? { requirementId, completionId } : null,
    isWithdrawn: rest.withdrawnId !== null,
    replacedOn: rest.replacedOn,
  };
}

export type NewCertificate = Omit<typeof quizCertificates.$inferInsert, 'id'>;

export function addCertificate(transaction: Transaction, certificate: NewCertificate): void {
  transaction.insert(quizCertificates).values(certificate).run();
}
