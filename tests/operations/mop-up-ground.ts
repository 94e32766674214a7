import { findMopUp } from '#app/data/mop-ups.ts';
import {
  addSessionCompletions,
  listRegisterMarks,
  writeRegisterMarks,
} from '#app/data/registers.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import { insertSession, insertSitting, setFinal } from '#app/data/sessions.ts';
import { groupOf, type MopUpGroup } from '#app/domain/sessions/mop-up.ts';
import { write } from '#tests/support/people.ts';
import { type Ground, on } from './support.ts';

type Given = Pick<Ground, 'database' | 'schoolId'>;
type Held = { credits: number[]; there?: number[]; heldOn?: string; isFinal?: boolean };

/** A session of 1 September for all staff, with its register. Answers its id and that of its sitting. */
export function makeHeldSession(
  { database, schoolId }: Given,
  { credits, there = [], heldOn = '2026-09-01', isFinal = true }: Held,
) {
  return write(database, (transaction) => {
    raiseFactsVersion(transaction, schoolId);
    const at = '2026-09-01T15:00:00.000Z';
    const plan = { title: 'September INSET', about: null, trainer: 'The lead' };
    const trainer = { trainerPersonId: null, trainerHoldsId: null };
    const audience = { categories: ['staff' as const], kinds: [] };
    const by = { schoolId, kind: 'session' as const, plannedOn: on('2026-07-01') };
    const sessionId = insertSession(transaction, {
      ...plan,
      ...trainer,
      ...by,
      audience,
      creditIds: credits,
      plannedAt: at,
      plannedBy: null,
    });
    const sitting = { heldOn: on(heldOn), startsAt: '09:00', minutes: 180, place: 'Hall' };
    const sittingId = insertSitting(transaction, sessionId, { ...sitting, isMopUp: false });
    if (!isFinal) return { sessionId, sittingId };
    writeRegisterMarks(transaction, sittingId, there.map(wasThere));
    const facts = { completedOn: on(heldOn), evidence: 'register' as const, needsCheck: false };
    const made = there.flatMap((personId) =>
      credits.map((requirementId) => ({ personId, requirementId, ...facts, recordedAt: at })),
    );
    addSessionCompletions(transaction, { sessionId, sittingId, mopUpId: null }, made);
    setFinal(transaction, sittingId, {
      finalisedAt: at,
      finalisedOn: on(heldOn),
      finalisedBy: null,
    });
    return { sessionId, sittingId };
  });
}

function wasThere(personId: number) {
  return { personId, expected: 'expected' as const, attendance: 'there' as const, minutes: null };
}

/** Under which heading each person of the list stands, by their id. */
export function groupsOf({ database, schoolId, act }: Ground, sessionId: number) {
  const list = findMopUp(database, schoolId, sessionId, act.today)?.list ?? [];
  return Object.fromEntries(list.map((one) => [one.person.id, groupOf(one)])) as Record<
    number,
    MopUpGroup
  >;
}

/** Who is on the register of a sitting by what is kept of it. */
export function onRegister({ database }: Given, sittingId: number): number[] {
  const marks = listRegisterMarks(database, [sittingId]).get(sittingId) ?? [];
  return marks.map(({ personId }) => personId);
}
