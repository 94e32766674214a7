import { verifyEvidence } from '#app/data/evidence-verify.ts';
import { pathsIn } from '#app/data/folder.ts';
import { openForCommand } from '#app/data/open.ts';
import { counted } from '#app/domain/words.ts';
import { runCommand } from './support/run-command.ts';

const HELP = `
npm run evidence-verify

Reads every file of evidence and compares it with its SHA-256. Names what is missing or damaged, and
what it stands behind; then it ends with 1. What no row names is named too: it is swept up while
InDate runs.
`;

const PUT_BACK =
  'Copy what is missing or damaged from the folder evidence of a backup, or ask for it again.';

await runCommand(HELP, {}, async (_given, { dataDir }) => {
  const { database, close } = await openForCommand(dataDir);
  try {
    const { files, faults, unnamed } = await verifyEvidence(database, pathsIn(dataDir).evidence);
    for (const { name, state, behind } of faults) {
      console.log(`${name} is ${state}. It stands behind: ${behind.join('; ') || 'nothing'}.`);
    }
    for (const path of unnamed) console.log(`No row names ${path}.`);
    console.log(`${files - faults.length} of ${counted(files, 'file', 'files')} are sound.`);
    if (faults.length > 0) console.log(PUT_BACK);
    return faults.length === 0 ? 0 : 1;
  } finally {
    close();
  }
});
