import { beforeEach, describe, expect, test } from 'vitest';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  findHome,
  newFormKey,
  parseId,
  requireOwnVisit,
  requirePermission,
  requireSchoolVisit,
  requireVisit,
} from '#app/auth/visit.ts';
import type { Database } from '#app/data/database.ts';
import { setMark } from '#app/data/marks.ts';
import { setTravelDay } from '#app/data/sign-ins.ts';
import { day } from '#app/domain/days.ts';
import { cameOf, contextFor, request, sent, signInAs } from '#tests/support/context.ts';
import { freshDatabase } from '#tests/support/database.ts';
import {
  type Held,
  makeAccount,
  makePerson,
  makeSchool,
  makeTrust,
  write,
} from '#tests/support/people.ts';

let database: Database;
let trustId: number;
let schoolId: number;

beforeEach(() => {
  database = freshDatabase();
  write(database, (transaction) => setMark(transaction, 'demo-day', '2026-11-16'));
  trustId = makeTrust(database);
  schoolId = makeSchool(database, trustId, 'Grange');
});

/** What a signed-in browser asks for in the demo, where the day is 16 November 2026. */
function asking(cookie: string, path = '/my', overrides = {}) {
  const context = contextFor(database, { isDemo: true, ...overrides });
  return { request: request(path, cookie), context };
}

let emails = 0;
async function accountWith(...held: Held[]): Promise<{ accountId: number; personId: number }> {
  const personId = makePerson(database, schoolId, 'Ada Marsh', held);
  const email = `ada${emails++}@grange.example`;
  return { accountId: await makeAccount(database, { email, people: [personId] }), personId };
}

async function visitWith(...held: Held[]) {
  const { accountId } = await accountWith(...held);
  return requireVisit(asking(await signInAs(database, accountId)));
}

describe('who is signed out', () => {
  test('is sent to sign in, and back to where they were going', async () => {
    const came = await cameOf(requireVisit(asking('', '/dsl/matrix?status=overdue')));
    expect(came.status).toBe(303);
    expect(came.headers.get('Location')).toBe('/sign-in?next=%2Fdsl%2Fmatrix%3Fstatus%3Doverdue');
  });

  test('is told so where data is asked for', async () => {
    const came = await cameOf(requireVisit(asking('', '/my', { isDataRequest: true })));
    expect(came.status).toBe(401);
  });

  test('goes back to the page of a form, without what the form held', async () => {
    const args = { request: sent('/dsl/record', { a: 'b' }), context: contextFor(database) };
    const came = await cameOf(requireVisit(args));
    expect(came.headers.get('Location')).toBe('/sign-in?next=%2Fdsl%2Frecord');
  });
});

