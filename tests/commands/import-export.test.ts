import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openDemo } from '#app/commands/support/open-demo.ts';
import { readSettings } from '#app/platform/env.ts';

const folder = mkdtempSync(join(tmpdir(), 'indate-'));
const dataDir = join(folder, 'data');

beforeAll(async () => {
  const settings = readSettings({ DATA_DIR: dataDir });
  (await openDemo(settings)).close();
});

function command(name: string, ...args: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir, INIT_CWD: folder };
  const ran = spawnSync(process.execPath, [`app/commands/${name}.ts`, ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const LIST = `Staff ID,Name,Job title,Start date
GRA-008,Aoife O'Neill,Teaching assistant,01/09/2021
N1,Petra Novak,Teacher,16/11/2026
N2,Wrong Day,Teacher,31/06/2026
`;

test('a file is previewed, imported when it is right, the same again the second time, and undone', () => {
  const name = file('list.csv', LIST);
  const preview = command('import', name, '--school', 'Grange');
  expect(preview.out).toMatch(
    /row 4, Wrong Day, N2: Start date "31\/06\/2026": There is no such day/,
  );
  expect(preview).toMatchObject({ code: 1, out: expect.stringMatching(/this was a preview/) });
  expect(command('import', name, '--school', 'Grange', '--yes')).toMatchObject({ code: 1 });
  const done = command('import', name, '--school', 'grange', '--yes', '--skip-wrong');
  expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/1 new, 0 changed, 1 same/) });
  const again = command('import', name, '--school', 'grange', '--skip-wrong');
  expect(again.out).toMatch(/0 new, 0 changed, 2 same, 0 wrong, 1 left out/);
  const number = /--undo (\d+)/.exec(done.out)?.[1] ?? '';
  expect(command('import', '--undo', number, '--school', 'grange').out).toMatch(/was undone/);
}, 60_000);

test('the export prints rows to stdout and the head of the audit to stderr', () => {
  const ran = command('export', '--as-at', '2026-11-16', '--school', 'Longton Primary School');
  expect(ran.code).toBe(0);
  expect(ran.out.split('\r\n')[0]).toBe(
    'school,person_id,name,requirement,status,valid_to,due_on,overdue_since,completed_on,evidence,reason',
  );
  expect(ran.err).toMatch(/^Audit head: 0:\d+:[0-9a-f]{64},/);
  expect(command('export', '--school', 'grange', '--full', 'out').code).toBe(0);
  expect(readdirSync(join(folder, 'out'))).toContain('policy.yaml');
  expect(command('export', '--school', 'grange', '--full', 'out').err).toMatch(/cannot be written/);
}, 60_000);

test('what a command is told wrongly is one line and exit code 1', () => {
  const school = ['--school', 'grange'];
  const told: [ReturnType<typeof command>, RegExp][] = [
    [command('import', 'nothing.csv', ...school), /There is no file/],
    [command('import', file('a.csv', 'x')), /Say which school/],
    [command('import', file('a.pdf', '%PDF-1.4'), ...school), /a\.pdf: This is a PDF/],
    [command('import', 'a.csv', ...school, '--kind', 'wages'), /--kind is one of/],
    [command('import', '--undo', '1e3', ...school), /no import 1e3/],
    [command('export', '--as-at', '2026-02-30'), /is no day/],
    [command('export', '--school', 'Hogwarts'), /There is no school Hogwarts/],
  ];
  for (const [ran, message] of told) {
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    expect(ran.err.trim().split('\n')).toHaveLength(1);
  }
}, 60_000);
