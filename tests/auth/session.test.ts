import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { endSignIn, endSignInsOf, findSignIn, startSignIn } from '#app/auth/session.ts';
import type { Database } from '#app/data/database.ts';
import { listSignIns } from '#app/data/sign-ins.ts';
import { readSettings } from '#app/platform/env.ts';
import { contextFor, cookieFrom, request, signInAs } from '#tests/support/context.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeAccount } from '#tests/support/people.ts';

let database: Database;
let accountId: number;

beforeEach(async () => {
  database = freshDatabase();
  accountId = await makeAccount(database, { email: 'ada@grange.example' });
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-16T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const HOUR = 60 * 60 * 1000;

function find(cookie: string) {
  return findSignIn({ request: request('/my', cookie), context: contextFor(database) });
}

describe('the cookie', () => {
  test('is out of reach of scripts and other sites, and forgotten with the browser', async () => {
    const header = await startSignIn(
      { request: request('/'), context: contextFor(database) },
      accountId,
    );
    expect(header).toMatch(/^indate-sign-in=[a-z0-9]{40}; HttpOnly; Path=\/; SameSite=Lax$/);
  });

  test('travels by https alone where the origin is https', async () => {
    const settings = readSettings({ ORIGIN: 'https://indate.school.example' });
    const context = contextFor(database, { settings });
    expect(await startSignIn({ request: request('/'), context }, accountId)).toMatch(/; Secure$/);
  });

  test('holds an id whose digest alone is in the database', async () => {
    const cookie = await signInAs(database, accountId);
    const id = cookie.split('=')[1] ?? '';
    const [row] = listSignIns(database, accountId);
    expect(row?.idHash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.idHash).not.toContain(id);
    expect(await find(`indate-sign-in=${row?.idHash}`)).toBeNull();
  });

  test.each(['indate-sign-in=%E0%A4%A', 'indate-sign-in=', 'indate-sign-in=nobody', '=;=;=', 'x'])(
    'that is none of ours signs nobody in: %s',
    async (cookie) => {
      expect(await find(cookie)).toBeNull();
    },
  );
});

describe('a sign-in', () => {
  test('is new each time, and the one before it in this browser is dead', async () => {
    const first = await signInAs(database, accountId);
    const context = contextFor(database);
    const header = await startSignIn({ request: request('/', first), context }, accountId);
    expect(cookieFrom(header)).not.toBe(first);
    expect(await find(first)).toBeNull();
    expect(await find(cookieFrom(header))).toMatchObject({ accountId });
  });

  test('ends after twelve hours without use', async () => {
    const cookie = await signInAs(database, accountId);
    vi.setSystemTime(Date.now() + 12 * HOUR - 1000);
    expect(await find(cookie)).not.toBeNull();
    const unused = await signInAs(database, accountId);
    vi.setSystemTime(Date.now() + 12 * HOUR + 1000);
    expect(await find(unused)).toBeNull();
  });

  test('that is used every few hours ends a week after it began', async () => {
    const cookie = await signInAs(database, accountId);
    const begun = Date.now();
    while (Date.now() < begun + 7 * 24 * HOUR - 7 * HOUR) {
      vi.setSystemTime(Date.now() + 7 * HOUR);
      expect(await find(cookie)).not.toBeNull();
    }
    vi.setSystemTime(begun + 7 * 24 * HOUR);
    expect(await find(cookie)).toBeNull();
  });

  test('that was signed out is dead', async () => {
    const cookie = await signInAs(database, accountId);
    const args = { request: request('/', cookie), context: contextFor(database) };
    expect(await endSignIn(args)).toMatch(/^indate-sign-in=; .*Max-Age=0/);
    expect(await find(cookie)).toBeNull();
  });

  test('ends with all others of the account, and with nobody else’s', async () => {
    const otherId = await makeAccount(database, { email: 'ben@grange.example' });
    const cookies = [await signInAs(database, accountId), await signInAs(database, accountId)];
    const other = await signInAs(database, otherId);
    await endSignInsOf(contextFor(database), accountId);
    expect(await Promise.all(cookies.map(find))).toEqual([null, null]);
    expect(await find(other)).not.toBeNull();
  });

  test('whose time is over is swept at the next one', async () => {
    await signInAs(database, accountId);
    vi.setSystemTime(Date.now() + 13 * HOUR);
    await signInAs(database, accountId);
    expect(listSignIns(database, accountId)).toHaveLength(1);
  });
});
