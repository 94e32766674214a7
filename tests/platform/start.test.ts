import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { closeDatabase, openDatabase } from '#app/data/database.ts';
import { findMark } from '#app/data/marks.ts';
import { openForServer } from '#app/data/open.ts';
import { contentsOf, fullDatabase, released } from '#tests/data/old-database.ts';
import { freshFolder } from '#tests/support/database.ts';
import { startNode } from './processes.ts';

// Processes take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const now = '2026-11-16T09:00:00.000Z';
const STUB = ['tests/platform/stub-server.ts'];

const open = (dataDir: string, kind: 'real' | 'demo' = 'real') =>
  openForServer({ dataDir, kind, now });

/** A folder in which a database has been made, as a server leaves it. */
async function usedFolder(kind: 'real' | 'demo' = 'real'): Promise<string> {
  const dataDir = freshFolder();
  (await open(dataDir, kind)).close();
  return dataDir;
}

describe('opening the database of a folder', () => {
  test('makes one where there is nothing, and says what kind it is', async () => {
    const dataDir = join(freshFolder(), 'deeper', 'still');
    const { database, kind, close } = await open(dataDir);
    expect([kind, findMark(database, 'kind')]).toEqual(['real', 'real']);
    close();
    expect(readdirSync(dataDir).sort()).toEqual(['indate.db', 'indate.lock']);
  });

  test('keeps what is there the second time', async () => {
    const dataDir = await usedFolder();
    const before = contentsOf(join(dataDir, 'indate.db'));
    (await open(dataDir)).close();
    expect(contentsOf(join(dataDir, 'indate.db'))).toEqual(before);
  });

  test('never makes a new one where one was before', async () => {
    const dataDir = await usedFolder();
    rmSync(join(dataDir, 'indate.db'));
    await expect(open(dataDir)).rejects.toThrow(
      /is not there, but one was before.*npm run restore/,
    );
    expect(existsSync(join(dataDir, 'indate.db'))).toBe(false);
  });

  test.each(['indate.db-wal', 'backups/indate.db', 'evidence/ab'])(
    'takes %s for a sign of one',
    async (sign) => {
      const dataDir = freshFolder();
      mkdirSync(join(dataDir, sign, '..'), { recursive: true });
      writeFileSync(join(dataDir, sign), 'x');
      await expect(open(dataDir)).rejects.toThrow(/one was before \(.+ is\)/);
      expect(existsSync(join(dataDir, 'indate.db'))).toBe(false);
    },
  );

  test.each<[string, (file: string) => void, RegExp]>([
    ['an empty file', (file) => writeFileSync(file, ''), /is empty\./],
    [
      'a text',
      (file) => writeFileSync(file, 'no database at all'.repeat(100)),
      /is not a database\./,
    ],
    ['somebody else’s database', otherDatabase, /but not one of InDate's\./],
    ['a folder', (file) => mkdirSync(file), /is not a file\./],
    ['a newer version’s database', newerDatabase, /was written by a newer version/],
    [
      'a database of no kind',
      (file) => fullDatabase(file, released, 'neither'),
      /not one of InDate's/,
    ],
  ])('leaves %s alone, and says what it is', async (_what, make, words) => {
    const dataDir = freshFolder();
    const file = join(dataDir, 'indate.db');
    make(file);
    const bytes = () => (readdirSync(dataDir).includes('indate.db') ? hashable(file) : null);
    const before = bytes();
    await expect(open(dataDir)).rejects.toThrow(words);
    expect(bytes()).toEqual(before);
  });

  test('a demo and a real school keep out of each other’s folder', async () => {
    await expect(open(await usedFolder('demo'), 'real')).rejects.toThrow(/is a demo/);
    await expect(open(await usedFolder('real'), 'demo')).rejects.toThrow(/holds a real school/);
    const dataDir = await usedFolder('real');
    const startOver = openForServer({ dataDir, kind: 'demo', now, startOver: true });
    await expect(startOver).rejects.toThrow(/holds a real school/);
  });

  test('a demo starts over when it is told to, and is whole or not there at all', async () => {
    const dataDir = await usedFolder('demo');
    const fill = () => Promise.reject(new Error('half way'));
    const failing = openForServer({ dataDir, kind: 'demo', now, fill, startOver: true });
    await expect(failing).rejects.toThrow('half way');
    const { database, close } = await open(dataDir, 'demo');
    database.$client.exec("INSERT INTO marks VALUES ('changed', 'yes')");
    close();
    const again = await openForServer({ dataDir, kind: 'demo', now, startOver: true });
    expect(findMark(again.database, 'changed')).toBeNull();
    again.close();
  });

  test('a start that was killed while it made the database is forgotten by the next', async () => {
    const dataDir = freshFolder();
    writeFileSync(join(dataDir, 'indate.db.unfinished'), 'half of it');
    writeFileSync(join(dataDir, 'indate.db.unfinished-wal'), 'the other half');
    (await open(dataDir)).close();
    expect(readdirSync(dataDir).sort()).toEqual(['indate.db', 'indate.lock']);
  });

  test('an old one is brought up to date, with a copy from before it', async () => {
    const dataDir = freshFolder();
    fullDatabase(join(dataDir, 'indate.db'), 1);
    const before = contentsOf(join(dataDir, 'indate.db'));
    (await open(dataDir)).close();
    const copy = join(dataDir, 'backups', 'before-upgrade-2026-11-16T09-00-00-000Z.db');
    expect(contentsOf(copy)).toEqual(before);
    const after = contentsOf(join(dataDir, 'indate.db'));
    expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
    expect(after).toHaveProperty('quizzes');
  });

  test('a copy of a folder is as good as the folder', async () => {
    const dataDir = await usedFolder();
    const copy = join(freshFolder(), 'copy');
    cpSync(dataDir, copy, { recursive: true });
    (await open(copy)).close();
    const moved = join(freshFolder(), 'moved');
    renameSync(copy, moved);
    (await open(moved)).close();
  });
});

function otherDatabase(file: string): void {
  const client = new BetterSqlite3(file);
  client.exec('CREATE TABLE recipes (name TEXT)');
  client.close();
}

function newerDatabase(file: string): void {
  fullDatabase(file, released);
  const database = openDatabase(file);
  database.$client.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 1)");
  closeDatabase(database);
}

