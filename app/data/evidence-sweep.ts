import { rmSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { dateOf, secondsAfter } from '#app/platform/clock.ts';
import { evidenceFiles, waitingFiles } from '#db/schema.ts';
import { type Database, type Reader, type Transaction, transact } from './database.ts';
import { filesInEvidence, nameInEvidence } from './evidence-folder.ts';
import { removeWaitingSince } from './waiting-files.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** What went. */
export type Swept = { rows: number; files: number };

/**
 * Takes away what nobody can come back to: what has waited for its form for a day, rows that nothing
 * names, and files that no row names. A file younger than an hour stays: its row may be on its way,
 * unless nobody else can be writing.
 */
export async function sweepEvidence(
  database: Database,
  folder: string,
  now: string,
  { isAlone = false } = {},
): Promise<Swept> {
  const rows = await transact(database, (transaction) => {
    removeWaitingSince(transaction, secondsAfter(now, -DAY));
    return removeUnnamed(transaction);
  });
  const named = listFileNames(database);
  const before = dateOf(secondsAfter(now, -HOUR));
  let files = 0;
  for await (const { path, name, changedAt } of filesInEvidence(folder)) {
    if (named.has(name) || (changedAt > before && !isAlone)) continue;
    if (await removeFile(database, path, name)) files += 1;
  }
  return { rows, files };
}

/** Everything that waits: the forms that it waited for are gone. */
export function removeEverythingWaiting(transaction: Transaction): void {
  transaction.delete(waitingFiles).run();
  removeUnnamed(transaction);
}

/** Twice: once a file's row is gone, nothing names its preview. */
function removeUnnamed(transaction: Transaction): number {
  return transaction.run(UNNAMED).changes + transaction.run(UNNAMED).changes;
}

/** What was declared keeps the file that was read, whatever became of its edition. */
const UNNAMED = sql`
  delete from evidence_files where not exists (
    select 1 from waiting_files where sha256 = evidence_files.sha256
    union all select 1 from completion_files where sha256 = evidence_files.sha256
    union all select 1 from sitting_files where sha256 = evidence_files.sha256
    union all select 1 from editions where file_sha256 = evidence_files.sha256
    union all select 1 from declarations where file_sha256 = evidence_files.sha256
    union all select 1 from evidence_files f where f.preview_sha256 = evidence_files.sha256)`;

/** Looked at again under the lock that whoever writes its row holds. */
function removeFile(database: Database, path: string, name: string): Promise<boolean> {
  return transact(database, (transaction) => {
    if (listFileNames(transaction).has(name)) return false;
    rmSync(path, { force: true });
    return true;
  });
}

/** Under which names the rows' files lie in their folders. */
function listFileNames(reader: Reader): Set<string> {
  const { sha256, mediaType } = evidenceFiles;
  const rows = reader.select({ sha256, mediaType }).from(evidenceFiles).all();
  return new Set(rows.map(nameInEvidence));
}
