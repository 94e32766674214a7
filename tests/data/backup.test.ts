import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { appendAudit, auditHead, findAuditFaults } from '#app/data/audit.ts';
import { backUp, findFileFaults } from '#app/data/backup.ts';
import { closeDatabase, type Database, openDatabase, transact } from '#app/data/database.ts';
import { findMark, setMark } from '#app/data/marks.ts';
import { openForCommand, openForServer } from '#app/data/open.ts';
import { restore } from '#app/data/restore.ts';
import { startNode } from '#tests/platform/processes.ts';
import { freshFolder } from '#tests/support/database.ts';
import { contentsOf, fullDatabase } from './old-database.ts';

// Processes take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const now = '2026-11-16T09:00:00.000Z';

/** A folder with a database in which so many things were done, each with its audit entry. */
async function folderWith(acts: number, kind: 'real' | 'demo' = 'real'): Promise<string> {
  const dataDir = freshFolder();
  const { database, close } = await openForServer({ dataDir, kind, now });
  for (let act = 1; act <= acts; act++) await doSomething(database, act);
  close();
  return dataDir;
}

function doSomething(database: Database, act: number): Promise<void> {
  return transact(database, (transaction) => {
    setMark(transaction, 'acts', String(act));
    const actor = { accountId: null, name: 'a test' };
    appendAudit(transaction, { schoolId: null, at: now, actor, action: 'test.done', after: act });
  });
}

function marked(dataDir: string, name = 'acts'): string | null {
  const database = openDatabase(join(dataDir, 'indate.db'));
  try {
    return findMark(database, name);
  } finally {
    closeDatabase(database);
  }
}

describe('a backup', () => {
  test('is one sound file with everything in it', async () => {
    const dataDir = await folderWith(5);
    const to = join(dataDir, 'backups', 'one.db');
    await backUp(join(dataDir, 'indate.db'), to);
    expect(readdirSync(join(dataDir, 'backups'))).toEqual(['one.db']);
    expect(findFileFaults(to)).toEqual([]);
    expect(contentsOf(to)).toEqual(contentsOf(join(dataDir, 'indate.db')));
  });

  test('never takes the place of another', async () => {
    const dataDir = await folderWith(1);
    const to = join(dataDir, 'there.db');
    writeFileSync(to, 'mine');
    await expect(backUp(join(dataDir, 'indate.db'), to)).rejects.toThrow(/is there already/);
    expect(readFileSync(to, 'utf8')).toBe('mine');
  });

  test('of a damaged database is not made', async () => {
    const dataDir = await folderWith(200);
    damage(join(dataDir, 'indate.db'));
    const to = join(dataDir, 'backups', 'one.db');
    await expect(backUp(join(dataDir, 'indate.db'), to)).rejects.toThrow();
    expect(existsSync(to)).toBe(false);
  });

  test('is consistent while another process writes without a pause', async () => {
    const dataDir = await folderWith(1);
    const writer = startNode(['tests/data/storm.ts'], { DATA_DIR: dataDir });
    await writer.says(/\b50\b/);
    const file = join(dataDir, 'backups', 'storm.db');
    await backUp(join(dataDir, 'indate.db'), file);
    const before = Number(writer.said().trim().split('\n').at(-1));
    await writer.says(new RegExp(`\\b${before + 50}\\b`));
    writer.child.kill('SIGKILL');
    const database = openDatabase(file, { readOnly: true });
    // Each act wrote both of them in one transaction.
    expect(auditHead(database)).toMatch(new RegExp(`^0:${findMark(database, 'acts')}:`));
    closeDatabase(database);
  });
});

describe('the storm’s own database', () => {
  test('has every write that was acknowledged before a kill -9, and its audit holds', async () => {
    const dataDir = await folderWith(1);
    for (let kill = 0; kill < 3; kill++) {
      const writer = startNode(['tests/data/storm.ts'], { DATA_DIR: dataDir });
      await writer.says(/\n\d+\n/);
      writer.child.kill('SIGKILL');
      const { stdout } = await writer.ended;
      const acknowledged = Number(stdout.slice(0, stdout.lastIndexOf('\n')).split('\n').at(-1));
      const { database, close } = await openForCommand(dataDir);
      expect(Number(findMark(database, 'acts'))).toBeGreaterThanOrEqual(acknowledged);
      expect(findAuditFaults(database)).toEqual([]);
      expect(database.$client.pragma('integrity_check', { simple: true })).toBe('ok');
      close();
    }
  });
});

