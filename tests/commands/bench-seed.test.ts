import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForCommand } from '#app/data/open.ts';
import { listSchools } from '#app/data/schools.ts';
import { SMALL } from '#tests/bench/data/sizes.ts';
import { freshFolder } from '#tests/support/database.ts';

function benchSeed(...args: string[]) {
  const script = ['app/commands/bench-seed.ts', ...args];
  const ran = spawnSync(process.execPath, script, { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

test('a folder is filled once, and what is there is left alone', async () => {
  const folder = join(freshFolder(), 'data');
  const filled = benchSeed('--size', 'school', '--to', folder);
  expect(filled).toMatchObject({
    code: 0,
    out: expect.stringMatching(/small-dsl@ashdown\.example/),
  });
  const { database, kind, close } = await openForCommand(folder);
  expect(kind).toBe('demo');
  expect(listSchools(database).map(({ name }) => name)).toEqual([SMALL.name]);
  close();
  const again = benchSeed('--size', 'school', '--to', folder);
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/There is a database/) });
});

test.each([
  [['--size', 'huge', '--to', 'x'], /--size is one of school, trust, trust-dense\./],
  [['--size', 'school'], /--to FOLDER/],
])('%j is refused with what to say', (args, words) => {
  expect(benchSeed(...args)).toMatchObject({ code: 1, err: expect.stringMatching(words) });
});
