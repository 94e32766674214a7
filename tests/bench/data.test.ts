import { expect, test } from 'vitest';
import { schoolStandings } from '#app/data/derived.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { findSchoolByKey } from '#app/data/schools.ts';
import { loadDemo } from '#app/operations/load-demo.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { textsOf } from './data/files.ts';
import { membersOf, TODAY } from './data/people.ts';
import { askedOf } from './data/policy.ts';
import { SMALL, schoolsOf } from './data/sizes.ts';
import { benchTrust } from './data/trust.ts';

test('the same files come out each time, and others at another school', () => {
  const [first, again] = [textsOf(SMALL, 'school'), textsOf(SMALL, 'school')];
  expect(first).toEqual(again);
  const [other] = schoolsOf('trust');
  expect(other && textsOf({ ...other, people: SMALL.people }, 'trust')).not.toEqual(first);
});

test('the school that stands alone is the same in the trust', () => {
  const there = schoolsOf('trust').find(({ key }) => key === SMALL.key);
  expect(there).toEqual(SMALL);
  expect(there && textsOf(there, 'trust')).toEqual(textsOf(SMALL, 'school'));
});

test('a trust has a hundred schools, ten thousand people and thirty requirements', () => {
  const schools = schoolsOf('trust');
  expect(schools).toHaveLength(100);
  expect(new Set(schools.map(({ key }) => key)).size).toBe(100);
  const members = schools.map((school) => membersOf(school));
  const here = members.flat().filter(({ to }) => to === null);
  expect(here).toHaveLength(10_000);
  expect(members.flat().length).toBeGreaterThan(10_400);
  expect(here.filter(({ isElsewhere }) => isElsewhere).length).toBeGreaterThan(100);
  expect(askedOf(false)).toHaveLength(30);
});

test('whoever works at two schools has one name and one address', () => {
  const [first = [], second = []] = schoolsOf('trust').map((school) => membersOf(school));
  const shared = second.filter(({ isElsewhere }) => isElsewhere);
  expect(shared.length).toBeGreaterThan(0);
  for (const { email, firstName, lastName, ref } of shared) {
    const there = first.find((member) => member.email === email);
    expect(there).toMatchObject({ firstName, lastName });
    expect(there?.ref).not.toBe(ref);
  }
});

test('a school goes through the importer whole, and holds every kind of standing', async () => {
  const database = freshDatabase();
  await loadDemo(database, '2026-11-16T09:00:00.000Z', benchTrust('school', 'no hash'));
  const { id = 0 } = findSchoolByKey(database, SMALL.key) ?? {};
  const { people } = schoolFacts(database, id);
  expect(people).toHaveLength(membersOf(SMALL).length);
  const completions = people.flatMap((person) => person.completions);
  const rows = textsOf(SMALL, 'school')['training-log.csv']?.trim().split('\n') ?? [];
  expect(completions).toHaveLength(rows.length - 1);
  expect(completions.every(({ completedOn }) => completedOn <= TODAY)).toBe(true);
  const { rows: standings } = schoolStandings(database, id, TODAY);
  expect(standings).toHaveLength(SMALL.people);
  const statuses = standings.flatMap((row) => row.standings.map(({ status }) => status));
  const asked = statuses.filter((status) => status !== 'not-required');
  expect(asked.length).toBeGreaterThan(SMALL.people * 15);
  for (const status of ['in-date', 'due-soon', 'overdue', 'exempt'] as const) {
    expect(statuses).toContain(status);
  }
  const inDate = statuses.filter((status) => status === 'in-date').length / asked.length;
  expect(inDate).toBeGreaterThan(0.6);
});
