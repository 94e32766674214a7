import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { trustSummaries } from '#app/data/dashboard.ts';
import type { Database } from '#app/data/database.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import { day } from '#app/domain/days.ts';
import { schools } from '#db/schema.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeSchool, makeTrust, write } from '#tests/support/people.ts';

const ON = day('2026-11-16');

/** How many statements are prepared while it works. */
function statementsOf(database: Database, work: () => unknown): number {
  const client = database.$client;
  const prepare = client.prepare.bind(client);
  let count = 0;
  client.prepare = ((sql: string) => {
    count++;
    return prepare(sql);
  }) as typeof client.prepare;
  try {
    work();
    return count;
  } finally {
    client.prepare = prepare as typeof client.prepare;
  }
}

test('what is written at one school is in the next answer, and a school that is added too', () => {
  const database = freshDatabase();
  const trustId = makeTrust(database);
  const grange = makeSchool(database, trustId, 'Grange');
  const notice = () =>
    trustSummaries(database, trustId, ON).map((one) => [one.shortName, one.noticeDays]);
  expect(notice()).toEqual([['Grange', 60]]);
  write(database, (transaction) => {
    transaction.update(schools).set({ noticeDays: 30 }).where(eq(schools.id, grange)).run();
    raiseFactsVersion(transaction, grange);
  });
  expect(notice()).toEqual([['Grange', 30]]);
  makeSchool(database, trustId, 'Parkside');
  expect(notice()).toEqual([
    ['Grange', 30],
    ['Parkside', 60],
  ]);
});

test('twenty schools are asked for with as many statements as two', () => {
  const asked = [2, 20].map((count) => {
    const database = freshDatabase();
    const trustId = makeTrust(database);
    for (let n = 0; n < count; n++) makeSchool(database, trustId, `School${n}`);
    trustSummaries(database, trustId, ON);
    return statementsOf(database, () => trustSummaries(database, trustId, ON));
  });
  expect(asked[0]).toBeGreaterThan(0);
  expect(asked[1]).toBe(asked[0]);
});
