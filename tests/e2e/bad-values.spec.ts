import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { readIds } from '#tests/support/demo-ids.ts';
import type { App } from './app.ts';
import { type Answered, ask, cookieFor } from './ask.ts';
import { changing, expect, test } from './test.ts';

const day = (name: string, date: string, month: string, year: string) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

const RECORD = '/dsl/people/119/record';

/** A completion that would be taken, but for what a test puts into it. */
function completion(app: App): Record<string, string> {
  const { requirement } = readIds(app.dataDir, 'grange', 'GRA-008');
  return {
    requirement: String(requirement),
    evidence: 'certificate',
    provider: 'St Aidan’s & Co',
    ...day('completedOn', '30', '6', '2026'),
  };
}

test.describe('A form that comes back with what was typed', () => {
  const DAYS: [string, string, string][] = [
    ['31', '2', '2026'],
    ['29', '2', '2027'],
    ['0', '0', '0000'],
    ['00', '00', '2026'],
    ['1', '6', '20266'],
    ['1', '6', '26'],
    ['1', '13', '2026'],
    ['1e1', '6', '2026'],
    ['-1', '6', '2026'],
    ['1', '0x6', '2026'],
    ['٣', '6', '2026'],
    ['1', 'Smarch', '2026'],
    ['', '6', '2026'],
    ['30', '6', '2027'],
  ];
  for (const [date, month, year] of DAYS) {
    test(`the day ${date}/${month}/${year}`, async ({ app }) => {
      const cookie = await cookieFor(app, 'dsl');
      const form = { ...completion(app), ...day('completedOn', date, month, year) };
      const { status, text } = await ask(app, RECORD, { cookie, form });
      expect(status).toBe(422);
      expect(text).toContain('govuk-error-summary');
      expect(text).toContain('<title>Error: ');
      const kept = { ...day('completedOn', date, month, year), provider: 'St Aidan’s &amp; Co' };
      for (const [name, value] of Object.entries(kept)) expect(valueIn(text, name)).toBe(value);
    });
  }

  const VALUES: Record<string, Record<string, string>> = {
    'evidence that is none': { evidence: 'hearsay' },
    'evidence by a name of JavaScript': { evidence: '__proto__' },
    'no requirement': { requirement: '' },
    'a requirement as a float': { requirement: '5e1' },
    'a requirement as hexadecimal': { requirement: '0x36' },
    'a requirement that a machine would round': { requirement: '9007199254740993' },
    'NUL in a text': { note: 'a\0b' },
    'a mark that turns the writing round': { note: 'a\u202Eb' },
    'a character of no width': { reference: 'A\u200B1' },
    'a text that is too long': { provider: 'x'.repeat(201) },
  };
  for (const [what, values] of Object.entries(VALUES)) {
    test(`${what}`, async ({ app }) => {
      const cookie = await cookieFor(app, 'dsl');
      const { status, text } = await ask(app, RECORD, {
        cookie,
        form: { ...completion(app), ...values },
      });
      expect(status).toBe(422);
      expect(text).toContain('govuk-error-summary');
      expect(valueIn(text, 'completedOn-year')).toBe('2026');
    });
  }

  test('half of a surrogate pair, as no browser sends it', async ({ app }) => {
    const cookie = await cookieFor(app, 'dsl');
    const form = `${new URLSearchParams(completion(app))}&note=a%ED%A0%80b`;
    expect((await ask(app, RECORD, { cookie, form })).status).toBe(422);
  });

  test('somebody or something of another school', async ({ app }) => {
    const cookie = await cookieFor(app, 'dsl');
    const foreign = readIds(app.dataDir, 'parkside', 'PAR-002');
    const form = { ...completion(app), requirement: String(foreign.requirement) };
    expect([404, 422]).toContain((await ask(app, RECORD, { cookie, form })).status);
    const many = { ...completion(app), people: String(foreign.person) };
    expect([404, 422]).toContain((await ask(app, '/dsl/record', { cookie, form: many })).status);
  });
});

test.describe('A search', () => {
  const found = async (app: App, name: string): Promise<number> => {
    const cookie = await cookieFor(app, 'dsl');
    const answer = await ask(app, `/dsl/matrix.csv?name=${encodeURIComponent(name)}`, { cookie });
    expect(answer.status).toBe(200);
    return answer.text.trim().split('\n').length - 1;
  };

  test('takes every character as it is', async ({ app }) => {
    const everybody = await found(app, '');
    for (const name of [
      '%',
      '_',
      '\\',
      'O_Neill',
      'O%',
      "'; DROP TABLE people;--",
      '"',
      '.*',
      '(',
    ]) {
      expect(await found(app, name), name).toBe(0);
    }
    expect(await found(app, "o'neill")).toBe(1);
    expect(await found(app, '')).toBe(everybody);
  });

  test('shows what was searched for as text', async ({ app }) => {
    const name = '"><img src=x onerror=alert(1)>';
    for (const [persona, path] of [
      ['dsl', '/dsl/matrix'],
      ['administrator', '/admin/people'],
    ]) {
      const cookie = await cookieFor(app, persona ?? '');
      const { text } = await ask(app, `${path}?name=${encodeURIComponent(name)}`, { cookie });
      expect(text).not.toContain('<img');
    }
  });
});

const newPerson = (app: App, names: Record<string, string>) => ({
  firstName: 'Nell',
  lastName: 'Ashdown',
  email: 'nell.ashdown@grange.example',
  ref: 'X-77',
  kind: String(kindId(app)),
  ...day('from', '1', '9', '2020'),
  ...names,
});

const add = async (app: App, names: Record<string, string>): Promise<Answered> => {
  const cookie = await cookieFor(app, 'administrator');
  return ask(app, '/admin/people/new', { cookie, form: newPerson(app, names) });
};

