import { findPoint } from '#app/data/briefing.ts';
import type { Transaction } from '#app/data/database.ts';
import { readSchoolFacts, type SchoolFacts } from '#app/data/facts.ts';
import { addReopening, listRegisterMarks, writeRegisterMarks } from '#app/data/registers.ts';
import {
  findUpdate,
  insertSession,
  insertSitting,
  setFinal,
  type WholeSession,
} from '#app/data/sessions.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { isCreditable } from '#app/domain/sessions/credits.ts';
import { isExpectedAt, type RegisterMark } from '#app/domain/sessions/register.ts';
import { UPDATE_LABELS, type UpdateKind } from '#app/domain/sessions/updates.ts';
import type { Audience, Policy } from '#app/domain/types.ts';
import { type Act, type Audit, carryOut, Refusal, requireSchool } from './act.ts';
import { noteSaid } from './briefing-points.ts';
import { type FinalRegister, makeFinal, previewFinal } from './finalise-register.ts';
import { requireUntouched } from './keep-register.ts';
import { sittingNamed } from './require-session.ts';

/** Something short that was said to people, or sent to them. */
export type LogUpdate = {
  kind: UpdateKind;
  title: string;
  heldOn: Day;
  minutes: number | null;
  /** What it said. */
  about: string | null;
  /** Points for the next briefing that were said at it. */
  pointIds: number[];
  creditIds: number[];
  audience: Audience;
  /** Who of the audience was there, or read it. */
  personIds: number[];
};

/**
 * Logs a short update: what it said, its register, which is final at once, and that points for the next
 * briefing were said, all in one act. Throws Refusal.
 */
export function logUpdate(
  act: Act,
  command: LogUpdate,
): Promise<{ sessionId: number } & FinalRegister> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const facts = readSchoolFacts(act.database, schoolId);
    requireSensible(act, facts.policy, command);
    const about = aboutOf(act, transaction, audit, command);
    const { kind, title, creditIds, audience, heldOn, minutes } = command;
    const sessionId = insertSession(transaction, {
      schoolId,
      kind,
      title,
      about,
      trainer: UPDATE_LABELS[kind],
      trainerPersonId: null,
      trainerHoldsId: null,
      audience,
      creditIds,
      plannedOn: act.today,
      plannedAt: act.now,
      plannedBy: act.actor.accountId,
    });
    const plan = { heldOn, minutes, startsAt: null, place: null, isMopUp: false };
    const sittingId = insertSitting(transaction, sessionId, plan);
    writeRegisterMarks(transaction, sittingId, marksOf(expectedAt(facts, command), command));
    const credits = namesOf(facts.policy, creditIds);
    audit({
      action: 'update.logged',
      about: sittingNamed({ title }, { heldOn }),
      after: { sessionId, kind, minutes, credits, audience },
    });
    return { sessionId, ...finalise(act, transaction, audit, facts, { schoolId, sessionId }) };
  });
}

export type CorrectUpdate = {
  sessionId: number;
  /** What the form began from: see `beginningOfRegister`. */
  began: string;
  reason: string;
  personIds: number[];
};

/**
 * Opens the register of an update again, puts right who was there and makes it final: what it no longer
 * credits is withdrawn with the reason, what is new is recorded, the rest stays. Throws Refusal.
 */
export function correctUpdate(
  act: Act,
  { sessionId, began, reason, personIds }: CorrectUpdate,
): Promise<FinalRegister> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const update = findUpdate(transaction, schoolId, sessionId);
    const sitting = update?.sittings[0];
    if (!update || !sitting) throw new Refusal('not-found', 'There is no such update');
    requireNotTakenBack(update);
    const facts = readSchoolFacts(act.database, schoolId);
    const { now: reopenedAt, actor } = act;
    const { id: sittingId, heldOn, finalisedOn } = sitting;
    const known = listRegisterMarks(transaction, [sittingId]).get(sittingId) ?? [];
    requireUntouched(known, began);
    addReopening(transaction, { sittingId, reason, reopenedAt, reopenedBy: actor.accountId });
    setFinal(transaction, sittingId, { finalisedAt: null, finalisedOn: null, finalisedBy: null });
    audit({
      action: 'register.reopened',
      about: sittingNamed(update, sitting),
      before: { sittingId, final: finalisedOn },
      why: reason,
    });
    const ids = new Set(known.map((mark) => mark.personId));
    for (const id of expectedAt(facts, { audience: update.audience, heldOn })) ids.add(id);
    writeRegisterMarks(transaction, sittingId, marksOf([...ids], { personIds }));
    return finalise(act, transaction, audit, facts, { schoolId, sessionId });
  });
}

