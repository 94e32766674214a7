import type { Reader } from '#app/data/database.ts';
import { policyOf } from '#app/data/policy.ts';
import { hasWrittenStanding } from '#app/data/registers.ts';
import {
  insertSession,
  insertSitting,
  type SessionPlan,
  type SittingPlan,
  setCalledOff,
  updateSession,
  type WholeSession,
} from '#app/data/sessions.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { isCreditable } from '#app/domain/sessions/credits.ts';
import type { Policy } from '#app/domain/types.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requirePerson } from './require-person.ts';
import { requireForEverybody, requireHeld, requireSession } from './require-session.ts';

/** A session as a school plans it; the trainer by their record, or by a name from outside. */
export type SessionDraft = Omit<SessionPlan, 'trainer'> & {
  /** Null where it is somebody of the school. */
  trainerName: string | null;
};

/** Plans a session with its first sitting. Throws Refusal. */
export function planSession(
  act: Act,
  { sitting, ...draft }: SessionDraft & { sitting: SittingPlan },
): Promise<{ sessionId: number; sittingId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const policy = policyOf(transaction, schoolId);
    const plan = planOf(transaction, schoolId, policy, draft, [sitting.heldOn]);
    requireForEverybody([sitting]);
    const sessionId = insertSession(transaction, {
      ...plan,
      schoolId,
      kind: 'session',
      plannedOn: act.today,
      plannedAt: act.now,
      plannedBy: act.actor.accountId,
    });
    const sittingId = insertSitting(transaction, sessionId, sitting);
    audit({
      action: 'session.planned',
      about: `${plan.title}, ${inWords(sitting.heldOn)}`,
      after: { sessionId, ...toldOf(policy, plan), sitting },
    });
    return { sessionId, sittingId };
  });
}

/**
 * Changes what a session is. Refused once a register is final: what that recorded was for what the session
 * credited then. Throws Refusal.
 */
export function changeSession(
  act: Act,
  { sessionId, ...draft }: SessionDraft & { sessionId: number },
): Promise<{ sessionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const before = requireSession(transaction, schoolId, sessionId);
    requireNothingFinal(before);
    const policy = policyOf(transaction, schoolId);
    const days = before.sittings.map(({ heldOn }) => heldOn);
    const plan = planOf(transaction, schoolId, policy, draft, days);
    updateSession(transaction, sessionId, plan);
    audit({
      action: 'session.changed',
      about: plan.title,
      before: { sessionId, ...toldOf(policy, before) },
      after: { sessionId, ...toldOf(policy, plan) },
    });
    return { sessionId };
  });
}

/**
 * Calls a session off, or holds it after all. Refused once a register is final, and as long as something
 * stands that it recorded. Throws Refusal.
 */
export function callOffSession(
  act: Act,
  { sessionId, isHeld }: { sessionId: number; isHeld: boolean },
): Promise<{ sessionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const session = requireSession(transaction, schoolId, sessionId);
    if (isHeld && session.calledOffOn === null) {
      throw new Refusal('conflict', 'This session is not called off');
    }
    if (!isHeld) {
      requireHeld(session);
      requireNothingFinal(session);
      requireNothingStanding(transaction, session);
    }
    setCalledOff(transaction, sessionId, isHeld ? null : act.today);
    const action = isHeld ? 'session.held-after-all' : 'session.called-off';
    audit({ action, about: session.title, after: { sessionId } });
    return { sessionId };
  });
}

function requireNothingFinal({ sittings }: WholeSession): void {
  const final = sittings.find(({ finalisedAt }) => finalisedAt !== null);
  if (final) {
    const message = `The register of ${inWords(final.heldOn)} is final, so the session stays as it is. Open the register again first`;
    throw new Refusal('conflict', message);
  }
}

/** What was not held has completed nothing: a register that was opened again is made final first. */
function requireNothingStanding(reader: Reader, { id }: WholeSession): void {
  if (hasWrittenStanding(reader, id)) {
    const message =
      'Completions that this session recorded stand. Untick whoever was not there, make the register final, and open it again';
    throw new Refusal('conflict', message);
  }
}

/** The plan with its trainer's name, where everything in it is the school's own. */
function planOf(
  reader: Reader,
  schoolId: number,
  policy: Policy,
  { trainerName, ...draft }: SessionDraft,
  days: readonly Day[],
): SessionPlan {
  requireCreditable(policy, draft.creditIds, days);
  requireHoldable(policy, draft.trainerHoldsId);
  const trainer = trainerOf(reader, schoolId, draft.trainerPersonId, trainerName);
  return { ...draft, trainer };
}

function trainerOf(
  reader: Reader,
  schoolId: number,
  personId: number | null,
  name: string | null,
): string {
  if (personId !== null) return requirePerson(reader, schoolId, personId).name;
  if (name === null) throw new Refusal('wrong', 'Say who gives it', 'trainerPerson');
  return name;
}

/** What is read by edition is declared by whoever read it, and what is retired is asked of nobody. */
function requireCreditable(policy: Policy, ids: readonly number[], days: readonly Day[]): void {
  if (ids.length === 0) throw new Refusal('wrong', 'Choose what being there completes', 'credits');
  for (const id of ids) {
    const requirement = policy.requirements.find((one) => one.id === id);
    if (!requirement || days.some((on) => !isCreditable(requirement, on))) {
      const name = requirement?.name ?? 'Something that you chose';
      throw new Refusal('wrong', `${name} cannot be completed by a session then`, 'credits');
    }
  }
}

function requireHoldable(policy: Policy, id: number | null): void {
  if (id !== null && !policy.requirements.some((one) => one.id === id)) {
    const message = 'Choose what the trainer is to hold, or nothing';
    throw new Refusal('wrong', message, 'trainerHolds');
  }
}

/** As the audit tells it: requirements by their names. */
function toldOf(policy: Policy, { title, about, trainer, audience, ...plan }: SessionPlan) {
  const nameOf = (id: number | null) => policy.requirements.find((one) => one.id === id)?.name;
  return {
    title,
    about,
    trainer,
    audience,
    credits: plan.creditIds.map(nameOf),
    trainerHolds: nameOf(plan.trainerHoldsId) ?? null,
  };
}
