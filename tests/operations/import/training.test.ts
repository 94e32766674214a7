import { beforeEach, describe, expect, test } from 'vitest';
import { addAccount, linkPerson } from '#app/data/accounts.ts';
import { transact } from '#app/data/database.ts';
import type { Act } from '#app/operations/act.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { changeStaged } from '#app/operations/stage-import.ts';
import { freshSchool, importText, inShort, planOf, preview, rows, stage } from './support.ts';

const PEOPLE = `person_id,first_name,last_name,email,appointment,from
GRA-1,Bronwen,Sayle,bronwen@grange.example,dsl,2022-09-01
GRA-2,Emma,Taylor,emma1@grange.example,teacher,2019-09-01
GRA-3,Emma,Taylor,emma2@grange.example,teacher,2020-09-01
GRA-4,Zoë,Lytton,,teacher,2020-09-01
`;

let act: Act & { schoolId: number };
beforeEach(async () => {
  act = await freshSchool();
  await importText(act, PEOPLE);
});

const RECORDED = `select p.ref, r.key, c.completed_on as "on", c.evidence, c.needs_check as waits
  from completions c join people p on p.id = c.person_id
  join requirements r on r.id = c.requirement_id order by c.id`;

describe('a training log', () => {
  const LOG = `person_id,name,requirement,completed_on,printed_expiry_on,edition,evidence,provider,reference,elsewhere,check,note
GRA-1,Bronwen Sayle,level-3,2025-03-04,2027-01-01,,certificate,Partnership,L3-1,yes,waiting,
GRA-4,Zoë Lytton,prevent-awareness,2026-09-03,,,register,,,,,INSET
GRA-4,Zoë Lytton,kcsie-read,2025-09-04,,kcsie-2025,declaration,,,,,
`;

  test('is read in our own format, and the same file again changes nothing', async () => {
    await importText(act, LOG);
    expect(rows(act.database, RECORDED)).toEqual([
      { ref: 'GRA-1', key: 'level-3', on: '2025-03-04', evidence: 'certificate', waits: 1 },
      { ref: 'GRA-4', key: 'prevent-awareness', on: '2026-09-03', evidence: 'register', waits: 0 },
      { ref: 'GRA-4', key: 'kcsie-read', on: '2025-09-04', evidence: 'declaration', waits: 0 },
    ]);
    const again = await preview(act, LOG);
    expect(again.counts).toMatchObject({ same: 3, new: 0, wrong: 0 });
  });

  test('is read with a school’s own headings, days shown in words', async () => {
    const text =
      'Staff member;Course;Date attended;Expiry date\n"Lytton, Zoë";Prevent awareness;3.9.26;3 Sept 2028\n';
    expect(inShort(await preview(act, text))).toEqual([
      'new Zoë Lytton, GRA-4: Prevent awareness, 3 September 2026, printed expiry 3 September 2028',
    ]);
  });

  test('a row that stands twice is recorded once', async () => {
    const row = 'GRA-4,prevent-awareness,2026-09-03\n';
    const plan = await preview(act, `person_id,requirement,completed_on\n${row}${row}`);
    expect(plan.counts).toMatchObject({ new: 1, same: 1 });
  });

  test('rows that cannot be right say what to do', async () => {
    const plan = await preview(
      act,
      `person_id,name,requirement,completed_on,printed_expiry_on,edition,evidence
,Nobody Known,prevent-awareness,2026-01-01,,,
,Emma Taylor,prevent-awareness,2026-01-01,,,
GRA-4,,fire-safety,2026-01-01,,,
GRA-4,,prevent-awareness,2026-11-17,,,
GRA-4,,prevent-awareness,,,,
GRA-4,,prevent-awareness,2026-01-01,2025-01-01,,
GRA-4,,kcsie-read,2025-09-04,,,
GRA-4,,prevent-awareness,2026-01-01,,,hearsay
`,
    );
    expect(plan.counts.wrong).toBe(8);
    expect(plan.unknownWords).toEqual([{ field: 'requirement', word: 'fire-safety', rows: 1 }]);
    expect(plan.whoQuestions).toMatchObject([{ rowId: '3', canBeNew: false }]);
    expect(plan.rows.map((row) => row.problems.map(({ todo }) => todo).join(' '))).toEqual([
      'Nobody here is called so; correct it, or import the staff list first',
      'Several people fit; say which one, or give the stable id',
      'Say which requirement this is, or leave it out',
      '17 November 2026 is in the future; book it instead, or correct the day',
      'Enter the day it was completed',
      'It ran out before it was completed; correct one of the days',
      'Say which edition was read: KCSIE 2025',
      'Say one of: certificate, register, declaration, quiz, self-reported',
    ]);
  });

  test('a row that contradicts what is recorded for that day is wrong', async () => {
    await importText(act, LOG);
    const text =
      'person_id,requirement,completed_on,printed_expiry_on\nGRA-1,level-3,2025-03-04,2026-12-31\n';
    expect((await preview(act, text)).rows[0]?.problems[0]?.todo).toMatch(
      /recorded for that day with other details \(Certificate, printed expiry 1 January 2027/,
    );
  });

  test('what concerns the importer’s own record waits for somebody else', async () => {
    const accountId = await transact(act.database, (transaction) => {
      const id = addAccount(transaction, { email: 'b@grange.example', name: 'Bronwen Sayle' });
      linkPerson(transaction, id, 1);
      return id;
    });
    const bronwen = { ...act, actor: { accountId, personId: 1, name: 'Bronwen Sayle' } };
    const text =
      'person_id,requirement,completed_on\nGRA-1,level-3,2025-03-04\nGRA-4,prevent-awareness,2026-01-01\n';
    await importText(bronwen, text);
    expect(rows(act.database, RECORDED)).toMatchObject([{ waits: 1 }, { waits: 0 }]);
  });
});

describe('the matrix that schools have', () => {
  const MATRIX = `Safeguarding training,,,,,,
,,,,,,
Name,Role,Prevent awareness,Level 3,KCSIE 2025,DBS date,Fire warden
Zoë Lytton,Teacher,03/09/2026,n/a,04/09/2025,01/01/2019,
,,,,,,
Bronwen Sayle,DSL,-,4 Mar 2025,,,
`;

  test('is told by itself, below titles, and each day becomes a completion', async () => {
    const plan = await preview(act, MATRIX);
    expect(plan.kind).toBe('matrix');
    expect(plan.notRead).toEqual(['Role', 'DBS date', 'Fire warden']);
    expect(inShort(plan)).toEqual([
      'new Zoë Lytton, GRA-4: Prevent awareness, 3 September 2026',
      'new Zoë Lytton, GRA-4: KCSIE read (KCSIE 2025), 4 September 2025',
      'new Bronwen Sayle, GRA-1: Level 3, 4 March 2025',
    ]);
  });

  test('cells that say no day are wrong, with what to do', async () => {
    const plan = await preview(
      act,
      'Name,Prevent awareness,Level 3\nZoë Lytton,Y,booked 12/12/26\nBronwen Sayle,expired,31/06/2025\n',
    );
    expect(plan.rows.map((row) => [row.id, row.problems[0]?.todo])).toEqual([
      ['2:1', 'It does not say when; enter the day it was completed'],
      ['2:2', 'A day that is still to come is a booking; leave it out here and note it as booked'],
      ['3:1', 'Enter the day it was last completed; InDate reckons what has run out'],
      ['3:2', 'There is no such day; correct it'],
    ]);
  });

  test('a column of days with an unknown heading is asked about, and the answer kept', async () => {
    const text = 'Name,Prev (WRAP)\nZoë Lytton,03/09/2026\n';
    const importId = await stage(act, text, { kind: 'matrix' });
    expect(planOf(act, importId).questions).toEqual([
      { kind: 'column', column: 1, heading: 'Prev (WRAP)', examples: ['03/09/2026'] },
    ]);
    await changeStaged(act, { importId, columns: ['name', 'requirement:prevent-awareness'] });
    await applyImport(act, { importId });
    const next = await preview(act, text, { kind: 'matrix' });
    expect(next.counts).toMatchObject({ same: 1 });
  });

  test('evidence is what was chosen for the file, self-reported otherwise', async () => {
    await importText(act, MATRIX, { choices: { evidence: 'certificate' } });
    expect(rows(act.database, RECORDED)).toMatchObject([
      { evidence: 'certificate' },
      { evidence: 'certificate' },
      { evidence: 'certificate' },
    ]);
  });
});

describe('absences, exemptions and bookings', () => {
  test('are told by their headings and change nothing the second time', async () => {
    const files = [
      'person_id,name,from,to\nGRA-4,Zoë Lytton,2026-05-11,\n',
      'person_id,name,requirement,from,to,reason\nGRA-4,Zoë Lytton,prevent-awareness,2026-10-01,2026-11-17,Seconded\n',
      'person_id,name,requirement,on,provider\nGRA-1,Bronwen Sayle,level-3,2026-12-03,Partnership\n',
    ];
    const kinds = [];
    for (const file of files) {
      kinds.push((await preview(act, file)).kind);
      await importText(act, file);
      expect((await preview(act, file)).counts).toMatchObject({ same: 1, new: 0, changed: 0 });
    }
    expect(kinds).toEqual(['absences', 'exemptions', 'bookings']);
  });

  test('a last day that becomes known is a change', async () => {
    await importText(act, 'person_id,from,to\nGRA-4,2026-05-11,\n', { kind: 'absences' });
    const text = 'person_id,from,to\nGRA-4,2026-05-11,2027-01-03\n';
    const plan = await preview(act, text, { kind: 'absences' });
    expect(inShort(plan)).toEqual(['changed GRA-4: Away from 11 May 2026 to 3 January 2027']);
  });
});