describe('roles', () => {
  test.each<[string, Held[], string[], string]>([
    ['a teacher', [{ kind: 'teacher' }], ['staff'], '/my'],
    ['the lead', [{ kind: 'teacher' }, { kind: 'dsl' }], ['staff', 'dsl'], '/dsl'],
    ['a deputy', [{ kind: 'deputy-dsl' }], ['staff', 'deputy-dsl'], '/dsl'],
    ['the head', [{ kind: 'headteacher' }], ['staff', 'headteacher'], '/my'],
    ['a governor', [{ kind: 'safeguarding-governor' }], ['staff', 'governor'], '/governors'],
    [
      'a teacher governor',
      [{ kind: 'teacher' }, { kind: 'governor' }],
      ['staff', 'governor'],
      '/my',
    ],
    [
      'who was a deputy until yesterday',
      [{ kind: 'teacher' }, { kind: 'deputy-dsl', to: '2026-11-15' }],
      ['staff'],
      '/my',
    ],
    [
      'who is a deputy until today',
      [{ kind: 'teacher' }, { kind: 'deputy-dsl', to: '2026-11-16' }],
      ['staff', 'deputy-dsl'],
      '/dsl',
    ],
    [
      'who becomes a deputy tomorrow',
      [{ kind: 'teacher' }, { kind: 'deputy-dsl', from: '2026-11-17' }],
      ['staff'],
      '/my',
    ],
    ['who starts next week', [{ kind: 'dsl', from: '2026-11-23' }], ['staff'], '/my'],
  ])('of %s come from the appointments held today', async (_who, held, roles, home) => {
    const visit = await visitWith(...held);
    expect(visit.roles).toEqual(roles);
    expect(visit.home).toBe(home);
  });

  test('that are taken away count at the next request', async () => {
    const { accountId, personId } = await accountWith({ kind: 'teacher' }, { kind: 'dsl' });
    const cookie = await signInAs(database, accountId);
    await requirePermission(asking(cookie), 'record-training');
    const appointments = database.$client.prepare(
      "update appointments set ends_on = '2026-11-15' where person_id = ? and kind_id in (select id from appointment_kinds where key = 'dsl')",
    );
    appointments.run(personId);
    const came = await cameOf(requirePermission(asking(cookie), 'record-training'));
    expect(came.status).toBe(403);
    expect(came.body).toMatchObject({ text: expect.stringContaining('deputies') });
  });

  test('make the menu', async () => {
    const hrefs = (visit: Parameters<typeof shellOf>[0]) =>
      shellOf(visit).menu.map(({ href }) => href);
    expect(hrefs(await visitWith({ kind: 'teacher' }))).toContain('/my');
    expect(hrefs(await visitWith({ kind: 'teacher' }))).not.toContain('/dsl');
    expect(hrefs(await visitWith({ kind: 'dsl' }))).toContain('/dsl/matrix');
  });
});

describe('after the last day', () => {
  test('an account is signed out, and says so', async () => {
    const { accountId } = await accountWith({ kind: 'teacher', to: '2026-11-15' });
    const cookie = await signInAs(database, accountId);
    const came = await cameOf(requireVisit(asking(cookie)));
    expect(came.headers.get('Location')).toBe('/sign-in?closed=1');
    expect(came.headers.get('Set-Cookie')).toMatch(/Max-Age=0/);
    expect((await cameOf(requireVisit(asking(cookie)))).headers.get('Location')).toMatch(/next=/);
  });

  test('the last day itself still counts', async () => {
    expect((await visitWith({ kind: 'teacher', to: '2026-11-16' })).roles).toEqual(['staff']);
  });

  test.each([
    ['on the last day an administrator still opens the school', '2026-11-16', true],
    ['on the day after it no longer does, grant or not', '2026-11-15', false],
  ])('%s', async (_, to, opens) => {
    const personId = makePerson(database, schoolId, 'Ada Marsh', [{ kind: 'office', to }]);
    const of = { email: 'a@grange.example', people: [personId], administers: [schoolId] };
    const cookie = await signInAs(database, await makeAccount(database, of));
    if (opens) {
      const visit = await requireSchoolVisit(asking(cookie), 'administer');
      expect(visit).toMatchObject({ personId, roles: ['staff', 'administrator'] });
    } else {
      const answer = await cameOf(requireSchoolVisit(asking(cookie), 'administer'));
      expect(answer.headers.get('Location')).toMatch(/^\/sign-in/);
    }
  });

  test('an administrator who holds no appointment opens the school without a record there', async () => {
    const of = { email: 'a@grange.example', people: [], administers: [schoolId] };
    const cookie = await signInAs(database, await makeAccount(database, of));
    const visit = await requireSchoolVisit(asking(cookie), 'administer');
    expect(visit).toMatchObject({ personId: null, roles: ['administrator'], home: '/admin' });
    expect((await cameOf(requireOwnVisit(asking(cookie)))).status).toBe(403);
  });
});

