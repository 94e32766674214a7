import type { Database } from '#app/data/database.ts';
import { findDemoDay } from '#app/data/marks.ts';
import { listSchools, type School } from '#app/data/schools.ts';
import type { Day } from '#app/domain/days.ts';
import { dayInSchool, now } from '#app/platform/clock.ts';
import { CommandError } from './run-command.ts';

/** The school that is called so, by name, short name or key. Throws `CommandError`. */
export function schoolNamed(database: Database, name: string): School {
  const schools = listSchools(database);
  const wanted = name.trim().toLowerCase();
  const found = schools.filter((school) =>
    [school.key, school.name, school.shortName].some((one) => one.toLowerCase() === wanted),
  );
  if (found.length === 1 && found[0]) return found[0];
  const names = schools.map((school) => `${school.name} (${school.key})`).join(', ');
  const trouble = found.length === 0 ? `There is no school ${name}` : `Several schools fit ${name}`;
  throw new CommandError(`${trouble}. There are: ${names || 'none'}.`);
}

/** The school named, or the only one. Throws `CommandError` where there are several. */
export function schoolGiven(database: Database, name: string | undefined): School {
  if (name !== undefined) return schoolNamed(database, name);
  const [only, ...others] = listSchools(database);
  if (only && others.length === 0) return only;
  throw new CommandError('Say which school: --school NAME.');
}

/** Today in school; in a demo, the day on which it begins. */
export function todayFor(database: Database): Day {
  return findDemoDay(database) ?? dayInSchool(now());
}
