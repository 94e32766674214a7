import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { closeDatabase, type Database, openDatabase, transact } from './database.ts';
import { sweepEvidence } from './evidence-sweep.ts';
import { FolderError, findTrace, makeFolder, pathsIn } from './folder.ts';
import { type Lock, openLock } from './lock.ts';
import { findMark, setMark } from './marks.ts';
import { isSchemaCurrent, migrate } from './migrate.ts';

/** A demo's people are invented and their passwords known; a real school's never are. */
export type Kind = 'demo' | 'real';

export type Opened = { database: Database; kind: Kind; close: () => void };

type Wanted = {
  dataDir: string;
  kind: Kind;
  /** For the name of the copy that is kept before a migration. */
  now: string;
  /** Puts the first rows into a database that has just been made. */
  fill?: (database: Database) => Promise<void>;
  /** Throws away the demo that is there. */
  startOver?: boolean;
};

/**
 * The database of a folder, brought to this version, for a server. Makes one where there is nothing
 * at all; never where there was one before. Throws `FolderError` with what stands in the way.
 */
export async function openForServer(wanted: Wanted): Promise<Opened> {
  makeFolder(wanted.dataDir);
  const lock = readable(() => openLock(wanted.dataDir), wanted.dataDir);
  try {
    await prepareAlone(lock, wanted);
    return await openTogether(lock, wanted.dataDir, wanted.kind);
  } catch (error) {
    lock.close();
    throw inWords(error, pathsIn(wanted.dataDir).database);
  }
}

/** The database of a folder as it stands, of either kind, for a command. Throws `FolderError`. */
export async function openForCommand(dataDir: string): Promise<Opened> {
  const { database } = pathsIn(dataDir);
  if (!existsSync(database)) throw new FolderError(`There is no database at ${database}.`);
  const lock = readable(() => openLock(dataDir), dataDir);
  try {
    return await openTogether(lock, dataDir, null);
  } catch (error) {
    lock.close();
    throw inWords(error, database);
  }
}

const WAIT_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 100;

