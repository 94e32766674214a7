import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase, type Database, openDatabase } from '#app/data/database.ts';
import { migrate } from '#app/data/migrate.ts';
import { freshFolder } from '#tests/support/database.ts';

const MIGRATIONS = 'db/migrations';

type Journal = { entries: { idx: number; tag: string; when: number }[] };

export const released = readJournal(MIGRATIONS).entries.length;

function readJournal(folder: string): Journal {
  return JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
}

/** A folder with the first `count` migrations, and those of `added` after them. */
export function migrationsUpTo(count: number, added: string[] = []): string {
  const folder = freshFolder();
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = readJournal(folder);
  const entries = journal.entries.slice(0, count);
  for (const [index, statements] of added.entries()) {
    const idx = count + index;
    entries.push({ idx, tag: `${idx}_added`, when: 2_000_000_000_000 + index });
    writeFileSync(join(folder, `${idx}_added.sql`), statements);
  }
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  return folder;
}

/** A database as an earlier version left it, with rows in every table. */
export function fullDatabase(file: string, migrationCount: number, kind = 'real'): void {
  const database = openDatabase(file, { create: true });
  migrate(database, { migrations: migrationsUpTo(migrationCount) });
  fillEveryTable(database);
  database.$client.exec(`UPDATE marks SET name = 'kind', value = '${kind}' WHERE name = 'text 1'`);
  closeDatabase(database);
}

const ROWS = [1, 2, 3];

/** Rows that refer to each other: the first to the first of each table, and so on. */
function fillEveryTable({ $client }: Database): void {
  $client.pragma('foreign_keys = OFF');
  for (const name of tablesOf($client)) {
    const columns = $client.pragma(`table_info(${name})`) as { name: string; type: string }[];
    const references = $client.pragma(`foreign_key_list(${name})`) as { from: string }[];
    const isReference = new Set(references.map(({ from }) => from));
    const places = columns.map(() => '?').join(', ');
    const insert = $client.prepare(`INSERT INTO ${name} VALUES (${places})`);
    for (const row of ROWS) {
      insert.run(
        columns.map((column) =>
          isNumber(column.type) || (isReference.has(column.name) && !column.name.endsWith('sha256'))
            ? row
            : `text ${row}`,
        ),
      );
    }
  }
  $client.pragma('foreign_keys = ON');
}

function isNumber(type: string): boolean {
  return type === 'INTEGER' || type === 'REAL';
}

function tablesOf($client: Database['$client']): string[] {
  return $client
    .prepare(
      // The index for searching is SQLite's own, and made of what stands in the tables.
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'offer_search*' AND name <> '__drizzle_migrations' ORDER BY name",
    )
    .pluck()
    .all() as string[];
}

/** Every row of every table. */
export function contentsOf(file: string): Record<string, unknown[]> {
  const database = openDatabase(file, { readOnly: true });
  try {
    const { $client } = database;
    return Object.fromEntries(
      tablesOf($client).map((name) => [name, $client.prepare(`SELECT * FROM ${name}`).all()]),
    );
  } finally {
    closeDatabase(database);
  }
}
