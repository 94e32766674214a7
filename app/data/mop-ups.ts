import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import {
  type Missed,
  type MissedSession,
  type MopUpDecision,
  type MopUpFigures,
  mopUpFigures,
  mopUpOf,
} from '#app/domain/sessions/mop-up.ts';
import type { Policy } from '#app/domain/types.ts';
import { mopUps, trainingSessions } from '#db/schema.ts';
import type { Database, Reader, Transaction } from './database.ts';
import { type KnownPerson, readSchoolFacts, schoolFacts } from './facts.ts';
import { listQuizzes, type SchoolQuiz } from './quizzes.ts';
import { listRegisterMarks } from './registers.ts';
import { findSession, listSessions, type WholeSession } from './sessions.ts';

/** A session with what says who missed it, and the quiz on its recording where it can be taken. */
export type SessionMissed = {
  session: WholeSession;
  missed: MissedSession;
  /** Null: none, or it is retired. */
  quiz: SchoolQuiz | null;
};

/** What is known of these sessions of one school on a day; three statements, however many there are. */
export function sessionsMissed(
  reader: Reader,
  schoolId: number,
  sessions: readonly WholeSession[],
  on: Day,
): SessionMissed[] {
  if (sessions.length === 0) return [];
  const quizzes = listQuizzes(reader, schoolId, on);
  const sittingIds = sessions.flatMap(({ sittings }) => sittings.map(({ id }) => id));
  const marks = listRegisterMarks(reader, sittingIds);
  const decisions = listDecisions(
    reader,
    sessions.map(({ id }) => id),
  );
  return sessions.map((session) => {
    const { audience, creditIds: credits, recordingLink } = session;
    const quiz = quizzes.find(({ id }) => id === session.recordingQuizId) ?? null;
    const sittings = session.sittings.map(({ id, heldOn, isMopUp, finalisedAt }) => {
      return { id, heldOn, isMopUp, finalisedAt, marks: marks.get(id) ?? [] };
    });
    const hasRecording = recordingLink !== null && quiz !== null;
    const own = decisions.get(session.id) ?? [];
    const missed = { audience, credits, sittings, decisions: own, hasRecording };
    return { session, missed, quiz };
  });
}

/** What was decided for those who missed these sessions, in order, by session. */
function listDecisions(reader: Reader, sessionIds: number[]): Map<number, MopUpDecision[]> {
  const rows = reader
    .select()
    .from(mopUps)
    .where(inArray(mopUps.sessionId, sessionIds))
    .orderBy(asc(mopUps.id))
    .all();
  const bySession = Map.groupBy(rows, ({ sessionId }) => sessionId);
  return new Map(
    [...bySession].map(([id, own]) => [
      id,
      own.map(({ sessionId: _, decidedAt: __, decidedBy: ___, ...decision }) => decision),
    ]),
  );
}

/** A session and who missed it. */
export type SessionMopUp = SessionMissed & { list: Missed<KnownPerson>[] };

/** Who missed one of the school's sessions and what became of them, or null where there is none. */
export function findMopUp(
  database: Database,
  schoolId: number,
  sessionId: number,
  on: Day,
): SessionMopUp | null {
  return mopUpFrom(database, schoolId, sessionId, on, schoolFacts(database, schoolId));
}

/** As `findMopUp`, read anew: also what the transaction under way has written. */
export function readMopUp(
  database: Database,
  schoolId: number,
  sessionId: number,
  on: Day,
): SessionMopUp | null {
  return mopUpFrom(database, schoolId, sessionId, on, readSchoolFacts(database, schoolId));
}

function mopUpFrom(
  database: Database,
  schoolId: number,
  sessionId: number,
  on: Day,
  { policy, people }: { policy: Policy; people: KnownPerson[] },
): SessionMopUp | null {
  const session = findSession(database, schoolId, sessionId);
  if (session === null) return null;
  const [one] = sessionsMissed(database, schoolId, [session], on);
  return one ? { ...one, list: mopUpOf(policy, one.missed, people, on) } : null;
}

/** How the list of a session stands, for whoever has to work through it. */
export type MopUpToDo = { session: { id: number; title: string }; figures: MopUpFigures };

/** The lists of those who missed that are begun, whether anything is open on them or not. */
export function listMopUps(database: Database, schoolId: number, on: Day): MopUpToDo[] {
  const { policy, people } = schoolFacts(database, schoolId);
  const closed = listSessions(database, schoolId).filter((session) => isClosed(session, on));
  return sessionsMissed(database, schoolId, closed, on).map(({ session, missed }) => ({
    session: { id: session.id, title: session.title },
    figures: mopUpFigures(mopUpOf(policy, missed, people, on)),
  }));
}

/** What stands for one person on the list of a session. */
export type OwnMopUp = SessionMissed & { own: Missed<KnownPerson> };

/** What was decided for one person, session by session, the latest first. */
export function listOwnMopUps(
  database: Database,
  schoolId: number,
  { policy, person }: { policy: Policy; person: KnownPerson },
  on: Day,
): OwnMopUp[] {
  const decided = new Set(decidedSessions(database, person.id));
  if (decided.size === 0) return [];
  const closed = listSessions(database, schoolId).filter(
    (session) => decided.has(session.id) && isClosed(session, on),
  );
  return sessionsMissed(database, schoolId, closed, on)
    .flatMap((one) => mopUpOf(policy, one.missed, [person], on).map((own) => ({ ...one, own })))
    .reverse();
}

function decidedSessions(reader: Reader, personId: number): number[] {
  return reader
    .selectDistinct({ id: mopUps.sessionId })
    .from(mopUps)
    .where(eq(mopUps.personId, personId))
    .all()
    .map(({ id }) => id);
}

function isClosed({ closedOn, calledOffOn }: WholeSession, on: Day): boolean {
  return closedOn !== null && closedOn <= on && calledOffOn === null;
}

/** The ids of the school's closed sessions whose recording has this quiz. */
export function sessionsWithQuiz(
  reader: Reader,
  { schoolId, quizId, on }: { schoolId: number; quizId: number; on: Day },
): number[] {
  const { id, schoolId: school, recordingQuizId, recordingLink } = trainingSessions;
  return reader
    .select({ id })
    .from(trainingSessions)
    .where(
      and(
        eq(school, schoolId),
        eq(recordingQuizId, quizId),
        isNotNull(recordingLink),
        lte(trainingSessions.closedOn, on),
        isNull(trainingSessions.calledOffOn),
      ),
    )
    .orderBy(asc(id))
    .all()
    .map((row) => row.id);
}

/** Adds decisions. Answers their ids, in their order. */
export function insertDecisions(
  transaction: Transaction,
  rows: readonly (typeof mopUps.$inferInsert)[],
): number[] {
  return transaction
    .insert(mopUps)
    .values([...rows])
    .returning({ id: mopUps.id })
    .all()
    .map(({ id }) => id);
}

/** Begins the list of those who missed a session; null ends it again. */
export function setClosed(transaction: Transaction, sessionId: number, on: Day | null): void {
  transaction
    .update(trainingSessions)
    .set({ closedOn: on })
    .where(eq(trainingSessions.id, sessionId))
    .run();
}

export type Recording = { recordingLink: string | null; recordingQuizId: number | null };

export function setRecording(
  transaction: Transaction,
  sessionId: number,
  recording: Recording,
): void {
  transaction
    .update(trainingSessions)
    .set(recording)
    .where(eq(trainingSessions.id, sessionId))
    .run();
}
