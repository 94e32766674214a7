import { findAccountByEmail } from '#app/data/accounts.ts';
import { openForCommand } from '#app/data/open.ts';
import { makeLink } from '#app/operations/make-link.ts';
import { linkInWords } from '#app/operations/one-time-link.ts';
import { dayInSchool, now } from '#app/platform/clock.ts';
import { CommandError, runCommand } from './support/run-command.ts';

const HELP = `
npm run sign-in-link -- EMAIL

Makes a one-time link by which the holder of this account sets a new password, for those whom no
administrator can help: the only administrator of a school, or somebody whose account opens more than
one. Hand it to nobody else.
`;

await runCommand(HELP, {}, async ({ positionals: [email] }, { dataDir, origin }) => {
  if (!email) throw new CommandError('Say whose: npm run sign-in-link -- EMAIL');
  const { database, close } = await openForCommand(dataDir);
  try {
    const account = findAccountByEmail(database, email);
    if (!account) throw new CommandError(`There is no account with the address ${email}.`);
    const at = now();
    const actor = { accountId: null, personId: null, name: 'the command line' };
    const act = { database, actor, schoolId: null, today: dayInSchool(at), now: at };
    const link = await makeLink(act, { accountId: account.id });
    if (!link) throw new CommandError('The link could not be made: try again.');
    const { address, until } = linkInWords(link, origin);
    console.log(`For ${account.name}, until ${until}:\n${address}`);
  } finally {
    close();
  }
});
