import type { Reader } from '#app/data/database.ts';
import { policyOf } from '#app/data/policy.ts';
import { deleteSitting, isMopUpArranged, wasEverFinal } from '#app/data/registers.ts';
import {
  insertSitting,
  type SittingPlan,
  type SittingRecord,
  updateSitting,
  type WholeSession,
} from '#app/data/sessions.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import {
  creditedOn,
  requireForEverybody,
  requireHeld,
  requireOpenSitting,
  requireSession,
  type SittingAt,
  sittingNamed,
} from './require-session.ts';

/** Adds a sitting to a session, whatever registers of it are final. Throws Refusal. */
export function addSitting(
  act: Act,
  { sessionId, ...plan }: SittingPlan & { sessionId: number },
): Promise<{ sittingId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const session = requireSession(transaction, schoolId, sessionId);
    requireHeld(session);
    requireCredits(transaction, schoolId, session, plan.heldOn);
    const sittingId = insertSitting(transaction, sessionId, plan);
    audit({
      action: 'sitting.added',
      about: sittingNamed(session, plan),
      after: { sessionId, sittingId, ...plan },
    });
    return { sittingId };
  });
}

/** Changes when and where a sitting is held, while its register is open. Throws Refusal. */
export function changeSitting(
  act: Act,
  { sessionId, sittingId, ...plan }: SittingPlan & SittingAt,
): Promise<{ sittingId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const at = { sessionId, sittingId };
    const { session, sitting } = requireOpenSitting(transaction, schoolId, at);
    requireCredits(transaction, schoolId, session, plan.heldOn);
    requireForEverybody([...others(session, sittingId), plan]);
    updateSitting(transaction, sittingId, plan);
    const { heldOn, startsAt, minutes, place, isMopUp } = sitting;
    audit({
      action: 'sitting.changed',
      about: sittingNamed(session, plan),
      before: { sittingId, heldOn, startsAt, minutes, place, isMopUp },
      after: { sittingId, ...plan },
    });
    return { sittingId };
  });
}

/** Takes a sitting away whose register was never final. A session keeps one at least. Throws Refusal. */
export function removeSitting(act: Act, at: SittingAt): Promise<{ sessionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { session, sitting } = requireOpenSitting(transaction, schoolId, at);
    if (wasEverFinal(transaction, sitting.id)) {
      const message =
        'This register was final once, and what it recorded stands. It cannot be taken away';
      throw new Refusal('conflict', message);
    }
    if (isMopUpArranged(transaction, sitting.id)) {
      const message =
        'People who missed the session are put down for this sitting. Change its day instead';
      throw new Refusal('conflict', message);
    }
    if (session.sittings.length === 1) {
      throw new Refusal('conflict', 'This is the only sitting. Call the session off instead');
    }
    requireForEverybody(others(session, sitting.id));
    deleteSitting(transaction, sitting.id);
    audit({
      action: 'sitting.removed',
      about: sittingNamed(session, sitting),
      before: { sittingId: sitting.id, heldOn: sitting.heldOn, place: sitting.place },
    });
    return { sessionId: session.id };
  });
}

function others({ sittings }: WholeSession, sittingId: number): SittingRecord[] {
  return sittings.filter(({ id }) => id !== sittingId);
}

/** On that day it has to credit something still. */
function requireCredits(reader: Reader, schoolId: number, session: WholeSession, on: Day): void {
  if (creditedOn(policyOf(reader, schoolId), session, on).length === 0) {
    const message = `On ${inWords(on)} nothing that this session credits is asked for any more`;
    throw new Refusal('wrong', message, 'heldOn');
  }
}
