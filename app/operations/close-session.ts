import { readMopUp, setClosed } from '#app/data/mop-ups.ts';
import type { SittingRecord } from '#app/data/sessions.ts';
import { type MopUpFigures, mopUpFigures } from '#app/domain/sessions/mop-up.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireHeld } from './require-session.ts';

/**
 * Closes a session: from now on those who missed it are a list that is worked through. Further sittings can
 * be held, and their registers kept as before. Throws Refusal.
 */
export function closeSession(
  act: Act,
  { sessionId }: { sessionId: number },
): Promise<{ figures: MopUpFigures }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const found = readMopUp(act.database, schoolId, sessionId, act.today);
    if (!found) throw new Refusal('not-found', 'There is no such session');
    const { session, list } = found;
    requireHeld(session);
    if (session.closedOn !== null) {
      throw new Refusal(
        'conflict',
        'This session is closed already: the list of those who missed it is begun',
      );
    }
    if (!session.sittings.some(isFinalOfEverybody)) {
      const message = 'Nobody has missed it yet. Make the register of a sitting final first';
      throw new Refusal('conflict', message);
    }
    setClosed(transaction, sessionId, act.today);
    const figures = mopUpFigures(list);
    audit({
      action: 'session.closed',
      about: session.title,
      after: { sessionId, missed: list.length },
    });
    return { figures };
  });
}

function isFinalOfEverybody({ isMopUp, finalisedAt }: SittingRecord): boolean {
  return !isMopUp && finalisedAt !== null;
}
