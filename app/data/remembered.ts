import type { Day } from '#app/domain/days.ts';
import type { Database } from './database.ts';

/**
 * What is derived for a school is remembered by the school's facts version, which every change raises
 * in its own transaction. The version is read from the database each time, so that another process's
 * write is seen too, and what is remembered is exact.
 */
type Shelf = { version: number; things: Map<string, unknown> };

const shelves = new WeakMap<object, Map<number, Shelf>>();

/** How many different days of one school are kept beside each other. */
const THINGS_KEPT = 40;

/** What `derive` answers for this school, remembered under `name` for as long as its facts stand. */
export function rememberedBySchool<T>(
  database: Database,
  schoolId: number,
  name: string,
  derive: () => T,
): T {
  const { things } = shelfOf(database, schoolId);
  if (things.has(name)) return things.get(name) as T;
  const derived = derive();
  if (things.size >= THINGS_KEPT) things.delete(things.keys().next().value as string);
  things.set(name, derived);
  return derived;
}

/** As `rememberedBySchool`, for what also depends on the day. */
export function rememberedByDay<T>(
  database: Database,
  schoolId: number,
  on: Day,
  name: string,
  derive: () => T,
): T {
  return rememberedBySchool(database, schoolId, `${on} ${name}`, derive);
}

function shelfOf(database: Database, schoolId: number): Shelf {
  const known = shelves.get(database.$client) ?? new Map<number, Shelf>();
  shelves.set(database.$client, known);
  const version = factsVersion(database, schoolId);
  const shelf = known.get(schoolId);
  if (shelf?.version === version) return shelf;
  const fresh = { version, things: new Map() };
  known.set(schoolId, fresh);
  return fresh;
}

function factsVersion(database: Database, schoolId: number): number {
  const row = database.$client
    .prepare('select facts_version as version from schools where id = ?')
    .get(schoolId) as { version: number } | undefined;
  return row?.version ?? -1;
}
