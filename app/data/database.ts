import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '#db/schema.ts';

/** The open database. `$client` is better-sqlite3 itself, for what must be fast. */
export type Database = BetterSQLite3Database<typeof schema> & {
  $client: BetterSqlite3.Database;
};

/** What stands inside a writing transaction: the same, so that queries serve both. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** What a query reads from: the database, or the transaction that is under way. */
export type Reader = Database | Transaction;

/** How long SQLite itself waits for another process's lock; it stops everybody meanwhile. */
const BUSY_MILLISECONDS = 20;

/**
 * Opens the database file. Commits are synced to the disk before they are acknowledged (WAL's own
 * default loses the last ones in a power cut). Throws where the file is missing, unless `create`.
 */
export function openDatabase(file: string, { create = false, readOnly = false } = {}): Database {
  if (!create && file !== ':memory:' && !existsSync(file)) {
    throw new Error(`There is no database at ${file}`);
  }
  const client = new BetterSqlite3(file, { readonly: readOnly, timeout: BUSY_MILLISECONDS });
  if (!readOnly) {
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
  }
  client.pragma('foreign_keys = ON');
  return drizzle(client, { schema });
}

export function closeDatabase(database: Database): void {
  database.$client.close();
}

/** A promise would leave half a transaction behind, so a callback that returns one does not compile. */
type Synchronous<T> = T extends Promise<unknown> ? never : T;

const TRIES = 100;
const PAUSE_MILLISECONDS = 20;

/**
 * Runs `write` in one IMMEDIATE transaction: all of it or nothing. While another process holds the
 * lock it tries again without stopping anybody else; after two seconds it throws `BusyError`.
 */
export async function transact<T>(
  database: Database,
  write: (transaction: Transaction) => Synchronous<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return database.transaction(write, { behavior: 'immediate' }) as T;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (tries === TRIES) throw new BusyError();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}

/**
 * Makes several acts one: all of them or none. Only for a command, whose connection nobody else uses
 * while it waits; the transactions of the acts become parts of this one.
 */
export async function asOne<T>(database: Database, work: () => Promise<T>): Promise<T> {
  database.$client.exec('begin immediate');
  try {
    const answer = await work();
    database.$client.exec('commit');
    return answer;
  } catch (error) {
    database.$client.exec('rollback');
    throw error;
  }
}

/** Somebody else has been writing for too long; nothing was written. */
export class BusyError extends Error {
  override name = 'BusyError';
}

function isBusy(error: unknown): boolean {
  return sqliteCode(error).startsWith('SQLITE_BUSY');
}

/** Is this trouble with the storage (disk full, unreadable, locked), and not a fault of ours? */
export function isStorageTrouble(error: unknown): boolean {
  if (error instanceof BusyError) return true;
  return /^SQLITE_(FULL|IOERR|CORRUPT|CANTOPEN|READONLY|NOTADB|BUSY)/.test(sqliteCode(error));
}

/** Drizzle wraps what better-sqlite3 throws. */
function sqliteCode(error: unknown): string {
  if (error instanceof BetterSqlite3.SqliteError) return error.code;
  return error instanceof Error && error.cause ? sqliteCode(error.cause) : '';
}
