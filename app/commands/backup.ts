import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from '#app/data/backup.ts';
import { pathsIn } from '#app/data/folder.ts';
import { fileStamp } from '#app/data/open.ts';
import { now } from '#app/platform/clock.ts';
import { CommandError, fileNamed, runCommand } from './support/run-command.ts';

const HELP = `
npm run backup [-- FILE]

Makes a consistent copy of the database while InDate runs, checks it and prints where it is.
Without FILE: a new file in DATA_DIR/backups.
`;

await runCommand(HELP, {}, async ({ positionals: [named] }, { dataDir }) => {
  const { database, backups } = pathsIn(dataDir);
  if (!existsSync(database)) throw new CommandError(`There is no database at ${database}.`);
  const to = named ? fileNamed(named) : join(backups, `indate-${fileStamp(now())}.db`);
  await backUp(database, to);
  console.log(`Backed up and checked: ${to}`);
});
