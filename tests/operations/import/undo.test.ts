import { beforeEach, expect, test } from 'vitest';
import { findAuditFaults, listAudit } from '#app/data/audit.ts';
import { findSchool } from '#app/data/schools.ts';
import type { Act } from '#app/operations/act.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { endAppointments } from '#app/operations/end-appointments.ts';
import { undoImport } from '#app/operations/undo-import.ts';
import { refusalOf } from '../support.ts';
import { freshSchool, importText, planOf, preview, rows, stage } from './support.ts';

const PEOPLE = `person_id,first_name,last_name,email,appointment,from
GRA-1,Bronwen,Sayle,bronwen@grange.example,dsl,2022-09-01
GRA-4,Zoë,Lytton,,teacher,2020-09-01
`;
const LOG = 'person_id,requirement,completed_on\nGRA-4,prevent-awareness,2026-01-01\n';

let act: Act & { schoolId: number };
beforeEach(async () => {
  act = await freshSchool();
});

const count = (table: string) => rows(act.database, `select * from ${table}`).length;
const version = () => findSchool(act.database, act.schoolId)?.factsVersion ?? 0;

test('an import is one entry of the audit and raises the facts version', async () => {
  const before = version();
  const importId = await importText(act, PEOPLE);
  expect(version()).toBe(before + 1);
  const entries = listAudit(act.database, { schoolId: act.schoolId });
  expect(entries.map(({ action }) => action)).toEqual(['import.applied', 'school.added']);
  expect(entries[0]?.contents).toMatchObject({ by: 'A test', after: { new: 2 } });
  expect(findAuditFaults(act.database)).toEqual([]);
  // Asked for again, it is answered as the first time.
  expect(await applyImport(act, { importId })).toMatchObject({ summary: { new: 2 } });
  expect(count('people')).toBe(2);
});

test('staging and previewing write nothing but the waiting import', async () => {
  const before = version();
  await preview(act, PEOPLE);
  expect([version(), count('people'), count('audit_entries')]).toEqual([before, 0, 1]);
});

test('a preview that is no longer true is not applied', async () => {
  const importId = await stage(act, PEOPLE);
  const seen = version();
  await importText(act, PEOPLE.replaceAll('GRA', 'OTH').replaceAll('Sayle', 'Rudge'));
  expect((await refusalOf(applyImport(act, { importId, seen }))).kind).toBe('conflict');
});

test('undoing takes back people and appointments and puts back what was changed', async () => {
  const first = await importText(act, PEOPLE);
  const changed = PEOPLE.replace('Sayle', 'Sayle-Price').replace('2022-09-01', '2021-09-01');
  const second = await importText(act, changed);
  await undoImport(act, second);
  expect(rows(act.database, 'select last_name as name from people order by id')).toEqual([
    { name: 'Sayle' },
    { name: 'Lytton' },
  ]);
  expect(rows(act.database, 'select starts_on as day from appointments order by id')[0]).toEqual({
    day: '2022-09-01',
  });
  const { leftAlone } = await undoImport(act, first);
  expect([leftAlone, count('people'), count('appointments')]).toEqual([[], 0, 0]);
});

test('completions are withdrawn, and the same file then adds them anew', async () => {
  await importText(act, PEOPLE);
  const importId = await importText(act, LOG);
  await undoImport(act, importId);
  expect(rows(act.database, 'select reason from withdrawals')).toEqual([
    { reason: 'The import of a.csv was undone' },
  ]);
  expect((await preview(act, LOG)).counts.new).toBe(1);
});

test('undoing takes back the completions of its own import and no others', async () => {
  await importText(act, PEOPLE);
  const first = await importText(act, LOG);
  const second = await importText(act, `${LOG}GRA-1,prevent-awareness,2026-02-02\n`);
  const { counts, leftAlone } = await undoImport(act, second);
  expect([counts, leftAlone]).toEqual([{ completions: 1 }, []]);
  const standing = `select completed_on as day, import_id as import from completions c
    where not exists (select 1 from withdrawals w where w.completion_id = c.id)`;
  expect(rows(act.database, standing)).toEqual([{ day: '2026-01-01', import: first }]);
  expect((await undoImport(act, first)).counts).toEqual({ completions: 1 });
  expect(rows(act.database, standing)).toEqual([]);
});

test('what somebody changed or built on since stays and is named', async () => {
  const importId = await importText(act, PEOPLE);
  await importText(act, LOG);
  await endAppointments(act, { personId: 1, lastDay: act.today });
  const { leftAlone } = await undoImport(act, importId);
  expect(leftAlone.map(({ who }) => who)).toEqual(
    expect.arrayContaining(['Bronwen Sayle, GRA-1', 'Zoë Lytton, GRA-4']),
  );
  expect(count('people')).toBe(2);
  expect(findAuditFaults(act.database)).toEqual([]);
});

test('an import is undone once, within thirty days, and only at its own school', async () => {
  const importId = await importText(act, PEOPLE);
  const late = { ...act, now: '2026-12-17T09:00:00.000Z' };
  expect((await refusalOf(undoImport(late, importId))).message).toMatch(/30 days/);
  expect((await refusalOf(undoImport({ ...act, schoolId: 99 }, importId))).kind).toBe('not-found');
  await undoImport({ ...act, now: '2026-12-16T09:00:00.000Z' }, importId);
  expect((await refusalOf(undoImport(act, importId))).message).toMatch(/undone already/);
});

test('a file that was applied does not keep what was read', async () => {
  const importId = await importText(act, PEOPLE);
  expect(rows(act.database, 'select staged from imports')).toEqual([{ staged: null }]);
  expect(() => planOf(act, importId)).toThrow();
});
