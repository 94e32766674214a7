import { expect, test } from 'vitest';
import { beginTry, endTry, type Try } from '#app/auth/slowing.ts';
import type { Database } from '#app/data/database.ts';
import { listFailures } from '#app/data/failures.ts';
import { secondsAfter } from '#app/platform/clock.ts';
import { freshDatabase } from '#tests/support/database.ts';

const NOW = '2026-11-16T09:00:00.000Z';
const ADDRESS = '192.0.2.1';

async function fail(
  database: Database,
  secret: string,
  times: number,
  now = NOW,
  address = ADDRESS,
) {
  for (let n = 0; n < times; n++) await beginTry(database, { secret, address }, now);
}

async function isLetThrough(database: Database, secret: string, now = NOW, address = ADDRESS) {
  return !('waitSeconds' in (await beginTry(database, { secret, address }, now)));
}

test('the eleventh failure at one account waits, from wherever it comes', async () => {
  const database = freshDatabase();
  await fail(database, 'ada@grange.example', 9);
  expect(await isLetThrough(database, 'ada@grange.example')).toBe(true);
  expect(await isLetThrough(database, 'ada@grange.example')).toBe(false);
  expect(await isLetThrough(database, 'ada@grange.example', NOW, '198.51.100.7')).toBe(false);
  expect(await isLetThrough(database, 'ben@grange.example')).toBe(true);
});

test('it waits until the first of the ten is five minutes old, and says for how long', async () => {
  const database = freshDatabase();
  await fail(database, 'ada', 1);
  await fail(database, 'ada', 9, secondsAfter(NOW, 60));
  const asked = await beginTry(
    database,
    { secret: 'ada', address: ADDRESS },
    secondsAfter(NOW, 61),
  );
  expect(asked).toEqual({ waitSeconds: 239 });
  expect(await isLetThrough(database, 'ada', secondsAfter(NOW, 299))).toBe(false);
  expect(await isLetThrough(database, 'ada', secondsAfter(NOW, 300))).toBe(true);
});

test('a hundred tries at once are no way round it', async () => {
  const database = freshDatabase();
  const tries = Array.from({ length: 100 }, () => isLetThrough(database, 'ada'));
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(10);
});

test('many accounts from one address wait, and other addresses do not', async () => {
  const database = freshDatabase();
  for (let n = 0; n < 50; n++) await fail(database, `account ${n}`, 1);
  expect(await isLetThrough(database, 'one more')).toBe(false);
  expect(await isLetThrough(database, 'one more', NOW, '198.51.100.7')).toBe(true);
});

test('a success forgives the failures at its account, not those from its address', async () => {
  const database = freshDatabase();
  await fail(database, 'other', 5);
  await fail(database, 'ada', 9);
  const attempt = await beginTry(database, { secret: 'ada', address: ADDRESS }, NOW);
  await endTry(database, attempt as Try);
  expect(listFailures(database, (attempt as Try).secretKey)).toEqual([]);
  expect(listFailures(database, `address:${ADDRESS}`)).toHaveLength(14);
});

test('old failures are swept, and those of a clock that ran ahead', async () => {
  const database = freshDatabase();
  await fail(database, 'ada', 10, secondsAfter(NOW, 24 * 60 * 60));
  expect(await isLetThrough(database, 'ada')).toBe(true);
  await fail(database, 'ben', 1, secondsAfter(NOW, 300));
  expect(listFailures(database, `address:${ADDRESS}`)).toHaveLength(1);
});

test('what was typed as an address is not kept as it is', async () => {
  const database = freshDatabase();
  await fail(database, 'my secret password by mistake', 1);
  const rows = database.$client.prepare('select key from failures').all();
  expect(JSON.stringify(rows)).not.toContain('secret password');
});
