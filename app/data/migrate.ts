import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './database.ts';

/** The folder with this version's migrations, in their order. */
const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

/** Does the database have every migration that this version of InDate knows, and no other? */
export function isSchemaCurrent(database: Database, migrations = MIGRATIONS): boolean {
  return appliedMigrations(database) === known(migrations).length;
}

/** Does the database have migrations that this version of InDate does not know? */
export function isSchemaNewer(database: Database, migrations = MIGRATIONS): boolean {
  return appliedMigrations(database) > known(migrations).length;
}

/**
 * Brings the database to this version's schema. Where there is something to do to a file that holds
 * data, a copy is kept beside it first (`backupTo`). All of it is one transaction, which is undone
 * where a table lost rows or a reference broke; then it throws. Foreign keys are off before it
 * begins: inside it the pragma does nothing, and a rebuilt table would take its children's rows
 * with it (which is why drizzle's own migrator, which begins by itself, is not used).
 */
export function migrate(
  database: Database,
  { backupTo, migrations = MIGRATIONS }: { backupTo?: string; migrations?: string } = {},
): void {
  if (isSchemaCurrent(database, migrations)) return;
  if (isSchemaNewer(database, migrations)) {
    throw new Error('This database was written by a newer version of InDate.');
  }
  const before = rowCounts(database);
  if (backupTo && before.size > 0) keepCopy(database, backupTo);
  database.$client.pragma('foreign_keys = OFF');
  try {
    const pending = known(migrations).slice(appliedMigrations(database));
    database.$client
      .transaction(() => {
        for (const migration of pending) apply(database, migration);
        requireNothingLost(database, before);
      })
      .immediate();
  } finally {
    database.$client.pragma('foreign_keys = ON');
  }
}

type Migration = ReturnType<typeof readMigrationFiles>[number];

const read = new Map<string, Migration[]>();

function known(migrations: string): Migration[] {
  const files = read.get(migrations) ?? readMigrationFiles({ migrationsFolder: migrations });
  read.set(migrations, files);
  return files;
}

function appliedMigrations(database: Database): number {
  if (!tableNames(database).includes('__drizzle_migrations')) return 0;
  const row = database.get<{ n: number }>(sql`select count(*) as n from __drizzle_migrations`);
  return row.n;
}

/** Notes it in the table in which drizzle's tools look. */
function apply({ $client }: Database, migration: Migration): void {
  for (const statement of migration.sql) $client.exec(statement);
  $client.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  $client
    .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
    .run(migration.hash, migration.folderMillis);
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

function requireNothingLost(database: Database, before: Map<string, number>): void {
  const broken = database.$client.pragma('foreign_key_check') as unknown[];
  const after = rowCounts(database);
  const lost = [...before].filter(([name, count]) => (after.get(name) ?? count) < count);
  if (broken.length === 0 && lost.length === 0) return;
  throw new Error('Bringing the database up to date would lose rows; it was left as it was.');
}
