import { randomBytes } from 'node:crypto';
import {
  type Account,
  listAdministeredSchools,
  listLedTrusts,
  listOwnRecords,
} from '#app/data/accounts.ts';
import type { Reader, Transaction } from '#app/data/database.ts';
import {
  addInvitation,
  endInvitationsOf,
  findInvitation,
  type Purpose,
} from '#app/data/invitations.ts';
import { instantInWords, secondsAfter } from '#app/platform/clock.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** An invitation may lie in an in-tray for a week; a new password is wanted now. */
const LASTS: Record<Purpose, number> = { invitation: 7 * DAY_SECONDS, reset: DAY_SECONDS };

/** A link to hand over. It is shown once: only its digest is kept. */
export type OneTimeLink = { path: string; expiresAt: string; purpose: Purpose };

/** 256 random bits, fit for an address. Made before the transaction, so that it is never kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function pathOf(token: string): string {
  return `/invitation/${token}`;
}

/** Lets this token set the account's password; what the account was given before opens nothing. */
export function issueLink(
  transaction: Transaction,
  { token, account, now }: { token: string; account: Account; now: string },
): Purpose {
  const purpose = account.passwordHash === null ? 'invitation' : 'reset';
  const expiresAt = secondsAfter(now, LASTS[purpose]);
  endInvitationsOf(transaction, account.id, now);
  addInvitation(transaction, { token, accountId: account.id, purpose, expiresAt });
  return purpose;
}

/** The link with this token; null where the form had been sent before, and the first answer held it. */
export function findLink(reader: Reader, token: string): OneTimeLink | null {
  const issued = findInvitation(reader, token);
  if (!issued) return null;
  return { path: pathOf(token), expiresAt: issued.expiresAt, purpose: issued.purpose };
}

/** A link as a page shows it: the whole address, and until when it works in words. */
export function linkInWords({ path, expiresAt, purpose }: OneTimeLink, origin: string) {
  return { address: new URL(path, origin).href, until: instantInWords(expiresAt), purpose };
}

/**
 * Does this account open anything beside this school? Whoever holds its link could open that too, so
 * a school's administrator is not given one.
 */
export function opensElsewhere(reader: Reader, accountId: number, schoolId: number): boolean {
  const records = listOwnRecords(reader, accountId).map(({ school }) => school.id);
  const administered = listAdministeredSchools(reader, accountId).map(({ id }) => id);
  const elsewhere = [...records, ...administered].some((id) => id !== schoolId);
  return elsewhere || listLedTrusts(reader, accountId).length > 0;
}
