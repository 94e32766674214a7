import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { may, type Role } from '#app/domain/permissions.ts';
import { readIds, withIds } from '#tests/support/demo-ids.ts';
import { ACTORS, ROUTES, type Route, TRANSPORTS } from '#tests/support/routes.ts';
import { ask, cookieFor, INNER } from './ask.ts';
import { changing, expect } from './test.ts';

/** What a request may say of where it comes from that is not a page of ours; `''`: nothing. */
const ELSEWHERE: Record<string, (own: string) => Record<string, string>> = {
  'says nothing': () => ({ Origin: '' }),
  'another origin': () => ({ Origin: 'https://evil.example' }),
  'an origin that begins as ours': (own) => ({ Origin: `${own}.evil.example` }),
  'no origin to speak of': () => ({ Origin: 'null' }),
  'a host that was made up': () => ({
    Origin: 'https://evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
  }),
  'a host of its own': () => ({ Origin: 'http://evil.example', Host: 'evil.example' }),
  'from another site, as the browser says': () => ({ 'Sec-Fetch-Site': 'cross-site' }),
  'from beside us, as the browser says': () => ({ 'Sec-Fetch-Site': 'same-site' }),
  'from nowhere, as the browser says': () => ({ 'Sec-Fetch-Site': 'none' }),
};

changing(
  'no form is taken that did not come from a page of ours, however it is sent',
  async ({ app }) => {
    const cookies: Record<string, string | null> = {};
    for (const actor of Object.keys(ACTORS)) cookies[actor] = await cookieFor(app, actor);
    const ids = { ...readIds(app.dataDir, 'grange', 'GRA-008') };
    const wrote = watchWrites(app.dataDir);
    const faults: string[] = [];
    for (const [id, route] of Object.entries(ROUTES).filter(([, { action }]) => action)) {
      const cookie = cookies[whoMay(route)] ?? null;
      for (const { pathOf } of TRANSPORTS) {
        const path = pathOf(withIds(route.address, ids), id);
        for (const [what, headersOf] of Object.entries(ELSEWHERE)) {
          const asked = { cookie, form: {}, headers: headersOf(app.address) };
          const { status, headers, text } = await ask(app, path, asked);
          const isRefused = status === 403 && !headers['set-cookie'] && !INNER.test(text);
          if (!isRefused) faults.push(`${path}, ${what}: ${status}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(wrote(), 'something was written').toBe(false);
  },
);

changing('a form of ours is taken by either sign', async ({ app }) => {
  const signs: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'same-origin', Origin: '' },
    { 'Sec-Fetch-Site': 'same-origin' },
    {},
  ];
  for (const headers of signs) {
    const { status } = await ask(app, '/sign-in', { form: { persona: 'dsl' }, headers });
    expect(status).toBe(303);
  }
});

/** One of the demo's people who would be heard, were it a form of ours. */
function whoMay({ who, action }: Route): string {
  const needed = action?.who ?? who;
  const isOpen = needed === 'everybody' || needed === 'signed-in';
  const mayDoIt = (roles: readonly Role[] | null) => isOpen || may(roles ?? [], needed);
  const [actor = ''] = Object.entries(ACTORS).find(([, roles]) => roles && mayDoIt(roles)) ?? [];
  return actor;
}

/** Has anybody else written to the database since? */
function watchWrites(dataDir: string): () => boolean {
  const client = new BetterSqlite3(join(dataDir, 'indate.db'), { readonly: true });
  const version = () => client.pragma('data_version', { simple: true });
  const before = version();
  return () => {
    const after = version();
    client.close();
    return after !== before;
  };
}
