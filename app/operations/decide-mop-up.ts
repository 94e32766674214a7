import type { Transaction } from '#app/data/database.ts';
import type { KnownPerson } from '#app/data/facts.ts';
import { insertDecisions, type SessionMopUp } from '#app/data/mop-ups.ts';
import { policyOf } from '#app/data/policy.ts';
import { removeRegisterMarks, writeRegisterMarks } from '#app/data/registers.ts';
import { insertSitting, type SittingPlan } from '#app/data/sessions.ts';
import { inWords } from '#app/domain/days.ts';
import { isForPerson } from '#app/domain/quiz/own-quizzes.ts';
import { firstDayOf, type Missed } from '#app/domain/sessions/mop-up.ts';
import { decisionWords } from '#app/domain/sessions/mop-up-words.ts';
import { isThere } from '#app/domain/sessions/register.ts';
import { listed } from '#app/domain/words.ts';
import { type Act, type Audit, carryOut, Refusal, requireSchool } from './act.ts';
import { requireMissed, requireMopUp } from './require-mop-up.ts';
import { creditedOn, sittingNamed } from './require-session.ts';

/** What becomes of somebody who missed a session. */
export type MopUpChoice =
  | { outcome: 'later-sitting'; sittingId: number }
  | { outcome: 'later-sitting'; added: Omit<SittingPlan, 'isMopUp'> }
  | { outcome: 'recording' }
  | { outcome: 'one-to-one'; withWhom: string }
  | { outcome: 'not-required'; reason: string };

export type DecideMopUp = { sessionId: number; personIds: number[]; choice: MopUpChoice };

/**
 * Decides what becomes of people who missed a session, the same for all of them, or for none. Whoever comes
 * to a later sitting is put on its register, and off that of one they were to come to before. Nothing
 * is completed by it. Throws Refusal.
 */
export function decideMopUp(
  act: Act,
  { sessionId, personIds, choice }: DecideMopUp,
): Promise<{ personIds: number[] }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const mopUp = requireMopUp(act.database, schoolId, sessionId, act.today);
    const chosen = requireChosen(mopUp, personIds);
    requirePossible(act, mopUp, chosen, choice);
    const sitting = sittingFor(schoolId, transaction, audit, mopUp, choice);
    for (const one of chosen) leaveEarlierSitting(transaction, mopUp, one);
    const ids = chosen.map(({ person }) => person.id);
    if (sitting) putOnRegister(transaction, mopUp, sitting.id, ids);
    const decision = {
      outcome: choice.outcome,
      sittingId: sitting?.id ?? null,
      withWhom: choice.outcome === 'one-to-one' ? choice.withWhom : null,
      reason: choice.outcome === 'not-required' ? choice.reason : null,
      decidedOn: act.today,
    };
    const by = { decidedAt: act.now, decidedBy: act.actor.accountId };
    insertDecisions(
      transaction,
      ids.map((personId) => ({ sessionId, personId, ...decision, ...by })),
    );
    for (const { person } of chosen) {
      const words = decisionWords({ id: 0, personId: person.id, ...decision }, sitting);
      audit({
        action: 'mop-up.decided',
        personId: person.id,
        about: `${mopUp.session.title}: ${words}`,
        after: { sessionId, sittingId: decision.sittingId },
      });
    }
    return { personIds: ids };
  });
}

function requireChosen(mopUp: SessionMopUp, personIds: number[]): Missed<KnownPerson>[] {
  const wanted = [...new Set(personIds)];
  if (wanted.length === 0) throw new Refusal('wrong', 'Choose at least one person', 'people');
  return wanted.map((personId) => requireMissed(mopUp, personId));
}

