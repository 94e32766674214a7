import { policyOf } from '#app/data/policy.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { isCreditable } from '#app/domain/sessions/credits.ts';
import { firstDayOf } from '#app/domain/sessions/mop-up.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { completeMissing } from './complete-missing.ts';
import { isOwnRecord } from './record-completions.ts';
import { requireMissed, requireMopUp } from './require-mop-up.ts';

export type FinishOneToOne = { sessionId: number; personId: number; doneOn: Day };

/**
 * Notes that what was arranged one to one was done, and completes what the person still lacks of the session.
 * It counts at once, as a register does; what concerns the actor's own record waits for somebody
 * else's check. Throws Refusal.
 */
export function finishOneToOne(
  act: Act,
  { sessionId, personId, doneOn }: FinishOneToOne,
): Promise<{ completionIds: number[] }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const mopUp = requireMopUp(act.database, schoolId, sessionId, act.today);
    const { missing, decision } = requireMissed(mopUp, personId);
    if (decision?.outcome !== 'one-to-one') {
      const message =
        'This is not arranged one to one any more. Look at what was arranged meanwhile';
      throw new Refusal('conflict', message);
    }
    requireSensible(act, firstDayOf(mopUp.missed), doneOn);
    const requirements = policyOf(transaction, schoolId).requirements.filter(
      (one) => missing.includes(one.id) && isCreditable(one, doneOn),
    );
    if (requirements.length === 0) {
      const message = `On ${inWords(doneOn)} nothing that they still lack could be completed`;
      throw new Refusal('wrong', message, 'doneOn');
    }
    const facts = {
      completedOn: doneOn,
      evidence: 'register' as const,
      provider: decision.withWhom,
      note: `One to one with ${decision.withWhom ?? 'somebody'}: ${mopUp.session.title}`,
      needsCheck: isOwnRecord(transaction, act, personId),
    };
    const of = { sessionId, mopUpId: decision.id, personId };
    const completionIds = completeMissing(act, transaction, audit, { ...of, requirements, facts });
    return { completionIds };
  });
}

function requireSensible({ today }: Act, firstDay: Day | null, doneOn: Day): void {
  if (doneOn > today) {
    throw new Refusal('wrong', 'The day it was done must be today or in the past', 'doneOn');
  }
  if (firstDay !== null && doneOn < firstDay) {
    const message = `The day must be on or after ${inWords(firstDay)}, when the session was held`;
    throw new Refusal('wrong', message, 'doneOn');
  }
}
