import type { Database } from './database.ts';

export type UndoBatch = {
  importId: number;
  reason: string;
  withdrawnAt: string;
  withdrawnBy: number | null;
};

/** What stayed because somebody has changed it, or built on it, since the import. */
export type LeftAlone = { who: string; what: string };

export type Undone = { counts: Record<string, number>; leftAlone: LeftAlone[] };

type Kept = {
  id: number;
  table: string;
  rowId: number;
  before: string | null;
  after: string | null;
};
type Row = Record<string, string | number | null>;

/** Rows that stand on a person: while one is there, the person stays. */
const ON_A_PERSON = [
  'appointments',
  'absences',
  'exemptions',
  'bookings',
  'completions',
  'account_people',
  'sign_ins',
  'attempts',
  'quiz_talks',
];

const NAMED: Record<string, string> = {
  people: 'Name, e-mail or stable id',
  appointments: 'Appointment',
  absences: 'Absence',
  exemptions: 'Exemption',
  bookings: 'Booked course',
  completions: 'Completion',
};

/**
 * Takes back what an import wrote, newest first, inside the transaction that is under way: rows that
 * it made are removed, rows that it changed are put back, completions are withdrawn, being never
 * removed. What is not as the import left it stays, and is named.
 */
export function undoChanges(database: Database, batch: UndoBatch): Undone {
  const undone: Undone = { counts: {}, leftAlone: [] };
  for (const kept of listKept(database, batch.importId)) {
    const isDone =
      kept.table === 'completions'
        ? withdraw(database, batch, kept.rowId)
        : putBack(database, kept);
    if (isDone === 'gone') continue;
    if (isDone) undone.counts[kept.table] = (undone.counts[kept.table] ?? 0) + 1;
    else undone.leftAlone.push(tell(database, kept));
  }
  return undone;
}

function listKept(database: Database, importId: number): Kept[] {
  return database.$client
    .prepare(
      `select id, table_name as "table", row_id as rowId, before, after from import_changes
       where import_id = ? order by id desc`,
    )
    .all(importId) as Kept[];
}

/** A completion that somebody has checked since stays; one that was withdrawn needs nothing. */
function withdraw(database: Database, batch: UndoBatch, completionId: number): boolean | 'gone' {
  const { checked, withdrawn } = database.$client
    .prepare(
      `select exists (select 1 from checks where completion_id = @id) as checked,
         exists (select 1 from withdrawals where completion_id = @id) as withdrawn`,
    )
    .get({ id: completionId }) as { checked: number; withdrawn: number };
  if (withdrawn) return 'gone';
  if (checked) return false;
  database.$client
    .prepare(
      `insert into withdrawals (completion_id, reason, withdrawn_at, withdrawn_by)
       values (?, ?, ?, ?)`,
    )
    .run(completionId, batch.reason, batch.withdrawnAt, batch.withdrawnBy);
  return true;
}

function putBack(database: Database, { table, rowId, before, after }: Kept): boolean | 'gone' {
  const row = database.$client.prepare(`select * from ${table} where id = ?`).get(rowId);
  if (row === undefined) return before === null ? 'gone' : false;
  if (JSON.stringify(row) !== after) return false;
  if (before === null) return remove(database, table, rowId);
  const { id: _, ...columns } = JSON.parse(before) as Row;
  const sets = Object.keys(columns).map((name) => `${name} = ?`);
  database.$client
    .prepare(`update ${table} set ${sets.join(', ')} where id = ?`)
    .run(...Object.values(columns), rowId);
  return true;
}

function remove(database: Database, table: string, rowId: number): boolean {
  if (table === 'people' && isBuiltOn(database, rowId)) return false;
  database.$client.prepare(`delete from ${table} where id = ?`).run(rowId);
  return true;
}

function isBuiltOn(database: Database, personId: number): boolean {
  const exists = ON_A_PERSON.map(
    (table) => `exists (select 1 from ${table} where person_id = @id)`,
  );
  const row = database.$client
    .prepare(`select ${exists.join(' or ')} as isBuiltOn`)
    .get({ id: personId }) as { isBuiltOn: number };
  return row.isBuiltOn === 1;
}

function tell(database: Database, { table, rowId, before }: Kept): LeftAlone {
  const isNewPerson = table === 'people' && before === null;
  const what = isNewPerson ? 'The person, who has records of their own by now' : NAMED[table];
  return { who: whose(database, table, rowId), what: what ?? table };
}

function whose(database: Database, table: string, rowId: number): string {
  const on =
    table === 'people' ? 'p.id = ?' : `p.id = (select person_id from ${table} where id = ?)`;
  const row = database.$client
    .prepare(
      `select trim(first_name || ' ' || last_name) || ', ' || ref as who from people p where ${on}`,
    )
    .get(rowId) as { who: string } | undefined;
  return row?.who ?? 'Somebody who is not there any more';
}
