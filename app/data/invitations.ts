import { createHash } from 'node:crypto';
import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { accounts, invitations } from '#db/schema.ts';
import type { Account } from './accounts.ts';
import type { Reader, Transaction } from './database.ts';

export type Purpose = 'invitation' | 'reset';

/** A one-time link by which an account's password is set. */
export type Invitation = {
  id: number;
  purpose: Purpose;
  expiresAt: string;
  usedAt: string | null;
  account: Account;
};

/** The link with this token, used and expired ones too. Only the token's SHA-256 is in the table. */
export function findInvitation(reader: Reader, token: string): Invitation | null {
  const row = reader
    .select({ invitation: invitations, account: accounts })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(eq(invitations.tokenHash, hashOf(token)))
    .get();
  if (!row) return null;
  const { id, purpose, expiresAt, usedAt } = row.invitation;
  return { id, purpose, expiresAt, usedAt, account: row.account };
}

export function addInvitation(
  transaction: Transaction,
  invitation: { token: string; accountId: number; purpose: Purpose; expiresAt: string },
): void {
  const { token, ...rest } = invitation;
  transaction
    .insert(invitations)
    .values({ ...rest, tokenHash: hashOf(token) })
    .run();
}

export function spendInvitation(transaction: Transaction, id: number, usedAt: string): void {
  transaction.update(invitations).set({ usedAt }).where(eq(invitations.id, id)).run();
}

/** From now on no link that this account was given before opens anything. */
export function endInvitationsOf(transaction: Transaction, accountId: number, now: string): void {
  const open = and(isNull(invitations.usedAt), gt(invitations.expiresAt, now));
  transaction
    .update(invitations)
    .set({ expiresAt: now })
    .where(and(eq(invitations.accountId, accountId), open))
    .run();
}

/** Until when these accounts' open links can be used, by account. */
export function listOpenInvitations(
  reader: Reader,
  accountIds: number[],
  now: string,
): { accountId: number; purpose: Purpose; expiresAt: string }[] {
  const { accountId, purpose, expiresAt } = invitations;
  const open = and(isNull(invitations.usedAt), gt(invitations.expiresAt, now));
  return reader
    .select({ accountId, purpose, expiresAt })
    .from(invitations)
    .where(and(inArray(accountId, accountIds), open))
    .all();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
