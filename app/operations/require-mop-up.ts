import type { Database } from '#app/data/database.ts';
import type { KnownPerson } from '#app/data/facts.ts';
import { readMopUp, type SessionMopUp } from '#app/data/mop-ups.ts';
import type { Day } from '#app/domain/days.ts';
import type { Missed } from '#app/domain/sessions/mop-up.ts';
import { Refusal } from './act.ts';
import { requireHeld } from './require-session.ts';

/** The list of a session of this school that is closed and was held. Throws Refusal. */
export function requireMopUp(
  database: Database,
  schoolId: number,
  sessionId: number,
  on: Day,
): SessionMopUp {
  const found = readMopUp(database, schoolId, sessionId, on);
  if (!found) throw new Refusal('not-found', 'There is no such session');
  requireHeld(found.session);
  if (found.session.closedOn === null) {
    const message =
      'The list of those who missed this session is not begun. Close the session first';
    throw new Refusal('conflict', message);
  }
  return found;
}

/** Somebody on the list who still lacks something. Throws Refusal. */
export function requireMissed({ list }: SessionMopUp, personId: number): Missed<KnownPerson> {
  const one = list.find(({ person }) => person.id === personId);
  if (!one) throw new Refusal('not-found', 'There is no such person');
  if (one.state === 'done') {
    throw new Refusal('conflict', `${one.person.name} has made up for it meanwhile`);
  }
  return one;
}
