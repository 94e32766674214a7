import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { WrittenCompletion } from '#app/domain/sessions/difference.ts';
import {
  type Register,
  type RegisterMark,
  registerOf,
  thereElsewhere,
} from '#app/domain/sessions/register.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import {
  completions,
  mopUps,
  sessionCompletions,
  sittingFiles,
  sittingPeople,
  sittingReopenings,
  sittings,
  withdrawals,
} from '#db/schema.ts';
import type { NewCompletion } from './completions.ts';
import type { Reader, Transaction } from './database.ts';
import type { SittingRecord, WholeSession } from './sessions.ts';

/** What the registers of these sittings say, by sitting. */
export function listRegisterMarks(
  reader: Reader,
  sittingIds: number[],
): Map<number, RegisterMark[]> {
  const rows = reader
    .select()
    .from(sittingPeople)
    .where(inArray(sittingPeople.sittingId, sittingIds))
    .orderBy(asc(sittingPeople.personId))
    .all();
  const bySitting = Map.groupBy(rows, ({ sittingId }) => sittingId);
  return new Map(
    [...bySitting].map(([id, marks]) => [id, marks.map(({ sittingId: _, ...mark }) => mark)]),
  );
}

/** The registers of all sittings of these sessions as they stand, by sitting; one statement. */
export function registersOf<Person extends PersonFacts>(
  reader: Reader,
  people: readonly Person[],
  sessions: readonly WholeSession[],
): Map<number, Register<Person>> {
  const ids = sessions.flatMap(({ sittings }) => sittings.map(({ id }) => id));
  const marks = listRegisterMarks(reader, ids);
  return new Map(
    sessions.flatMap(({ audience, sittings }) =>
      sittings.map((sitting) => {
        const elsewhere = thereElsewhere(sittings, sitting.id, marks);
        const own = marks.get(sitting.id) ?? [];
        const register = registerOf({ audience, sitting, people, marks: own, elsewhere });
        return [sitting.id, register] as const;
      }),
    ),
  );
}

/** The register of one sitting as it stands, in the order of the people. */
export function findRegister<Person extends PersonFacts>(
  reader: Reader,
  people: readonly Person[],
  session: WholeSession,
  { id }: Pick<SittingRecord, 'id'>,
): Register<Person> {
  const nobody = { entries: [], notExpected: [], left: [] };
  return registersOf(reader, people, [session]).get(id) ?? nobody;
}

/** So many rows at once: SQLite takes 32,766 values in a statement. */
const ROWS_AT_ONCE = 500;

/** Writes what a register says of these people; of everybody else it stays as it was. */
export function writeRegisterMarks(
  transaction: Transaction,
  sittingId: number,
  marks: readonly RegisterMark[],
): void {
  for (const some of inParts(marks)) {
    transaction
      .insert(sittingPeople)
      .values(some.map((mark) => ({ sittingId, ...mark })))
      .onConflictDoUpdate({
        target: [sittingPeople.sittingId, sittingPeople.personId],
        set: {
          expected: sql`excluded.expected`,
          attendance: sql`excluded.attendance`,
          minutes: sql`excluded.minutes`,
        },
      })
      .run();
  }
}

/** Takes people off a register as if nothing had been said of them. */
export function removeRegisterMarks(
  transaction: Transaction,
  sittingId: number,
  personIds: readonly number[],
): void {
  for (const some of inParts(personIds)) {
    transaction
      .delete(sittingPeople)
      .where(and(eq(sittingPeople.sittingId, sittingId), inArray(sittingPeople.personId, some)))
      .run();
  }
}

/** Takes a sitting away with its open register and the photographs of its sheet. */
export function deleteSitting(transaction: Transaction, sittingId: number): void {
  transaction.delete(sittingPeople).where(eq(sittingPeople.sittingId, sittingId)).run();
  transaction.delete(sittingFiles).where(eq(sittingFiles.sittingId, sittingId)).run();
  transaction.delete(sittings).where(eq(sittings.id, sittingId)).run();
}

/** Where completions come from. */
export type WrittenBy = { sessionId: number; sittingId: number | null; mopUpId: number | null };

