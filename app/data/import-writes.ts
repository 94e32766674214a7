import type { Day } from '#app/domain/days.ts';
import type { Change, Whom } from '#app/domain/import/types.ts';
import type { Database } from './database.ts';

type Batch = {
  schoolId: number;
  importId: number;
  recordedAt: string;
  /** In school. */
  recordedOn: Day;
  recordedBy: number | null;
  /** Records that the actor's own account opens: what concerns them waits for another's check. */
  ownPersonIds: number[];
};

type Table = 'people' | 'appointments' | 'absences' | 'exemptions' | 'bookings';

/**
 * Writes changes of one import, and beside each what it was before, inside the transaction that is
 * under way on this database. Statements are prepared once: there may be hundreds of thousands.
 */
export function writeChanges(database: Database, batch: Batch, changes: Change[]): void {
  const writer = writerFor(database, batch);
  const newest = newestCompletion(database);
  for (const change of changes) writer(change);
  keepCompletions(database, batch.importId, newest);
}

function newestCompletion(database: Database): number {
  const row = database.$client
    .prepare('select coalesce(max(id), 0) as id from completions')
    .get() as { id: number };
  return row.id;
}

/**
 * Completions are only ever added, so all that is kept of them is which they are: one statement for
 * all, told by their ids, since those above the newest are this import's.
 */
function keepCompletions(database: Database, importId: number, newest: number): void {
  database.$client
    .prepare(
      `insert into import_changes (import_id, table_name, row_id)
       select import_id, 'completions', id from completions where id > ? and import_id = ?
       order by id`,
    )
    .run(newest, importId);
}

function writerFor(database: Database, batch: Batch): (change: Change) => void {
  const { schoolId } = batch;
  const people = new Map<string, number>();
  const kinds = keysOf(database, 'appointment_kinds', schoolId);
  const requirements = keysOf(database, 'requirements', schoolId);
  const editions = editionsOf(database, schoolId);
  const insert = inserter(database, batch.importId);
  const update = updater(database, batch.importId);
  const addCompletion = completionAdder(database, batch);
  const idOf = (whom: Whom) => (typeof whom === 'number' ? whom : require(people, whom));

  return (change) => {
    switch (change.do) {
      case 'add-person': {
        const id = insert('people', { school_id: schoolId, ...personColumns(change.person) });
        people.set(change.person.ref, id);
        break;
      }
      case 'change-person':
        update('people', change.personId, personColumns(change.set));
        break;
      case 'add-appointment':
        insert('appointments', {
          person_id: idOf(change.whom),
          kind_id: require(kinds, change.kind),
          starts_on: change.from,
          ends_on: change.to,
        });
        break;
      case 'change-appointment':
        update('appointments', change.appointmentId, spanColumns(change.set));
        break;
      case 'add-completion': {
        const { completion } = change;
        const edition = `${completion.requirement} ${completion.edition}`;
        addCompletion(
          idOf(change.whom),
          require(requirements, completion.requirement),
          completion.edition === null ? null : require(editions, edition),
          completion,
        );
        break;
      }
      case 'add-absence':
        insert('absences', { person_id: idOf(change.whom), ...spanColumns(change) });
        break;
      case 'change-absence':
        update('absences', change.absenceId, spanColumns(change.set));
        break;
      case 'add-exemption':
        insert('exemptions', {
          person_id: idOf(change.whom),
          requirement_id: require(requirements, change.requirement),
          reason: change.reason,
          ...spanColumns(change),
        });
        break;
      case 'change-exemption':
        update('exemptions', change.exemptionId, {
          ends_on: change.set.to,
          reason: change.set.reason,
        });
        break;
      case 'add-booking':
        insert('bookings', {
          person_id: idOf(change.whom),
          requirement_id: require(requirements, change.requirement),
          booked_on: change.on,
          provider: change.provider,
        });
        break;
    }
  };
}

function require(ids: Map<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`An import names ${key}, which is not there`);
  return id;
}

type Columns = Record<string, string | number | null>;

