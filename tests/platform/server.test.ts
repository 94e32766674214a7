import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evidencePath, writeEvidence } from '#app/data/evidence-folder.ts';
import { isHealthy } from '#app/data/health.ts';
import { now } from '#app/platform/clock.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { evidenceFor } from '#tests/support/evidence.ts';
import { ORIGIN, send, sendRaw, serving } from './serving.ts';
import { CERTIFICATE, holdSlow, stubRoutes } from './stub-routes.tsx';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const OURS = { ...FORM, 'sec-fetch-site': 'same-origin' };
const MEGABYTE = 1024 * 1024;

describe('headers', () => {
  test('every answer carries the secure headers, whoever makes it', async () => {
    const server = await serving();
    for (const path of ['/page', '/nothing-here', '/healthz', '/favicon.svg', '/%00']) {
      const { headers } = await send(server, 'GET', path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'x-permitted-cross-domain-policies': 'none',
        'x-dns-prefetch-control': 'off',
        'permissions-policy': expect.stringContaining('geolocation=()'),
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    }
  });

  test('no script runs that is not a file of ours or carries the nonce of this answer', async () => {
    const server = await serving();
    const policies = [];
    for (const path of ['/page', '/page']) {
      const { headers } = await send(server, 'GET', path);
      policies.push(String(headers['content-security-policy']));
    }
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}';/);
    expect(policies[0]).not.toMatch(/unsafe/);
    expect(policies[0]).not.toBe(policies[1]);
  });

  test('what a page with scripts hands to the browser carries the nonce', async () => {
    const server = await serving({ build: stubRoutes({ scripts: true }) });
    const { headers, text } = await send(server, 'GET', '/scripts');
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
    const scripts = [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.some((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true);
    expect(scripts.filter((tag) => !tag.includes('nonce='))).toEqual([]);
  });

  test('browsers are told to come back by https only where the origin is https', async () => {
    const secure = await send(await serving(), 'GET', '/page');
    expect(secure.headers['strict-transport-security']).toMatch(/^max-age=63072000/);
    const env = { ORIGIN: 'http://localhost:3000' };
    const plain = await send(await serving({ env }), 'GET', '/page');
    expect(plain.headers).not.toHaveProperty('strict-transport-security');
    expect(plain.headers['content-security-policy']).not.toMatch(/upgrade-insecure/);
  });

  test('pages are kept by nobody, built files for ever', async () => {
    const server = await serving();
    const kept = async (path: string) => (await send(server, 'GET', path)).headers['cache-control'];
    expect(await kept('/page')).toBe('no-store');
    expect(await kept('/page.data')).toBe('no-store');
    expect(await kept('/nothing-here')).toBe('no-store');
    expect(await kept('/assets/main-abc123.css')).toBe('public, max-age=31536000, immutable');
    expect(await kept('/favicon.svg')).toBe('public, max-age=3600');
  });

  test('a long page is sent compressed where that is understood', async () => {
    const server = await serving();
    const { headers } = await send(server, 'GET', '/page', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(headers.vary).toMatch(/accept-encoding/i);
  });
});

describe('what comes from elsewhere', () => {
  test.each(['/form', '/page', '/page.data', '/form?_data=form', '/nothing-here'])(
    'a foreign form is refused at %s, however it is sent',
    async (path) => {
      const server = await serving();
      const foreign: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
        { origin: 'https://evil.example' },
        { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
        { origin: 'https://evil.example', host: 'evil.example' },
        {},
      ];
      for (const headers of foreign) {
        const { status, text } = await send(server, 'POST', path, {
          headers: { ...FORM, ...headers },
          chunks: [Buffer.from('a=1')],
        });
        expect(status).toBe(403);
        expect(text).toContain('Nothing was changed');
      }
    },
  );

  test('a form of ours gets through by either sign', async () => {
    const server = await serving();
    const signs: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin' },
      { origin: ORIGIN },
    ];
    for (const sign of signs) {
      const headers = { ...FORM, ...sign };
      const { status, text } = await send(server, 'POST', '/form', {
        headers,
        chunks: [Buffer.from('a=123')],
      });
      expect([status, text]).toEqual([200, '{"bytes":3}']);
    }
  });

  test('whatever a request says of its host, the routes see our own', async () => {
    const server = await serving();
    const headers = { ...OURS, host: 'evil.example:99', 'x-forwarded-host': 'evil.example' };
    const { text } = await send(server, 'POST', '/facts', { headers });
    expect(new URL(JSON.parse(text).url).hostname).toBe('indate.example');
  });

  test('an address that was forwarded counts only from the proxy that was set', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const addressOf = async (env: Record<string, string>) => {
      const { text } = await send(await serving({ env }), 'GET', '/facts', { headers });
      return JSON.parse(text).clientAddress;
    };
    expect(await addressOf({})).toBe('127.0.0.1');
    expect(await addressOf({ TRUSTED_PROXY: '10.0.0.1' })).toBe('127.0.0.1');
    expect(await addressOf({ TRUSTED_PROXY: '127.0.0.1' })).toBe('203.0.113.7');
  });
});

describe('a file of evidence', () => {
  function place() {
    const database = freshDatabase();
    return { database, folder: evidenceFor(database).folder };
  }

  test('is kept by nobody and runs nothing, whatever else is said of pages', async () => {
    const { database, folder } = place();
    await writeEvidence(folder, Buffer.from('%PDF-'), 'application/pdf', now());
    const server = await serving({ database });
    const { status, headers, text } = await send(server, 'GET', '/certificate');
    expect([status, text]).toEqual([200, '%PDF-']);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'private, no-store',
    });
  });

  test('that is damaged is a page that says so, with 503', async () => {
    const { database, folder } = place();
    await writeEvidence(folder, Buffer.from('%PDF-'), 'application/pdf', now());
    writeFileSync(evidencePath(folder, CERTIFICATE), 'damaged');
    const { status, headers, text } = await send(
      await serving({ database }),
      'GET',
      '/certificate',
    );
    expect([status, headers['retry-after']]).toEqual([503, '30']);
    expect(text).toContain('<h1>This file cannot be shown</h1>');
    expect(text).not.toContain('damaged</');
  });
});

