import { findAccount, listSchoolAccounts } from '#app/data/accounts.ts';
import type { Reader } from '#app/data/database.ts';
import { type Act, carryOut, Refusal } from './act.ts';
import {
  findLink,
  issueLink,
  newToken,
  type OneTimeLink,
  opensElsewhere,
} from './one-time-link.ts';

/**
 * Makes a one-time link by which the holder of an account sets a new password (or the first one),
 * for the administrator to hand over. Null where the same form was sent twice: it is shown once.
 * A command on the machine itself (no school) makes one for any account. Throws Refusal.
 */
export async function makeLink(
  act: Act,
  { accountId }: { accountId: number },
): Promise<OneTimeLink | null> {
  const token = newToken();
  await carryOut(act, (transaction, audit) => {
    const account = findAccount(transaction, accountId);
    if (!account) throw new Refusal('not-found', 'There is no such account');
    const personId =
      act.schoolId === null ? null : requireOnlyHere(transaction, act.schoolId, accountId);
    const purpose = issueLink(transaction, { token, account, now: act.now });
    audit({
      action: purpose === 'reset' ? 'account.reset-link-made' : 'account.invited',
      personId,
      about: `${account.name}, ${account.email}`,
    });
    return null;
  });
  return findLink(act.database, token);
}

/** Answers whose record the account opens here, where it opens one. Throws Refusal. */
function requireOnlyHere(reader: Reader, schoolId: number, accountId: number): number | null {
  const account = listSchoolAccounts(reader, schoolId).find((one) => one.accountId === accountId);
  if (!account) throw new Refusal('not-found', 'There is no such account');
  if (!opensElsewhere(reader, accountId, schoolId)) return account.personId;
  throw new Refusal(
    'not-allowed',
    'This account opens another school or the trust as well, so its link is made by whoever runs InDate, with the command npm run sign-in-link.',
  );
}
