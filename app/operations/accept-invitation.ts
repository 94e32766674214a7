import { listOwnRecords, setPasswordHash } from '#app/data/accounts.ts';
import type { Database } from '#app/data/database.ts';
import {
  endInvitationsOf,
  findInvitation,
  type Invitation,
  spendInvitation,
} from '#app/data/invitations.ts';
import { removeSignInsOf } from '#app/data/sign-ins.ts';
import type { Day } from '#app/domain/days.ts';
import { carryOut, Refusal } from './act.ts';

export type AcceptInvitation = { token: string; passwordHash: string };

/**
 * Sets the password of the account that the link is for. The link is used, others end, and every
 * browser that was signed in is signed out. Throws Refusal (`conflict`) where the link is unknown,
 * used or expired.
 */
export function acceptInvitation(
  { database, today, now }: { database: Database; today: Day; now: string },
  { token, passwordHash }: AcceptInvitation,
): Promise<{ accountId: number }> {
  const invited = findInvitation(database, token);
  const [record] = invited ? listOwnRecords(database, invited.account.id) : [];
  const actor = {
    accountId: invited?.account.id ?? null,
    personId: record?.personId ?? null,
    name: invited?.account.name ?? '',
  };
  const act = { database, actor, schoolId: record?.school.id ?? null, today, now };
  return carryOut(act, (transaction, audit) => {
    const link = findInvitation(transaction, token);
    if (stateOf(link, now) !== 'open' || !link) {
      throw new Refusal('conflict', 'This link cannot be used any more');
    }
    const accountId = link.account.id;
    spendInvitation(transaction, link.id, now);
    endInvitationsOf(transaction, accountId, now);
    setPasswordHash(transaction, accountId, passwordHash);
    removeSignInsOf(transaction, accountId);
    audit({
      action: link.purpose === 'reset' ? 'account.password-reset' : 'account.taken-up',
      personId: record?.personId ?? null,
      about: `${link.account.name}, ${link.account.email}`,
    });
    return { accountId };
  });
}

export type LinkState = 'open' | 'used' | 'expired' | 'unknown';

/** Can the link be used now, and if not, why not? */
export function stateOf(link: Invitation | null, now: string): LinkState {
  if (!link) return 'unknown';
  if (link.usedAt !== null) return 'used';
  return link.expiresAt <= now ? 'expired' : 'open';
}
