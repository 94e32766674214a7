import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { fillDemo } from '#app/commands/support/fill-demo.ts';
import { bringSharedQuestions } from '#app/commands/support/shared-questions.ts';
import { checkQueue } from '#app/data/checks.ts';
import { addCheck } from '#app/data/completions.ts';
import { type Database, openDatabase, transact } from '#app/data/database.ts';
import { schoolStandings } from '#app/data/derived.ts';
import { schoolTables } from '#app/data/export-tables.ts';
import { migrate } from '#app/data/migrate.ts';
import { insertTrust } from '#app/data/new-schools.ts';
import { findSchoolByKey, type School } from '#app/data/schools.ts';
import { type Day, day } from '#app/domain/days.ts';
import { SCHOOL_FILES } from '#app/domain/import/school-files.ts';
import { STANDING_COLUMNS, standingRows } from '#app/domain/standing-rows.ts';
import { readContent } from '#app/forms/files/read-content.ts';
import { readCsvText } from '#app/forms/files/read-csv.ts';
import { readPolicy } from '#app/forms/files/read-policy.ts';
import { schoolFolder, zipFolder } from '#app/forms/files/school-folder.ts';
import { writeCsv } from '#app/forms/files/write-csv.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { loadContent } from '#app/operations/load-content.ts';
import { DEMO_DAY } from '#tests/support/demo.ts';
import { NOW, planOf, schoolIn, stage } from '../operations/import/support.ts';

const WHOLE = { on: DEMO_DAY, withResults: true };
const SCHOOLS = ['longton', 'john-moore', 'parkside', 'grange', 'droitwich'];
const DAYS = ['2025-10-31', '2026-11-16', '2027-01-02', '2027-09-01'].map(day);

let demo: Database;
beforeAll(async () => {
  demo = fresh();
  await fillDemo({ database: demo, now: NOW });
});

function fresh(): Database {
  const database = openDatabase(':memory:', { create: true });
  migrate(database);
  return database;
}

function schoolCalled(database: Database, key: string): School {
  const school = findSchoolByKey(database, key);
  if (!school) throw new Error(`There is no ${key}`);
  return school;
}

/** What the export prints of one school, people in the order of their ids. */
function exported(database: Database, key: string, on: Day): string {
  const school = schoolCalled(database, key);
  const { policy, rows } = schoolStandings(database, school.id, on);
  const cells = rows
    .toSorted((a, b) => (a.person.ref < b.person.ref ? -1 : 1))
    .flatMap(({ person, standings }) => standingRows(school.name, policy, person, standings));
  return writeCsv([[...STANDING_COLUMNS], ...cells]);
}

