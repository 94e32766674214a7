import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '#app/data/database.ts';
import { isSchemaCurrent, migrate } from '#app/data/migrate.ts';
import { freshFolder } from '#tests/support/database.ts';
import { contentsOf, fullDatabase, migrationsUpTo, released } from './old-database.ts';

const opened: Database[] = [];
afterEach(() => opened.splice(0).forEach(closeDatabase));

function open(file: string): Database {
  const database = openDatabase(file);
  opened.push(database);
  return database;
}

/** What SQLite asks for where a column's rule changes: the table is built anew. */
const REBUILD = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE new_people AS SELECT * FROM people;--> statement-breakpoint
DROP TABLE people;--> statement-breakpoint
CREATE TABLE people (id integer PRIMARY KEY, school_id integer NOT NULL REFERENCES schools(id),
  ref text NOT NULL, first_name text NOT NULL, last_name text NOT NULL, email text,
  left_without_day integer NOT NULL DEFAULT 0) STRICT;--> statement-breakpoint
INSERT INTO people SELECT * FROM new_people;--> statement-breakpoint
DROP TABLE new_people;--> statement-breakpoint
PRAGMA foreign_keys=ON;`;

describe('bringing a database up to date', () => {
  test.each(Array.from({ length: released }, (_, index) => index + 1))(
    'keeps every row of a full database of schema %d',
    (count) => {
      const file = join(freshFolder(), 'indate.db');
      fullDatabase(file, count);
      const before = contentsOf(file);
      const database = open(file);
      migrate(database);
      expect(isSchemaCurrent(database)).toBe(true);
      const after = contentsOf(file);
      for (const [name, rows] of Object.entries(before)) {
        expect(rows).toHaveLength(3);
        expect([name, after[name]?.length]).toEqual([name, 3]);
      }
      expect(database.$client.pragma('foreign_key_check')).toEqual([]);
      expect(database.$client.pragma('foreign_keys', { simple: true })).toBe(1);
    },
  );

  test('a table that is built anew takes no child rows with it', () => {
    const file = join(freshFolder(), 'indate.db');
    fullDatabase(file, released);
    const before = contentsOf(file);
    migrate(open(file), { migrations: migrationsUpTo(released, [REBUILD]) });
    expect(contentsOf(file)).toEqual(before);
  });

  test.each([
    ['loses rows', 'DELETE FROM bookings;'],
    ['breaks a reference', 'UPDATE bookings SET person_id = 99;'],
    ['fails half way', 'DELETE FROM bookings;--> statement-breakpoint\nDELETE FROM nowhere;'],
  ])('one that %s is undone, and the copy from before it is there', (_what, statements) => {
    const folder = freshFolder();
    const file = join(folder, 'indate.db');
    fullDatabase(file, released);
    const before = contentsOf(file);
    const backupTo = join(folder, 'before.db');
    const database = open(file);
    const migrations = migrationsUpTo(released, [statements]);
    expect(() => migrate(database, { backupTo, migrations })).toThrow();
    expect(contentsOf(file)).toEqual(before);
    expect(contentsOf(backupTo)).toEqual(before);
    expect(isSchemaCurrent(database)).toBe(true);
  });

  test('with nothing to do makes no copy', () => {
    const folder = freshFolder();
    fullDatabase(join(folder, 'indate.db'), released);
    migrate(open(join(folder, 'indate.db')), { backupTo: join(folder, 'before.db') });
    expect(existsSync(join(folder, 'before.db'))).toBe(false);
  });

  test('a database of a newer version is left alone', () => {
    const file = join(freshFolder(), 'indate.db');
    fullDatabase(file, released);
    const database = open(file);
    expect(() => migrate(database, { migrations: migrationsUpTo(1) })).toThrow(/newer version/);
  });

  test('every table is strict', () => {
    const file = join(freshFolder(), 'indate.db');
    fullDatabase(file, released);
    const loose = open(file)
      .$client.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*' AND name <> '__drizzle_migrations'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });
});
