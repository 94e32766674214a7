import { hashPassword } from '#app/auth/passwords.ts';
import type { Database } from '#app/data/database.ts';
import { openForServer } from '#app/data/open.ts';
import { loadDemo } from '#app/operations/load-demo.ts';
import { now } from '#app/platform/clock.ts';
import { SIZES } from '#tests/bench/data/sizes.ts';
import { benchTrust, PASSWORD, personasOf } from '#tests/bench/data/trust.ts';
import { CommandError, fileNamed, runCommand } from './support/run-command.ts';

const HELP = `
npm run bench-seed -- --size school|trust|trust-dense --to FOLDER

Fills an empty folder with invented schools, the same each time, through the importer that schools
have. DATA_DIR=FOLDER npm run demo serves it.

  --size school        60 people
  --size trust         100 schools, 10,000 people, 30 requirements, 400,000 completions in five years
  --size trust-dense   the same people, of whom every requirement is asked: 300,000 cells
  --to FOLDER          where the database is made; there must be none
`;

const OPTIONS = { size: { type: 'string' }, to: { type: 'string' } } as const;

await runCommand(HELP, OPTIONS, async ({ values }) => {
  const size = SIZES.find((one) => one === values.size);
  if (!size) throw new CommandError(`--size is one of ${SIZES.join(', ')}.`);
  if (!values.to) throw new CommandError('Say where to: --to FOLDER.');
  const dataDir = fileNamed(values.to);
  const trust = benchTrust(size, await hashPassword(PASSWORD));
  const begun = now();
  let isFilled = false;
  const fill = async (database: Database) => {
    isFilled = true;
    await loadDemo(database, begun, trust);
  };
  (await openForServer({ dataDir, kind: 'demo', now: begun, fill })).close();
  if (!isFilled) throw new CommandError(`There is a database in ${dataDir} already.`);
  const { user, system } = process.cpuUsage();
  console.log(`Filled, in ${((user + system) / 1e6).toFixed(1)} s of processor time.`);
  const emails = personasOf(size).map(({ email }) => `  ${email}`);
  console.log([`Sign in with the password ${PASSWORD}:`, ...emails].join('\n'));
});
