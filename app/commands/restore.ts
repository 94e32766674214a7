import { restore } from '#app/data/restore.ts';
import { now } from '#app/platform/clock.ts';
import { CommandError, fileNamed, runCommand } from './support/run-command.ts';

const HELP = `
npm run restore -- FILE [--without-evidence]

Checks a backup and puts it back as the database in DATA_DIR, with its evidence from the folder
evidence beside it. What was there is kept in DATA_DIR/backups. Stop InDate first. Everybody has to
sign in again.

  --without-evidence   also where some of its evidence is missing or damaged
`;

const OPTIONS = { 'without-evidence': { type: 'boolean' } } as const;

await runCommand(HELP, OPTIONS, async ({ positionals: [named], values }, { dataDir }) => {
  if (!named) throw new CommandError('Say which file: npm run restore -- FILE');
  const withoutEvidence = values['without-evidence'] === true;
  const kept = await restore(fileNamed(named), dataDir, now(), { withoutEvidence });
  console.log(`Checked and put back: ${fileNamed(named)}`);
  if (kept) console.log(`What was there is kept: ${kept}`);
});
