import { addCheck, type CompletionRecord, findCompletion } from '#app/data/completions.ts';
import type { Transaction } from '#app/data/database.ts';
import { inWords } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { isOwnRecord } from './record-completions.ts';

export type CheckCompletion = {
  completionId: number;
  outcome: 'accepted' | 'returned';
  /** Needed to return something: the person is to know what to do. */
  reason: string | null;
};

/**
 * A second person's look at what stands behind a completion. Nobody checks their own. Throws Refusal.
 */
export function checkCompletion(
  act: Act,
  { completionId, outcome, reason }: CheckCompletion,
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const completion = requireWaiting(transaction, act, schoolId, completionId);
    if (outcome === 'returned' && !reason) {
      throw new Refusal('wrong', 'Say why you are returning it', 'reason');
    }
    addCheck(transaction, {
      completionId,
      outcome,
      reason,
      checkedAt: act.now,
      checkedBy: requireAccount(act),
    });
    audit({
      action: `completion.${outcome}`,
      personId: completion.personId,
      about: `${completion.requirementName}, ${inWords(completion.completedOn)}`,
      after: { completion: completionId, outcome },
      why: reason ?? undefined,
    });
    return { personId: completion.personId };
  });
}

function requireWaiting(
  transaction: Transaction,
  act: Act,
  schoolId: number,
  completionId: number,
): CompletionRecord {
  const completion = findCompletion(transaction, schoolId, completionId);
  if (!completion) throw new Refusal('not-found', 'There is no such completion');
  if (isOwnRecord(transaction, act, completion.personId)) {
    throw new Refusal('not-allowed', 'Somebody else must check what concerns you');
  }
  if (completion.withdrawn || !completion.needsCheck || completion.outcome !== null) {
    throw new Refusal('conflict', 'This no longer waits for a check');
  }
  return completion;
}

function requireAccount(act: Act): number {
  if (act.actor.accountId === null) throw new Refusal('not-allowed', 'Sign in to check evidence');
  return act.actor.accountId;
}
