import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type EvidenceMediaType, type ShownFile, shownFile } from '#app/domain/evidence/shown.ts';
import { completionFiles, evidenceFiles, sittingFiles, waitingFiles } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** A file that is kept, under the name by which whoever handed it in called it. */
export type EvidenceFile = {
  sha256: string;
  name: string;
  mediaType: EvidenceMediaType;
  /** Of a PDF. */
  pages: number | null;
  previewSha256: string | null;
};

/**
 * Takes the account's waiting files for something that they will stand behind, in the order of the
 * tokens. A token that is not this account's, or was taken before, is left out.
 */
export function claimFiles(
  transaction: Transaction,
  accountId: number,
  tokens: readonly string[],
): EvidenceFile[] {
  const isClaimed = and(
    eq(waitingFiles.accountId, accountId),
    inArray(waitingFiles.token, [...tokens]),
  );
  const rows = transaction
    .select({ token: waitingFiles.token, ...kept(waitingFiles.name) })
    .from(waitingFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.sha256, waitingFiles.sha256))
    .where(isClaimed)
    .all();
  transaction.delete(waitingFiles).where(isClaimed).run();
  const byToken = new Map(rows.map(({ token, ...file }) => [token, file]));
  return [...new Set(tokens)].flatMap((token) => byToken.get(token) ?? []);
}

const kept = <Name extends SQLiteColumn>(name: Name) => ({
  sha256: evidenceFiles.sha256,
  name,
  mediaType: evidenceFiles.mediaType,
  pages: evidenceFiles.pages,
  previewSha256: evidenceFiles.previewSha256,
});

type Named = Pick<EvidenceFile, 'sha256' | 'name'>;

/** Puts files behind a completion, after what stands there. */
export function addCompletionFiles(
  transaction: Transaction,
  completionId: number,
  files: readonly Named[],
): void {
  if (files.length === 0) return;
  const last = transaction
    .select({ position: max(completionFiles.position) })
    .from(completionFiles)
    .where(eq(completionFiles.completionId, completionId))
    .get();
  const rows = positioned(files, last?.position).map((file) => ({ completionId, ...file }));
  transaction.insert(completionFiles).values(rows).run();
}

/** What stands behind one completion stands behind another too. Answers what that is. */
export function copyCompletionFiles(
  transaction: Transaction,
  { from, to }: { from: number; to: number },
): Named[] {
  const files = transaction
    .select({ sha256: completionFiles.sha256, name: completionFiles.name })
    .from(completionFiles)
    .where(eq(completionFiles.completionId, from))
    .orderBy(asc(completionFiles.position))
    .all();
  addCompletionFiles(transaction, to, files);
  return files;
}

/** Puts files behind a sitting's register, after what stands there. */
export function addSittingFiles(
  transaction: Transaction,
  sittingId: number,
  files: readonly Named[],
): void {
  if (files.length === 0) return;
  const last = transaction
    .select({ position: max(sittingFiles.position) })
    .from(sittingFiles)
    .where(eq(sittingFiles.sittingId, sittingId))
    .get();
  const rows = positioned(files, last?.position).map((file) => ({ sittingId, ...file }));
  transaction.insert(sittingFiles).values(rows).run();
}

function positioned(files: readonly Named[], last: number | null | undefined) {
  const first = (last ?? 0) + 1;
  return files.map(({ sha256, name }, index) => ({ position: first + index, sha256, name }));
}

/** The files behind each of these completions, in order; a completion without any is left out. */
export function listCompletionFiles(
  reader: Reader,
  completionIds: readonly number[],
): Map<number, ShownFile[]> {
  const rows = reader
    .select({
      ownerId: completionFiles.completionId,
      position: completionFiles.position,
      ...kept(completionFiles.name),
    })
    .from(completionFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.sha256, completionFiles.sha256))
    .where(isOneOf(completionFiles.completionId, completionIds))
    .orderBy(asc(completionFiles.completionId), asc(completionFiles.position))
    .all();
  return shownByOwner(rows, '/evidence/completions');
}

/** The files behind each of these sittings' registers, in order. */
export function listSittingFiles(
  reader: Reader,
  sittingIds: readonly number[],
): Map<number, ShownFile[]> {
  const rows = reader
    .select({
      ownerId: sittingFiles.sittingId,
      position: sittingFiles.position,
      ...kept(sittingFiles.name),
    })
    .from(sittingFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.sha256, sittingFiles.sha256))
    .where(isOneOf(sittingFiles.sittingId, sittingIds))
    .orderBy(asc(sittingFiles.sittingId), asc(sittingFiles.position))
    .all();
  return shownByOwner(rows, '/evidence/sittings');
}

/** As one value, however many there are. */
function isOneOf(column: SQLiteColumn, ids: readonly number[]) {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}

type Row = EvidenceFile & { ownerId: number; position: number };

function shownByOwner(rows: readonly Row[], at: string): Map<number, ShownFile[]> {
  const shown = new Map<number, ShownFile[]>();
  for (const { ownerId, position, ...file } of rows) {
    const files = shown.get(ownerId) ?? [];
    files.push(shownFile(`${at}/${ownerId}/${position}`, file));
    shown.set(ownerId, files);
  }
  return shown;
}
