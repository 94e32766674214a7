import { existsSync, statSync } from 'node:fs';
import type { Database } from '#app/data/database.ts';
import { findImport, type PlannedImport } from '#app/data/imports.ts';
import { openForCommand } from '#app/data/open.ts';
import { IMPORT_KINDS } from '#app/domain/import/types.ts';
import { EVIDENCE_KINDS } from '#app/domain/types.ts';
import { type Act, Refusal } from '#app/operations/act.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { discardImport } from '#app/operations/stage-import.ts';
import { canBeUndone, undoImport } from '#app/operations/undo-import.ts';
import { now } from '#app/platform/clock.ts';
import { importSchool } from './support/import-school.ts';
import { printPlan } from './support/print-plan.ts';
import { CommandError, fileNamed, runCommand } from './support/run-command.ts';
import { kindOf, type Options, plan, stage } from './support/staging.ts';
import { schoolGiven, todayFor } from './support/which.ts';

const HELP = `
npm run import -- FILE [--school NAME] [--kind KIND] [--yes]
npm run import -- FOLDER --new-school --administrator EMAIL [--yes]
npm run import -- --undo NUMBER [--school NAME]

Shows what importing the file would do: new, changed, same, would leave, wrong. Nothing is written
without --yes; with it, all of it is, in one go, or nothing.

  FILE            CSV or an Excel workbook (.xlsx), 20 MB at most
  --school NAME   the school, by its name, short name or key; not needed where there is one
  --kind KIND     ${IMPORT_KINDS.join(', ')}; told by the file where it is left out
  --sheet NAME    the worksheet; the first with something in it where it is left out
  --evidence KIND what stands behind rows that do not say: ${EVIDENCE_KINDS.join(', ')}
  --full-list     the file is a complete staff list: names who is not in it any more
  --month-first   days like 03/25/2026 have the month first, in every column that holds such
  --skip-wrong    leaves wrong rows out
  --yes           imports
  --undo NUMBER   takes back the import with this number, for 30 days
  FOLDER          of a full export (policy.yaml and the CSV files), with --new-school: adds the school
  --administrator EMAIL  who administers the new school: somebody in its people.csv
`;

const OPTIONS = {
  school: { type: 'string' },
  kind: { type: 'string' },
  sheet: { type: 'string' },
  evidence: { type: 'string' },
  'full-list': { type: 'boolean' },
  'month-first': { type: 'boolean' },
  'skip-wrong': { type: 'boolean' },
  'new-school': { type: 'boolean' },
  administrator: { type: 'string' },
  undo: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

await runCommand(HELP, OPTIONS, async ({ values, positionals: [named] }, { dataDir, origin }) => {
  const { database, close } = await openForCommand(dataDir);
  try {
    return await run(database, named, values as Options, origin);
  } catch (error) {
    throw error instanceof Refusal ? new CommandError(error.message) : error;
  } finally {
    close();
  }
});

function run(
  database: Database,
  named: string | undefined,
  options: Options,
  origin: string,
): Promise<number> {
  const base = actAt(database, null);
  if (options.undo !== undefined) return undo(database, base, options);
  if (named === undefined) throw new CommandError('Say which file. See --help.');
  const path = fileNamed(named);
  if (!existsSync(path)) throw new CommandError(`There is no file ${path}.`);
  if (options['new-school']) return importSchool(base, path, options, origin);
  if (statSync(path).isDirectory())
    throw new CommandError(`${path} is a folder: use --new-school.`);
  const school = schoolGiven(database, options.school);
  return importFile({ ...base, schoolId: school.id }, path, options);
}

function actAt(database: Database, schoolId: number | null): Act {
  const actor = { accountId: null, personId: null, name: 'The command line' };
  return { database, actor, schoolId, today: todayFor(database), now: now() };
}

/** Answers the exit code: 1 where the file has to be put right first. */
async function importFile(act: Act, path: string, options: Options): Promise<number> {
  const importId = await stage(act, path, kindOf(options), options);
  let planned = plan(act, importId);
  if (options['month-first'] && planned.plan.questions.some(({ kind }) => kind === 'days')) {
    planned = await answerMonthFirst(act, importId, planned, path, options);
  }
  const id = planned.importId;
  printPlan(planned.plan, planned.staged.sheet.otherSheets);
  if (!options.yes || !planned.plan.isReady) {
    await discardImport(act, id);
    console.log(
      options.yes
        ? '\nNothing was imported.'
        : '\nNothing was imported: this was a preview. Add --yes to import.',
    );
    return planned.plan.isReady ? 0 : 1;
  }
  await applyImport(act, { importId: id });
  console.log(`\nImported. To take it back within 30 days: npm run import -- --undo ${id}`);
  return 0;
}

async function answerMonthFirst(
  act: Act,
  importId: number,
  { plan: first }: PlannedImport,
  path: string,
  options: Options,
) {
  const columns = first.questions.flatMap((question) =>
    question.kind === 'days' ? [question.column] : [],
  );
  await discardImport(act, importId);
  const days = Object.fromEntries(columns.map((column) => [column, 'month-first' as const]));
  return plan(act, await stage(act, path, kindOf(options), options, { days }));
}

async function undo(database: Database, base: Act, { school, undo: number }: Options) {
  const act = { ...base, schoolId: schoolGiven(database, school).id };
  const importId = /^[1-9]\d{0,14}$/.test(number ?? '') ? Number(number) : 0;
  const record = Number.isSafeInteger(importId)
    ? findImport(database, act.schoolId, importId)
    : null;
  if (!record) throw new CommandError(`This school has no import ${number}.`);
  if (!canBeUndone(record.doneAt, act.now)) throw new CommandError('Its 30 days are over.');
  const { leftAlone } = await undoImport(act, importId);
  console.log(`The import of ${record.fileName} was undone.`);
  for (const { who, what } of leftAlone) console.log(`  left as it is: ${who}: ${what}`);
  return 0;
}
