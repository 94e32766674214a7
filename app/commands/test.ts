import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findOrInstallChromium } from '#tests/support/chromium.ts';

/**
 * Everything that must hold, one after the other, and one line with the sum of it all. `--quick`
 * leaves out what needs the built app, the database or a browser.
 */
type Outcome = { passed: number; failed: number };
type Step = { name: string; run: () => Outcome };

const results = mkdtempSync(join(tmpdir(), 'indate-test-'));
/** Where Node keeps what it makes of modules: the tests begin some hundreds of processes. */
const COMPILED = resolve('.cache/compiled');
const quick = process.argv.includes('--quick');

const checks: Step[] = [
  { name: 'Format and lint', run: () => command('biome', 'ci', '--error-on-warnings', '.') },
  { name: 'Types', run: () => command('tsc', '--noEmit') },
];
const unit: Step[] = [
  {
    name: 'Rules and forms',
    run: () => vitest('tests/domain', 'tests/forms', 'tests/architecture'),
  },
];
const whole: Step[] = [
  { name: 'Rules, data, operations and routes', run: () => vitest() },
  { name: 'Build', run: () => command('node', 'app/platform/boot.js', 'build') },
  { name: 'Browser', run: playwright },
];

const outcomes = [...checks, ...(quick ? unit : whole)].map(({ name, run }) => {
  console.log(`\n${name}`);
  return run();
});
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function command(name: string, ...args: string[]): Outcome {
  return counted(run(name, args) === 0);
}

function counted(isGood: boolean): Outcome {
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function run(name: string, args: string[], env: Record<string, string> = {}): number {
  const ran = spawnSync(join('node_modules', '.bin', name), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...env },
  });
  return ran.status ?? 1;
}

function vitest(...folders: string[]): Outcome {
  const file = join(results, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = run('vitest', ['run', ...reporters, ...folders]);
  if (!existsSync(file)) return counted(false);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
  return withStatus(status, { passed: numPassedTests, failed: numFailedTests });
}

function playwright(): Outcome {
  const file = join(results, 'playwright.json');
  const status = run('playwright', ['test'], {
    CHROMIUM: findOrInstallChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  if (!existsSync(file)) return counted(false);
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return withStatus(status, { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}

/** A runner that fails without a failed test (an error while collecting, say) has still failed. */
function withStatus(status: number, outcome: Outcome): Outcome {
  return status !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}
