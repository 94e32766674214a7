import { inArray, max } from 'drizzle-orm';
import { instantInWords } from '#app/platform/clock.ts';
import { signIns } from '#db/schema.ts';
import { listSchoolAccounts, type SchoolAccount } from './accounts.ts';
import type { Reader } from './database.ts';
import { listOpenInvitations, type Purpose } from './invitations.ts';

/** An account of a school, and how far it has come. */
export type AccountState = SchoolAccount & {
  /** A one-time link that can still be used. */
  openLink: { purpose: Purpose; expiresAt: string } | null;
  /** When the newest of its sign-ins that are still open began; null where none is open. */
  signedInAt: string | null;
};

/** A school's accounts by name, with open links and sign-ins. */
export function listAccountStates(reader: Reader, schoolId: number, now: string): AccountState[] {
  const accounts = listSchoolAccounts(reader, schoolId);
  const ids = accounts.map(({ accountId }) => accountId);
  const links = new Map(
    listOpenInvitations(reader, ids, now).map(({ accountId, ...link }) => [accountId, link]),
  );
  const began = listSignInTimes(reader, ids);
  return accounts.map((account) => ({
    ...account,
    openLink: links.get(account.accountId) ?? null,
    signedInAt: began.get(account.accountId) ?? null,
  }));
}

/** An account as a page shows it: its instants in words, null where there is none. */
export function accountInWords({ openLink, signedInAt, ...account }: AccountState) {
  return {
    ...account,
    linkUntil: openLink && instantInWords(openLink.expiresAt),
    signedInAt: signedInAt && instantInWords(signedInAt),
  };
}

function listSignInTimes(reader: Reader, accountIds: number[]): Map<number, string | null> {
  const rows = reader
    .select({ accountId: signIns.accountId, at: max(signIns.startedAt) })
    .from(signIns)
    .where(inArray(signIns.accountId, accountIds))
    .groupBy(signIns.accountId)
    .all();
  return new Map(rows.map(({ accountId, at }) => [accountId, at]));
}