/** Records completions and that this session wrote them. Answers them with their ids. */
export function addSessionCompletions(
  transaction: Transaction,
  by: WrittenBy,
  made: readonly NewCompletion[],
): { completionId: number; personId: number; requirementId: number }[] {
  const { id, personId, requirementId } = completions;
  return inParts(made).flatMap((some) => {
    const written = transaction
      .insert(completions)
      .values(some)
      .returning({ completionId: id, personId, requirementId })
      .all();
    const rows = written.map(({ completionId }) => ({ completionId, ...by }));
    transaction.insert(sessionCompletions).values(rows).run();
    return written;
  });
}

/**
 * Every completion that the register of a sitting ever wrote. `ownReasons`: with which the register
 * itself withdrew some; whatever was withdrawn for another reason was withdrawn by hand.
 */
export function listWritten(
  reader: Reader,
  sittingId: number,
  ownReasons: ReadonlySet<string>,
): WrittenCompletion[] {
  return reader
    .select({
      completionId: completions.id,
      personId: completions.personId,
      requirementId: completions.requirementId,
      completedOn: completions.completedOn,
      provider: completions.provider,
      needsCheck: completions.needsCheck,
      reason: withdrawals.reason,
    })
    .from(sessionCompletions)
    .innerJoin(completions, eq(completions.id, sessionCompletions.completionId))
    .leftJoin(withdrawals, eq(withdrawals.completionId, completions.id))
    .where(eq(sessionCompletions.sittingId, sittingId))
    .orderBy(asc(completions.id))
    .all()
    .map(({ reason, ...one }) => ({ ...one, state: stateOf(reason, ownReasons) }));
}

function stateOf(
  reason: string | null,
  ownReasons: ReadonlySet<string>,
): WrittenCompletion['state'] {
  if (reason === null) return 'stands';
  return ownReasons.has(reason) ? 'withdrawn-by-register' : 'withdrawn-by-hand';
}

/** Does anything stand that this session wrote, by a register or for somebody who missed it? */
export function hasWrittenStanding(reader: Reader, sessionId: number): boolean {
  const row = reader
    .select({ id: sessionCompletions.completionId })
    .from(sessionCompletions)
    .leftJoin(withdrawals, eq(withdrawals.completionId, sessionCompletions.completionId))
    .where(and(eq(sessionCompletions.sessionId, sessionId), isNull(withdrawals.completionId)))
    .limit(1)
    .get();
  return row !== undefined;
}

/** Withdraws completions, all for one reason. */
export function withdrawAll(
  transaction: Transaction,
  completionIds: readonly number[],
  of: { reason: string; withdrawnAt: string; withdrawnBy: number | null },
): void {
  for (const some of inParts(completionIds)) {
    transaction
      .insert(withdrawals)
      .values(some.map((completionId) => ({ completionId, ...of })))
      .run();
  }
}

export type Reopening = typeof sittingReopenings.$inferSelect;

/** Why the register of a sitting was opened again, in order. */
export function listReopenings(reader: Reader, sittingId: number): Reopening[] {
  return reader
    .select()
    .from(sittingReopenings)
    .where(eq(sittingReopenings.sittingId, sittingId))
    .orderBy(asc(sittingReopenings.id))
    .all();
}

export function addReopening(
  transaction: Transaction,
  reopening: typeof sittingReopenings.$inferInsert,
): void {
  transaction.insert(sittingReopenings).values(reopening).run();
}

/** Which of these sittings have a register that was final and was opened again. */
export function listReopened(reader: Reader, sittingIds: number[]): Set<number> {
  const rows = reader
    .selectDistinct({ id: sittingReopenings.sittingId })
    .from(sittingReopenings)
    .where(inArray(sittingReopenings.sittingId, sittingIds))
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** Has the register of this sitting ever been final? */
export function wasEverFinal(reader: Reader, sittingId: number): boolean {
  return listReopenings(reader, sittingId).length > 0;
}

/** Are people put down for this sitting who missed the session? Those decisions are kept for ever. */
export function isMopUpArranged(reader: Reader, sittingId: number): boolean {
  const row = reader
    .select({ id: mopUps.id })
    .from(mopUps)
    .where(eq(mopUps.sittingId, sittingId))
    .limit(1)
    .get();
  return row !== undefined;
}

function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
    parts.push(all.slice(from, from + ROWS_AT_ONCE));
  }
  return parts;
}
