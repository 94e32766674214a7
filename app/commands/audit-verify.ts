import { auditHead, findAuditFaults } from '#app/data/audit.ts';
import { openForCommand } from '#app/data/open.ts';
import { CommandError, runCommand } from './support/run-command.ts';

const HELP = `
npm run audit-verify [-- --head HEAD]

Reads the whole audit and says whether any entry was altered, removed or inserted.

  --head HEAD   the head that was printed at a start or in an export: also says whether everything
                that was there then is there still
`;

const HEAD = /^\d+:\d+:[0-9a-f]{64}(,\d+:\d+:[0-9a-f]{64})*$/;

await runCommand(HELP, { head: { type: 'string' } }, async ({ values: { head } }, { dataDir }) => {
  if (head !== undefined && !HEAD.test(head)) {
    throw new CommandError('That is not a head: copy the whole of it, as it was printed.');
  }
  const { database, close } = await openForCommand(dataDir);
  try {
    const faults = findAuditFaults(database, head);
    console.log(faults.length === 0 ? 'The audit holds.' : faults.join('\n'));
    console.log(`Audit head: ${auditHead(database) || 'nothing in it yet'}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    close();
  }
});
