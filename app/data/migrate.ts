import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import type { Database } from './database.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

/** Does the database have every migration that this version of InDate knows, and no other? */
export function isSchemaCurrent(database: Database): boolean {
  return appliedMigrations(database) === knownMigrations();
}

/** Does the database have migrations that this version of InDate does not know? */
export function isSchemaNewer(database: Database): boolean {
  return appliedMigrations(database) > knownMigrations();
}

/**
 * Brings the database to this version's schema. Where there is something to do to a file that holds
 * data, a copy is kept beside it first (`backupTo`). Foreign keys are off before the migrator begins:
 * inside its transaction the pragma does nothing, and a rebuilt table would take its children's rows
 * with it. Throws, with the copy's place, where a table lost rows or a reference broke.
 */
export function migrate(database: Database, { backupTo }: { backupTo?: string } = {}): void {
  if (isSchemaCurrent(database)) return;
  if (isSchemaNewer(database)) {
    throw new Error('This database was written by a newer version of InDate.');
  }
  const before = rowCounts(database);
  if (backupTo && before.size > 0) keepCopy(database, backupTo);
  database.$client.pragma('foreign_keys = OFF');
  try {
    runMigrations(database, { migrationsFolder: MIGRATIONS });
  } finally {
    database.$client.pragma('foreign_keys = ON');
  }
  requireNothingLost(database, before, backupTo);
}

function knownMigrations(): number {
  const journal = JSON.parse(readFileSync(`${MIGRATIONS}/meta/_journal.json`, 'utf8'));
  return journal.entries.length;
}

function appliedMigrations(database: Database): number {
  if (!tableNames(database).includes('__drizzle_migrations')) return 0;
  const row = database.get<{ n: number }>(sql`select count(*) as n from __drizzle_migrations`);
  return row.n;
}

function tableNames(database: Database): string[] {
  const rows = database.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  );
  return rows.map((row) => row.name);
}

function rowCounts(database: Database): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of tableNames(database)) {
    if (name === '__drizzle_migrations') continue;
    const row = database.get<{ n: number }>(sql`select count(*) as n from ${sql.identifier(name)}`);
    counts.set(name, row.n);
  }
  return counts;
}

function keepCopy(database: Database, backupTo: string): void {
  database.$client.pragma('wal_checkpoint(TRUNCATE)');
  if (!existsSync(backupTo)) copyFileSync(database.$client.name, backupTo);
}

function requireNothingLost(
  database: Database,
  before: Map<string, number>,
  backupTo?: string,
): void {
  const broken = database.$client.pragma('foreign_key_check') as unknown[];
  const after = rowCounts(database);
  const lost = [...before].filter(([name, count]) => (after.get(name) ?? count) < count);
  if (broken.length === 0 && lost.length === 0) return;
  const where = backupTo ? ` The database as it was is kept at ${backupTo}.` : '';
  throw new Error(`Bringing the database up to date lost rows or references.${where}`);
}
