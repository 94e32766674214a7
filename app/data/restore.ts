import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase, findFileFaults } from './backup.ts';
import { closeDatabase, openDatabase, transact } from './database.ts';
import { FolderError, makeFolder, pathsIn } from './folder.ts';
import { openLock } from './lock.ts';
import { findMark } from './marks.ts';
import { fileStamp, putInPlace } from './open.ts';
import { removeAllSignIns } from './sign-ins.ts';

/**
 * Puts a backup back as the folder's database; what was there is kept beside the other backups, and
 * its place is answered (null: there was nothing). Nothing is touched where the file is not sound,
 * not of the same kind as what is there, or where a server runs. Throws `FolderError` then.
 */
export async function restore(from: string, dataDir: string, now: string): Promise<string | null> {
  if (!existsSync(from)) throw new FolderError(`There is no file ${from}.`);
  makeFolder(dataDir);
  const lock = openLock(dataDir);
  try {
    if (!lock.takeAlone()) throw new FolderError('InDate runs on this database: stop it first.');
    const { database, unfinished } = pathsIn(dataDir);
    await copySound(from, unfinished);
    requireSameKind(unfinished, database);
    await endSignIns(unfinished);
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

/** A browser that was signed out since the backup was made stays signed out. */
async function endSignIns(file: string): Promise<void> {
  const database = openDatabase(file);
  try {
    await transact(database, removeAllSignIns);
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
