import { beforeEach, describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import type { Act } from '#app/operations/act.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { changeStaged } from '#app/operations/stage-import.ts';
import { refusalOf } from '../support.ts';
import { freshSchool, importText, inShort, planOf, preview, rows, stage } from './support.ts';

const OURS = `person_id,first_name,last_name,email,appointment,from,to,left
GRA-1,Bronwen,Sayle,bronwen@grange.example,leadership,2017-09-01,,
GRA-1,Bronwen,Sayle,bronwen@grange.example,dsl,2022-09-01,,
GRA-2,Emma,Taylor,emma1@grange.example,teacher,2019-09-01,,
GRA-3,Emma,Taylor,emma2@grange.example,teacher,2020-09-01,,
GRA-4,,Suryani,,lunchtime,2023-01-09,,
GRA-5,Trevor,Napier,,site,2015-09-01,,yes
`;

let act: Act & { schoolId: number };
beforeEach(async () => {
  act = await freshSchool();
});

const PEOPLE = 'select ref, first_name, last_name, email, left_without_day as left_ from people';
const HELD = `select p.ref, k.key as kind, a.starts_on as "from", a.ends_on as "to" from appointments a
  join people p on p.id = a.person_id join appointment_kinds k on k.id = a.kind_id order by a.id`;

test('our own format is read by itself, a row an appointment', async () => {
  await importText(act, OURS);
  expect(rows(act.database, PEOPLE)).toMatchObject([
    { ref: 'GRA-1', email: 'bronwen@grange.example', left_: 0 },
    { ref: 'GRA-2', last_name: 'Taylor' },
    { ref: 'GRA-3', last_name: 'Taylor' },
    { ref: 'GRA-4', first_name: '', last_name: 'Suryani', email: null },
    { ref: 'GRA-5', left_: 1 },
  ]);
  expect(rows(act.database, HELD)).toHaveLength(6);
});

test('the same file again changes nothing', async () => {
  await importText(act, OURS);
  const before = [rows(act.database, PEOPLE), rows(act.database, HELD)];
  const plan = await preview(act, OURS);
  expect(plan.counts).toMatchObject({ same: 6, new: 0, changed: 0, wrong: 0 });
  await importText(act, OURS);
  expect([rows(act.database, PEOPLE), rows(act.database, HELD)]).toEqual(before);
});

describe("other systems' exports are mapped by themselves", () => {
  test.each([
    [
      'SIMS',
      'Staff Code,Legal Surname,Surname,Forename,Work Email,Post,Start Date,Leaving Date\nBS,Sale,Sayle,Bronwen,b@g.example,Class Teacher,01/09/2017,\n',
    ],
    [
      'Arbor',
      'Arbor Staff ID,Preferred First Name,Legal First Name,Legal Last Name,Preferred Last Name,Email address,Business Role,Employment start date,Employment end date\nBS,Bronwen,Branwen,Sale,Sayle,b@g.example,Teacher,1 Sep 2017,\n',
    ],
    [
      'Bromcom',
      'Employee ID,Name,Job Title,Date Of Birth,Start Date,End Date,Email\nBS,"Sayle, Bronwen",Classroom teacher,03/25/1980,2017-09-01,,b@g.example\n',
    ],
    [
      'a title and blank rows above',
      'Grange Primary School\n\nStaff list,printed 3/9/26\n\nStaff ID;x\nEmployee number,Full name,Role,Started,E-mail\nBS,Ms Bronwen Sayle,teacher,1.9.17,b@g.example\n',
    ],
  ])('%s', async (_, text) => {
    await importText(act, text);
    const person = { ref: 'BS', first_name: 'Bronwen', last_name: 'Sayle', email: 'b@g.example' };
    expect(rows(act.database, PEOPLE)).toMatchObject([person]);
    expect(rows(act.database, HELD)).toEqual([
      { ref: 'BS', kind: 'teacher', from: '2017-09-01', to: null },
    ]);
  });
});

describe('people are met again and never doubled', () => {
  const again = (row: string) =>
    preview(act, `person_id,first_name,last_name,email,appointment,from\n${row}\n`);
  beforeEach(async () => {
    await importText(act, OURS);
  });

  test('by their stable id, with a changed name and e-mail', async () => {
    const plan = await again('GRA-1,Bronwen,Sayle-Price,b.price@grange.example,dsl,2022-09-01');
    expect(plan.rows[0]).toMatchObject({
      outcome: 'changed',
      notes: ['Last name: Sayle, now Sayle-Price', expect.stringContaining('E-mail: bronwen@')],
    });
  });

  test('by e-mail where the id is another system’s', async () => {
    const plan = await again('77,Emma,Taylor,emma2@grange.example,teacher,2020-09-01');
    expect(plan.rows[0]).toMatchObject({ outcome: 'changed', notes: ['Stable id: GRA-3, now 77'] });
  });

  test('by exact name where neither is given', async () => {
    const plan = await again(',BRONWEN ,SAYLE,,dsl,2022-09-01');
    expect(plan.counts).toMatchObject({ same: 1 });
  });

  test('two people of one name are asked about, and the answer is kept to', async () => {
    const text =
      'first_name,last_name,appointment,from\nEmma,Taylor,pastoral,2026-09-01\nTheo,Baptiste,teacher,2026-11-16\n';
    const importId = await stage(act, text);
    const plan = planOf(act, importId);
    expect(plan.whoQuestions).toMatchObject([
      { rowId: '2', read: 'Emma Taylor', canBeNew: true, candidates: [{}, {}] },
    ]);
    expect((await refusalOf(applyImport(act, { importId }))).message).toMatch(/1 row is wrong/);
    const second = plan.whoQuestions[0]?.candidates[1]?.personId ?? 0;
    await changeStaged(act, { importId, choices: { people: { 2: second } } });
    await applyImport(act, { importId });
    expect(rows(act.database, HELD)).toContainEqual(
      expect.objectContaining({ ref: 'GRA-3', kind: 'pastoral' }),
    );
  });

  test('somebody with another id and the same name is asked about, and may be new', async () => {
    const importId = await stage(
      act,
      'person_id,first_name,last_name,appointment,from\n99,Bronwen,Sayle,teacher,2026-09-01\n',
    );
    expect(planOf(act, importId).whoQuestions[0]?.candidates).toHaveLength(1);
    await changeStaged(act, { importId, choices: { people: { 2: 'new' } } });
    expect(inShort(planOf(act, importId))).toEqual([
      'new Bronwen Sayle, 99: Teacher from 1 September 2026',
    ]);
  });

  test('rows that contradict each other are wrong', async () => {
    const plan = await preview(
      act,
      `person_id,first_name,last_name,appointment,from
,Ann,New,teacher,2026-09-01
,Ann,New,dsl,2026-09-01
GRA-1,Bronwen,Sayle,teacher,2026-09-01
GRA-1,Colin,Rudge,teacher,2026-09-01
`,
    );
    expect(inShort(plan)).toEqual([
      'new Ann New: Teacher from 1 September 2026',
      'wrong Ann New: Designated safeguarding lead from 1 September 2026 [Full name "Ann New": An earlier row has the same name; give both a stable id or an e-mail]',
      'new Bronwen Sayle, GRA-1: Teacher from 1 September 2026',
      'wrong Colin Rudge, GRA-1: Teacher from 1 September 2026 [person_id "GRA-1": An earlier row has this id and another name; correct one of them]',
    ]);
  });

  test('an empty cell says nothing and clears nothing', async () => {
    await importText(
      act,
      'person_id,name,email,appointment,from,to\nGRA-2,Emma Taylor,,teacher,2019-09-01,2026-12-18\n',
    );
    const plan = await again('GRA-2,Emma,Taylor,,teacher,2019-09-01');
    expect(plan.counts).toMatchObject({ same: 1 });
  });

  test('a contract issued anew forgives nothing: the first day stays', async () => {
    const plan = await again('GRA-2,Emma,Taylor,,teacher,2026-09-01');
    expect(plan.rows[0]).toMatchObject({
      outcome: 'same',
      notes: ['Has held it since 1 September 2019; that stays'],
    });
  });

  test('an earlier first day and a last day are taken over', async () => {
    const text =
      'person_id,name,appointment,from,to\nGRA-2,Emma Taylor,teacher,2018-09-01,2026-12-18\n';
    await importText(act, text);
    expect(rows(act.database, HELD)).toContainEqual({
      ref: 'GRA-2',
      kind: 'teacher',
      from: '2018-09-01',
      to: '2026-12-18',
    });
  });
});

test('a job title that nobody knows is asked about, kept, and can be left out', async () => {
  const text =
    'Staff ID,Name,Job Title,Start date\n1,Zoë Lytton,Nest Leader,2020-09-01\n2,Theo Baptiste,Nest Leader,2020-09-01\n3,Al Bell,Piano tuner,2020-09-01\n';
  const importId = await stage(act, text);
  const plan = planOf(act, importId);
  expect(plan.unknownWords).toEqual([
    { field: 'appointment', word: 'Nest Leader', rows: 2 },
    { field: 'appointment', word: 'Piano tuner', rows: 1 },
  ]);
  expect(plan.counts.wrong).toBe(3);
  await changeStaged(act, {
    importId,
    words: { appointment: { 'nest leader': 'teacher', 'piano tuner': 'leave-out' } },
  });
  await applyImport(act, { importId });
  expect(rows(act.database, PEOPLE)).toHaveLength(2);
  const next = await preview(
    act,
    'Staff ID,Name,Role,Start date\n4,Jo Field,Nest leader,2021-09-01\n',
  );
  expect(inShort(next)).toEqual(['new Jo Field, 4: Teacher from 1 September 2021']);
});

test('wrong rows block until they are left out; the rest is whole', async () => {
  const text = `person_id,name,email,appointment,from,to
1,Zoë Lytton,zoe@grange.example,teacher,31/06/2020,
2,Theo Baptiste,not an address,teacher,01/09/2020,
3,,x@grange.example,teacher,01/09/2020,
4,Al Bell,,teacher,01/09/2020,01/08/2020
5,Jo Field,,teacher,,
6,Good Row,,teacher,01/09/2020,
`;
  const importId = await stage(act, text);
  expect(inShort(planOf(act, importId))).toEqual([
    'wrong Zoë Lytton, 1: Teacher [from "31/06/2020": There is no such day; correct it]',
    'wrong Theo Baptiste, 2: Teacher from 1 September 2020 [email "not an address": Enter an e-mail address, or leave it empty]',
    'wrong 3: Teacher from 1 September 2020 [name "": Enter the name]',
    'wrong Al Bell, 4: Teacher from 1 September 2020 to 1 August 2020 [to "01/08/2020": The last day is before the first; correct it]',
    'wrong Jo Field, 5: Teacher [from "": Enter the day on which the appointment began]',
    'new Good Row, 6: Teacher from 1 September 2020',
  ]);
  const refusal = await refusalOf(applyImport(act, { importId }));
  expect(refusal.message).toMatch(/5 rows are wrong/);
  expect(rows(act.database, PEOPLE)).toEqual([]);
  await changeStaged(act, { importId, choices: { leftOut: ['2', '3'] } });
  expect(planOf(act, importId).counts).toMatchObject({ wrong: 3, 'left-out': 2, new: 1 });
  await changeStaged(act, { importId, choices: { leaveOutWrong: true } });
  await applyImport(act, { importId });
  expect(rows(act.database, PEOPLE)).toMatchObject([{ ref: '6' }]);
});

test('a column that only fits month first stops the import with a question', async () => {
  const text =
    'id,name,role,start date\n1,Zoë Lytton,teacher,09/03/2020\n2,Al Bell,teacher,09/13/2020\n';
  const importId = await stage(act, text);
  expect(planOf(act, importId)).toMatchObject({
    isReady: false,
    rows: [],
    questions: [{ kind: 'days', column: 3, heading: 'start date', example: '09/13/2020' }],
  });
  expect((await refusalOf(applyImport(act, { importId }))).message).toMatch(/Answer what/);
  await changeStaged(act, { importId, choices: { days: { 3: 'month-first' } } });
  expect(inShort(planOf(act, importId))).toEqual([
    'new Zoë Lytton, 1: Teacher from 3 September 2020',
    'new Al Bell, 2: Teacher from 13 September 2020',
  ]);
  await changeStaged(act, { importId, choices: { days: { 3: 'day-first' } } });
  expect(inShort(planOf(act, importId))).toEqual([
    'new Zoë Lytton, 1: Teacher from 9 March 2020',
    'wrong Al Bell, 2: Teacher [start date "09/13/2020": There is no such day; correct it]',
  ]);
});

describe('a complete list', () => {
  const CURRENT = `person_id,name,appointment,from
GRA-1,Bronwen Sayle,leadership,2017-09-01
GRA-2,Emma Taylor,teacher,2019-09-01
`;
  beforeEach(async () => {
    const governor = 'GRA-9,Hugh,Tremlett,,governor,2021-10-04,,\n';
    await importText(act, OURS + governor);
  });

  test('proposes those who are not in it, of the groups that it holds, and does nothing', async () => {
    const importId = await stage(act, CURRENT, { choices: { fullList: true } });
    const names = planOf(act, importId).leavers.map(({ ref, holds }) => `${ref} ${holds}`);
    expect(names).toEqual(['GRA-3 Teacher', 'GRA-4 Lunchtime supervisor', 'GRA-5 Site staff']);
    const before = rows(act.database, HELD);
    await applyImport(act, { importId });
    expect(rows(act.database, HELD)).toEqual(before);
  });

  test('ends the appointments of those whose last day was given', async () => {
    const importId = await stage(act, CURRENT, { choices: { fullList: true } });
    const [, , trevor] = planOf(act, importId).leavers;
    const leavers = { [trevor?.personId ?? 0]: day('2026-10-31') };
    await changeStaged(act, { importId, choices: { leavers } });
    expect(planOf(act, importId).counts.leaving).toBe(1);
    await applyImport(act, { importId });
    expect(rows(act.database, HELD)).toContainEqual({
      ref: 'GRA-5',
      kind: 'site',
      from: '2015-09-01',
      to: '2026-10-31',
    });
    expect(rows(act.database, PEOPLE)[4]).toMatchObject({ ref: 'GRA-5', left_: 0 });
  });

  test('a list that is not said to be complete proposes nobody', async () => {
    expect((await preview(act, CURRENT)).leavers).toEqual([]);
  });
});

test('a file in which a needed column is not found asks for it', async () => {
  const plan = await preview(act, 'Given,Wages\nZoë,100\n');
  expect(plan.questions.map((question) => question.kind)).toEqual(['missing', 'missing']);
});