/** Of a recording: there is one, and each of them can take its quiz here. */
function requirePossible(
  { today }: Act,
  { missed, quiz }: SessionMopUp,
  chosen: Missed<KnownPerson>[],
  { outcome }: MopUpChoice,
): void {
  if (outcome !== 'recording') return;
  if (!missed.hasRecording || quiz === null) {
    const message = 'Say where the recording is, and which quiz goes with it, first';
    throw new Refusal('wrong', message, 'outcome');
  }
  const people = chosen.map(({ person }) => person);
  const without = people.filter(({ hasAccount }) => !hasAccount);
  if (without.length > 0) {
    const message = `${namesOf(without)} cannot sign in, and so cannot take the quiz. Choose something else, or invite them first`;
    throw new Refusal('wrong', message, 'outcome');
  }
  const notFor = people.filter((person) => !isForPerson(quiz, person, today));
  if (notFor.length > 0) {
    const message = `The quiz “${quiz.title}” is not for ${namesOf(notFor)}. Choose something else, or change whom it is for`;
    throw new Refusal('wrong', message, 'outcome');
  }
}

function namesOf(people: KnownPerson[]): string {
  return listed(people.map(({ name }) => name));
}

/** The later sitting: one whose register is open, or one that is added now. Null for other outcomes. */
function sittingFor(
  schoolId: number,
  transaction: Transaction,
  audit: Audit,
  mopUp: SessionMopUp,
  choice: MopUpChoice,
) {
  if (choice.outcome !== 'later-sitting') return null;
  const { session } = mopUp;
  if ('added' in choice) {
    const plan = { ...choice.added, isMopUp: true };
    requireLater(schoolId, transaction, mopUp, plan);
    const id = insertSitting(transaction, session.id, plan);
    const after = { sessionId: session.id, sittingId: id, ...plan };
    audit({ action: 'sitting.added', about: sittingNamed(session, plan), after });
    return { id, ...plan };
  }
  const sitting = session.sittings.find(({ id }) => id === choice.sittingId);
  if (!sitting) throw new Refusal('wrong', 'Choose a sitting', 'sitting');
  if (sitting.finalisedAt !== null) {
    const message = `The register of ${inWords(sitting.heldOn)} is final. Choose another sitting`;
    throw new Refusal('conflict', message, 'sitting');
  }
  return sitting;
}

function requireLater(
  schoolId: number,
  transaction: Transaction,
  { session, missed }: SessionMopUp,
  { heldOn }: SittingPlan,
): void {
  const firstDay = firstDayOf(missed);
  if (firstDay !== null && heldOn < firstDay) {
    const message = `The day must be on or after ${inWords(firstDay)}, when the session was held`;
    throw new Refusal('wrong', message, 'heldOn');
  }
  if (creditedOn(policyOf(transaction, schoolId), session, heldOn).length === 0) {
    const message = `On ${inWords(heldOn)} nothing that this session credits is asked for any more`;
    throw new Refusal('wrong', message, 'heldOn');
  }
}

/** Whoever was ticked there already stays on that register. */
function leaveEarlierSitting(
  transaction: Transaction,
  { missed }: SessionMopUp,
  { person, decision }: Missed<KnownPerson>,
): void {
  if (decision?.outcome !== 'later-sitting') return;
  const sitting = missed.sittings.find(({ id }) => id === decision.sittingId);
  const mark = sitting?.marks.find(({ personId }) => personId === person.id);
  if (!sitting || sitting.finalisedAt !== null || mark?.attendance !== null) return;
  removeRegisterMarks(transaction, sitting.id, [person.id]);
}

/** Whoever is ticked there already has been there: that stays. */
function putOnRegister(
  transaction: Transaction,
  { missed }: SessionMopUp,
  sittingId: number,
  personIds: number[],
): void {
  const marks = missed.sittings.find(({ id }) => id === sittingId)?.marks ?? [];
  const ticked = new Set(marks.filter(isThere).map(({ personId }) => personId));
  const mark = { expected: 'added' as const, attendance: null, minutes: null };
  writeRegisterMarks(
    transaction,
    sittingId,
    personIds.filter((id) => !ticked.has(id)).map((personId) => ({ personId, ...mark })),
  );
}