async function prepareAlone(lock: Lock, wanted: Wanted): Promise<void> {
  for (let waited = 0; waited < WAIT_MILLISECONDS; waited += PAUSE_MILLISECONDS) {
    if (lock.takeAlone()) {
      await prepare(lock, wanted);
      return lock.release();
    }
    if (lock.takeTogether()) {
      // Another server runs on it: there is nothing to prepare, or it has to stop first.
      lock.release();
      if (!wanted.startOver) return;
      throw new FolderError('Another InDate runs on this database: stop it first.');
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  throw busy();
}

async function openTogether(lock: Lock, dataDir: string, kind: Kind | null): Promise<Opened> {
  for (let waited = 0; !lock.takeTogether(); waited += PAUSE_MILLISECONDS) {
    if (waited >= WAIT_MILLISECONDS) throw busy();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  const file = pathsIn(dataDir).database;
  const database = openDatabase(file);
  try {
    const found = requireOurs(database, file, kind);
    if (!isSchemaCurrent(database)) throw new FolderError(wordsForVersion(kind));
    const close = () => {
      closeDatabase(database);
      lock.close();
    };
    return { database, kind: found, close };
  } catch (error) {
    closeDatabase(database);
    throw error;
  }
}

function busy(): FolderError {
  return new FolderError('Another InDate is busy with this database: wait until it is done.');
}

function wordsForVersion(kind: Kind | null): string {
  return kind === null
    ? 'This database has another version: run npm start once, which brings it up to date.'
    : 'Another InDate of an older version runs on this database: stop it first.';
}

async function prepare(lock: Lock, wanted: Wanted): Promise<void> {
  const { database: file, unfinished } = pathsIn(wanted.dataDir);
  const wasCutOff = existsSync(unfinished);
  for (const end of ['', '-wal', '-shm', '-journal'])
    rmSync(`${unfinished}${end}`, { force: true });
  if (existsSync(file)) {
    bringUpToDate(file, wanted);
    if (!wanted.startOver) return lock.setMade();
  } else if (!wanted.startOver) {
    requireNothingBefore(lock, wanted.dataDir, wasCutOff);
  }
  await make(unfinished, wanted);
  putInPlace(unfinished, file);
  lock.setMade();
  await sweepAll(wanted);
}

/** What was handed in to the database that was there before goes with it. */
async function sweepAll({ dataDir, now }: Wanted): Promise<void> {
  const { database: file, evidence } = pathsIn(dataDir);
  const database = openDatabase(file);
  try {
    await sweepEvidence(database, evidence, now, { isAlone: true });
  } finally {
    closeDatabase(database);
  }
}

function bringUpToDate(file: string, { dataDir, kind, now }: Wanted): void {
  const found = statSync(file);
  if (!found.isFile())
    throw new FolderError(`${file} is not a file. Set DATA_DIR to another folder.`);
  if (found.size === 0) throw new FolderError(`${file} is empty. ${PUT_BACK}`);
  requireOursUntouched(file, kind);
  const database = openDatabase(file);
  try {
    if (isSchemaCurrent(database)) return;
    const { backups } = pathsIn(dataDir);
    makeFolder(backups);
    migrate(database, { backupTo: join(backups, `before-upgrade-${fileStamp(now)}.db`) });
  } finally {
    closeDatabase(database);
  }
}

/** An instant as part of a file's name. */
export function fileStamp(instant: string): string {
  return instant.replace(/[:.]/g, '-');
}

const PUT_BACK =
  'Put a backup back with npm run restore -- FILE, or set DATA_DIR to an empty folder to begin anew.';

/** What was being made when it was cut off may have left evidence behind, and never counted. */
function requireNothingBefore(lock: Lock, dataDir: string, wasCutOff: boolean): void {
  const found = findTrace(dataDir);
  const trace = wasCutOff && found === pathsIn(dataDir).evidence ? null : found;
  if (trace === null && !lock.wasMade()) return;
  const { database } = pathsIn(dataDir);
  const sign = trace === null ? '' : ` (${basename(trace)} is)`;
  throw new FolderError(`${database} is not there, but one was before${sign}. ${PUT_BACK}`);
}

async function make(file: string, { kind, fill }: Wanted): Promise<void> {
  const database = openDatabase(file, { create: true });
  try {
    migrate(database);
    await transact(database, (transaction) => setMark(transaction, 'kind', kind));
    await fill?.(database);
  } finally {
    closeDatabase(database);
  }
}

/** The name changes only when all of it is on the disk, so that a kill leaves the old or the new. */
export function putInPlace(from: string, to: string): void {
  renameSync(from, to);
  const folder = openSync(dirname(to), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Looks before anything is changed: somebody else's file is left as it is. */
function requireOursUntouched(file: string, kind: Kind): void {
  const database = openDatabase(file, { readOnly: true });
  try {
    requireOurs(database, file, kind);
  } finally {
    closeDatabase(database);
  }
}

function requireOurs(database: Database, file: string, kind: Kind | null): Kind {
  const tables = database.$client
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('marks', 'schools')")
    .all();
  const found = tables.length === 2 ? findMark(database, 'kind') : null;
  if (found !== 'demo' && found !== 'real') {
    throw new FolderError(
      `${file} is a database, but not one of InDate's. Set DATA_DIR to another folder.`,
    );
  }
  if (kind === null || found === kind) return found;
  throw new FolderError(
    found === 'demo'
      ? `${file} is a demo, whose passwords are known. Set DATA_DIR to another folder for a real school.`
      : `${file} holds a real school, which a demo never touches. Set DATA_DIR to another folder.`,
  );
}

function readable<T>(open: () => T, dataDir: string): T {
  try {
    return open();
  } catch (error) {
    throw new FolderError(
      `The folder ${dataDir} cannot be written to: ${(error as Error).message}`,
    );
  }
}

/** What SQLite says of a file that it cannot use, said to the person who starts InDate. */
function inWords(error: unknown, file: string): unknown {
  if (error instanceof FolderError) return error;
  if (error instanceof Error && /newer version/.test(error.message)) {
    return new FolderError(
      `${file} was written by a newer version of InDate: install that version.`,
    );
  }
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  switch (error.code.split('_').slice(0, 2).join('_')) {
    case 'SQLITE_NOTADB':
      return new FolderError(`${file} is not a database. ${PUT_BACK}`);
    case 'SQLITE_CORRUPT':
      return new FolderError(`${file} is damaged. ${PUT_BACK}`);
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return new FolderError(`${file} cannot be written to: give this account the right to.`);
    case 'SQLITE_IOERR':
      return new FolderError(`The disk that holds ${file} fails: ${error.message}.`);
    case 'SQLITE_FULL':
      return new FolderError(`There is no room on the disk for ${file}.`);
    default:
      return error;
  }
}
