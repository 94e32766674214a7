import { fillDemo } from '#app/commands/support/fill-demo.ts';
import { type Database, openDatabase } from '#app/data/database.ts';
import { migrate } from '#app/data/migrate.ts';
import { listPersonas } from '#app/data/personas.ts';
import { day } from '#app/domain/days.ts';
import { contextFor, request, signInAs } from './context.ts';

/** The day on which the demo begins. */
export const DEMO_DAY = day('2026-11-16');

/** The five demo schools in memory. It takes some seconds: once for a file of tests. */
export async function openDemoInMemory(): Promise<Database> {
  const database = openDatabase(':memory:', { create: true });
  migrate(database);
  await fillDemo({ database, now: '2026-11-16T09:00:00.000Z' });
  return database;
}

/** What a loader is called with when one of the demo's people asks for `path` on a day. */
export async function askedBy(database: Database, persona: string, path: string, on = DEMO_DAY) {
  const account = listPersonas(database).find(({ key }) => key === persona);
  if (!account) throw new Error(`Nobody in the demo is ${persona}`);
  const cookie = await signInAs(database, account.accountId);
  const context = contextFor(database, { isDemo: true, requestedDay: on });
  return { request: request(path, cookie), context, params: {} };
}
