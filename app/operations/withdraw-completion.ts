import { addWithdrawal, findCompletion } from '#app/data/completions.ts';
import { inWords } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

export type WithdrawCompletion = { completionId: number; reason: string };

/**
 * Takes back a completion that was wrong. It stays in the history with the reason and no longer counts,
 * for any day. Throws Refusal.
 */
export function withdrawCompletion(
  act: Act,
  { completionId, reason }: WithdrawCompletion,
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const completion = findCompletion(transaction, schoolId, completionId);
    if (!completion) throw new Refusal('not-found', 'There is no such completion');
    if (completion.withdrawn) throw new Refusal('conflict', 'This was already withdrawn');
    const withdrawal = {
      completionId,
      reason,
      withdrawnAt: act.now,
      withdrawnBy: act.actor.accountId,
    };
    addWithdrawal(transaction, withdrawal);
    audit({
      action: 'completion.withdrawn',
      personId: completion.personId,
      about: `${completion.requirementName}, ${inWords(completion.completedOn)}`,
      before: { completion: completionId },
      why: reason,
    });
    return { personId: completion.personId };
  });
}
