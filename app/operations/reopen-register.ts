import { addReopening } from '#app/data/registers.ts';
import { setFinal } from '#app/data/sessions.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireSitting, type SittingAt, sittingNamed } from './require-session.ts';

/**
 * Opens a register again that was final. What it recorded stands until it is made final anew. Throws
 * Refusal.
 */
export function reopenRegister(
  act: Act,
  { reason, ...at }: SittingAt & { reason: string },
): Promise<{ sittingId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { session, sitting } = requireSitting(transaction, schoolId, at);
    if (sitting.finalisedAt === null) {
      throw new Refusal('conflict', 'This register is open already');
    }
    const sittingId = sitting.id;
    const { now: reopenedAt, actor } = act;
    addReopening(transaction, { sittingId, reason, reopenedAt, reopenedBy: actor.accountId });
    const open = { finalisedAt: null, finalisedOn: null, finalisedBy: null };
    setFinal(transaction, sittingId, open);
    audit({
      action: 'register.reopened',
      about: sittingNamed(session, sitting),
      before: { sittingId, final: sitting.finalisedOn },
      why: reason,
    });
    return { sittingId };
  });
}
