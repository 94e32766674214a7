import { createHash } from 'node:crypto';
import { type Database, openDatabase, transact } from '#app/data/database.ts';
import { findImport, planOfImport } from '#app/data/imports.ts';
import { migrate } from '#app/data/migrate.ts';
import { insertTrust } from '#app/data/new-schools.ts';
import { day } from '#app/domain/days.ts';
import type { Choices, ImportKind, Plan } from '#app/domain/import/types.ts';
import { readCsvText } from '#app/forms/files/read-csv.ts';
import { readPolicy } from '#app/forms/files/read-policy.ts';
import type { Act } from '#app/operations/act.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { loadPolicy } from '#app/operations/load-policy.ts';
import { stageImport } from '#app/operations/stage-import.ts';

const POLICY = `
school: { key: grange, name: Grange Primary School, shortName: Grange }
appointmentKinds:
  - { key: head-of-kitchen, label: Head of kitchen, category: staff }
publications:
  - key: kcsie
    title: Keeping children safe in education
    editions:
      - { key: kcsie-2025, title: KCSIE 2025, inForceFrom: 2025-09-01, state: confirmed, confirmedOn: 2025-09-01, dueBy: 2025-10-31 }
requirements:
  - key: prevent-awareness
    name: Prevent awareness
    whatCounts: The Home Office course.
    versions:
      - startsOn: 2020-09-01
        lines:
          - key: all
            audience: { categories: [staff, supply] }
            cycle: { kind: months, months: 24 }
            startWithin: 30
            basis: { kind: school-policy, document: Policy, place: "1" }
  - key: level-3
    name: Level 3
    whatCounts: The two-day course.
    metBy: []
    versions:
      - startsOn: 2020-09-01
        lines:
          - key: leads
            audience: { kinds: [dsl, deputy-dsl] }
            cycle: { kind: months, months: 24 }
            startWithin: 30
            basis: { kind: statutory-guidance, document: KCSIE, place: Annex C }
  - key: kcsie-read
    name: KCSIE read
    whatCounts: Your declaration.
    siteSpecific: true
    versions:
      - startsOn: 2020-09-01
        lines:
          - key: all
            audience: { categories: [staff] }
            cycle: { kind: edition, publication: kcsie }
            startWithin: 7
            basis: { kind: statutory-guidance, document: KCSIE, place: Part one }
`;

export const TODAY = day('2026-11-16');
export const NOW = '2026-11-16T09:00:00.000Z';

/** A school in a fresh database, with its policy and nobody in it. */
export async function freshSchool(): Promise<Act & { schoolId: number }> {
  const database = openDatabase(':memory:', { create: true });
  migrate(database);
  const trustId = await transact(database, (transaction) => insertTrust(transaction, 'A trust'));
  return schoolIn(database, trustId);
}

export async function schoolIn(
  database: Database,
  trustId: number,
  policy = POLICY,
): Promise<Act & { schoolId: number }> {
  const actor = { accountId: null, personId: null, name: 'A test' };
  const act = { database, actor, schoolId: null, today: TODAY, now: NOW };
  const read = readPolicy(policy);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const { schoolId } = await loadPolicy(act, { trustId, policy: read.policy });
  return { ...act, schoolId };
}

export type Asked = { kind?: ImportKind; choices?: Partial<Choices>; fileName?: string };

/** Stages this text and answers the import's id. */
export async function stage(act: Act, text: string, asked: Asked = {}): Promise<number> {
  const { kind = null, choices = {}, fileName = 'a.csv' } = asked;
  const fileHash = createHash('sha256').update(text).digest('hex');
  const sheet = readCsvText(text);
  const { importId } = await stageImport(act, { sheet, fileName, fileHash, kind, choices });
  return importId;
}

/** What importing this text would do. */
export async function preview(act: Act, text: string, asked: Asked = {}): Promise<Plan> {
  const importId = await stage(act, text, asked);
  return planOf(act, importId);
}

export function planOf(act: Act, importId: number): Plan {
  const record = findImport(act.database, act.schoolId ?? 0, importId);
  const planned = record && planOfImport(act.database, record, act.today);
  if (!planned) throw new Error('The import does not wait any more');
  return planned.plan;
}

/** Imports this text and answers the import's id. */
export async function importText(act: Act, text: string, asked: Asked = {}): Promise<number> {
  const importId = await stage(act, text, asked);
  await applyImport(act, { importId });
  return importId;
}

/** Each row in short: `new Zoë Lytton, GRA-1: Teacher from 1 September 2020`. */
export function inShort(plan: Plan): string[] {
  return plan.rows.map((row) => {
    const todo = row.problems.map(({ column, read, todo }) => `[${column} "${read}": ${todo}]`);
    return [`${row.outcome} ${row.who}: ${row.what}`, ...todo].join(' ');
  });
}

/** The rows of a table, in order. */
export function rows(database: Database, sql: string): unknown[] {
  return database.$client.prepare(sql).all();
}
