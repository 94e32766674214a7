import { expect, test, vi } from 'vitest';
import { freshFolder } from '#tests/support/database.ts';
import { start } from './processes.ts';

// Processes take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

/** With whatever Node the machine has, as npm would. */
const boot = (args: string[], env: Record<string, string> = {}) =>
  start('node', ['app/platform/boot.js', ...args], env).ended;

test('a command’s own words are all that is on stdout, and its exit code is passed on', async () => {
  const helped = await boot(['audit-verify', '--help']);
  expect(helped).toMatchObject({ code: 0, stderr: '' });
  expect(helped.stdout).toMatch(/^npm run audit-verify/);
  const failed = await boot(['audit-verify'], { DATA_DIR: freshFolder() });
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expect(failed.stderr).toMatch(/^There is no database at .*\n$/);
});

test('an argument that a command does not know is said in one line', async () => {
  const { code, stderr } = await boot(['audit-verify', '--heads', 'x']);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^Unknown option '--heads'.*\n$/)]);
});

test.each(['nonsense', '', '../platform/server', 'constructor'])(
  '%j is no command',
  async (name) => {
    const { code, stdout, stderr } = await boot([name]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  },
);