describe('putting a backup back', () => {
  async function backedUp() {
    const dataDir = await folderWith(3);
    const backup = join(freshFolder(), 'backup.db');
    await backUp(join(dataDir, 'indate.db'), backup);
    const { database, close } = await openForServer({ dataDir, kind: 'real', now });
    await doSomething(database, 4);
    close();
    return { dataDir, backup };
  }

  test('gives what was there then, and keeps what was there now', async () => {
    const { dataDir, backup } = await backedUp();
    const kept = await restore(backup, dataDir, now);
    expect(kept).toBe(join(dataDir, 'backups', 'before-restore-2026-11-16T09-00-00-000Z.db'));
    expect(readdirSync(dataDir).sort()).toEqual(['backups', 'indate.db', 'indate.lock']);
    expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1);
    expect(marked(dataDir)).toBe('3');
    await restore(String(kept), dataDir, '2026-11-16T10:00:00.000Z');
    expect(marked(dataDir)).toBe('4');
  });

  test('works where the database is gone or damaged', async () => {
    const { dataDir, backup } = await backedUp();
    writeFileSync(join(dataDir, 'indate.db'), 'no database any more');
    await restore(backup, dataDir, now);
    expect(marked(dataDir)).toBe('3');
    const empty = freshFolder();
    expect(await restore(backup, empty, now)).toBeNull();
    (await openForServer({ dataDir: empty, kind: 'real', now })).close();
    expect(marked(empty)).toBe('3');
  });

  test('takes one of an earlier version, which the next start brings up to date', async () => {
    const dataDir = freshFolder();
    const backup = join(freshFolder(), 'old.db');
    fullDatabase(backup, 1);
    const database = openDatabase(backup);
    database.$client.exec('DELETE FROM audit_entries');
    closeDatabase(database);
    await restore(backup, dataDir, now);
    (await openForServer({ dataDir, kind: 'real', now })).close();
    expect(marked(dataDir, 'kind')).toBe('real');
  });

  test('ends every sign-in, so that nobody who signed out is signed in again', async () => {
    const dataDir = freshFolder();
    const backup = join(freshFolder(), 'backup.db');
    fullDatabase(backup, 1);
    const database = openDatabase(backup);
    database.$client.exec('DELETE FROM audit_entries');
    closeDatabase(database);
    await restore(backup, dataDir, now);
    expect(contentsOf(join(dataDir, 'indate.db')).sign_ins).toEqual([]);
  });

  test.each<[string, (file: string) => void, RegExp]>([
    ['damaged', damage, /damaged|malformed/],
    ['cut off', (file) => truncateSync(file, 20_480), /damaged|malformed|cannot read/],
    ['empty', (file) => writeFileSync(file, ''), /not a database of InDate/],
    ['not a database', (file) => writeFileSync(file, 'a text '.repeat(500)), /not a database/],
    ['somebody else’s', other, /not a database of InDate/],
    ['of a newer version', newer, /newer version/],
    ['with a broken reference', orphan, /lead nowhere/],
    ['with a changed audit', forge, /audit does not hold/],
  ])('refuses one that is %s, and leaves what is there alone', async (_what, spoil, words) => {
    const { dataDir, backup } = await backedUp();
    spoil(backup);
    const before = readFileSync(join(dataDir, 'indate.db')).toString('base64');
    await expect(restore(backup, dataDir, now)).rejects.toThrow(words);
    await expect(restore(backup, dataDir, now)).rejects.toThrow(/what is there was left alone/);
    expect(readFileSync(join(dataDir, 'indate.db')).toString('base64')).toBe(before);
    expect(readdirSync(dataDir).sort()).toEqual(['indate.db', 'indate.lock']);
  });

  test('refuses a demo in a real school’s place', async () => {
    const { dataDir } = await backedUp();
    const demo = join(await folderWith(1, 'demo'), 'indate.db');
    await expect(restore(demo, dataDir, now)).rejects.toThrow(/One of the two is a demo/);
    expect(marked(dataDir)).toBe('4');
  });

  test('refuses while a server runs', async () => {
    const { dataDir, backup } = await backedUp();
    const { close } = await openForServer({ dataDir, kind: 'real', now });
    await expect(restore(backup, dataDir, now)).rejects.toThrow(/stop it first/);
    close();
    await restore(backup, dataDir, now);
  });
});

/** Overwrites the middle of the file, as a dying disk does. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 8192, bytes.length - 4096);
  writeFileSync(file, bytes);
}

function change(file: string, statements: string): void {
  const client = new BetterSqlite3(file);
  client.pragma('foreign_keys = OFF');
  client.exec(statements);
  client.close();
}

function other(file: string): void {
  writeFileSync(file, '');
  change(file, 'CREATE TABLE recipes (name TEXT)');
}

function newer(file: string): void {
  change(file, "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 1)");
}

function orphan(file: string): void {
  change(file, "INSERT INTO terms VALUES (1, 99, 'Autumn', '2026-09-01', '2026-12-18')");
}

function forge(file: string): void {
  change(
    file,
    "DROP TRIGGER audit_entries_stay; UPDATE audit_entries SET contents = '{}' WHERE sequence = 2",
  );
}
