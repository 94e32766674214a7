import type { Transaction } from '#app/data/database.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { sessionsMissed, sessionsWithQuiz } from '#app/data/mop-ups.ts';
import { policyOf } from '#app/data/policy.ts';
import { listSessions } from '#app/data/sessions.ts';
import { isCreditable } from '#app/domain/sessions/credits.ts';
import { mopUpOf } from '#app/domain/sessions/mop-up.ts';
import type { Act, Audit } from './act.ts';
import { completeMissing } from './complete-missing.ts';

/** Who passed which quiz, and the code of the certificate for it. */
export type PassedQuiz = {
  personId: number;
  quizId: number;
  code: string;
  provider: string | null;
};

/**
 * Where this person was to watch the recording of a session they missed and take this quiz: completes what
 * they still lack of it, in the transaction in which the attempt is handed in. It counts at once, being
 * made here. What was completed already today, by the quiz itself or by another session, is not
 * completed twice.
 */
export function completeRecordings(
  act: Act,
  schoolId: number,
  transaction: Transaction,
  audit: Audit,
  { personId, quizId, code, provider }: PassedQuiz,
): void {
  const { database, today: on } = act;
  const ids = sessionsWithQuiz(transaction, { schoolId, quizId, on });
  const person = ids.length > 0 ? findPersonFacts(database, schoolId, personId) : null;
  if (person === null) return;
  const policy = policyOf(transaction, schoolId);
  const sessions = listSessions(transaction, schoolId).filter(({ id }) => ids.includes(id));
  const completed = new Set<number>();
  for (const { session, missed } of sessionsMissed(transaction, schoolId, sessions, on)) {
    const [own] = mopUpOf(policy, missed, [person], on);
    if (own?.state !== 'arranged' || own.decision?.outcome !== 'recording') continue;
    const requirements = policy.requirements.filter(
      (one) => own.missing.includes(one.id) && !completed.has(one.id) && isCreditable(one, on),
    );
    const facts = {
      completedOn: on,
      evidence: 'quiz' as const,
      provider,
      reference: code,
      note: `Recording of ${session.title}, with its quiz`,
      needsCheck: false,
    };
    const of = { sessionId: session.id, mopUpId: own.decision.id, personId };
    completeMissing(act, transaction, audit, { ...of, requirements, facts });
    for (const { id } of requirements) completed.add(id);
  }
}
