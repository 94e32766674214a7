import { connect } from 'node:net';
import type { App } from './app.ts';
import { type Answered, type Asked, ask, cookieFor, cookieOf, INNER } from './ask.ts';
import { changing, expect, test } from './test.ts';

/** A request, who sends it, and the status that it is answered with. */
type Row = { path: string; status: number; as?: string } & Asked;

const MEGABYTE = 1024 * 1024;
const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=x' };
const PERSON = '/dsl/people/119';

/** In nothing that we answer is anything inner, and nothing is ever a fault of ours. */
async function expectAnswer(app: App, { path, status, as, ...asked }: Row): Promise<Answered> {
  const cookie = as ? await cookieFor(app, as) : null;
  const answer = await ask(app, path, { cookie, ...asked });
  const shown = path.slice(0, 120);
  expect(answer.status, shown).toBe(status);
  expect(answer.text, shown).not.toMatch(INNER);
  return answer;
}

const ADDRESSES: Record<string, Row> = {
  'NUL in a path': { path: '/%00', status: 400 },
  'a path that climbs': { path: '/..%2f..%2fetc/passwd', status: 404 },
  'a path that climbs twice over': { path: '/%252e%252e/%2e%2e%5c', status: 404 },
  'half of an escape': { path: '/my/%zz', status: 400 },
  'bytes that are no text': { path: '/my/%ff%fe', status: 400 },
  'a path with another site in it': { path: '//evil.example/my', status: 404 },
  'nothing that is there': { path: '/wp-admin.php', status: 404 },
  '8 kB of address': { path: `/my?${'x'.repeat(8192)}`, status: 414 },
  'the manifest of 5,000 paths': { path: `/__manifest?${'p=/a&'.repeat(5000)}`, status: 431 },
  'the manifest of 200 paths': {
    path: `/__manifest?version=1&${'p=/a&'.repeat(200)}`,
    status: 414,
  },
  '64 kB of headers': { path: '/my', status: 431, headers: { 'X-Long': 'x'.repeat(65_536) } },
  'a day that is none': {
    path: '/my',
    status: 400,
    as: 'dsl',
    headers: { 'x-indate-today': '2027-02-29' },
  },
  'a wrong name in the data of a page': {
    path: '/dsl/matrix.data?_routes=routes/nothing,__proto__',
    status: 200,
    as: 'dsl',
  },
};

for (const [what, row] of Object.entries(ADDRESSES)) {
  test(`${what} is answered ${row.status}`, async ({ app }) => {
    await expectAnswer(app, row);
  });
}

const IDS = [
  ...['1e3', '0x10', '-1', '0', '0119', '+119', '119.0', '119%20', '%31%31%39x', 'null', 'NaN'],
  ...['9007199254740993', '99999999999999999999', '%EF%BC%91%EF%BC%91', '__proto__', "119'--"],
];

test('what is no id is not there, wherever it stands', async ({ app }) => {
  const [dsl, administrator] = [await cookieFor(app, 'dsl'), await cookieFor(app, 'administrator')];
  for (const id of IDS) {
    for (const path of [`/dsl/people/${id}`, `/dsl/requirements/${id}`]) {
      expect((await ask(app, path, { cookie: dsl })).status, path).toBe(404);
    }
    const places = [`/admin/people/${id}`, `/admin/accounts/${id}`, `/admin/audit?person=${id}`];
    for (const path of [
      ...places,
      `${PERSON}/absence?change=${id}`,
      `${PERSON}/exempt?change=${id}`,
    ]) {
      expect((await ask(app, path, { cookie: administrator })).status, path).toBe(404);
    }
  }
});

/** Names that queries have here, and what nobody should put behind them. */
const QUERY_NAMES = [
  ...['done', 'status', 'sort', 'group', 'by', 'appointment', 'requirement', 'name', 'page'],
  ...['show', 'on', 'next', 'cancel', 'index', '__proto__', 'constructor', 'state', 'kind'],
];
const QUERY_VALUES = [
  ...['__proto__', 'constructor', 'toString', '-1', '1e9', '9007199254740993', '%00', '%ED%A0%80'],
  ...['%27%3BDROP%20TABLE%20people%3B--', '%3Cscript%3Ealert(1)%3C/script%3E', '2027-02-29', ''],
];
const QUERIED: Record<string, string[]> = {
  dsl: [
    '/dsl',
    '/dsl/matrix',
    '/dsl/matrix.csv',
    PERSON,
    `${PERSON}/book`,
    '/dsl/requirements',
    '/my',
  ],
  administrator: [
    '/admin/people',
    '/admin/people/119',
    '/admin/kinds',
    '/admin/audit',
    '/admin/school',
  ],
  'safeguarding-governor': ['/governors', '/governors.csv'],
  'trust-lead': ['/trust'],
  'signed out': ['/sign-in', '/forgotten', '/privacy'],
};

