import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyDatabase, findFileFaults } from './backup.ts';
import { closeDatabase, openDatabase, transact } from './database.ts';
import {
  copyEvidence,
  everythingIn,
  evidenceOf,
  findLacking,
  keepsEvidence,
} from './evidence-copy.ts';
import type { StoredFile } from './evidence-folder.ts';
import { removeEverythingWaiting } from './evidence-sweep.ts';
import { FolderError, makeFolder, pathsIn } from './folder.ts';
import { openLock } from './lock.ts';
import { findMark } from './marks.ts';
import { fileStamp, putInPlace } from './open.ts';
import { removeAllSignIns } from './sign-ins.ts';

/**
 * Puts a backup back as the folder's database, with its evidence; what was there is kept beside the
 * other backups, and its place is answered (null: there was nothing). Nothing is touched where the
 * file is not sound, not of the same kind as what is there, or where a server runs; nor where
 * evidence is lacking that it names, unless that is wanted all the same. Throws `FolderError` then.
 */
export async function restore(
  from: string,
  dataDir: string,
  now: string,
  { withoutEvidence = false } = {},
): Promise<string | null> {
  if (!existsSync(from)) throw new FolderError(`There is no file ${from}.`);
  makeFolder(dataDir);
  const lock = openLock(dataDir);
  try {
    if (!lock.takeAlone()) throw new FolderError('InDate runs on this database: stop it first.');
    const { database, unfinished } = pathsIn(dataDir);
    await copySound(from, unfinished);
    requireSameKind(unfinished, database);
    const needed = evidenceOf(unfinished);
    if (!withoutEvidence) await requireEvidence(needed, from, dataDir);
    await bringEvidence(needed, { from, dataDir, now });
    await endWhatIsOpen(unfinished);
    const kept = setAside(dataDir, now);
    putInPlace(unfinished, database);
    lock.setMade();
    return kept;
  } finally {
    lock.close();
  }
}

/** What was checked is what is put in place: a copy, since the file itself may change meanwhile. */
async function copySound(from: string, to: string): Promise<void> {
  try {
    await copyDatabase(from, to);
  } catch (error) {
    rmSync(to, { force: true });
    throw new FolderError(notSound(from, [(error as Error).message]));
  }
  const faults = findFileFaults(to);
  if (faults.length === 0) return;
  rmSync(to, { force: true });
  throw new FolderError(notSound(from, faults));
}

function notSound(from: string, faults: string[]): string {
  return `${from} cannot be put back, and what is there was left alone. ${faults.slice(0, 5).join(' ')}`;
}

function requireSameKind(unfinished: string, database: string): void {
  const there = existsSync(database) ? kindOf(database) : null;
  if (there === null || there === kindOf(unfinished)) return;
  rmSync(unfinished, { force: true });
  throw new FolderError(
    'One of the two is a demo and the other a real school: set DATA_DIR to another folder.',
  );
}

/** Evidence lies beside the backup, or is still where it always was. */
async function requireEvidence(
  needed: readonly StoredFile[],
  from: string,
  dataDir: string,
): Promise<void> {
  const { unfinished, evidence } = pathsIn(dataDir);
  const lacking = await findLacking(needed, [besideOf(from), evidence]);
  if (lacking.length === 0) return;
  rmSync(unfinished, { force: true });
  const all = `Of its evidence, ${lacking.length} cannot be had from ${besideOf(from)}`;
  const some = `${lacking.slice(0, 5).join(', ')}${lacking.length > 5 ? ', …' : ''}`;
  throw new FolderError(
    notSound(from, [`${all}: ${some}. Copy it there, or add --without-evidence.`]),
  );
}

function besideOf(from: string): string {
  return join(dirname(from), 'evidence');
}

/**
 * What the database that is there needs is kept with it among the backups: once another database is
 * in its place, nothing there names it any more, and the sweep would take it.
 */
async function bringEvidence(
  needed: readonly StoredFile[],
  { from, dataDir, now }: { from: string; dataDir: string; now: string },
): Promise<void> {
  const { database, backups, evidence } = pathsIn(dataDir);
  if (existsSync(database)) {
    const kept = join(backups, 'evidence');
    await copyEvidence(await everythingIn(evidence), { from: evidence, to: kept, now });
  }
  await copyEvidence(needed, { from: besideOf(from), to: evidence, now });
}

/** Null where the file cannot tell: being damaged is a reason to put a backup back. */
function kindOf(file: string): string | null {
  try {
    const database = openDatabase(file, { readOnly: true });
    try {
      return findMark(database, 'kind');
    } finally {
      closeDatabase(database);
    }
  } catch {
    return null;
  }
}

/**
 * A browser that was signed out since the backup was made stays signed out; a file that waited for
 * a form, which is not in the backup's evidence, waits no more.
 */
async function endWhatIsOpen(file: string): Promise<void> {
  const database = openDatabase(file);
  try {
    const hasEvidence = keepsEvidence(database);
    await transact(database, (transaction) => {
      removeAllSignIns(transaction);
      if (hasEvidence) removeEverythingWaiting(transaction);
    });
  } finally {
    closeDatabase(database);
  }
}

function setAside(dataDir: string, now: string): string | null {
  const { database, backups } = pathsIn(dataDir);
  if (!existsSync(database)) return null;
  makeFolder(backups);
  const kept = join(backups, `before-restore-${fileStamp(now)}.db`);
  // The log goes with its database, unless there is nothing in it.
  const hasLog = existsSync(`${database}-wal`) && statSync(`${database}-wal`).size > 0;
  for (const end of ['-wal', '-shm']) {
    if (hasLog && existsSync(`${database}${end}`)) renameSync(`${database}${end}`, `${kept}${end}`);
    else rmSync(`${database}${end}`, { force: true });
  }
  renameSync(database, kept);
  return kept;
}