describe('bodies', () => {
  const body = (bytes: number) => [Buffer.from('a='), Buffer.alloc(bytes - 2, 'x')];
  const told = (bytes: number) => ({ ...OURS, 'content-length': String(bytes) });
  const untold = { ...OURS, 'transfer-encoding': 'chunked' };

  test.each([
    ['/form', MEGABYTE, 200],
    ['/form', MEGABYTE + 1, 413],
    ['/form', 30 * MEGABYTE, 413],
    ['/admin/import', MEGABYTE + 1, 200],
    ['/admin/import', 20 * MEGABYTE + 1, 413],
    // Only with `multipart/form-data` is it more than for any form.
    ['/my/hand-in', MEGABYTE + 1, 413],
  ])(
    '%s takes %d bytes with %d, whether their number was told or not',
    async (path, bytes, status) => {
      const server = await serving();
      for (const headers of [told(bytes), untold]) {
        const answered = await send(server, 'POST', path, { headers, chunks: body(bytes) });
        expect(answered.status).toBe(status);
        if (status === 413) expect(answered.text).toContain('<h1>That is too large</h1>');
      }
      expect((await send(server, 'GET', '/healthz')).status).toBe(200);
    },
  );

  const BOUNDARY = 'between-one-part-and-the-next';
  const ofFiles = { ...OURS, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  const filesOf = (bytes: number) => {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\n`;
    return [Buffer.from(head), Buffer.alloc(bytes, 'x'), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)];
  };

  test.each([
    ['/my/hand-in', 40 * MEGABYTE, 200],
    ['/my/hand-in', 42 * MEGABYTE, 413],
    ['/form', 2 * MEGABYTE, 413],
  ])('%s takes files of %d bytes with %d', async (path, bytes, status) => {
    const server = await serving();
    const headers = { ...ofFiles, 'transfer-encoding': 'chunked' };
    const answered = await send(server, 'POST', path, { headers, chunks: filesOf(bytes) });
    expect(answered.status).toBe(status);
  });

  test('so many files at once that they fill the memory are asked to wait; afterwards there is room', async () => {
    const server = await serving();
    const held = holdSlow();
    const headers = { ...ofFiles, 'transfer-encoding': 'chunked' };
    const path = '/my/hand-in/slow';
    const chunks = filesOf(36 * MEGABYTE);
    const answers = Array.from({ length: 12 }, () =>
      send(server, 'POST', path, { headers, chunks }),
    );
    const first = await Promise.race(answers);
    expect(first.status).toBe(503);
    expect(first.text).toContain('<h1>InDate is busy with files</h1>');
    expect(first.headers['retry-after']).toBe('30');
    held.end();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(8);
    const again = await send(server, 'POST', '/my/hand-in', { headers, chunks });
    expect(again.status).toBe(200);
  });

  test('what is not a form is refused as of the wrong kind', async () => {
    const server = await serving();
    for (const kind of ['application/json', 'text/plain', '']) {
      const headers = { ...OURS, 'content-type': kind };
      const { status } = await send(server, 'POST', '/form', {
        headers,
        chunks: [Buffer.from('{}')],
      });
      expect(status).toBe(415);
    }
  });

  test('a broken multipart body is the sender’s fault, not ours', async () => {
    const server = await serving();
    const kinds = ['multipart/form-data', 'multipart/form-data; boundary=x'];
    for (const kind of kinds) {
      const headers = { ...OURS, 'content-type': kind };
      const chunks = [Buffer.from('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nunfini')];
      expect((await send(server, 'POST', '/form', { headers, chunks })).status).toBe(400);
    }
  });
});

describe('addresses and methods', () => {
  test.each([
    ['/%00', 400],
    ['/%E0%A4%A', 400],
    ['/..%2f..%2fetc/passwd', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/assets/%2e%2e/%2e%2e/package.json', 404],
    ['/.vite/manifest.json', 404],
    ['//evil.example/', 404],
    ['/page?x=%E0%A4%A', 200],
    ['/nothing-here', 404],
  ])('%s is answered %d', async (path, status) => {
    const server = await serving();
    expect((await send(server, 'GET', path)).status).toBe(status);
  });

  test('8 kB of address are too long', async () => {
    const server = await serving();
    const long = 'a'.repeat(8000);
    expect((await send(server, 'GET', `/${long}`)).status).toBe(414);
    expect((await send(server, 'GET', `/page?x=${long}`)).status).toBe(414);
  });

  test('an address of another server as the target is malformed', async () => {
    const server = await serving();
    const raw = 'GET http://evil.example/page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    expect(await sendRaw(server, raw)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('64 kB of headers are refused', async () => {
    const server = await serving();
    const raw = `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(65_536)}\r\n\r\n`;
    expect(await sendRaw(server, raw)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('the manifest of a page is given, of everything not', async () => {
    const server = await serving();
    const one = await send(server, 'GET', '/__manifest?version=one&p=%2Fpage');
    expect(one.status).toBe(200);
    const many = `/__manifest?version=one${'&p=/a'.repeat(500)}`;
    expect((await send(server, 'GET', many)).status).toBe(414);
    const more = `/__manifest?version=one${'&p=/a'.repeat(5000)}`;
    expect((await send(server, 'GET', more)).status).toBeGreaterThanOrEqual(400);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE'])(
    '%s is no method here, and what is, is said',
    async (method) => {
      const server = await serving();
      const { status, headers } = await send(server, method, '/page', { headers: OURS });
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    },
  );

  test('a form sent to a page that takes none is told what the page takes', async () => {
    const server = await serving();
    const { status, headers } = await send(server, 'POST', '/page', { headers: OURS });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('HEAD is answered as GET is, without its body', async () => {
    const server = await serving();
    const { status, text } = await send(server, 'HEAD', '/page');
    expect([status, text]).toEqual([200, '']);
  });
});

describe('trouble', () => {
  test('of the storage is 503, and says when to come back', async () => {
    const server = await serving();
    for (const path of ['/full-disk', '/full-disk.data', '/full-disk-file']) {
      const { status, headers } = await send(server, 'GET', path);
      expect([status, headers['retry-after']]).toEqual([503, '30']);
    }
    const { headers, text } = await send(server, 'GET', '/full-disk');
    expect(text).toContain('InDate cannot reach its storage');
    expect(text).toContain(String(headers['x-request-id']));
  });

  test('that nobody expected is 500, with nothing inner', async () => {
    const server = await serving();
    for (const path of ['/fault', '/fault.data']) {
      const { status, headers, text } = await send(server, 'GET', path);
      expect(status).toBe(500);
      expect(headers['x-request-id']).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      expect(text).not.toMatch(/inner matter|at .*\.tsx?:/);
    }
  });
});

describe('the demo’s day', () => {
  const asking = (day: string) => ({ headers: { 'x-indate-today': day } });

  test('is the one that a request asks for, in a demo', async () => {
    const server = await serving({ isDemo: true });
    const { text } = await send(server, 'GET', '/facts', asking('2027-03-01'));
    expect(JSON.parse(text)).toMatchObject({ isDemo: true, requestedDay: '2027-03-01' });
  });

  test.each(['2027-02-29', 'tomorrow', '', '2027-03-01, 2027-03-02'])(
    'cannot be %j',
    async (day) => {
      const server = await serving({ isDemo: true });
      expect((await send(server, 'GET', '/facts', asking(day))).status).toBe(400);
    },
  );

  test('is nothing that a real school’s server hears of', async () => {
    const server = await serving();
    for (const day of ['2027-03-01', 'tomorrow']) {
      const { status, text } = await send(server, 'GET', '/facts', asking(day));
      expect([status, JSON.parse(text).requestedDay]).toEqual([200, null]);
    }
  });
});

describe('health', () => {
  test('is good while the database answers and its schema is this version’s', async () => {
    const database = freshDatabase();
    const server = await serving({ database, isHealthy: () => isHealthy(database) });
    const status = async () => (await send(server, 'GET', '/healthz')).status;
    expect(await status()).toBe(200);
    const { $client } = database;
    $client.exec('CREATE TEMP TABLE kept AS SELECT * FROM __drizzle_migrations');
    $client.exec('DELETE FROM __drizzle_migrations WHERE rowid = 1');
    expect(await status()).toBe(503);
    $client.exec('INSERT INTO __drizzle_migrations SELECT * FROM kept WHERE rowid = 1');
    expect(await status()).toBe(200);
    $client.exec('ALTER TABLE marks RENAME TO marks_gone');
    expect(await status()).toBe(503);
  });
});

describe('the end', () => {
  test('lets requests in flight finish, and takes no more', async () => {
    const server = await serving();
    const slow = holdSlow();
    const inFlight = send(server, 'GET', '/slow');
    await slow.begun;
    const closed = server.close();
    await expect(send(server, 'GET', '/page')).rejects.toThrow('ECONNREFUSED');
    slow.end();
    expect(await inFlight).toMatchObject({ status: 200, text: 'finished' });
    await closed;
  });

  test('a port that is taken is said in one line', async () => {
    const { port } = await serving();
    await expect(serving({ env: { PORT: String(port) } })).rejects.toThrow(
      `Port ${port} is taken by another program: stop it, or set PORT to another.`,
    );
  });
});
