import type { HeldSitting } from '#app/domain/dashboard/delivered.ts';
import type { Day } from '#app/domain/days.ts';
import { figuresOfRegister, type RegisterMark } from '#app/domain/sessions/register.ts';
import type { Update, UpdateKind } from '#app/domain/sessions/updates.ts';
import type { Policy } from '#app/domain/types.ts';
import type { Database, Reader } from './database.ts';
import { schoolPolicy } from './facts.ts';
import { listRegisterMarks } from './registers.ts';
import { rememberedBySchool } from './remembered.ts';
import {
  findUpdate as findRecord,
  listUpdates as listRecords,
  listSessions,
  type SittingRecord,
  type WholeSession,
} from './sessions.ts';

/** Everything short that was ever logged at this school, with how many heard it. */
export function listUpdates(database: Database, schoolId: number): Update[] {
  return rememberedBySchool(database, schoolId, 'updates', () => {
    const policy = schoolPolicy(database, schoolId);
    const records = listRecords(database, schoolId);
    const marks = marksOf(database, records);
    return records.flatMap((record) => updateOf(policy, record, marks) ?? []);
  });
}

/** An update with its one sitting and who was there. */
export type WholeUpdate = {
  update: Update;
  record: WholeSession;
  sitting: SittingRecord;
  marks: RegisterMark[];
};

/** One of the school's updates, or null. */
export function findUpdate(
  database: Database,
  schoolId: number,
  sessionId: number,
): WholeUpdate | null {
  const record = findRecord(database, schoolId, sessionId);
  const sitting = record?.sittings[0];
  if (!record || !sitting) return null;
  const marks = marksOf(database, [record]);
  const update = updateOf(schoolPolicy(database, schoolId), record, marks);
  return update && { update, record, sitting, marks: onRegister(marks, sitting) };
}

type Marks = ReadonlyMap<number, readonly RegisterMark[]>;

function marksOf(reader: Reader, records: readonly WholeSession[]): Marks {
  const ids = records.flatMap(({ sittings }) => sittings.map(({ id }) => id));
  return listRegisterMarks(reader, ids);
}

function onRegister(marks: Marks, { id }: SittingRecord): RegisterMark[] {
  return (marks.get(id) ?? []).filter(({ expected }) => expected !== 'not-expected');
}

function updateOf(policy: Policy, record: WholeSession, marks: Marks): Update | null {
  const { id, kind, title, about, creditIds, sittings } = record;
  const [sitting] = sittings;
  if (sitting === undefined || kind === 'session') return null;
  const { there, inPart, expected } = figuresOfRegister(onRegister(marks, sitting));
  return {
    id,
    kind: kind satisfies UpdateKind,
    title,
    about,
    heldOn: sitting.heldOn,
    minutes: sitting.minutes,
    there: there + inPart,
    of: expected,
    credits: policy.requirements
      .filter((one) => creditIds.includes(one.id))
      .map(({ name }) => name),
    isFinal: sitting.finalisedAt !== null,
  };
}

/**
 * What was held at this school in so many days, both included: sessions and short updates, by their final
 * registers. No register of other days is read.
 */
export function listHeld(
  database: Database,
  schoolId: number,
  { from, to }: { from: Day; to: Day },
): HeldSitting[] {
  const records = [...listSessions(database, schoolId), ...listRecords(database, schoolId)];
  const held = records.map(({ sittings, ...record }) => ({
    ...record,
    sittings: sittings.filter(
      ({ finalisedAt, heldOn }) => finalisedAt !== null && from <= heldOn && heldOn <= to,
    ),
  }));
  const marks = marksOf(database, held);
  return held.flatMap(({ id: sessionId, kind, title, sittings }) =>
    sittings.map((sitting) => {
      const { heldOn } = sitting;
      return { sessionId, kind, title, heldOn, marks: onRegister(marks, sitting) };
    }),
  );
}
