import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDemo } from '#app/commands/support/open-demo.ts';
import { openForServer } from '#app/data/open.ts';
import { listSchools } from '#app/data/schools.ts';
import { readSettings } from '#app/platform/env.ts';
import { freshFolder } from '#tests/support/database.ts';

const NOW = '2026-11-16T09:00:00.000Z';
const ADDED = ['--new-school', '--administrator', 'gillian.pask@grange.example'];

function command(dataDir: string, name: string, ...args: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir };
  const ran = spawnSync(process.execPath, [`app/commands/${name}.ts`, ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

const made = mkdtempSync(join(tmpdir(), 'indate-export-'));
const demo = join(made, 'data');

beforeAll(async () => {
  (await openDemo(readSettings({ DATA_DIR: demo }), false)).close();
  const ran = command(demo, 'export', '--school', 'grange', '--full', join(made, 'grange'));
  expect(ran.code).toBe(0);
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A full export of Grange out of the demo, for a test to do with as it likes. */
function exportedFolder(): string {
  const folder = join(freshFolder(), 'grange');
  cpSync(join(made, 'grange'), folder, { recursive: true });
  return folder;
}

/** A real database with nothing in it. */
async function emptyDatabase(): Promise<string> {
  const dataDir = join(freshFolder(), 'data');
  (await openForServer({ dataDir, kind: 'real', now: NOW })).close();
  return dataDir;
}

function emptied(file: string): void {
  writeFileSync(file, `${readFileSync(file, 'utf8').split('\n')[0]}\n`);
}

test('a full export goes into an empty database, and the figures are the same', async () => {
  const folder = exportedFolder();
  const real = await emptyDatabase();
  const ran = command(real, 'import', folder, ...ADDED, '--yes');
  expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/\/invitation\//) });
  const figures = (dataDir: string) =>
    command(dataDir, 'export', '--school', 'grange', '--as-at', '2026-11-16').out;
  expect(figures(real)).toBe(figures(demo));
}, 120_000);

test('a file with headings and no rows says that there is nothing of its kind', async () => {
  const folder = exportedFolder();
  emptied(join(folder, 'bookings.csv'));
  expect(command(await emptyDatabase(), 'import', folder, ...ADDED, '--yes').code).toBe(0);
}, 120_000);

test('one wrong row in one file, and nothing of the school is there', async () => {
  const folder = exportedFolder();
  const log = join(folder, 'training-log.csv');
  writeFileSync(log, readFileSync(log, 'utf8').replace(/,\d{4}-\d\d-\d\d,/, ',2026-06-31,'));
  const real = await emptyDatabase();
  const ran = command(real, 'import', folder, ...ADDED, '--yes');
  expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(/Nothing was imported/) });
  const opened = await openForServer({ dataDir: real, kind: 'real', now: NOW });
  expect(listSchools(opened.database)).toEqual([]);
  opened.close();
}, 120_000);
