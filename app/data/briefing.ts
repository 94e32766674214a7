import { and, asc, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { briefingPoints } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** A point for a briefing: it waits until it was said. */
export type BriefingPoint = {
  id: number;
  /** The wording of the question that it came from. */
  revisionId: number | null;
  words: string;
  addedOn: Day;
  saidOn: Day | null;
  said: string | null;
};

/** What waits to be said at this school, in the order in which it was added. */
export function listWaitingPoints(reader: Reader, schoolId: number): BriefingPoint[] {
  return points(reader)
    .where(and(eq(briefingPoints.schoolId, schoolId), isNull(briefingPoints.saidOn)))
    .orderBy(asc(briefingPoints.id))
    .all();
}

/** A page of what was said, the latest first. */
export function listSaidPoints(
  reader: Reader,
  schoolId: number,
  { page, size }: { page: number; size: number },
): BriefingPoint[] {
  return points(reader)
    .where(isSaidAt(schoolId))
    .orderBy(desc(briefingPoints.saidOn), desc(briefingPoints.id))
    .limit(size)
    .offset((page - 1) * size)
    .all();
}

export function countSaidPoints(reader: Reader, schoolId: number): number {
  const row = reader.select({ n: count() }).from(briefingPoints).where(isSaidAt(schoolId)).get();
  return row?.n ?? 0;
}

function isSaidAt(schoolId: number) {
  return and(eq(briefingPoints.schoolId, schoolId), isNotNull(briefingPoints.saidOn));
}

/** One of the school's points, or null. */
export function findPoint(reader: Reader, schoolId: number, pointId: number): BriefingPoint | null {
  const row = points(reader)
    .where(and(eq(briefingPoints.schoolId, schoolId), eq(briefingPoints.id, pointId)))
    .get();
  return row ?? null;
}

/** The point of each wording of a question that came to a briefing, the latest one of each. */
export function pointsOfQuestions(reader: Reader, schoolId: number): Map<number, BriefingPoint> {
  const rows = points(reader)
    .where(and(eq(briefingPoints.schoolId, schoolId), isNotNull(briefingPoints.revisionId)))
    .orderBy(asc(briefingPoints.id))
    .all();
  return new Map(rows.map((row) => [row.revisionId ?? 0, row]));
}

function points(reader: Reader) {
  return reader.select(COLUMNS).from(briefingPoints);
}

const COLUMNS = {
  id: briefingPoints.id,
  revisionId: briefingPoints.revisionId,
  words: briefingPoints.words,
  addedOn: briefingPoints.addedOn,
  saidOn: briefingPoints.saidOn,
  said: briefingPoints.said,
};

export type NewPoint = Pick<
  typeof briefingPoints.$inferInsert,
  'schoolId' | 'revisionId' | 'words' | 'addedOn'
>;

/** Adds a point. Answers its id. */
export function insertPoint(transaction: Transaction, point: NewPoint): number {
  return transaction.insert(briefingPoints).values(point).returning().get().id;
}

export function setPointWords(transaction: Transaction, pointId: number, words: string): void {
  transaction.update(briefingPoints).set({ words }).where(eq(briefingPoints.id, pointId)).run();
}

export function setPointSaid(
  transaction: Transaction,
  pointId: number,
  told: { saidOn: Day; said: string | null },
): void {
  transaction.update(briefingPoints).set(told).where(eq(briefingPoints.id, pointId)).run();
}

export function deletePoint(transaction: Transaction, pointId: number): void {
  transaction.delete(briefingPoints).where(eq(briefingPoints.id, pointId)).run();
}
