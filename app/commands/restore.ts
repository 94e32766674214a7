import { restore } from '#app/data/restore.ts';
import { now } from '#app/platform/clock.ts';
import { CommandError, fileNamed, runCommand } from './support/run-command.ts';

const HELP = `
npm run restore -- FILE

Checks a backup and puts it back as the database in DATA_DIR. What was there is kept in
DATA_DIR/backups. Stop InDate first. Everybody has to sign in again.
`;

await runCommand(HELP, {}, async ({ positionals: [named] }, { dataDir }) => {
  if (!named) throw new CommandError('Say which file: npm run restore -- FILE');
  const kept = await restore(fileNamed(named), dataDir, now());
  console.log(`Checked and put back: ${fileNamed(named)}`);
  if (kept) console.log(`What was there is kept: ${kept}`);
});
