import type { Day } from '#app/domain/days.ts';
import { figuresOfRegister, type RegisterFigures } from '#app/domain/sessions/register.ts';
import {
  comingInWords,
  type SittingState,
  stateOfSitting,
} from '#app/domain/sessions/session-words.ts';
import type { PersonFacts, Policy } from '#app/domain/types.ts';
import type { Database, Reader } from './database.ts';
import { schoolFacts } from './facts.ts';
import { registersOf } from './registers.ts';
import { listSessions, type SittingRecord, type WholeSession } from './sessions.ts';

/** A sitting as a list shows it: where it stands, and how many are on its register. */
export type SittingLine = SittingRecord & { state: SittingState; figures: RegisterFigures };

export type SessionLine = Omit<WholeSession, 'sittings'> & { sittings: SittingLine[] };

/** Sessions with where each of their sittings stands on a day. */
export function sessionLines(
  database: Database,
  schoolId: number,
  sessions: readonly WholeSession[],
  today: Day,
): SessionLine[] {
  const { people } = schoolFacts(database, schoolId);
  const registers = registersOf(database, people, sessions);
  return sessions.map((session) => ({
    ...session,
    sittings: session.sittings.map((sitting) => ({
      ...sitting,
      state: stateOfSitting(sitting, session, today),
      figures: figuresOfRegister(registers.get(sitting.id)?.entries ?? []),
    })),
  }));
}

/** A session at which somebody is expected, as they read it. */
export type ComingSession = { id: number; sessionId: number; title: string; sentence: string };

/** The sittings from a day on whose register this person is on, the next one first. */
export function listComingSessions(
  reader: Reader,
  schoolId: number,
  { policy, person }: { policy: Policy; person: PersonFacts },
  today: Day,
): ComingSession[] {
  const isToCome = ({ heldOn, finalisedAt }: SittingRecord) =>
    heldOn >= today && finalisedAt === null;
  const sessions = listSessions(reader, schoolId).filter(
    ({ calledOffOn, sittings }) => calledOffOn === null && sittings.some(isToCome),
  );
  const registers = registersOf(reader, [person], sessions);
  return sessions
    .flatMap((session) => session.sittings.map((sitting) => ({ session, sitting })))
    .filter(({ sitting }) => {
      return isToCome(sitting) && (registers.get(sitting.id)?.entries.length ?? 0) > 0;
    })
    .sort((a, b) => (a.sitting.heldOn < b.sitting.heldOn ? -1 : 1))
    .map(({ session: { title, trainer, creditIds }, sitting }) => {
      const credited = policy.requirements.filter(({ id }) => creditIds.includes(id));
      const names = credited.map(({ name }) => name);
      const sentence = comingInWords({ ...sitting, trainer }, names);
      return { id: sitting.id, sessionId: sitting.sessionId, title, sentence };
    });
}
