import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { readIds } from '#tests/support/demo-ids.ts';
import type { App } from './app.ts';
import { type Asked, ask, cookieFor, cookieOf } from './ask.ts';
import { changing, expect } from './test.ts';

const day = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

const statusOf = async (app: App, path: string, asked: Asked) =>
  (await ask(app, path, asked)).status;

changing('the cookie changes at sign-in, and the one before it is dead', async ({ app }) => {
  const before = await cookieFor(app, 'dsl');
  const answer = await ask(app, '/sign-in', { cookie: before, form: { persona: 'dsl' } });
  const after = cookieOf(answer);
  expect(after).not.toBe(before);
  expect(answer.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; .*SameSite=Lax/);
  expect(await statusOf(app, '/dsl', { cookie: before })).toBe(303);
  expect(await statusOf(app, '/dsl', { cookie: after })).toBe(200);
});

changing('a signed-out cookie is dead', async ({ app }) => {
  const cookie = await cookieFor(app, 'dsl');
  await ask(app, '/sign-out', { cookie, form: {} });
  expect(await statusOf(app, '/dsl', { cookie })).toBe(303);
  expect(await statusOf(app, '/dsl.data', { cookie })).toBe(401);
});

changing('a cookie that nobody was given opens nothing', async ({ app }) => {
  for (const cookie of [
    'indate-sign-in=',
    'indate-sign-in=%zz',
    `indate-sign-in=${'a'.repeat(40)}`,
  ]) {
    expect(await statusOf(app, '/my', { cookie })).toBe(303);
  }
});

changing('an appointment that has ended counts at the next request', async ({ app }) => {
  const [deputy, administrator] = [
    await cookieFor(app, 'deputy'),
    await cookieFor(app, 'administrator'),
  ];
  const { person } = readIds(app.dataDir, 'grange', 'GRA-004');
  const { id, from } = deputyAppointment(app, person ?? 0);
  expect(await statusOf(app, '/dsl/matrix', { cookie: deputy })).toBe(200);
  const form = { ...day('from', from), ...day('to', '2026-11-15') };
  const path = `/admin/people/${person}/appointments/${id}`;
  expect(await statusOf(app, path, { cookie: administrator, form })).toBe(303);
  expect(await statusOf(app, '/dsl/matrix', { cookie: deputy })).toBe(403);
  expect(await statusOf(app, '/dsl/matrix.data', { cookie: deputy })).toBe(403);
  expect(await statusOf(app, '/dsl/matrix.csv', { cookie: deputy })).toBe(403);
});

changing('an administrator who is none any more finds out at the next request', async ({ app }) => {
  const [staff, administrator] = [
    await cookieFor(app, 'staff-overdue'),
    await cookieFor(app, 'administrator'),
  ];
  const { account } = readIds(app.dataDir, 'grange', 'GRA-008');
  const turn = (intent: string) =>
    ask(app, `/admin/accounts/${account}`, { cookie: administrator, form: { intent } });
  expect(await statusOf(app, '/admin', { cookie: staff })).toBe(403);
  await turn('grant');
  expect(await statusOf(app, '/admin', { cookie: staff })).toBe(200);
  await turn('revoke');
  expect(await statusOf(app, '/admin', { cookie: staff })).toBe(403);
});

changing('after the last day there is no entry, by no way', async ({ app }) => {
  const { person } = readIds(app.dataDir, 'grange', 'GRA-007');
  const form = day('lastDay', '2026-11-20');
  const administrator = await cookieFor(app, 'administrator');
  expect(
    await statusOf(app, `/admin/people/${person}/leave`, { cookie: administrator, form }),
  ).toBe(303);

  const zoe = await cookieFor(app, 'staff-in-date');
  const on = (today: string) => ({ 'x-indate-today': today });
  expect(await statusOf(app, '/my', { cookie: zoe, headers: on('2026-11-20') })).toBe(200);
  const turnedAway = await ask(app, '/my', { cookie: zoe, headers: on('2026-11-21') });
  expect(turnedAway.headers.location).toBe('/sign-in?closed=1');
  expect(await statusOf(app, '/my', { cookie: zoe }), 'the sign-in has ended').toBe(303);

  const password = { email: 'zoe.lytton@grange.example', password: 'five-rivers-demo-2026' };
  for (const form of [{ persona: 'staff-in-date' }, password]) {
    const answer = await ask(app, '/sign-in', { form, headers: on('2026-11-21') });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Your last day here is past');
    expect(cookieOf(answer)).toBeNull();
  }

  const traveller = await cookieFor(app, 'staff-in-date');
  const journey = { ...day('to', '2026-11-21'), back: '/my' };
  expect(await statusOf(app, '/travel', { cookie: traveller, form: journey })).toBe(303);
  const arrived = await ask(app, '/my', { cookie: traveller });
  expect(arrived.headers.location).toBe('/sign-in?closed=1');
});

function deputyAppointment(app: App, personId: number): { id: number; from: string } {
  const client = new BetterSqlite3(join(app.dataDir, 'indate.db'), { readonly: true });
  const find = client.prepare(`
    SELECT a.id, a.starts_on AS "from" FROM appointments a
    JOIN appointment_kinds k ON k.id = a.kind_id
    WHERE a.person_id = ? AND k.key = 'deputy-dsl'`);
  const found = find.get(personId) as { id: number; from: string };
  client.close();
  return found;
}
