import { policyOf } from '#app/data/policy.ts';
import { listWritten } from '#app/data/registers.ts';
import { findUpdate, setCalledOff } from '#app/data/sessions.ts';
import { withdrawnByTakingBack } from '#app/domain/sessions/difference.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireNotTakenBack } from './log-update.ts';
import { sittingNamed } from './require-session.ts';
import { withdrawWritten } from './withdraw-written.ts';

export type TakeBackUpdate = { sessionId: number; reason: string };

/**
 * Takes back a short update that was logged by mistake: what it completed is withdrawn with the reason, and
 * it stands in no list and no figure any more. What somebody withdrew by hand stays as it is. Throws Refusal.
 */
export function takeBackUpdate(
  act: Act,
  { sessionId, reason }: TakeBackUpdate,
): Promise<{ withdrawn: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const update = findUpdate(transaction, schoolId, sessionId);
    const sitting = update?.sittings[0];
    if (!update || !sitting) throw new Refusal('not-found', 'There is no such update');
    requireNotTakenBack(update);
    const written = listWritten(transaction, sitting.id, new Set());
    const withdraw = written.filter(({ state }) => state === 'stands');
    const { requirements: credited } = policyOf(transaction, schoolId);
    const why = withdrawnByTakingBack(reason);
    withdrawWritten(act, transaction, audit, { withdraw, credited, why });
    setCalledOff(transaction, sessionId, act.today);
    audit({
      action: 'update.taken-back',
      about: sittingNamed(update, sitting),
      before: { sessionId, kind: update.kind, said: update.about },
      after: { withdrawn: withdraw.length },
      why: reason,
    });
    return { withdrawn: withdraw.length };
  });
}
