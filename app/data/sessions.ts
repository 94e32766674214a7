import { and, asc, eq, exists, gt, inArray, isNull, lt, not, or } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { SessionKind } from '#app/domain/sessions/session.ts';
import type { Audience } from '#app/domain/types.ts';
import { sessionCredits, sittings, trainingSessions } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** A training event, or a short update, of a school. */
export type SessionRecord = {
  id: number;
  kind: SessionKind;
  title: string;
  about: string | null;
  /** As it stands on the register. */
  trainer: string | null;
  trainerPersonId: number | null;
  /** What the trainer is to hold in date on the day of each sitting. */
  trainerHoldsId: number | null;
  audience: Audience;
  recordingLink: string | null;
  recordingQuizId: number | null;
  plannedOn: Day;
  closedOn: Day | null;
  /** Of a short update: the day on which it was taken back. */
  calledOffOn: Day | null;
  /** The requirements that being there completes. */
  creditIds: number[];
};

/** One dated delivery of a session. */
export type SittingRecord = {
  id: number;
  sessionId: number;
  heldOn: Day;
  /** `HH:MM`. */
  startsAt: string | null;
  minutes: number | null;
  place: string | null;
  isMopUp: boolean;
  /** Null while its register is open. */
  finalisedAt: string | null;
  finalisedOn: Day | null;
  finalisedBy: number | null;
};

/** A session with its sittings, in the order of their days. */
export type WholeSession = SessionRecord & { sittings: SittingRecord[] };

/** The school's planned events with their sittings, as they were planned; short updates are none. */
export function listSessions(reader: Reader, schoolId: number): WholeSession[] {
  return wholeOf(reader, and(eq(trainingSessions.schoolId, schoolId), isEvent()));
}

/**
 * The school's planned events of which something may be left to do on a day: those that are not closed, or
 * have a sitting before it whose register is not final; never those that are called off.
 */
export function listUnfinished(reader: Reader, schoolId: number, on: Day): WholeSession[] {
  const { id, closedOn, calledOffOn, schoolId: school } = trainingSessions;
  const isOfSession = eq(sittings.sessionId, id);
  const isDue = and(isOfSession, isNull(sittings.finalisedAt), lt(sittings.heldOn, on));
  const due = reader.select({ id: sittings.id }).from(sittings).where(isDue);
  const isLeft = or(isNull(closedOn), gt(closedOn, on), exists(due));
  return wholeOf(reader, and(eq(school, schoolId), isEvent(), isNull(calledOffOn), isLeft));
}

/** One of the school's planned events with its sittings, or null. */
export function findSession(
  reader: Reader,
  schoolId: number,
  sessionId: number,
): WholeSession | null {
  const { id, schoolId: school } = trainingSessions;
  const [session] = wholeOf(reader, and(eq(school, schoolId), eq(id, sessionId), isEvent()));
  return session ?? null;
}

/** The school's short updates with their one sitting each, as they were logged; without those taken back. */
export function listUpdates(reader: Reader, schoolId: number): WholeSession[] {
  const { schoolId: school, calledOffOn } = trainingSessions;
  return wholeOf(reader, and(eq(school, schoolId), not(isEvent()), isNull(calledOffOn)));
}

/** One of the school's short updates, taken back or not, or null. */
export function findUpdate(
  reader: Reader,
  schoolId: number,
  sessionId: number,
): WholeSession | null {
  const { id, schoolId: school } = trainingSessions;
  const ofUpdate = and(eq(school, schoolId), eq(id, sessionId), not(isEvent()));
  const [update] = wholeOf(reader, ofUpdate);
  return update ?? null;
}

function isEvent() {
  return eq(trainingSessions.kind, 'session');
}

