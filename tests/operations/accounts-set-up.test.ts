import { beforeEach, expect, test } from 'vitest';
import { findPlaces } from '#app/auth/places.ts';
import { findAuditFaults } from '#app/data/audit.ts';
import type { Database } from '#app/data/database.ts';
import {
  everySchoolFile,
  everySchoolListsFile,
  everySchoolQuizzesFile,
  sharedQuestionFiles,
} from '#app/data/every-school.ts';
import { findMark, setMark } from '#app/data/marks.ts';
import { listAppointmentKinds } from '#app/data/policy.ts';
import { listSchools } from '#app/data/schools.ts';
import { day } from '#app/domain/days.ts';
import { newSchoolPolicy } from '#app/forms/files/new-school-policy.ts';
import { readQuizzes } from '#app/forms/files/read-content.ts';
import { newSchoolLists } from '#app/forms/files/read-induction-lists.ts';
import { sharedQuestions } from '#app/forms/files/shared-questions.ts';
import { setUpSchool } from '#app/operations/set-up-school.ts';
import { hashOfCode, newCode } from '#app/platform/codes.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeSchool, makeTrust, write } from '#tests/support/people.ts';
import { refusalOf } from './support.ts';

const NOW = '2026-11-16T09:00:00.000Z';
const CODE = newCode(4);
const COMMAND = {
  code: CODE,
  schoolName: 'St Mary’s C of E Primary School',
  shortName: 'St Mary’s',
  trustName: null,
  firstName: 'Gillian',
  lastName: 'Pask',
  email: 'gillian@stmarys.example',
  kind: 'office',
  startsOn: day('2019-09-02'),
  passwordHash: '$hash',
  policy: newSchoolPolicy(everySchoolFile()),
  sharedQuestions: sharedQuestions(sharedQuestionFiles()),
  quizzes: readQuizzes(everySchoolQuizzesFile()),
  lists: newSchoolLists(everySchoolListsFile(), day('2026-11-16')),
};

let database: Database;
beforeEach(() => {
  database = freshDatabase();
  write(database, (transaction) => setMark(transaction, 'set-up-code', hashOfCode(CODE)));
});

test('the one-time code makes the school, its standard kinds and its first administrator', async () => {
  const { accountId, schoolId } = await setUpSchool({ database, now: NOW }, COMMAND);
  expect(listSchools(database)).toMatchObject([{ id: schoolId, key: 'st-marys' }]);
  expect(listAppointmentKinds(database, schoolId)).toHaveLength(16);
  const { places, trustId } = findPlaces(database, accountId, day('2026-11-16'));
  expect(places).toMatchObject([{ schoolId, roles: ['staff', 'administrator'], home: '/admin' }]);
  expect(trustId).toBeNull();
  expect(findMark(database, 'set-up-code')).toBeNull();
  expect(findAuditFaults(database)).toEqual([]);
});

test('whoever names a trust leads it, and can add its other schools', async () => {
  const command = { ...COMMAND, trustName: 'Five Rivers Trust' };
  const { accountId } = await setUpSchool({ database, now: NOW }, command);
  const { places, trustId } = findPlaces(database, accountId, day('2026-11-16'));
  expect(trustId).not.toBeNull();
  expect(places[0]?.roles).toEqual(['staff', 'administrator', 'trust-lead']);
});

test('the code is read however it is typed', async () => {
  const code = ` ${CODE.toLowerCase().replaceAll('-', ' ')}`;
  await setUpSchool({ database, now: NOW }, { ...COMMAND, code });
  expect(listSchools(database)).toHaveLength(1);
});

test.each(['', 'AAAA-AAAA-AAAA-AAAA', hashOfCode(CODE)])(
  'another code makes nothing: %s',
  async (code) => {
    const refusal = await refusalOf(setUpSchool({ database, now: NOW }, { ...COMMAND, code }));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'code' });
    expect(listSchools(database)).toEqual([]);
  },
);

test('it works once, and not where there is a school, or in a demo', async () => {
  await setUpSchool({ database, now: NOW }, COMMAND);
  expect((await refusalOf(setUpSchool({ database, now: NOW }, COMMAND))).kind).toBe('conflict');
  const other = freshDatabase();
  makeSchool(other, makeTrust(other));
  expect((await refusalOf(setUpSchool({ database: other, now: NOW }, COMMAND))).kind).toBe(
    'conflict',
  );
  const demo = freshDatabase();
  write(demo, (transaction) => setMark(transaction, 'kind', 'demo'));
  expect((await refusalOf(setUpSchool({ database: demo, now: NOW }, COMMAND))).kind).toBe(
    'conflict',
  );
});