for (const [persona, paths] of Object.entries(QUERIED)) {
  test(`whatever an address asks of the pages of ${persona}, none fails`, async ({ app }) => {
    const cookie = await cookieFor(app, persona);
    const faults: string[] = [];
    for (const path of paths) {
      for (const value of QUERY_VALUES) {
        // All names at once, then each by itself where that failed, to say which it was.
        const all = QUERY_NAMES.map((name) => `${name}=${value}`).join('&');
        const { status, text } = await ask(app, `${path}?${all}`, { cookie });
        if (status >= 500 || INNER.test(text) || text.includes('<script>alert')) {
          faults.push(`${path} with ${value}: ${status}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
}

const BODIES: Record<string, Row> = {
  'a broken multipart body': {
    path: '/dsl/record',
    as: 'dsl',
    headers: MULTIPART,
    form: '--x\r\nContent-Disposition: form-data; name="requi',
    status: 400,
  },
  'a multipart body without a boundary': {
    path: '/dsl/record',
    as: 'dsl',
    headers: { 'Content-Type': 'multipart/form-data' },
    form: 'x=1',
    status: 400,
  },
  JSON: {
    path: '/dsl/record',
    as: 'dsl',
    headers: { 'Content-Type': 'application/json' },
    form: '{"people":[119]}',
    status: 415,
  },
  text: {
    path: '/dsl/record.data',
    as: 'dsl',
    headers: { 'Content-Type': 'text/plain' },
    form: 'people=119',
    status: 415,
  },
  'a body of no kind': {
    path: '/dsl/record',
    as: 'dsl',
    headers: { 'Content-Type': '' },
    form: 'people=119',
    status: 415,
  },
  'more than a megabyte, its length told': {
    path: '/dsl/record',
    as: 'dsl',
    form: { note: 'x'.repeat(MEGABYTE) },
    status: 413,
  },
  'more than a megabyte, its length untold': {
    path: '/dsl/record',
    as: 'dsl',
    headers: { 'Content-Length': '', 'Transfer-Encoding': 'chunked' },
    form: { note: 'x'.repeat(MEGABYTE) },
    status: 413,
  },
  'a password of a megabyte': {
    path: '/sign-in',
    form: { email: 'zoe.lytton@grange.example', password: 'x'.repeat(MEGABYTE) },
    status: 413,
  },
  'a password of nearly a megabyte': {
    path: '/sign-in',
    form: { email: 'zoe.lytton@grange.example', password: 'x'.repeat(MEGABYTE - 200) },
    status: 422,
  },
  'an e-mail address with a line’s end in it': {
    path: '/sign-in',
    form: { email: 'a@b.example\r\nSet-Cookie: x=1', password: 'whatever it is' },
    status: 422,
  },
  'a persona that is none': { path: '/sign-in', form: { persona: '__proto__' }, status: 422 },
  'keys that are of JavaScript': {
    path: '/dsl/record',
    as: 'dsl',
    form: { ['__proto__']: 'x', 'constructor[prototype][x]': '1', toString: 'x' },
    status: 422,
  },
  'a thousand times the same field': {
    path: '/dsl/record',
    as: 'dsl',
    form: Array.from({ length: 1000 }, (): [string, string] => ['requirement', '1']),
    status: 422,
  },
};

for (const [what, row] of Object.entries(BODIES)) {
  test(`${what} is answered ${row.status}`, async ({ app }) => {
    await expectAnswer(app, row);
  });
}

test('a method that a page does not take is told which it takes', async ({ app }) => {
  const cookie = await cookieFor(app, 'dsl');
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask(app, '/dsl/record', { cookie, method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  }
  for (const path of ['/dsl/matrix', '/dsl/matrix.data', '/dsl/matrix.csv', '/governors']) {
    const { status, headers } = await ask(app, path, { cookie, form: {} });
    expect([path, status, headers.allow]).toEqual([path, 405, 'GET, HEAD']);
  }
});

test('what is no HTTP at all is answered and closed', async ({ app }) => {
  const say = (bytes: string) =>
    new Promise<string>((done, failed) => {
      let text = '';
      const socket = connect(Number(new URL(app.address).port), 'localhost', () =>
        socket.end(bytes),
      );
      socket.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      socket.on('error', failed).on('close', () => done(text));
    });
  expect(await say('hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  expect(await say('GET /my HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
});

test.describe('Signing in', () => {
  const ASTRAY = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
  ];
  for (const next of [
    ...ASTRAY,
    '/..//evil.example',
    '/%09/evil.example',
    '\t//evil.example',
    '',
  ]) {
    test(`leads home where ${JSON.stringify(next)} is asked for`, async ({ app }) => {
      const answer = await ask(app, '/sign-in', { form: { persona: 'dsl', next } });
      const { origin, pathname } = new URL(answer.headers.location ?? '', app.address);
      expect([answer.status, origin]).toEqual([303, app.address]);
      expect(['/dsl', '/%09/evil.example']).toContain(pathname);
      const page = await ask(app, `/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.text).not.toMatch(/(href|action|value)="(https?:)?\/?[/\\]+evil/);
    });
  }

  test('says the same of an unknown address and of a wrong password', async ({ app }) => {
    const said = async (email: string) => {
      const { status, text } = await ask(app, '/sign-in', {
        form: { email, password: 'is not it' },
      });
      return [status, text.replace(/nonce="[^"]*"/g, '').replaceAll(email, 'ADDRESS')];
    };
    expect(await said('nobody@grange.example')).toEqual(
      await said('marcus.ellwood@droitwich.example'),
    );
  });
});

changing('from one address not many accounts can be tried', async ({ app }) => {
  const trying = (email: string) =>
    ask(app, '/sign-in', { form: { email, password: 'a password that many have' } });
  for (let tries = 1; tries <= 50; tries++) {
    expect((await trying(`somebody-${tries}@grange.example`)).status).toBe(422);
  }
  const waits = await trying('zoe.lytton@grange.example');
  expect([waits.status, Number(waits.headers['retry-after']) > 0]).toEqual([429, true]);
  expect(cookieOf(waits)).toBeNull();
});
