import type { Day } from '#app/domain/days.ts';
import type { Database } from './database.ts';

/**
 * What is derived for a school is remembered by the school's facts version, which every change raises
 * in its own transaction. The version is read from the database each time, so that another process's
 * write is seen too, and what is remembered is exact.
 */
type Shelf = { version: number; things: Map<string, unknown> };
type Shelves = WeakMap<object, Map<number, Shelf>>;

const ofSchools: Shelves = new WeakMap();
const ofTrusts: Shelves = new WeakMap();

/** How many different days of one school, or of one trust, are kept beside each other. */
const THINGS_KEPT = 40;

/** What `derive` answers for this school, remembered under `name` for as long as its facts stand. */
export function rememberedBySchool<T>(
  database: Database,
  schoolId: number,
  name: string,
  derive: () => T,
): T {
  const version = factsVersion(database, schoolId);
  return remembered(shelfOf(ofSchools, database, schoolId, version), name, derive);
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

/** As `rememberedBySchool`, for what is made from all schools of a trust: until one of them changes. */
export function rememberedByTrust<T>(
  database: Database,
  trustId: number,
  name: string,
  derive: () => T,
): T {
  const version = trustVersion(database, trustId);
  return remembered(shelfOf(ofTrusts, database, trustId, version), name, derive);
}

function remembered<T>({ things }: Shelf, name: string, derive: () => T): T {
  if (things.has(name)) return things.get(name) as T;
  const derived = derive();
  if (things.size >= THINGS_KEPT) things.delete(things.keys().next().value as string);
  things.set(name, derived);
  return derived;
}

function shelfOf(shelves: Shelves, database: Database, id: number, version: number): Shelf {
  const known = shelves.get(database.$client) ?? new Map<number, Shelf>();
  shelves.set(database.$client, known);
  const shelf = known.get(id);
  if (shelf?.version === version) return shelf;
  const fresh = { version, things: new Map() };
  known.set(id, fresh);
  return fresh;
}

function factsVersion(database: Database, schoolId: number): number {
  const row = database.$client
    .prepare('select facts_version as version from schools where id = ?')
    .get(schoolId) as { version: number } | undefined;
  return row?.version ?? -1;
}

/** A school's version only rises, and so their sum does with each change at any of them. */
function trustVersion(database: Database, trustId: number): number {
  const row = database.$client
    .prepare('select coalesce(sum(facts_version), -1) as version from schools where trust_id = ?')
    .get(trustId) as { version: number };
  return row.version;
}
