import type { Day } from '#app/domain/days.ts';
import { mopUpFigures, mopUpOf } from '#app/domain/sessions/mop-up.ts';
import { isToClose, type OpenRegister, openRegistersOf } from '#app/domain/sessions/unfinished.ts';
import type { Database } from './database.ts';
import { schoolFacts } from './facts.ts';
import { type MopUpToDo, sessionsMissed } from './mop-ups.ts';
import { listReopened } from './registers.ts';
import { listUnfinished } from './sessions.ts';

/** What is left to do of sessions that were held. */
export type UnfinishedSessions = {
  openRegisters: OpenRegister[];
  /** With all their registers final, and not closed; whether somebody missed them or not. */
  toClose: MopUpToDo[];
};

/**
 * The registers that are not final, and the sessions that were not closed. Nothing is read of a session
 * that is closed and has all its registers final.
 */
export function listUnfinishedSessions(
  database: Database,
  schoolId: number,
  on: Day,
): UnfinishedSessions {
  const sessions = listUnfinished(database, schoolId, on);
  const sittingIds = sessions.flatMap(({ sittings }) => sittings.map(({ id }) => id));
  const openRegisters = openRegistersOf(sessions, listReopened(database, sittingIds), on);
  const over = sessions.filter((session) => isToClose(session, on));
  const { policy, people } = schoolFacts(database, schoolId);
  const toClose = sessionsMissed(database, schoolId, over, on).map(({ session, missed }) => ({
    session: { id: session.id, title: session.title },
    figures: mopUpFigures(mopUpOf(policy, missed, people, on)),
  }));
  return { openRegisters, toClose };
}
