import {
  addAdministrator,
  listAdministrators,
  listSchoolAccounts,
  removeAdministrator,
  type SchoolAccount,
} from '#app/data/accounts.ts';
import type { Reader } from '#app/data/database.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

/** Makes an account of this school one of its administrators. Throws Refusal. */
export async function grantAdministrator(
  act: Act,
  { accountId }: { accountId: number },
): Promise<void> {
  const schoolId = requireSchool(act);
  await carryOut(act, (transaction, audit) => {
    const account = requireSchoolAccount(transaction, schoolId, accountId);
    if (account.isAdministrator) return null;
    addAdministrator(transaction, accountId, schoolId);
    audit({
      action: 'administrator.granted',
      personId: account.personId,
      about: `${account.name}, ${account.email}`,
    });
    return null;
  });
}

/** Takes the administrator's part from an account; never from the last one. Throws Refusal. */
export async function revokeAdministrator(
  act: Act,
  { accountId }: { accountId: number },
): Promise<void> {
  const schoolId = requireSchool(act);
  await carryOut(act, (transaction, audit) => {
    const account = requireSchoolAccount(transaction, schoolId, accountId);
    if (!account.isAdministrator) return null;
    requireAnother(transaction, schoolId, account);
    removeAdministrator(transaction, accountId, schoolId);
    audit({
      action: 'administrator.revoked',
      personId: account.personId,
      about: `${account.name}, ${account.email}`,
    });
    return null;
  });
}

function requireSchoolAccount(reader: Reader, schoolId: number, accountId: number): SchoolAccount {
  const account = listSchoolAccounts(reader, schoolId).find((one) => one.accountId === accountId);
  if (!account) throw new Refusal('not-found', 'There is no such account');
  return account;
}

/**
 * Throws Refusal where the school would be left without an administrator who can sign in. Somebody
 * who has yet to set a password is not counted.
 */
export function requireAnother(
  reader: Reader,
  schoolId: number,
  account: { accountId: number; name: string },
): void {
  const others = listAdministrators(reader, schoolId).filter(({ id }) => id !== account.accountId);
  if (others.length > 0) return;
  const message = `${account.name} is the only administrator who can sign in. Make somebody else administrator first`;
  throw new Refusal('conflict', message);
}
