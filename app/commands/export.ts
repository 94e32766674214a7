import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { auditHead } from '#app/data/audit.ts';
import type { Database } from '#app/data/database.ts';
import { schoolStandings } from '#app/data/derived.ts';
import { schoolTables } from '#app/data/export-tables.ts';
import { openForCommand } from '#app/data/open.ts';
import { listSchools, type School } from '#app/data/schools.ts';
import { type Day, parseDay } from '#app/domain/days.ts';
import { STANDING_COLUMNS, standingRows } from '#app/domain/standing-rows.ts';
import { schoolFolder, zipFolder } from '#app/forms/files/school-folder.ts';
import { writeCsv } from '#app/forms/files/write-csv.ts';
import { CommandError, fileNamed, runCommand } from './support/run-command.ts';
import { schoolNamed, todayFor } from './support/which.ts';

const HELP = `
npm run --silent export -- [--as-at DAY] [--school NAME]
npm run export -- --full TO --school NAME

Prints one CSV row for each person and each requirement in force on the day, of all schools.
The head of the audit is printed to stderr: keep it, and audit-verify can prove that nothing since
is missing.

  --as-at DAY     as at this day (2026-11-16); today where it is left out
  --school NAME   only this school, by its name, short name or key
  --full TO       instead: everything of one school, into a new folder or, where TO ends in .zip,
                  one file. It can be imported again. Files of evidence are not in it: npm run backup
                  holds them
`;

const OPTIONS = {
  'as-at': { type: 'string' },
  school: { type: 'string' },
  full: { type: 'string' },
} as const;

await runCommand(HELP, OPTIONS, async ({ values, positionals }, { dataDir }) => {
  if (positionals.length > 0) throw new CommandError(`What is ${positionals[0]}? See --help.`);
  const { database, close } = await openForCommand(dataDir);
  try {
    const school = values.school === undefined ? null : schoolNamed(database, values.school);
    if (values.full !== undefined) return exportFully(database, school, values.full);
    const on = values['as-at'] === undefined ? todayFor(database) : dayNamed(values['as-at']);
    await printStandings(database, school ? [school] : listSchools(database), on);
    console.error(`Audit head: ${auditHead(database)}`);
  } finally {
    close();
  }
});

function dayNamed(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new CommandError(`${text} is no day: write it like 2026-11-16.`);
  return found;
}

/** A school at a time, so that a trust of any size needs little room. */
async function printStandings(database: Database, schools: School[], on: Day): Promise<void> {
  await print(writeCsv([[...STANDING_COLUMNS]]));
  for (const school of schools) {
    const { policy, rows } = schoolStandings(database, school.id, on);
    const cells = rows.flatMap(({ person, standings }) =>
      standingRows(school.name, policy, person, standings),
    );
    await print(writeCsv(cells));
  }
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function exportFully(database: Database, school: School | null, to: string): void {
  if (school === null) throw new CommandError('Say which school: --school NAME.');
  const files = schoolFolder(
    schoolTables(database, school.id, { on: todayFor(database), withResults: true }),
  );
  const path = fileNamed(to);
  try {
    if (path.endsWith('.zip')) writeFileSync(path, zipFolder(files), { flag: 'wx' });
    else writeFolder(path, files);
  } catch (error) {
    throw new CommandError(`It cannot be written to ${path}: ${(error as Error).message}`);
  }
  console.log(`${school.name} is exported to ${path}`);
  console.error(`Audit head: ${auditHead(database)}`);
}

function writeFolder(path: string, files: Record<string, string>): void {
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