function personColumns(person: Record<string, unknown>): Columns {
  const { ref, firstName, lastName, email, leftWithoutDay } = person;
  const columns = {
    ref,
    first_name: firstName,
    last_name: lastName,
    email,
    left_without_day: leftWithoutDay === undefined ? undefined : Number(leftWithoutDay),
  };
  return said(columns);
}

function spanColumns({ from, to }: { from?: string; to?: string | null }): Columns {
  return said({ starts_on: from, ends_on: to });
}

function said(columns: Record<string, unknown>): Columns {
  const entries = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Columns;
}

function keysOf(database: Database, table: string, schoolId: number): Map<string, number> {
  const rows = database.$client
    .prepare(`select key, id from ${table} where school_id = ?`)
    .all(schoolId) as { key: string; id: number }[];
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** By requirement and edition: keys of editions are unique within their publication only. */
function editionsOf(database: Database, schoolId: number): Map<string, number> {
  const rows = database.$client
    .prepare(
      `select distinct r.key || ' ' || e.key as key, e.id from requirements r
       join requirement_versions v on v.requirement_id = r.id
       join requirement_lines l on l.version_id = v.id
       join publications p on p.school_id = r.school_id
         and p.key = json_extract(l.cycle, '$.publication')
       join editions e on e.publication_id = p.id
       where r.school_id = ?`,
    )
    .all(schoolId) as { key: string; id: number }[];
  return new Map(rows.map(({ key, id }) => [key, id]));
}

function inserter(database: Database, importId: number) {
  const prepared = preparer(database);
  const keep = keeper(database, importId);
  return (table: Table, columns: Columns): number => {
    const names = Object.keys(columns);
    const places = names.map(() => '?').join(', ');
    const sql = `insert into ${table} (${names.join(', ')}) values (${places}) returning *`;
    const row = prepared(sql).get(...Object.values(columns)) as { id: number };
    keep(table, row.id, null, row);
    return row.id;
  };
}

function updater(database: Database, importId: number) {
  const prepared = preparer(database);
  const keep = keeper(database, importId);
  return (table: Table, id: number, columns: Columns): void => {
    const before = prepared(`select * from ${table} where id = ?`).get(id);
    const sets = Object.keys(columns).map((name) => `${name} = ?`);
    const sql = `update ${table} set ${sets.join(', ')} where id = ? returning *`;
    keep(table, id, before, prepared(sql).get(...Object.values(columns), id));
  };
}

function completionAdder(database: Database, batch: Batch) {
  const own = new Set(batch.ownPersonIds);
  const statement = database.$client.prepare(
    `insert into completions (person_id, requirement_id, completed_on, printed_expiry_on,
       edition_id, evidence, provider, reference, note, earned_elsewhere, needs_check, recorded_at,
       recorded_on, recorded_by, import_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  type Completion = Extract<Change, { do: 'add-completion' }>['completion'];
  return (personId: number, requirementId: number, editionId: number | null, made: Completion) => {
    statement.run(
      personId,
      requirementId,
      made.completedOn,
      made.printedExpiryOn,
      editionId,
      made.evidence,
      made.provider,
      made.reference,
      made.note,
      Number(made.earnedElsewhere),
      Number(made.needsCheck || own.has(personId)),
      batch.recordedAt,
      batch.recordedOn,
      batch.recordedBy,
      batch.importId,
    );
  };
}

/** Keeps what a row was before and after, so that the import can be undone. */
function keeper(database: Database, importId: number) {
  const statement = database.$client.prepare(
    'insert into import_changes (import_id, table_name, row_id, before, after) values (?, ?, ?, ?, ?)',
  );
  const json = (row: unknown) => (row === null ? null : JSON.stringify(row));
  return (table: Table, id: number, before: unknown, after: unknown) =>
    statement.run(importId, table, id, json(before), json(after));
}

function preparer(database: Database) {
  const statements = new Map<string, ReturnType<Database['$client']['prepare']>>();
  return (sql: string) => {
    const known = statements.get(sql) ?? database.$client.prepare(sql);
    statements.set(sql, known);
    return known;
  };
}
