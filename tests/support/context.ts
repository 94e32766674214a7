import type { AppLoadContext } from '@remix-run/node';
import { startSignIn } from '#app/auth/session.ts';
import type { Database } from '#app/data/database.ts';
import { readSettings, type Settings } from '#app/platform/env.ts';
import { evidenceFor } from './evidence.ts';

const SETTINGS: Settings = readSettings({});

/** What the server would hand to a loader or action, over this database. */
export function contextFor(
  database: Database,
  overrides: Partial<AppLoadContext> = {},
): AppLoadContext {
  return {
    database,
    settings: SETTINGS,
    evidence: evidenceFor(database),
    nonce: 'nonce',
    requestId: 'TEST-TEST',
    clientAddress: '192.0.2.1',
    isDemo: false,
    isDataRequest: false,
    requestedDay: null,
    report: (error) => {
      throw error;
    },
    trouble: () => null,
    ...overrides,
  };
}

/** Signs a browser in to this account. Answers its `Cookie` header. */
export async function signInAs(
  database: Database,
  accountId: number,
  place?: { personId: number | null; schoolId: number | null },
): Promise<string> {
  const args = { request: request('/'), context: contextFor(database) };
  return cookieFrom(await startSignIn(args, accountId, place));
}

/** The `Cookie` header with which a browser answers this `Set-Cookie` header. */
export function cookieFrom(setCookie: string | null): string {
  return setCookie?.split(';')[0] ?? '';
}

const ORIGIN = SETTINGS.origin;

/** What a browser asks for. */
export function request(path: string, cookie = ''): Request {
  return new Request(ORIGIN + path, { headers: cookie ? { Cookie: cookie } : {} });
}

/** A form that a browser sends. */
export function sent(path: string, fields: Record<string, string>, cookie = ''): Request {
  const body = new URLSearchParams(fields);
  return new Request(ORIGIN + path, {
    method: 'POST',
    body,
    headers: cookie ? { Cookie: cookie } : {},
  });
}

/** What a loader or action came to, returned or thrown alike. */
export type Came = { status: number; headers: Headers; body: unknown };

/** Waits for a loader or action. An error that is no answer is thrown on. */
export async function cameOf(acting: Promise<unknown> | unknown): Promise<Came> {
  const outcome = await Promise.resolve(acting).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (outcome instanceof Response) {
    const text = await outcome.text();
    const body = text.startsWith('{') ? JSON.parse(text) : text;
    return { status: outcome.status, headers: outcome.headers, body };
  }
  return isWithInit(outcome)
    ? {
        status: outcome.init?.status ?? 200,
        headers: new Headers(outcome.init?.headers),
        body: outcome.data,
      }
    : { status: 200, headers: new Headers(), body: outcome };
}

type WithInit = { type: 'DataWithResponseInit'; data: unknown; init: ResponseInit | null };

function isWithInit(outcome: unknown): outcome is WithInit {
  return (outcome as Partial<WithInit> | null)?.type === 'DataWithResponseInit';
}