/** The person whom the answer leads to. */
function addedId({ status, headers }: Answered): string {
  expect(status).toBe(303);
  return /^\/admin\/people\/(\d+)/.exec(headers.location ?? '')?.[1] ?? '';
}

changing('a name that is HTML is text: on pages, in titles, files and letters', async ({ app }) => {
  const id = addedId(await add(app, { lastName: '<img src=x onerror=alert(1)>"\'&' }));
  const dsl = await cookieFor(app, 'dsl');
  const administrator = await cookieFor(app, 'administrator');
  const pages: [string, string | null][] = [
    [`/dsl/people/${id}`, dsl],
    [`/dsl/people/${id}/chase`, dsl],
    ['/dsl/matrix', dsl],
    ['/dsl/chase', dsl],
    ['/dsl/chase/slips', dsl],
    [`/admin/people/${id}`, administrator],
    ['/admin/people', administrator],
    ['/admin/audit', administrator],
  ];
  for (const [path, cookie] of pages) {
    const { status, text } = await ask(app, path, { cookie });
    expect([path, status]).toEqual([path, 200]);
    expect(text, path).not.toContain('<img');
  }
  const { text: page } = await ask(app, `/dsl/people/${id}`, { cookie: dsl });
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  const { text: chase } = await ask(app, `/dsl/people/${id}/chase`, { cookie: dsl });
  const letter = /href="(mailto:[^"]*)"/.exec(chase)?.[1] ?? '';
  expect(letter).toMatch(/^mailto:nell\.ashdown@grange\.example\?subject=[^\s<>]+$/);
  const { text: csv, headers } = await ask(app, '/dsl/matrix.csv', { cookie: dsl });
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(csv).toContain('<img src=x onerror=alert(1)>""\'&');
});

changing('a name with a line’s end is on one line, and begins no header', async ({ app }) => {
  const id = addedId(
    await add(app, { lastName: 'Ash\r\nSet-Cookie: x=1\r\n\r\nBcc: a@b.example' }),
  );
  const dsl = await cookieFor(app, 'dsl');
  const { headers, text } = await ask(app, `/dsl/people/${id}/chase`, { cookie: dsl });
  expect(headers['set-cookie']).toBeUndefined();
  expect(text).toContain('Ash Set-Cookie: x=1 Bcc: a@b.example');
  expect(/href="(mailto:[^"]*)"/.exec(text)?.[1]).not.toMatch(/[?&]bcc=/i);
});

changing('a name that a spreadsheet would reckon with is harmless in a file', async ({ app }) => {
  addedId(await add(app, { lastName: '=HYPERLINK("https://evil.example")', firstName: '' }));
  const dsl = await cookieFor(app, 'dsl');
  const { text } = await ask(app, '/dsl/matrix.csv', { cookie: dsl });
  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")`);
  expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m);
});

changing('names as people have them are kept as they are', async ({ app }) => {
  const dsl = await cookieFor(app, 'dsl');
  const names = [
    'O’Neill-Ní Dhálaigh',
    "d'Arcy",
    'Zoe\u0308',
    '李小龙',
    'Ð',
    '🦊',
    "'; DROP TABLE people;--",
  ];
  for (const [index, lastName] of names.entries()) {
    const own = { lastName, ref: `X-${index}`, email: '' };
    const id = addedId(await add(app, own));
    const { text } = await ask(app, `/dsl/people/${id}`, { cookie: dsl });
    expect(text).toContain(lastName.normalize('NFC').replaceAll("'", '&#x27;'));
  }
});

test('a name with what nobody can see, or of any length, is refused', async ({ app }) => {
  const hidden = ['Ash\0down', 'Ash\u200Bdown', 'Ash\u202Edown', '\uFEFFAsh', 'x'.repeat(300)];
  for (const lastName of hidden) expect((await add(app, { lastName })).status).toBe(422);
  for (const email of [
    'a b@c.example',
    'a@b',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example?bcc=c@d.example,e',
  ]) {
    expect((await add(app, { email })).status, email).toBe(422);
  }
});

changing('what a form does not ask for changes nothing', async ({ app }) => {
  const extra = {
    role: 'administrator',
    roles: 'administrator',
    schoolId: '3',
    school_id: '3',
    accountId: '8',
    personId: '1',
    id: '1',
    isDemo: 'false',
    __proto__: 'x',
  };
  const id = addedId(await add(app, extra));
  const ownAdministrator = await cookieFor(app, 'administrator');
  const other = await cookieFor(app, 'parkside-administrator');
  expect((await ask(app, `/admin/people/${id}`, { cookie: ownAdministrator })).status).toBe(200);
  expect((await ask(app, `/admin/people/${id}`, { cookie: other })).status).toBe(404);

  const signedIn = await ask(app, '/sign-in', { form: { persona: 'staff-overdue', ...extra } });
  const staff = signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? null;
  await ask(app, '/travel', {
    cookie: staff,
    form: { ...day('to', '17', '11', '2026'), ...extra },
  });
  expect((await ask(app, '/admin', { cookie: staff })).status).toBe(403);
  expect((await ask(app, '/dsl/matrix', { cookie: staff })).status).toBe(403);
});

function kindId({ dataDir }: App): number {
  const client = new BetterSqlite3(join(dataDir, 'indate.db'), { readonly: true });
  const find = client.prepare(`
    SELECT k.id FROM appointment_kinds k JOIN schools s ON s.id = k.school_id
    WHERE s.key = 'grange' AND k.key = 'teacher'`);
  const { id } = find.get() as { id: number };
  client.close();
  return id;
}

/** What stands in a field of a page, as it stands there. */
function valueIn(html: string, name: string): string | undefined {
  const field = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  return /value="([^"]*)"/.exec(field)?.[1];
}
