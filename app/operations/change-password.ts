import { setPasswordHash } from '#app/data/accounts.ts';
import { endInvitationsOf } from '#app/data/invitations.ts';
import { removeSignInsOf } from '#app/data/sign-ins.ts';
import { type Act, carryOut } from './act.ts';

/**
 * Changes the actor's own password. Every browser that is signed in to the account is signed out,
 * this one too: who calls this signs it in anew. Links made before open nothing any more.
 */
export async function changePassword(
  act: Act,
  { passwordHash }: { passwordHash: string },
): Promise<void> {
  const { accountId, personId, name } = act.actor;
  if (accountId === null) throw new Error('Only an account has a password');
  await carryOut(act, (transaction, audit) => {
    setPasswordHash(transaction, accountId, passwordHash);
    removeSignInsOf(transaction, accountId);
    endInvitationsOf(transaction, accountId, act.now);
    audit({ action: 'account.password-changed', personId, about: name });
    return null;
  });
}
