import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timed } from './client.ts';
import { tellWeight, weigh } from './weight.ts';

const PAGE = `<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/other">
<img alt="" src="/b.png"><img alt="" src="/b.png"><script src="https://elsewhere.example/c.js"></script>
<p>the marker</p>`;
const FILES: Record<string, Buffer> = {
  '/page': gzipSync(PAGE),
  '/a.css': gzipSync('a'.repeat(500)),
  '/b.png': gzipSync('b'),
};

let server: Server;
let address = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const bytes = FILES[request.url ?? ''];
    response.writeHead(bytes ? 200 : 404, bytes ? { 'content-encoding': 'gzip' } : {});
    response.end(bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const page = (path: string, marker = 'the marker') => ({ address, path, cookie: '', marker });

test('as many are asked for as are wanted, one at a time or several', async () => {
  expect(await timed(page('/page'), 5)).toHaveLength(5);
  expect(await timed(page('/page'), 7, 3)).toHaveLength(7);
});

test('a page that is another, or none, is no measure', async () => {
  await expect(timed(page('/page', 'another marker'), 2)).rejects.toThrow(/does not hold another/);
  await expect(timed(page('/missing'), 2)).rejects.toThrow(/answered with 404/);
});

test('a page weighs what comes over the wire for it, each file once', async () => {
  const weight = await weigh('Page', page('/page'), 1_000);
  const bytes = Object.values(FILES).reduce((sum, file) => sum + file.length, 0);
  expect(weight).toMatchObject({
    ...{ requests: 3, bytes, scripts: 1, otherOrigins: ['https://elsewhere.example'] },
  });
  expect(tellWeight(weight)).toMatch(/in 3 requests, .* 1 scripts, https:\/\/elsewhere\.example/);
});
