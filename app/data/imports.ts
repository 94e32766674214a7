import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { planImport } from '#app/domain/import/plan.ts';
import { headingsOf } from '#app/domain/import/recognise.ts';
import type { ImportKind, Known, Mapping, Plan, Staged, Words } from '#app/domain/import/types.ts';
import { accounts, importMappings, imports } from '#db/schema.ts';
import type { Database, Reader, Transaction } from './database.ts';
import { loadKnown } from './import-known.ts';
import { findSchool } from './schools.ts';

export type ImportState = 'staged' | 'done' | 'undone';

export type ImportRecord = {
  id: number;
  schoolId: number;
  kind: ImportKind;
  fileName: string;
  state: ImportState;
  startedAt: string;
  doneAt: string | null;
  by: string | null;
  summary: Record<string, number> | null;
};

const RECORD = {
  id: imports.id,
  schoolId: imports.schoolId,
  kind: sql<ImportKind>`${imports.kind}`,
  fileName: imports.fileName,
  state: imports.state,
  startedAt: imports.startedAt,
  doneAt: imports.doneAt,
  by: accounts.name,
  summary: imports.summary,
};

/** One of this school's imports, or null. */
export function findImport(
  reader: Reader,
  schoolId: number,
  importId: number,
): ImportRecord | null {
  const row = reader
    .select(RECORD)
    .from(imports)
    .leftJoin(accounts, eq(accounts.id, imports.actorAccountId))
    .where(and(eq(imports.id, importId), eq(imports.schoolId, schoolId)))
    .get();
  return row ?? null;
}

/** The school's imports, newest first. */
export function listImports(reader: Reader, schoolId: number, limit = 20): ImportRecord[] {
  return reader
    .select(RECORD)
    .from(imports)
    .leftJoin(accounts, eq(accounts.id, imports.actorAccountId))
    .where(eq(imports.schoolId, schoolId))
    .orderBy(desc(imports.id))
    .limit(limit)
    .all();
}

/** When a file of exactly these bytes was imported last and not undone, or null. */
export function findSameFile(reader: Reader, schoolId: number, fileHash: string): string | null {
  const row = reader
    .select({ doneAt: imports.doneAt })
    .from(imports)
    .where(
      and(
        eq(imports.schoolId, schoolId),
        eq(imports.fileHash, fileHash),
        eq(imports.state, 'done'),
      ),
    )
    .orderBy(desc(imports.id))
    .limit(1)
    .get();
  return row?.doneAt ?? null;
}

/** The hash of the file of an import. */
export function fileHashOf(reader: Reader, importId: number): string {
  const row = reader
    .select({ fileHash: imports.fileHash })
    .from(imports)
    .where(eq(imports.id, importId))
    .get();
  return row?.fileHash ?? '';
}

/** What was read and decided; null where the import does not wait any more. */
export function findStaged(reader: Reader, importId: number): Staged | null {
  const row = reader
    .select({ staged: imports.staged })
    .from(imports)
    .where(eq(imports.id, importId))
    .get();
  return row?.staged ? JSON.parse(row.staged) : null;
}

export function addImport(
  transaction: Transaction,
  row: Omit<typeof imports.$inferInsert, 'id' | 'state' | 'staged'> & { staged: Staged },
): number {
  return transaction
    .insert(imports)
    .values({ ...row, state: 'staged', staged: JSON.stringify(row.staged) })
    .returning({ id: imports.id })
    .get().id;
}

export function setStaged(
  transaction: Transaction,
  importId: number,
  kind: ImportKind,
  staged: Staged,
): void {
  transaction
    .update(imports)
    .set({ kind, staged: JSON.stringify(staged) })
    .where(eq(imports.id, importId))
    .run();
}

/** What was read is not kept beside what it became. */
export function setDone(
  transaction: Transaction,
  importId: number,
  { doneAt, summary }: { doneAt: string; summary: Record<string, number> },
): void {
  transaction
    .update(imports)
    .set({ state: 'done', doneAt, summary, staged: null })
    .where(eq(imports.id, importId))
    .run();
}

export function setUndone(transaction: Transaction, importId: number): void {
  transaction.update(imports).set({ state: 'undone' }).where(eq(imports.id, importId)).run();
}

/** Throws away files that were read and never imported: this one, or those from before `before`. */
export function removeStaged(
  transaction: Transaction,
  schoolId: number,
  which: { importId: number } | { before: string },
): void {
  const chosen =
    'importId' in which
      ? eq(imports.id, which.importId)
      : sql`${imports.startedAt} < ${which.before}`;
  transaction
    .delete(imports)
    .where(and(eq(imports.schoolId, schoolId), eq(imports.state, 'staged'), chosen))
    .run();
}

/** How a file with these headings was mapped last; the words of all files of the school. */
export function findMapping(
  reader: Reader,
  schoolId: number,
  kind: ImportKind,
  headings: string,
): { columns: string[] | null; words: Words } {
  const rows = reader
    .select({
      kind: importMappings.kind,
      headings: importMappings.headings,
      mapping: importMappings.mapping,
    })
    .from(importMappings)
    .where(eq(importMappings.schoolId, schoolId))
    .orderBy(importMappings.id)
    .all();
  const words: Words = { appointment: {}, requirement: {} };
  let columns: string[] | null = null;
  for (const row of rows) {
    const mapping = JSON.parse(row.mapping) as Mapping;
    Object.assign(words.appointment, mapping.words.appointment);
    Object.assign(words.requirement, mapping.words.requirement);
    if (row.kind === kind && row.headings === headings) columns = mapping.columns;
  }
  return { columns, words };
}

export function rememberMapping(
  transaction: Transaction,
  schoolId: number,
  kind: ImportKind,
  { sheet, mapping }: Staged,
): void {
  const headings = headingsOf(sheet, mapping.headingRow);
  const row = { schoolId, kind, headings, mapping: JSON.stringify(mapping) };
  const same = and(
    eq(importMappings.schoolId, schoolId),
    inArray(importMappings.kind, [kind]),
    eq(importMappings.headings, headings),
  );
  // Anew, so that of two answers for one word the later is the one that is found.
  transaction.delete(importMappings).where(same).run();
  transaction.insert(importMappings).values(row).run();
}

export type PlannedImport = { staged: Staged; plan: Plan; known: Known; factsVersion: number };

/** What applying a waiting import would do now; null where it does not wait any more. */
export function planOfImport(
  database: Database,
  record: Pick<ImportRecord, 'id' | 'schoolId' | 'kind'>,
  today: Day,
): PlannedImport | null {
  const staged = findStaged(database, record.id);
  if (staged === null) return null;
  const factsVersion = findSchool(database, record.schoolId)?.factsVersion ?? -1;
  const known = loadKnown(database, record.schoolId, record.kind, today);
  const plan = planImport(record.kind, staged.sheet, staged.mapping, known, staged.choices);
  return { staged, plan, known, factsVersion };
}
