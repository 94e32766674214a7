import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in the way of the database, in one line that says what to do. */
export class FolderError extends Error {
  override name = 'FolderError';
}

/** Where things lie in DATA_DIR. */
export function pathsIn(dataDir: string) {
  const database = join(dataDir, 'indate.db');
  return {
    database,
    /** A database that is being made or put back: not yet one that counts. */
    unfinished: `${database}.unfinished`,
    backups: join(dataDir, 'backups'),
    /** What was handed in, by its SHA-256. */
    evidence: join(dataDir, 'evidence'),
  };
}

/** Makes the folder where it is missing. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new FolderError(`The folder ${path} cannot be made or used: ${(error as Error).message}`);
  }
}

/** The first thing in the folder that says a database was here; null where there is nothing. */
export function findTrace(dataDir: string): string | null {
  const { database, backups, evidence } = pathsIn(dataDir);
  const beside = [`${database}-wal`, `${database}-shm`].find((path) => existsSync(path));
  if (beside) return beside;
  if (existsSync(backups) && readdirSync(backups).length > 0) return backups;
  return existsSync(evidence) ? evidence : null;
}
