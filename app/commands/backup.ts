import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backUp } from '#app/data/backup.ts';
import { copyEvidence, evidenceOf } from '#app/data/evidence-copy.ts';
import { pathsIn } from '#app/data/folder.ts';
import { fileStamp } from '#app/data/open.ts';
import { counted } from '#app/domain/words.ts';
import { now } from '#app/platform/clock.ts';
import { CommandError, fileNamed, runCommand } from './support/run-command.ts';

const HELP = `
npm run backup [-- FILE]

Makes a consistent copy of the database while InDate runs, checks it and prints where it is.
Without FILE: a new file in DATA_DIR/backups. The evidence that it names goes into a folder
evidence beside it, which all backups there share: what is there and sound is not copied again.
`;

await runCommand(HELP, {}, async ({ positionals: [named] }, { dataDir }) => {
  const { database, backups, evidence } = pathsIn(dataDir);
  if (!existsSync(database)) throw new CommandError(`There is no database at ${database}.`);
  const to = named ? fileNamed(named) : join(backups, `indate-${fileStamp(now())}.db`);
  await backUp(database, to);
  console.log(`Backed up and checked: ${to}`);
  const files = evidenceOf(to);
  const beside = join(dirname(to), 'evidence');
  const { copied, lacking } = await copyEvidence(files, { from: evidence, to: beside, now: now() });
  for (const words of lacking) console.error(`${words}: it is not in the backup.`);
  const whole = counted(files.length, 'file of evidence', 'files of evidence');
  console.log(`${files.length - lacking.length} of ${whole} in ${beside}, ${copied} of them new`);
  return lacking.length === 0 ? 0 : 1;
});