/** Three statements, however many sessions there are. */
function wholeOf(reader: Reader, where: ReturnType<typeof and>): WholeSession[] {
  const rows = reader
    .select()
    .from(trainingSessions)
    .where(where)
    .orderBy(asc(trainingSessions.id))
    .all();
  const ids = rows.map(({ id }) => id);
  const credits = creditsBySession(reader, ids);
  const held = sittingsBySession(reader, ids);
  return rows.map(({ schoolId: _, plannedAt: __, plannedBy: ___, ...row }) => ({
    ...row,
    creditIds: (credits.get(row.id) ?? []).map(({ requirementId }) => requirementId),
    sittings: held.get(row.id) ?? [],
  }));
}

function creditsBySession(reader: Reader, sessionIds: number[]) {
  const rows = reader
    .select()
    .from(sessionCredits)
    .where(inArray(sessionCredits.sessionId, sessionIds))
    .orderBy(asc(sessionCredits.requirementId))
    .all();
  return Map.groupBy(rows, ({ sessionId }) => sessionId);
}

function sittingsBySession(reader: Reader, sessionIds: number[]): Map<number, SittingRecord[]> {
  const rows = reader
    .select()
    .from(sittings)
    .where(inArray(sittings.sessionId, sessionIds))
    .orderBy(asc(sittings.heldOn), asc(sittings.startsAt), asc(sittings.id))
    .all();
  return Map.groupBy(rows, ({ sessionId }) => sessionId);
}

/** What a session is planned as. */
export type SessionPlan = {
  title: string;
  about: string | null;
  trainer: string | null;
  trainerPersonId: number | null;
  trainerHoldsId: number | null;
  audience: Audience;
  creditIds: number[];
};

type NewSession = SessionPlan & {
  schoolId: number;
  kind: SessionKind;
  plannedOn: Day;
  plannedAt: string;
  plannedBy: number | null;
};

/** Adds a session, or a short update, with what it credits. Answers its id. */
export function insertSession(
  transaction: Transaction,
  { creditIds, ...session }: NewSession,
): number {
  const { id } = transaction
    .insert(trainingSessions)
    .values(session)
    .returning({ id: trainingSessions.id })
    .get();
  addCredits(transaction, id, creditIds);
  return id;
}

export function updateSession(
  transaction: Transaction,
  sessionId: number,
  { creditIds, ...plan }: SessionPlan,
): void {
  transaction.update(trainingSessions).set(plan).where(eq(trainingSessions.id, sessionId)).run();
  transaction.delete(sessionCredits).where(eq(sessionCredits.sessionId, sessionId)).run();
  addCredits(transaction, sessionId, creditIds);
}

function addCredits(transaction: Transaction, sessionId: number, ids: number[]): void {
  if (ids.length === 0) return;
  const rows = ids.map((requirementId) => ({ sessionId, requirementId }));
  transaction.insert(sessionCredits).values(rows).run();
}

export function setCalledOff(transaction: Transaction, sessionId: number, on: Day | null): void {
  transaction
    .update(trainingSessions)
    .set({ calledOffOn: on })
    .where(eq(trainingSessions.id, sessionId))
    .run();
}

/** When and where a session is held. */
export type SittingPlan = Pick<
  SittingRecord,
  'heldOn' | 'startsAt' | 'minutes' | 'place' | 'isMopUp'
>;

/** Answers the sitting's id. */
export function insertSitting(
  transaction: Transaction,
  sessionId: number,
  plan: SittingPlan,
): number {
  return transaction
    .insert(sittings)
    .values({ sessionId, ...plan })
    .returning({ id: sittings.id })
    .get().id;
}

export function updateSitting(
  transaction: Transaction,
  sittingId: number,
  plan: SittingPlan,
): void {
  transaction.update(sittings).set(plan).where(eq(sittings.id, sittingId)).run();
}

/** Makes a register final, or opens it again where `finalisedAt` is null. */
export function setFinal(
  transaction: Transaction,
  sittingId: number,
  final: Pick<SittingRecord, 'finalisedAt' | 'finalisedOn' | 'finalisedBy'>,
): void {
  transaction.update(sittings).set(final).where(eq(sittings.id, sittingId)).run();
}
