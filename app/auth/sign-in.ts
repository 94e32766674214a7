import type { AppLoadContext } from '@remix-run/node';
import { findAccount, findAccountByEmail } from '#app/data/accounts.ts';
import { now } from '#app/platform/clock.ts';
import { isPassword } from './passwords.ts';
import { findPlaces } from './places.ts';
import { startSignIn } from './session.ts';
import { beginTry, endTry } from './slowing.ts';
import { todayOf } from './visit.ts';

type Args = { request: Request; context: AppLoadContext };

/**
 * What came of an attempt to sign in. `wrong` is the same for an address that nobody has and for a
 * wrong password, and takes the same time. `closed`: the password is right, but the account's last
 * day at every school is past.
 */
export type Attempt =
  | { kind: 'signed-in'; cookie: string; home: string }
  | { kind: 'wrong' }
  | { kind: 'closed' }
  | { kind: 'wait'; seconds: number };

/** Signs an account in by its password. Too many failures, and it waits without looking. */
export async function signIn(
  args: Args,
  { email, password }: { email: string; password: string },
): Promise<Attempt> {
  const { database, clientAddress } = args.context;
  const address = email.trim().toLowerCase();
  const attempt = await beginTry(database, { secret: address, address: clientAddress }, now());
  if ('waitSeconds' in attempt) return { kind: 'wait', seconds: attempt.waitSeconds };
  const account = findAccountByEmail(database, address);
  const isRight = await isPassword(account?.passwordHash ?? null, password);
  if (!account || !isRight) return { kind: 'wrong' };
  await endTry(database, attempt);
  return signInAs(args, account.id);
}

/** Signs an account in whose holder is known: by password, one-time link, or as a demo's persona. */
export async function signInAs(args: Args, accountId: number): Promise<Attempt> {
  const { places } = findPlaces(args.context.database, accountId, todayOf(args.context));
  const [place] = places;
  if (!place) return { kind: 'closed' };
  if (places.length > 1) {
    return { kind: 'signed-in', cookie: await startSignIn(args, accountId), home: '/choose' };
  }
  return {
    kind: 'signed-in',
    cookie: await startSignIn(args, accountId, place),
    home: place.home,
  };
}

/**
 * Asks for the password of somebody who is signed in once more, before they change it. As many
 * failures as at signing in, and it waits.
 */
export async function isOwnPassword(
  { context }: Args,
  accountId: number,
  password: string,
): Promise<boolean | { waitSeconds: number }> {
  const account = findAccount(context.database, accountId);
  if (!account) return false;
  const guessed = { secret: account.email, address: context.clientAddress };
  const attempt = await beginTry(context.database, guessed, now());
  if ('waitSeconds' in attempt) return attempt;
  const isRight = await isPassword(account.passwordHash, password);
  if (isRight) await endTry(context.database, attempt);
  return isRight;
}
