/**
 * What importing a trust costs, in seconds of processor time, beside the same rows by bare prepared
 * statements in the same run: `node tests/bench/import.ts [school|trust|trust-dense]`. Each school's
 * people come first, then its training log, through the importer, read from the bytes of their files.
 * It asserts no time.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, type Database, openDatabase, transact } from '#app/data/database.ts';
import { migrate } from '#app/data/migrate.ts';
import { insertTrust } from '#app/data/new-schools.ts';
import { readCsv } from '#app/forms/files/read-csv.ts';
import type { Act } from '#app/operations/act.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { loadPolicy } from '#app/operations/load-policy.ts';
import { stageImport } from '#app/operations/stage-import.ts';
import { textsOf } from './data/files.ts';
import { TODAY } from './data/people.ts';
import { benchPolicy } from './data/policy.ts';
import { type SchoolSize, SIZES, schoolsOf } from './data/sizes.ts';

const size = SIZES.find((one) => one === process.argv[2]) ?? 'trust';
const FILES = [
  { name: 'people.csv', kind: 'staff-list' as const },
  { name: 'training-log.csv', kind: 'training-log' as const },
];
const spent = { read: 0, stage: 0, apply: 0, bare: 0 };
const rows = { people: 0, completions: 0 };

const folder = mkdtempSync(join(tmpdir(), 'indate-bench-'));
const open = (name: string) => openDatabase(join(folder, name), { create: true });
const [ours, floor] = [open('ours.db'), open('floor.db')];
try {
  for (const database of [ours, floor]) migrate(database);
  const trustId = await transact(ours, (transaction) => insertTrust(transaction, 'Bench'));
  for (const school of schoolsOf(size)) await importSchool(trustId, school);
  for (const table of ['people', 'appointments', 'completions']) requireSame(table);
  const whole = spent.read + spent.stage + spent.apply;
  const said = (seconds: number) => `${seconds.toFixed(1)} s`;
  console.log(
    `${size}: ${rows.people} people, ${rows.completions} completions: ${said(whole)} of processor time`,
    `(reading ${said(spent.read)}, staging ${said(spent.stage)}, applying ${said(spent.apply)});`,
    `bare statements ${said(spent.bare)}; ${(spent.bare / whole).toFixed(2)} of their rows a second`,
  );
} finally {
  for (const database of [ours, floor]) closeDatabase(database);
  rmSync(folder, { recursive: true, force: true });
}

async function importSchool(trustId: number, school: SchoolSize): Promise<void> {
  const actor = { accountId: null, personId: null, name: 'Bench' };
  const act: Act = {
    database: ours,
    actor,
    schoolId: null,
    today: TODAY,
    now: `${TODAY}T09:00:00.000Z`,
  };
  const policy = benchPolicy(school, size === 'trust-dense');
  const { schoolId } = await loadPolicy(act, { trustId, policy });
  const texts = textsOf(school, size);
  for (const { name, kind } of FILES) {
    const bytes = Buffer.from(texts[name] ?? '');
    const sheet = await counted('read', () => readCsv(bytes));
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    const file = { sheet, fileName: name, fileHash, kind };
    const { importId } = await counted('stage', () => stageImport({ ...act, schoolId }, file));
    await counted('apply', () => applyImport({ ...act, schoolId }, { importId }));
  }
  await copyBare(schoolId);
}

async function counted<T>(what: keyof typeof spent, work: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  spent[what] += (user + system) / 1e6;
  return answer;
}

/** The rows that the importer has just written, into a database of the same tables. */
async function copyBare(schoolId: number): Promise<void> {
  const people = rowsOf('select * from people where school_id = ?', schoolId);
  const own = `where person_id in (select id from people where school_id = ?)`;
  const appointments = rowsOf(`select * from appointments ${own}`, schoolId);
  const completions = rowsOf(`select * from completions ${own}`, schoolId);
  rows.people += people.length;
  rows.completions += completions.length;
  // What they refer to is not there: the statements alone are what is measured.
  floor.$client.pragma('foreign_keys = OFF');
  await counted('bare', () => {
    const write = floor.$client.transaction(() => {
      insertAll('people', people);
      insertAll('appointments', appointments);
      insertAll('completions', completions);
    });
    write.immediate();
  });
}

type Row = Record<string, unknown>;

function rowsOf(sql: string, schoolId: number): Row[] {
  return ours.$client.prepare(sql).all(schoolId) as Row[];
}

function insertAll(table: string, all: Row[]): void {
  const [first] = all;
  if (!first) return;
  const places = Object.keys(first).map(() => '?');
  const sql = `insert into ${table} (${Object.keys(first).join(', ')}) values (${places.join(', ')})`;
  const insert = floor.$client.prepare(sql);
  for (const row of all) insert.run(Object.values(row));
}

function requireSame(table: string): void {
  const [a, b] = [ours, floor].map((database) => countIn(database, table));
  if (a !== b || !a) throw new Error(`${table}: ${a} rows, and ${b} by bare statements`);
}

function countIn(database: Database, table: string): number {
  const row = database.$client.prepare(`select count(*) as n from ${table}`).get() as { n: number };
  return row.n;
}
