import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOne, type Database, transact } from '#app/data/database.ts';
import { readSchoolFacts } from '#app/data/facts.ts';
import { insertTrust } from '#app/data/new-schools.ts';
import { listSchools } from '#app/data/schools.ts';
import { SCHOOL_FILES } from '#app/domain/import/school-files.ts';
import type { TickRow } from '#app/domain/induction-list/list-file.ts';
import { readContent } from '#app/forms/files/read-content.ts';
import { readTable } from '#app/forms/files/read-file.ts';
import { readPolicy } from '#app/forms/files/read-policy.ts';
import { readTicks, TICKS_FILE } from '#app/forms/files/read-ticks.ts';
import type { Act } from '#app/operations/act.ts';
import { grantAdministrator } from '#app/operations/administrators.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { invite } from '#app/operations/invite.ts';
import { loadContent } from '#app/operations/load-content.ts';
import { loadPolicy } from '#app/operations/load-policy.ts';
import { loadTicks } from '#app/operations/load-ticks.ts';
import type { OneTimeLink } from '#app/operations/one-time-link.ts';
import { instantInWords } from '#app/platform/clock.ts';
import { contentFilesIn } from './content-files.ts';
import { printPlan } from './print-plan.ts';
import { CommandError } from './run-command.ts';
import { bringSharedQuestions } from './shared-questions.ts';
import { type Options, plan, stage } from './staging.ts';

/** A full export, as a school that is not here yet: its policy, all its files and an administrator, or nothing. */
export async function importSchool(
  base: Act,
  folder: string,
  options: Options,
  origin: string,
): Promise<number> {
  const read = readPolicy(readFileSync(fileIn(folder, 'policy.yaml'), 'utf8'));
  if (!read.ok) throw new CommandError(`policy.yaml:\n  ${read.faults.join('\n  ')}`);
  const { policy } = read;
  const taught = readContent(contentFilesIn(folder));
  if (!taught.ok) throw new CommandError(taught.faults.join('\n'));
  const { content } = taught;
  const ticks = readTicked(folder);
  const email = options.administrator?.trim().toLowerCase();
  if (!email) throw new CommandError('Say who administers it: --administrator EMAIL.');
  if (!options.yes) {
    console.log(`Would add ${policy.school.name}. Nothing was written: add --yes to import.`);
    return 0;
  }
  const { database } = base;
  const link = await asOne(database, async () => {
    const trustId = await trustFor(database, policy.school.name);
    await bringSharedQuestions(database, base.now);
    const { schoolId } = await loadPolicy(base, { trustId, policy });
    const act = { ...base, schoolId };
    for (const file of SCHOOL_FILES) await importPart(act, folder, file, options);
    await loadContent(act, content);
    await loadTicks(act, ticks);
    return nameAdministrator(act, schoolId, email);
  });
  console.log(`${policy.school.name} is added.`);
  console.log(
    link
      ? `Hand this link to its administrator, until ${instantInWords(link.expiresAt)}:\n${origin}${link.path}`
      : `${email} has an account already and administers it from now on.`,
  );
  return 0;
}

/** What was ticked of first weeks; no file: nothing. */
function readTicked(folder: string): TickRow[] {
  const path = join(folder, TICKS_FILE);
  if (!existsSync(path)) return [];
  const read = readTicks(readFileSync(path, 'utf8'));
  if (!read.ok) throw new CommandError(read.faults.join('\n'));
  return read.rows;
}

/** Whoever has this address in the school's own list; null where their account can sign in already. */
async function nameAdministrator(
  act: Act,
  schoolId: number,
  email: string,
): Promise<OneTimeLink | null> {
  const { people } = readSchoolFacts(act.database, schoolId);
  const person = people.find((one) => one.email?.toLowerCase() === email);
  if (!person) throw new CommandError(`Nobody in people.csv has the address ${email}.`);
  const invited = await invite(act, { personId: person.id, email });
  await grantAdministrator(act, { accountId: invited.accountId });
  return invited.kind === 'invited' ? invited.link : null;
}

/** The trust that there is; in an empty database one that is called like the school. */
async function trustFor(database: Database, schoolName: string): Promise<number> {
  const [first] = listSchools(database);
  if (first) return first.trustId;
  return transact(database, (transaction) => insertTrust(transaction, schoolName));
}

type Part = (typeof SCHOOL_FILES)[number];

/** One of a school's files; a file with headings and no rows says that there is nothing of its kind. */
async function importPart(act: Act, folder: string, { name, kind }: Part, options: Options) {
  if (!existsSync(join(folder, name)) || (await isEmpty(fileIn(folder, name)))) return;
  const importId = await stage(act, fileIn(folder, name), kind, options);
  const { plan: planned } = plan(act, importId);
  if (!planned.isReady) {
    printPlan(planned, []);
    throw new CommandError(`${name} has to be put right first. Nothing was imported.`);
  }
  await applyImport(act, { importId });
  console.log(`${name}: ${planned.counts.new} new`);
}

async function isEmpty(path: string): Promise<boolean> {
  const table = await readTable(readFileSync(path));
  return table.ok && table.sheet.rows.length < 2;
}

function fileIn(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) throw new CommandError(`There is no ${name} in ${folder}.`);
  return path;
}