function hashable(file: string): string | null {
  try {
    return readFileSync(file).toString('base64');
  } catch {
    return 'a folder';
  }
}

describe('a server', () => {
  test('finishes what is in flight when it is told to stop, closes and ends well', async () => {
    const dataDir = freshFolder();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const server = startNode(STUB, { DATA_DIR: dataDir, PORT: '0' });
      const [, address] = await server.says(/InDate is at (\S+)/);
      const inFlight = fetch(`${address}/slow`);
      await server.says(/slow begun/);
      server.child.kill(signal);
      expect(await (await inFlight).text()).toBe('finished');
      expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
      // The log of writes is gone when the database was closed.
      expect(readdirSync(dataDir).sort()).toEqual(['indate.db', 'indate.lock']);
    }
    const { marks } = contentsOf(join(dataDir, 'indate.db'));
    expect(marks).toContainEqual({ name: 'slow', value: 'done' });
  });

  test('holds the folder’s lock no longer than it lives', async () => {
    const dataDir = freshFolder();
    const first = startNode(STUB, { DATA_DIR: dataDir, PORT: '0' });
    await first.says(/InDate is at/);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = startNode(STUB, { DATA_DIR: dataDir, PORT: '0' });
    await second.says(/InDate is at/);
  });

  test('started twice at once on an old database brings it up to date once', async () => {
    const dataDir = freshFolder();
    const file = join(dataDir, 'indate.db');
    fullDatabase(file, 1);
    const before = contentsOf(file);
    const servers = [1, 2, 3].map(() => startNode(STUB, { DATA_DIR: dataDir, PORT: '0' }));
    const answers = await Promise.all(
      servers.map(async ({ says }) => {
        const [, address] = await says(/InDate is at (\S+)/);
        return (await fetch(`${address}/healthz`)).status;
      }),
    );
    expect(answers).toEqual([200, 200, 200]);
    expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1);
    const after = contentsOf(file);
    for (const name of Object.keys(before)) expect(after[name]).toHaveLength(3);
  });

  test('started twice at once on nothing makes one database', async () => {
    const dataDir = freshFolder();
    const servers = [1, 2].map(() => startNode(STUB, { DATA_DIR: dataDir, PORT: '0' }));
    for (const { says } of servers) await says(/InDate is at/);
    expect(contentsOf(join(dataDir, 'indate.db')).marks).toEqual([{ name: 'kind', value: 'real' }]);
  });
});

describe('npm start', () => {
  const START = ['app/commands/start.ts'];

  test.each<[string, Record<string, string>, RegExp]>([
    ['a wrong setting', { PORT: 'eighty' }, /^PORT is "eighty": it must be a whole number.*\.\n$/],
    [
      'a folder that cannot be',
      { DATA_DIR: '/dev/null/data' },
      /^The folder .* cannot be made.*\n$/,
    ],
  ])('says %s in one line and ends', async (_what, env, words) => {
    const { ended } = startNode(START, { DATA_DIR: freshFolder(), ...env });
    expect(await ended).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(words),
    });
  });

  test('says what is wrong with the database in one line and ends', async () => {
    const dataDir = await usedFolder('demo');
    const { code, stderr } = await startNode(START, { DATA_DIR: dataDir }).ended;
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toMatch(/is a demo, whose passwords are known/);
  });

  test('explains itself', async () => {
    const { code, stdout } = await startNode([...START, '--help']).ended;
    expect([code, stdout.startsWith('npm start\n')]).toEqual([0, true]);
  });
});
