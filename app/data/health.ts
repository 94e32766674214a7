import { existsSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { isSchemaCurrent } from './migrate.ts';

/** Is the database there, does it answer, and is its schema this version's? */
export function isHealthy(database: Database): boolean {
  try {
    database.get(sql`select count(*) from marks`);
    return existsSync(database.$client.name) && isSchemaCurrent(database);
  } catch {
    return false;
  }
}