/** Refused where the update was taken back. */
export function requireNotTakenBack({ calledOffOn }: WholeSession): void {
  if (calledOffOn !== null) {
    throw new Refusal('conflict', `This update was taken back on ${inWords(calledOffOn)}`);
  }
}

function requireSensible({ today }: Act, policy: Policy, { heldOn, creditIds }: LogUpdate): void {
  if (heldOn > today) {
    throw new Refusal('wrong', 'The day must be today or in the past', 'heldOn');
  }
  for (const id of creditIds) {
    const requirement = policy.requirements.find((one) => one.id === id);
    if (!requirement || !isCreditable(requirement, heldOn)) {
      const name = requirement?.name ?? 'Something that you chose';
      const message = `${name} cannot be completed by an update of ${inWords(heldOn)}`;
      throw new Refusal('wrong', message, 'credits');
    }
  }
}

/** What was typed, and each point that was said under it. */
function aboutOf(
  act: Act,
  transaction: Transaction,
  audit: Audit,
  { about, pointIds, title, heldOn: saidOn }: LogUpdate,
): string {
  const schoolId = requireSchool(act);
  const points = pointIds.map((pointId) => {
    if (findPoint(transaction, schoolId, pointId)?.saidOn !== null) {
      const message = 'One of the points was said or taken off meanwhile. Look at the list again';
      throw new Refusal('conflict', message, 'points');
    }
    return noteSaid(act, transaction, audit, { pointId, saidOn, said: `Said at: ${title}` });
  });
  const said = [about, ...points].filter((words) => words !== null);
  if (said.length === 0) throw new Refusal('wrong', 'Enter what it said', 'about');
  return said.join('\n');
}

/** Everybody whom the audience expects that day. */
function expectedAt(
  { people }: SchoolFacts,
  { audience, heldOn }: Pick<LogUpdate, 'audience' | 'heldOn'>,
): number[] {
  const at = { heldOn, isMopUp: false };
  return people.filter((person) => isExpectedAt(at, audience, person)).map(({ id }) => id);
}

/** What the register says of each of these people; whoever is not among them is left out. */
function marksOf(ids: readonly number[], { personIds }: Pick<LogUpdate, 'personIds'>) {
  const there = new Set(personIds);
  if (!ids.some((id) => there.has(id))) {
    throw new Refusal('wrong', 'Tick at least one person who was there', 'people');
  }
  return ids.map((personId): RegisterMark => {
    const attendance = there.has(personId) ? 'there' : 'not-there';
    return { personId, expected: 'expected', attendance, minutes: null };
  });
}

function namesOf({ requirements }: Policy, ids: readonly number[]): string[] {
  return requirements.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

function finalise(
  act: Act,
  transaction: Transaction,
  audit: Audit,
  facts: SchoolFacts,
  { schoolId, sessionId }: { schoolId: number; sessionId: number },
): FinalRegister {
  const session = findUpdate(transaction, schoolId, sessionId);
  const sitting = session?.sittings[0];
  if (!session || !sitting) throw new Error('What was just written is not there');
  const preview = previewFinal(transaction, facts, {
    session,
    sitting,
    accountId: act.actor.accountId,
  });
  const all = { act, audit, transaction, session, sitting, preview };
  return makeFinal(all, { isCascadeAccepted: false });
}
