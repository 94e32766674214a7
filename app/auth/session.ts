import { createHash } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import { findAccount } from '#app/data/accounts.ts';
import { type Database, isStorageTrouble, transact } from '#app/data/database.ts';
import {
  addSignIn,
  extendSignIn,
  findSignInRow,
  listSignIns,
  removeExpiredSignIns,
  removeSignIn,
  removeSignInsOf,
  type SignInRow,
} from '#app/data/sign-ins.ts';
import type { Day } from '#app/domain/days.ts';
import { dateOf, now, secondsAfter } from '#app/platform/clock.ts';
import type { Settings } from '#app/platform/env.ts';

/**
 * A signed-in browser, by Lucia over our own table. Lucia would keep the browser's id as it is and
 * renew a sign-in for ever: here the table holds its SHA-256, and a last hour is set from the start.
 */

export const COOKIE = 'indate-sign-in';

/**
 * Unused for so long, a sign-in ends: a working day and its evening meeting, so that nobody is sent
 * away in the middle of one, and tomorrow's reader at the staff-room PC finds it closed. Lucia renews
 * it when less than half is left, so it may also end after six hours without use.
 */
const IDLE_LIMIT = new TimeSpan(12, 'h');

/** However much it is used, a sign-in ends a week after it began. */
const ABSOLUTE_LIMIT = new TimeSpan(7, 'd');

/** The part of a sign-in that is ours. */
type Attributes = {
  personId: number | null;
  schoolId: number | null;
  startedAt: string;
  travelDay: Day | null;
};

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Attributes>;
    UserId: number;
    DatabaseSessionAttributes: Attributes;
  }
}

/** A browser that is signed in. `idHash` names its row; the id itself stays in the cookie. */
export type SignIn = Attributes & { idHash: string; accountId: number };

type Args = { request: Request; context: AppLoadContext };

/** The sign-in of the browser that asks, or null. Using it keeps it from ending unused. */
export async function findSignIn({ request, context }: Args): Promise<SignIn | null> {
  const lucia = luciaOf(context);
  const id = readCookie(lucia, request);
  if (!id) return null;
  const { session } = await lucia.validateSession(id);
  if (!session) return null;
  const { personId, schoolId, startedAt, travelDay, userId } = session;
  return { idHash: hashOf(id), accountId: userId, personId, schoolId, startedAt, travelDay };
}

/**
 * Signs this browser in under a new id; what it held before ends. Answers the `Set-Cookie` header.
 * The place is open from the start where the account has only one.
 */
export async function startSignIn(
  { request, context }: Args,
  accountId: number,
  place: { personId: number | null; schoolId: number | null } = { personId: null, schoolId: null },
): Promise<string> {
  await endSignIn({ request, context });
  const startedAt = now();
  await transact(context.database, (transaction) => removeExpiredSignIns(transaction, startedAt));
  const lucia = luciaOf(context);
  const attributes = { ...place, startedAt, travelDay: null };
  const session = await lucia.createSession(accountId, attributes);
  const cookie = lucia.createSessionCookie(session.id);
  // Without a last day the browser forgets it when it is closed: staff-room PCs are shared.
  delete cookie.attributes.maxAge;
  return cookie.serialize();
}

/** Signs this browser out, for good: the id is dead. Answers the `Set-Cookie` header. */
export async function endSignIn({ request, context }: Args): Promise<string> {
  const lucia = luciaOf(context);
  const id = readCookie(lucia, request);
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}

/** Signs every browser of this account out. */
export function endSignInsOf(context: AppLoadContext, accountId: number): Promise<void> {
  return luciaOf(context).invalidateUserSessions(accountId);
}

function readCookie(lucia: Lucia<Attributes>, request: Request): string | null {
  try {
    return lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  } catch {
    return null; // a percent sign that stands for nothing
  }
}

const instances = new WeakMap<Database, WeakMap<Settings, Lucia<Attributes>>>();

function luciaOf({ database, settings }: AppLoadContext): Lucia<Attributes> {
  const ofDatabase = instances.get(database) ?? new WeakMap<Settings, Lucia<Attributes>>();
  instances.set(database, ofDatabase);
  const known = ofDatabase.get(settings);
  if (known) return known;
  const lucia = new Lucia(adapterTo(database), {
    sessionExpiresIn: IDLE_LIMIT,
    sessionCookie: {
      name: COOKIE,
      attributes: { sameSite: 'lax', secure: settings.isSecure, path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
  });
  ofDatabase.set(settings, lucia);
  return lucia;
}

function adapterTo(database: Database): Adapter {
  const quietly = (write: Parameters<typeof transact<void>>[1]) => writeQuietly(database, write);
  return {
    async getSessionAndUser(id) {
      const row = findSignInRow(database, hashOf(id));
      if (!row || isOver(row)) return [null, null];
      const account = findAccount(database, row.accountId);
      return [asLucia(id, row), account && { id: account.id, attributes: {} }];
    },
    async getUserSessions(accountId) {
      return listSignIns(database, accountId).map((row) => asLucia(row.idHash, row));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const row = { idHash: hashOf(id), accountId: userId, ...attributes };
      await transact(database, (transaction) =>
        addSignIn(transaction, { ...row, expiresAt: expiresAt.toISOString() }),
      );
    },
    updateSessionExpiration(id, expiresAt) {
      return quietly((transaction) =>
        extendSignIn(transaction, hashOf(id), expiresAt.toISOString()),
      );
    },
    async deleteSession(id) {
      await transact(database, (transaction) => removeSignIn(transaction, hashOf(id)));
    },
    async deleteUserSessions(accountId) {
      await transact(database, (transaction) => removeSignInsOf(transaction, accountId));
    },
    async deleteExpiredSessions() {
      await transact(database, (transaction) => removeExpiredSignIns(transaction, now()));
    },
  };
}

/** Past its absolute limit, a sign-in is not found; it is swept with the unused ones. */
function isOver(row: SignInRow): boolean {
  return secondsAfter(row.startedAt, ABSOLUTE_LIMIT.seconds()) <= now();
}

function asLucia(id: string, row: SignInRow): DatabaseSession {
  const { accountId, expiresAt, personId, schoolId, startedAt, travelDay } = row;
  const attributes = { personId, schoolId, startedAt, travelDay };
  return { id, userId: accountId, expiresAt: dateOf(expiresAt), attributes };
}

/** A page can still be read when the disk is full: only the sign-in is not renewed. */
async function writeQuietly(
  database: Database,
  write: Parameters<typeof transact<void>>[1],
): Promise<void> {
  try {
    await transact(database, write);
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
  }
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
