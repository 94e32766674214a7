import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '#app/data/database.ts';
import { migrate } from '#app/data/migrate.ts';

/** Made once for a file of tests, and then copied for each of them. */
let template: string | null = null;
const atEnd: (() => void)[] = [];

// What was opened last is closed first: a folder goes after the database in it.
afterEach(() => {
  for (const undo of atEnd.splice(0).reverse()) undo();
});

/** A database of this test's own: this version's tables, nothing in them. */
export function freshDatabase(): Database {
  const file = join(freshFolder(), 'indate.db');
  template ??= makeTemplate();
  copyFileSync(template, file);
  const database = openDatabase(file);
  atEnd.push(() => closeDatabase(database));
  return database;
}

/** A folder of this test's own. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'indate-test-'));
  atEnd.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

afterAll(() => {
  if (template) rmSync(dirname(template), { recursive: true, force: true });
});

function makeTemplate(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'indate-template-')), 'indate.db');
  const database = openDatabase(file, { create: true });
  migrate(database);
  // Closing moves everything from the log into the one file that is copied.
  closeDatabase(database);
  return file;
}
