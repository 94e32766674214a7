import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { now } from '#app/platform/clock.ts';
import type { Size } from '#tests/bench/data/sizes.ts';
import { type Folders, runBench } from '#tests/bench/run.ts';
import { CommandError, runCommand } from './support/run-command.ts';

const HELP = `
npm run bench [-- --rounds 5] [--requests 40] [--fresh]

Builds, serves an invented trust of 10,000 people and a school of 60, and measures pages in turn with
an empty route of Remix, as ratios: name: ratio (ours median, floor median, min to max). Checks that
each page is the right one; no time is right or wrong. Writes tests/bench/results. The data is made
the first time (.cache/bench), which takes a minute or so.

  --rounds N     rounds of each measure, five or more
  --requests N   requests of each round, ours and then the floor's
  --fresh        makes the data anew
`;

const OPTIONS = {
  rounds: { type: 'string', default: '5' },
  requests: { type: 'string', default: '40' },
  fresh: { type: 'boolean' },
} as const;

const DATA = resolve('.cache/bench');
const RESULTS = resolve('tests/bench/results');

await runCommand(HELP, OPTIONS, async ({ values }) => {
  const rounds = wholeNumber('--rounds', values.rounds, 5);
  const requests = wholeNumber('--requests', values.requests, 10);
  if (values.fresh) rmSync(DATA, { recursive: true, force: true });
  const folders: Folders = { trust: folderOf('trust'), school: folderOf('school') };
  const about = aboutThisRun({ rounds, requests });
  const results = await runBench(folders, { rounds, requests });
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${about.at.slice(0, 10)}-${about.commit.slice(0, 7)}.json`);
  writeFileSync(file, `${JSON.stringify({ ...about, ...results }, null, 2)}\n`);
  console.log(`Written to ${file}`);
});

function wholeNumber(option: string, text: string, atLeast: number): number {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (number < atLeast) throw new CommandError(`${option} is a whole number from ${atLeast} on.`);
  return number;
}

/** Filled where it is not there yet. */
function folderOf(size: Size): string {
  const folder = join(DATA, size);
  if (existsSync(join(folder, 'indate.db'))) return folder;
  console.log(`Making the ${size} …`);
  // What a run that was stopped has left is no beginning.
  rmSync(folder, { recursive: true, force: true });
  const script = ['app/commands/bench-seed.ts', '--size', size, '--to', folder];
  const env = { ...process.env, INIT_CWD: process.cwd() };
  const ran = spawnSync(process.execPath, script, { env, encoding: 'utf8' });
  if (ran.status !== 0) throw new CommandError(`The ${size} cannot be made:\n${ran.stderr}`);
  return folder;
}

function aboutThisRun(effort: { rounds: number; requests: number }) {
  const packages = ['@remix-run/node', 'react', 'express', 'better-sqlite3', 'drizzle-orm'];
  const versions = packages.map((name) => [name, versionOf(name)] as const);
  return {
    at: now(),
    commit: git('rev-parse', 'HEAD') || 'unknown',
    isChanged: git('status', '--porcelain', '--untracked-files=no') !== '',
    versions: { node: process.versions.node, ...Object.fromEntries(versions) },
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      memory: totalmem(),
      loadBefore: loadavg(),
    },
    effort,
  };
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
}

function git(...args: string[]): string {
  return spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';
}
