import {
  type Account,
  addAccount,
  findAccount,
  findAccountByEmail,
  linkPerson,
  listOwnRecords,
} from '#app/data/accounts.ts';
import type { Transaction } from '#app/data/database.ts';
import { findAccountOf } from '#app/data/people.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import {
  findLink,
  issueLink,
  newToken,
  type OneTimeLink,
  opensElsewhere,
} from './one-time-link.ts';
import { requirePerson } from './require-person.ts';

export type Invite = { personId: number; email: string };

/**
 * What came of an invitation. `linked`: the account is used elsewhere already, and opens this record
 * too from now on; there is no link to hand over. Otherwise the link, or null where the same form was
 * sent twice: it is shown once.
 */
export type Invited =
  | { kind: 'linked'; accountId: number }
  | { kind: 'invited'; accountId: number; link: OneTimeLink | null };

/** Makes an account for a person of this school, with a one-time link. Throws Refusal. */
export async function invite(act: Act, { personId, email }: Invite): Promise<Invited> {
  const schoolId = requireSchool(act);
  const token = newToken();
  const { accountId, isLinked } = await carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    const account = prepareAccount(transaction, person, email, schoolId);
    const isElsewhere = opensElsewhere(transaction, account.id, schoolId);
    if (!isElsewhere) issueLink(transaction, { token, account, now: act.now });
    audit({
      action: isElsewhere ? 'account.linked' : 'account.invited',
      personId,
      about: `${person.name}, ${account.email}`,
      after: { account: account.id, email: account.email },
    });
    return { accountId: account.id, isLinked: isElsewhere };
  });
  if (isLinked) return { kind: 'linked', accountId };
  return { kind: 'invited', accountId, link: findLink(act.database, token) };
}

/** The account that opens this record: the one there is, one of this address, or a new one. */
function prepareAccount(
  transaction: Transaction,
  person: { id: number; name: string },
  email: string,
  schoolId: number,
): Account {
  const own = findAccountOf(transaction, person.id);
  if (own) return requireUnused(transaction, own.id, person.name, email);
  const known = findAccountByEmail(transaction, email);
  if (known) requireFree(transaction, known, schoolId);
  const accountId = known?.id ?? addAccount(transaction, { email, name: person.name });
  linkPerson(transaction, accountId, person.id);
  return findAccount(transaction, accountId) as Account;
}

/** Invited before, and the password never set: they get another link. */
function requireUnused(
  transaction: Transaction,
  accountId: number,
  name: string,
  email: string,
): Account {
  const account = findAccount(transaction, accountId) as Account;
  if (account.passwordHash !== null) {
    const message = `${name} can sign in already. If they have forgotten the password, make a link for a new one`;
    throw new Refusal('conflict', message);
  }
  if (account.email !== email.toLowerCase()) {
    const message = `${name} was invited as ${account.email}: use that address`;
    throw new Refusal('wrong', message, 'email');
  }
  return account;
}

/** Two people of one school do not share an account. */
function requireFree(transaction: Transaction, account: Account, schoolId: number): void {
  const records = listOwnRecords(transaction, account.id);
  const here = records.find(({ school }) => school.id === schoolId);
  if (!here) return;
  throw new Refusal('wrong', `This is the address of ${here.name}: enter another one`, 'email');
}
