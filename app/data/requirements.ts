import { and, desc, eq, like, max, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { Requirement, RequirementVersion } from '#app/domain/types.ts';
import {
  auditEntries,
  requirementLines,
  requirementMetBy,
  requirements,
  requirementVersions,
} from '#db/schema.ts';
import type { AuditContents } from './audit.ts';
import type { Reader, Transaction } from './database.ts';

/** The notice that a requirement has of its own; null where it is the school's. */
export function findOwnNotice(reader: Reader, schoolId: number, requirementId: number) {
  const row = reader
    .select({ noticeDays: requirements.noticeDays })
    .from(requirements)
    .where(and(eq(requirements.id, requirementId), eq(requirements.schoolId, schoolId)))
    .get();
  return row?.noticeDays ?? null;
}

/** What of a requirement is not in its versions; `noticeDays` null: the school's own. */
type Details = Omit<Requirement, 'id' | 'versions' | 'noticeDays'> & { noticeDays: number | null };

/** Adds a requirement with its first version, at the end of the school's policy. */
export function addRequirement(
  transaction: Transaction,
  schoolId: number,
  details: Details,
  version: RequirementVersion,
): number {
  const { metBy, ...fields } = details;
  const position = nextPosition(transaction, schoolId);
  const { id } = transaction
    .insert(requirements)
    .values({ ...fields, schoolId, position })
    .returning({ id: requirements.id })
    .get();
  writeMetBy(transaction, id, metBy);
  addRequirementVersion(transaction, id, version);
  return id;
}

/** Writes the words of a requirement anew; its versions stay. */
export function changeRequirementDetails(
  transaction: Transaction,
  requirementId: number,
  { metBy, ...fields }: Omit<Details, 'key' | 'retiredFrom'>,
): void {
  const { name, whatCounts, whereToGo, siteSpecific, handedInCounts, noticeDays } = fields;
  const { asksFor, minutesNeeded } = fields;
  transaction
    .update(requirements)
    .set({
      name,
      whatCounts,
      whereToGo,
      siteSpecific,
      handedInCounts,
      noticeDays,
      asksFor,
      minutesNeeded,
    })
    .where(eq(requirements.id, requirementId))
    .run();
  writeMetBy(transaction, requirementId, metBy);
}

export function setRetiredFrom(
  transaction: Transaction,
  requirementId: number,
  retiredFrom: Day | null,
): void {
  transaction
    .update(requirements)
    .set({ retiredFrom })
    .where(eq(requirements.id, requirementId))
    .run();
}

export function addRequirementVersion(
  transaction: Transaction,
  requirementId: number,
  { startsOn, appliesToEarlier, lines }: RequirementVersion,
): void {
  const { id } = transaction
    .insert(requirementVersions)
    .values({ requirementId, startsOn, appliesToEarlier })
    .returning({ id: requirementVersions.id })
    .get();
  addLines(transaction, id, lines);
}

/** Puts the version that begins on `startsOn` right: its lines, its choice and its first day. */
export function correctRequirementVersion(
  transaction: Transaction,
  requirementId: number,
  startsOn: Day,
  corrected: RequirementVersion,
): void {
  const { id } = transaction
    .update(requirementVersions)
    .set({ startsOn: corrected.startsOn, appliesToEarlier: corrected.appliesToEarlier })
    .where(
      and(
        eq(requirementVersions.requirementId, requirementId),
        eq(requirementVersions.startsOn, startsOn),
      ),
    )
    .returning({ id: requirementVersions.id })
    .get();
  transaction.delete(requirementLines).where(eq(requirementLines.versionId, id)).run();
  addLines(transaction, id, corrected.lines);
}

export type RequirementEvent = { id: number; at: string; action: string; contents: AuditContents };

/** What was changed in a requirement, newest first, as the audit tells it; at most fifty. */
export function listRequirementEvents(
  reader: Reader,
  schoolId: number,
  requirementId: number,
): RequirementEvent[] {
  return reader
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      contents: auditEntries.contents,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.chain, schoolId),
        like(auditEntries.action, 'requirement.%'),
        sql`json_extract(${auditEntries.contents}, '$.after.requirement') = ${requirementId}`,
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(50)
    .all()
    .map((row) => ({ ...row, contents: JSON.parse(row.contents ?? '{}') }));
}

function addLines(transaction: Transaction, versionId: number, lines: RequirementVersion['lines']) {
  const rows = lines.map(({ key, audience, cycle, startWithin, rollOutOn, basis, suggestion }) => ({
    versionId,
    key,
    audience,
    cycle,
    startWithin,
    rollOutOn,
    basis,
    suggestion,
  }));
  transaction.insert(requirementLines).values(rows).run();
}

function writeMetBy(transaction: Transaction, requirementId: number, metBy: number[]): void {
  transaction
    .delete(requirementMetBy)
    .where(eq(requirementMetBy.requirementId, requirementId))
    .run();
  if (metBy.length === 0) return;
  transaction
    .insert(requirementMetBy)
    .values(metBy.map((metById) => ({ requirementId, metById })))
    .run();
}

function nextPosition(reader: Reader, schoolId: number): number {
  const row = reader
    .select({ last: max(requirements.position) })
    .from(requirements)
    .where(eq(requirements.schoolId, schoolId))
    .get();
  return (row?.last ?? 0) + 1;
}