describe('a full export, imported into an empty database, gives the same figures', () => {
  test.each(SCHOOLS)('%s', async (key) => {
    const tables = schoolTables(demo, schoolCalled(demo, key).id, WHOLE);
    const zip = unzipSync(zipFolder(schoolFolder(tables)));
    const files = Object.fromEntries(
      Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
    const database = fresh();
    const trustId = await transact(database, (transaction) => insertTrust(transaction, 'Another'));
    await bringSharedQuestions(database, NOW);
    const act = await schoolIn(database, trustId, files['policy.yaml']);
    for (const { name, kind } of SCHOOL_FILES) {
      const importId = await stage(act, files[name] ?? '', { kind });
      expect(planOf(act, importId).counts).toMatchObject({ changed: 0, same: 0, wrong: 0 });
      await applyImport(act, { importId });
    }
    const taught = readContent(files);
    if (!taught.ok) throw new Error(taught.faults.join('; '));
    await loadContent(act, taught.content);
    for (const on of DAYS) expect(exported(database, key, on)).toBe(exported(demo, key, on));
    // And what is exported from there is the same file again.
    expect(schoolTables(database, act.schoolId, WHOLE).tables).toEqual(tables.tables);
    expect(schoolTables(database, act.schoolId, WHOLE).policy).toEqual(tables.policy);
    expect(schoolTables(database, act.schoolId, WHOLE).content).toEqual(tables.content);
  });
});

test('every file of a school, imported again where it came from, changes nothing', async () => {
  for (const key of SCHOOLS) {
    const school = schoolCalled(demo, key);
    const files = schoolFolder(schoolTables(demo, school.id, WHOLE));
    const actor = { accountId: null, personId: null, name: 'A test' };
    const today = day('2026-11-16');
    const act = { database: demo, actor, schoolId: school.id, today, now: NOW };
    for (const { name, kind } of SCHOOL_FILES) {
      const counts = planOf(act, await stage(act, files[name] ?? '', { kind })).counts;
      expect(counts, `${key}/${name}`).toMatchObject({ new: 0, changed: 0, wrong: 0 });
    }
  }
});

test('what was declared to be read is taken along, word for word', () => {
  const { id } = schoolCalled(demo, 'parkside');
  const file = schoolFolder(schoolTables(demo, id, WHOLE))['declarations.csv'] ?? '';
  const [heading = [], ...rows] = readCsvText(file).rows;
  const kept = demo.$client.prepare(
    `select count(*) from declarations d join completions c on c.id = d.completion_id
     join people p on p.id = c.person_id where p.school_id = ?`,
  );
  expect(rows).toHaveLength(kept.pluck().get(id) as number);
  const first = Object.fromEntries(heading.map((name, index) => [name, rows[0]?.[index]]));
  expect(first).toMatchObject({ edition: 'KCSIE 2026', parts: 'Part one' });
  expect(first.words).toMatch(/^I confirm that I have read Part one of KCSIE 2026/);
});

describe('how people did in quizzes', () => {
  const grange = () => schoolCalled(demo, 'grange').id;
  const files = (withResults: boolean) =>
    schoolFolder(schoolTables(demo, grange(), { on: DEMO_DAY, withResults }));

  test('is taken along for those who may see it, and for nobody else', () => {
    expect(files(true)['attempts.csv']).toMatch(/Emma Taylor,Safeguarding refresher/);
    expect(files(true)['answers.csv']).toBeDefined();
    expect(Object.keys(files(false))).not.toContain('attempts.csv');
    expect(Object.keys(files(false))).not.toContain('answers.csv');
  });

  test('is never told of practice', () => {
    const rows = (file: string) => readCsvText(files(true)[file] ?? '').rows.length - 1;
    const counts = demo.$client.prepare(
      `select count(*) from attempts t join people p on p.id = t.person_id
       where p.school_id = ? and t.kind = 'counts'`,
    );
    const before = rows('attempts.csv');
    expect(before).toBe(counts.pluck().get(grange()));
    demo.$client.exec('begin');
    demo.$client
      .prepare(
        `insert into attempts (quiz_id, person_id, kind, seed, quiz_title, pass_mark, submit_token,
           started_on, started_at)
         select quiz_id, person_id, 'practice', 1, quiz_title, pass_mark, 'once', started_on, started_at
         from attempts where person_id in (select id from people where school_id = ?) limit 1`,
      )
      .run(grange());
    const after = rows('attempts.csv');
    demo.$client.exec('rollback');
    expect(after).toBe(before);
  });
});

test('each kind of file is told by its headings', async () => {
  const school = schoolCalled(demo, 'grange');
  const files = schoolFolder(schoolTables(demo, school.id, WHOLE));
  const actor = { accountId: null, personId: null, name: 'A test' };
  const act = { database: demo, actor, schoolId: school.id, today: day('2026-11-16'), now: NOW };
  for (const { name, kind } of SCHOOL_FILES) {
    expect(planOf(act, await stage(act, files[name] ?? '')).kind, name).toBe(kind);
  }
});

test('the export has one row for each person present and requirement in force', () => {
  const on = day('2026-11-16');
  const [headings, ...rows] = readCsvText(exported(demo, 'grange', on)).rows;
  expect(headings?.join()).toBe(
    'school,person_id,name,requirement,status,valid_to,due_on,overdue_since,completed_on,evidence,reason',
  );
  const people = new Set(rows.map((row) => row[1]));
  const requirements = new Set(rows.map((row) => row[3]));
  expect(rows).toHaveLength(people.size * requirements.size);
  const kcsie = rows.filter((row) => row[4] === 'in-date' && /KCSIE \d+ read/.test(row[10] ?? ''));
  expect(kcsie.length).toBeGreaterThan(10);
  expect(kcsie.every((row) => row[5] === '')).toBe(true);
});

test('a policy file says what is wrong with it and where', () => {
  const faults = (text: string) => {
    const read = readPolicy(text);
    return read.ok ? [] : read.faults;
  };
  const school = 'school: { key: a, name: A, shortName: A }\n';
  expect(faults('a: [')).not.toEqual([]);
  expect(faults(`${school}requirements: 3`)).toEqual([expect.stringMatching(/^requirements: /)]);
  expect(faults(`${school}requirements: []\nnonsense: 1`)).toEqual([
    expect.stringMatching(/nonsense/),
  ]);
  expect(
    faults(
      `${school}requirements: []\ncover: [{ key: c, name: C, requirement: x, parts: [{ name: p, kinds: [wizard], atLeast: 1 }] }]`,
    ),
  ).toEqual(['Cover c: x is not in the file', 'Cover c: there is no kind of appointment wizard']);
});

test('what a check read off is in the log, and why something was returned beside what does not count', async () => {
  const school = schoolCalled(demo, 'grange');
  const [accepted, returned] = checkQueue(demo, school.id, DEMO_DAY).filter(
    ({ evidence }) => evidence === 'certificate',
  );
  if (!accepted || !returned) throw new Error('Nothing waits');
  await transact(demo, (tx) => {
    const by = { checkedAt: NOW, checkedBy: 1 };
    const { completionId } = accepted;
    addCheck(tx, { completionId, outcome: 'accepted', reference: 'READ-OFF-7', ...by });
    const back = { outcome: 'returned' as const, returnedFor: 'day-differs' as const };
    addCheck(tx, { completionId: returned.completionId, ...back, reason: 'It says 6 May', ...by });
  });
  const files = schoolFolder(schoolTables(demo, school.id, WHOLE));
  const log = files['training-log.csv'] ?? '';
  expect(log).toContain('READ-OFF-7');
  expect(files['not-counted.csv']).toContain(
    'The day on it is not the day that was typed. It says 6 May',
  );
  const actor = { accountId: null, personId: null, name: 'A test' };
  const act = { database: demo, actor, schoolId: school.id, today: DEMO_DAY, now: NOW };
  const { counts } = planOf(act, await stage(act, log, { kind: 'training-log' }));
  expect(counts).toMatchObject({ new: 0, changed: 0, wrong: 0 });
});
