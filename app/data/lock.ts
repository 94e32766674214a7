import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/**
 * Who may do what with a folder's database at the moment. Servers and commands hold it together;
 * whoever migrates, makes or replaces the database holds it alone. It is SQLite's own lock on a
 * small file beside the database, so the system lets go of it however its holder ends.
 */
export type Lock = {
  /** Takes it alone; false where anybody else holds it. */
  takeAlone: () => boolean;
  /** Takes it together with others; false where somebody holds it alone. */
  takeTogether: () => boolean;
  release: () => void;
  close: () => void;
  /** Has a database been made in this folder before? Asked while it is held. */
  wasMade: () => boolean;
  /** Remembers that one has. Only while it is held alone. */
  setMade: () => void;
};

const FILE = 'indate.lock';

/** Opens a folder's lock without taking it. */
export function openLock(dataDir: string): Lock {
  const client = new BetterSqlite3(join(dataDir, FILE), { timeout: 0 });
  return {
    takeAlone: () => isTaken(client, 'BEGIN EXCLUSIVE'),
    takeTogether: () => isTaken(client, 'BEGIN; SELECT count(*) FROM sqlite_schema'),
    release: () => {
      if (client.inTransaction) client.exec('COMMIT');
    },
    close: () => client.close(),
    wasMade: () => client.pragma('user_version', { simple: true }) === 1,
    setMade: () => client.pragma('user_version = 1'),
  };
}

function isTaken(client: BetterSqlite3.Database, statements: string): boolean {
  try {
    client.exec(statements);
    return true;
  } catch (error) {
    if (client.inTransaction) client.exec('ROLLBACK');
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      return false;
    }
    throw error;
  }
}
