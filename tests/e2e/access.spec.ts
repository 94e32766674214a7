import { readdirSync } from 'node:fs';
import { type Ids, readIds, withIds } from '#tests/support/demo-ids.ts';
import {
  ACTORS,
  DATA,
  expectedStatus,
  PAGE,
  ROUTES,
  type Route,
  TRANSPORTS,
  type Transport,
} from '#tests/support/routes.ts';
import type { App } from './app.ts';
import { type Answered, ask, cookieFor, INNER } from './ask.ts';
import { expect, test } from './test.ts';

const HERE = { school: 'grange', ref: 'GRA-008', administrator: 'administrator' };
const ELSEWHERE = { school: 'parkside', ref: 'PAR-002', administrator: 'parkside-administrator' };
/** Has the sessions that the other one has not. */
const BEYOND = { school: 'droitwich', ref: 'DRO-002', administrator: 'droitwich-administrator' };
const PLACES = [
  'person',
  'appointment',
  'completion',
  'account',
  'requirement',
  'kind',
  'import',
  'quiz',
  'pass',
  'question',
  'section',
  'publication',
  'edition',
  'announced',
  'list',
  'readingQuestion',
  'session',
  'sitting',
  'starter',
  'step',
  'warning',
  'update',
];
/** No table of the demo has as many rows. */
const NOWHERE: Ids = Object.fromEntries(PLACES.map((name) => [name, 99_999]));

const routes = Object.entries(ROUTES);
const withPlaces = routes.filter(([, { address }]) => address.includes(':'));
const forms = routes.filter(([, { action }]) => action);

test('every file of routes has its row, and every row its file', () => {
  const files = readdirSync('app/routes').map((file) => file.replace(/\.tsx?$/, ''));
  expect(Object.keys(ROUTES).sort()).toEqual(files.sort());
});

for (const [actor, roles] of Object.entries(ACTORS)) {
  test(`${actor}: every page answers as the permissions say, however it is asked`, async ({
    app,
  }) => {
    const cookie = await cookieFor(app, actor);
    const ids = await idsOf(app, HERE);
    const faults: string[] = [];
    for (const [id, route] of routes) {
      const address = withIds(route.address, ids);
      for (const transport of TRANSPORTS) {
        const path = transport.pathOf(address, id);
        const expected = expectedStatus(route, { roles, isForm: false, transport });
        const answer = await ask(app, path, { cookie });
        faults.push(...faultsOf(`GET ${path}`, answer, { expected, route, transport }));
      }
      const head = await ask(app, address, { cookie, method: 'HEAD' });
      const expected = expectedStatus(route, { roles, isForm: false, transport: PAGE });
      if (head.status !== expected || head.text) faults.push(`HEAD ${address}: ${head.status}`);
    }
    expect(faults).toEqual([]);
  });

  test(`${actor}: every form answers as the permissions say, however it is sent`, async ({
    app,
  }) => {
    let cookie = await cookieFor(app, actor);
    const ids = await idsOf(app, HERE);
    const faults: string[] = [];
    for (const [id, route] of forms) {
      for (const transport of TRANSPORTS) {
        const path = transport.pathOf(withIds(route.address, ids), id);
        const expected = expectedStatus(route, { roles, isForm: true, transport });
        const answer = await ask(app, path, { cookie, form: {} });
        faults.push(...faultsOf(`POST ${path}`, answer, { expected, route, transport }));
        if (answer.headers['set-cookie']) cookie = await cookieFor(app, actor);
      }
    }
    expect(faults).toEqual([]);
  });

  test(`${actor}: what is another school's is as if it were not there`, async ({ app }) => {
    const cookie = await cookieFor(app, actor);
    const [own, foreign] = [await idsOf(app, HERE), await idsOfOthers(app)];
    const faults: string[] = [];
    for (const [id, route] of withPlaces) {
      for (const isForm of route.action ? [false, true] : [false]) {
        for (const transport of [PAGE, DATA]) {
          const allowed = expectedStatus(route, { roles, isForm, transport });
          const expected = [200, 409, 422].includes(allowed) ? 404 : allowed;
          const asked = { cookie, ...(isForm && { form: route.action?.fields ?? {} }) };
          const pathOf = (ids: Ids) => transport.pathOf(withIds(route.address, ids), id);
          const nowhere = await ask(app, pathOf(NOWHERE), asked);
          for (const path of strangers(route, own, foreign).map(pathOf)) {
            const answer = await ask(app, path, asked);
            const name = `${isForm ? 'POST' : 'GET'} ${path}`;
            faults.push(...faultsOf(name, answer, { expected, route, transport }));
            const isSame = expected !== 404 || said(answer) === said(nowhere);
            if (!isSame) faults.push(`${name}: says other than of what is not there`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });
}

const PASTED = {
  kind: 'staff-list',
  evidence: 'self-reported',
  pasted: 'Staff number,First name,Last name\nX-1,Nobody,Yet',
};

/** Real ids of a person and their school, an import that waits for its administrator among them. */
async function idsOf(app: App, { school, ref, administrator }: typeof HERE): Promise<Ids> {
  const cookie = await cookieFor(app, administrator);
  const staged = await ask(app, '/admin/import', { cookie, form: PASTED });
  expect(staged.headers.location).toMatch(/^\/admin\/import\/\d+$/);
  return readIds(app.dataDir, school, ref);
}

/** Real ids of other schools. */
async function idsOfOthers(app: App): Promise<Ids> {
  return { ...(await idsOf(app, BEYOND)), ...(await idsOf(app, ELSEWHERE)) };
}

/** Another school's; and, in an address with two places, one of our own with a part of another's. */
function strangers({ address }: Route, own: Ids, foreign: Ids): Ids[] {
  const places = [...address.matchAll(/:([a-z]+)/gi)].map(([, name = '']) => name);
  if (places.length < 2) return [foreign];
  return [foreign, ...places.map((name) => ({ ...foreign, [name]: own[name] ?? 0 }))];
}

/** An answer without what is of this one request. */
function said({ text }: Answered): string {
  return text.replace(/nonce="[^"]*"/g, '');
}

type Wanted = { expected: number; route: Route; transport: Transport };

function faultsOf(name: string, answer: Answered, { expected, route, transport }: Wanted) {
  const { status, headers, text } = answer;
  const isRefused = status === 403;
  const leadsOn = status === 303 && transport === PAGE && route.who !== 'everybody';
  const { pathname } = new URL(headers.location ?? '/', 'http://here');
  const checks: [boolean, string][] = [
    [status === expected, `${status}, not ${expected}`],
    [!INNER.test(text), `shows ${INNER.exec(text)?.[0]}`],
    [headers['cache-control'] === 'no-store', 'may be kept'],
    [!isRefused || /\b(ask|tell) /i.test(text), 'does not say whom to ask'],
    [!isRefused || transport !== PAGE || text.includes('<h1'), 'is no page'],
    [!leadsOn || pathname === '/sign-in', `leads to ${headers.location}`],
  ];
  return checks.filter(([isGood]) => !isGood).map(([, words]) => `${name}: ${words}`);
}
