import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { findAuditFaults } from './audit.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { FolderError, makeFolder } from './folder.ts';
import { findMark } from './marks.ts';
import { isSchemaNewer } from './migrate.ts';
import { putInPlace } from './open.ts';

/**
 * A consistent copy of the database at `from`, in one file at `to`, while others write. It counts
 * only when it has been checked; until then, and where it fails, there is nothing at `to`.
 */
export async function backUp(from: string, to: string): Promise<void> {
  if (existsSync(to)) throw new FolderError(`${to} is there already: name another file.`);
  makeFolder(dirname(to));
  const unfinished = `${to}.unfinished`;
  try {
    await copyDatabase(from, unfinished);
    const faults = findFileFaults(unfinished);
    if (faults.length > 0) throw new FolderError(`The copy is not sound: ${faults.join(' ')}`);
    putInPlace(unfinished, to);
  } finally {
    removeDatabase(unfinished);
  }
}

/** Every page in one go after the first: a copy that begins again at each write may never end. */
const ALL_PAGES = 0x7fffffff;

/** SQLite's online backup, into a file that needs none beside it. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  removeDatabase(to);
  const source = new BetterSqlite3(from, { readonly: true, timeout: 5000 });
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  const copy = new BetterSqlite3(to);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
}

/** What is wrong with a file as a database of InDate, one line each; empty where it is sound. */
export function findFileFaults(file: string): string[] {
  try {
    const database = openDatabase(file, { readOnly: true });
    try {
      return findDatabaseFaults(database);
    } finally {
      closeDatabase(database);
    }
  } catch (error) {
    return [`SQLite cannot read it: ${(error as Error).message}.`];
  }
}

function findDatabaseFaults(database: ReturnType<typeof openDatabase>): string[] {
  const { $client } = database;
  const found = $client.pragma('integrity_check', { simple: true });
  if (found !== 'ok') return [`It is damaged: ${String(found).split('\n')[0]}.`];
  const marks = $client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'marks'").get();
  if (!marks || findMark(database, 'kind') === null) return ['It is not a database of InDate.'];
  if (isSchemaNewer(database)) return ['A newer version of InDate wrote it.'];
  const broken = $client.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) return [`${broken.length} of its references lead nowhere.`];
  return findAuditFaults(database).map((fault) => `Its audit does not hold: ${fault}.`);
}