describe('places', () => {
  test('of a trust lead without a record are the trust', async () => {
    const id = await makeAccount(database, { email: 'lead@trust.example', leads: [trustId] });
    const visit = await requirePermission(asking(await signInAs(database, id)), 'see-trust');
    expect(visit).toMatchObject({ school: null, trustId, roles: ['trust-lead'], home: '/trust' });
    expect(visit.places).toEqual([{ personId: null, schoolId: null, label: 'Five Rivers Trust' }]);
    const cookie = await signInAs(database, id);
    expect((await cameOf(requireSchoolVisit(asking(cookie), 'see-training'))).status).toBe(403);
  });

  test('are chosen from where there are two, and the choice is kept', async () => {
    const other = makeSchool(database, trustId, 'Parkside');
    const people = [
      makePerson(database, schoolId, 'Ada Marsh'),
      makePerson(database, other, 'Ada Marsh'),
    ];
    const id = await makeAccount(database, { email: 'two@grange.example', people });
    const came = await cameOf(requireVisit(asking(await signInAs(database, id), '/my')));
    expect(came.headers.get('Location')).toBe('/choose?next=%2Fmy');
    const place = { personId: people[1] ?? null, schoolId: other };
    const visit = await requireVisit(asking(await signInAs(database, id, place)));
    expect(visit.school?.shortName).toBe('Parkside');
    expect(visit.places).toHaveLength(2);
  });

  test('that are somebody else’s are not opened, whatever the sign-in says', async () => {
    const other = makeSchool(database, trustId, 'Parkside');
    const stranger = makePerson(database, other, 'Ben Else', [{ kind: 'dsl' }]);
    const { accountId } = await accountWith({ kind: 'teacher' });
    const place = { personId: stranger, schoolId: other };
    const visit = await requireVisit(asking(await signInAs(database, accountId, place)));
    expect(visit.school?.id).toBe(schoolId);
  });
});

describe('today', () => {
  test('is the demo’s day, the day travelled to, or the day that the request asks for', async () => {
    const { accountId } = await accountWith({ kind: 'teacher' });
    const cookie = await signInAs(database, accountId);
    const first = await requireVisit(asking(cookie));
    expect(first.today).toBe('2026-11-16');
    write(database, (tx) => setTravelDay(tx, first.signInHash, day('2027-01-04')));
    expect((await requireVisit(asking(cookie))).today).toBe('2027-01-04');
    const asked = asking(cookie, '/my', { requestedDay: day('2027-03-01') });
    expect((await requireVisit(asked)).today).toBe('2027-03-01');
  });

  test('is the clock’s, and nothing else, outside a demo', async () => {
    const { accountId } = await accountWith({ kind: 'teacher' });
    const cookie = await signInAs(database, accountId);
    const overrides = { isDemo: false, requestedDay: day('2027-03-01') };
    const visit = await requireVisit(asking(cookie, '/my', overrides));
    expect(visit.today).not.toBe('2027-03-01');
    expect(visit.now.slice(0, 4)).toBe(visit.today.slice(0, 4));
  });
});

test('the start page leads home, or to where one signs in or chooses', async () => {
  expect(await findHome(asking(''))).toBe('/sign-in');
  const { accountId } = await accountWith({ kind: 'deputy-dsl' });
  expect(await findHome(asking(await signInAs(database, accountId)))).toBe('/dsl');
});

test('an act says who acts, where and on which day, with the key of the form', async () => {
  const visit = await visitWith({ kind: 'dsl' });
  const form = new FormData();
  const formKey = newFormKey();
  form.set('formKey', formKey);
  const { accountId, personId } = visit;
  expect(actOf(visit, form)).toEqual({
    database,
    actor: { accountId, personId, name: 'Ada Marsh' },
    schoolId,
    today: '2026-11-16',
    now: visit.now,
    formKey,
  });
  form.set('formKey', "'; DROP TABLE people");
  expect(actOf(visit, form).formKey).toBeNull();
});

test.each(['0', '-1', '1e3', '0x10', '9007199254740993', '12 ', '', '１２', undefined])(
  'the id %j is not found',
  async (param) => {
    const came = await cameOf(Promise.resolve().then(() => parseId(param)));
    expect(came.status).toBe(404);
  },
);

test('an id is found as the number that it is', () => {
  expect(parseId('12')).toBe(12);
  expect(parseId('999999999999999')).toBe(999_999_999_999_999);
});
