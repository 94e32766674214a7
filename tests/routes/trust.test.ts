import { beforeAll, expect, test } from 'vitest';
import { findPlaces } from '#app/auth/places.ts';
import { findAccountByEmail } from '#app/data/accounts.ts';
import { findAuditFaults } from '#app/data/audit.ts';
import type { Database } from '#app/data/database.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { findSchoolByKey, listSchools } from '#app/data/schools.ts';
import * as page from '#app/routes/trust._index.tsx';
import * as adding from '#app/routes/trust.schools.new.tsx';
import * as csv from '#app/routes/trust[.]csv.ts';
import { cameOf, sent } from '#tests/support/context.ts';
import { askedBy, DEMO_DAY, openDemoInMemory } from '#tests/support/demo.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';

let database: Database;
beforeAll(async () => {
  database = await openDemoInMemory();
});

const asked = (path: string, who = 'trust-lead') => askedBy(database, who, path);

test('the first sentence says how many are secure and what is worst', async () => {
  const { answer, rows } = await page.loader(await asked('/trust'));
  expect(answer).toBe('3 of 5 schools are secure; Grange’s DSL cover fails on 2 January 2027.');
  expect(rows.map(({ school }) => school).slice(0, 2)).toEqual([
    'Grange Primary School',
    'Longton Primary School',
  ]);
});

test('the file has the lines of the page, and neither names anybody', async () => {
  const loaded = await page.loader(await asked('/trust'));
  const html = drawRoute(page.default, '/trust', loaded);
  const file = await (await csv.loader(await asked('/trust.csv'))).text();
  for (const row of loaded.rows) {
    for (const words of [row.school, row.secure, row.guidance, row.everything]) {
      expect(file).toContain(words);
      expect(textOf(html)).toContain(words);
    }
  }
  const all = `${html.replaceAll('Priscilla Okell', '')}${JSON.stringify(loaded.rows)}${file}`;
  const names = listSchools(database).flatMap(({ id }) =>
    schoolFacts(database, id).people.flatMap(({ name, email, ref }) => [name, email, ref]),
  );
  expect(names.filter((name) => name && all.includes(name))).toEqual([]);
});

test('a governor of one school does not see the trust', async () => {
  const answer = await cameOf(page.loader(await asked('/trust', 'safeguarding-governor')));
  expect(answer.status).toBe(403);
});

const FIELDS = {
  schoolName: 'Willow Bank Infant School',
  shortName: 'Willow Bank',
  administratorName: 'Carys Penhale',
  email: 'office@willowbank.example',
};

async function add(fields: Record<string, string>) {
  const args = await asked('/trust/schools/new');
  const cookie = args.request.headers.get('Cookie') ?? '';
  const request = sent('/trust/schools/new', fields, cookie);
  return cameOf(adding.action({ ...args, request }));
}

test('an empty form is told what to enter', async () => {
  const { status, body } = await add({});
  expect(status).toBe(422);
  expect((body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
    'schoolName',
    'shortName',
    'administratorName',
    'email',
  ]);
});

test('a school that is added begins with what law and guidance ask, and an invitation', async () => {
  const { status, body } = await add({
    ...FIELDS,
    formKey: '3c7e9d1a-0000-4000-8000-000000000001',
  });
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toContain('/invitation/');
  const school = findSchoolByKey(database, 'willow-bank')!;
  const { policy, people } = schoolFacts(database, school.id);
  const bases = policy.requirements.flatMap(({ versions }) =>
    versions.flatMap(({ lines }) => lines.map(({ basis }) => basis.kind)),
  );
  expect(people).toEqual([]);
  expect(bases.length).toBeGreaterThanOrEqual(8);
  expect(bases.every((kind) => kind === 'law' || kind === 'statutory-guidance')).toBe(true);
  const account = findAccountByEmail(database, FIELDS.email)!;
  expect(findPlaces(database, account.id, DEMO_DAY).places).toMatchObject([
    { schoolId: school.id, roles: ['administrator'] },
  ]);
  expect(findAuditFaults(database)).toEqual([]);
});

test('the same form again adds nothing and shows no link', async () => {
  const before = listSchools(database).length;
  const again = await add({ ...FIELDS, formKey: '3c7e9d1a-0000-4000-8000-000000000001' });
  expect(again.status).toBe(303);
  expect(listSchools(database)).toHaveLength(before);
});

test('a second school of the same name is refused at its field', async () => {
  const { status, body } = await add({ ...FIELDS, email: 'other@willowbank.example' });
  expect(status).toBe(422);
  expect((body as { errors: { field: string }[] }).errors[0]?.field).toBe('schoolName');
});

test('whoever has an account gets the school beside what they had, and no link', async () => {
  const fields = { ...FIELDS, schoolName: 'Elm Road School', shortName: 'Elm Road' };
  const email = 'gillian.pask@grange.example';
  const { status, headers } = await add({ ...fields, email });
  expect([status, headers.get('Location')]).toEqual([303, '/trust?done=added']);
  const { places } = findPlaces(database, findAccountByEmail(database, email)!.id, DEMO_DAY);
  expect(places.map(({ label }) => label)).toContain('Elm Road School');
});

test('an empty school is shown without figures', async () => {
  const { rows } = await page.loader(await asked('/trust'));
  const empty = rows.find(({ school }) => school === FIELDS.schoolName);
  expect(empty).toMatchObject({ secure: 'Not secure', guidance: 'no one in this group' });
});
