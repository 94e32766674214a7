import { beforeEach, describe, expect, test } from 'vitest';
import { requireVisit } from '#app/auth/visit.ts';
import type { Database } from '#app/data/database.ts';
import { setMark } from '#app/data/marks.ts';
import { keepPersonas } from '#app/data/personas.ts';
import { listSignIns } from '#app/data/sign-ins.ts';
import { loader as startPage } from '#app/routes/_index.ts';
import { action as choose, loader as choosePage } from '#app/routes/choose.tsx';
import { action as signIn, loader as signInPage } from '#app/routes/sign-in.tsx';
import { action as signOut, loader as signOutPage } from '#app/routes/sign-out.tsx';
import { action as travel, loader as travelPage } from '#app/routes/travel.tsx';
import { cameOf, contextFor, cookieFrom, request, sent, signInAs } from '#tests/support/context.ts';
import { freshDatabase } from '#tests/support/database.ts';
import {
  makeAccount,
  makePerson,
  makeSchool,
  makeTrust,
  PASSWORD,
  write,
} from '#tests/support/people.ts';

let database: Database;
let trustId: number;
let schoolId: number;
let accountId: number;
let overrides: Parameters<typeof contextFor>[1];

beforeEach(async () => {
  database = freshDatabase();
  overrides = {};
  trustId = makeTrust(database);
  schoolId = makeSchool(database, trustId, 'Grange');
  const personId = makePerson(database, schoolId, 'Bronwen Sayle', [{ kind: 'dsl' }]);
  accountId = await makeAccount(database, { email: 'bronwen@grange.example', people: [personId] });
});

function args(request: Request, params: Record<string, string> = {}) {
  return { request, params, context: contextFor(database, overrides) };
}

function tryToSignIn(fields: Record<string, string>, cookie = '') {
  return cameOf(signIn(args(sent('/sign-in', fields, cookie))));
}

const RIGHT = { email: 'bronwen@grange.example', password: PASSWORD };

describe('signing in', () => {
  test('leads home, or back to where somebody was going', async () => {
    const home = await tryToSignIn(RIGHT);
    expect([home.status, home.headers.get('Location')]).toEqual([303, '/dsl']);
    const back = await tryToSignIn({ ...RIGHT, next: '/dsl/matrix?status=overdue' });
    expect(back.headers.get('Location')).toBe('/dsl/matrix?status=overdue');
  });

  test.each(['//evil.example', '/\\evil.example', 'javascript:alert(1)', 'https://evil.example'])(
    'leads home where `next` is another site: %s',
    async (next) => {
      expect((await tryToSignIn({ ...RIGHT, next })).headers.get('Location')).toBe('/dsl');
    },
  );

  test('takes the address in capitals and with spaces round it', async () => {
    const came = await tryToSignIn({ ...RIGHT, email: ' Bronwen@GRANGE.example ' });
    expect(came.status).toBe(303);
  });

  test('changes the cookie, and the one before it is dead', async () => {
    const before = await signInAs(database, accountId);
    const came = await tryToSignIn(RIGHT, before);
    const after = cookieFrom(came.headers.get('Set-Cookie'));
    expect(after).not.toBe(before);
    expect((await cameOf(requireVisit(args(request('/my', before))))).status).toBe(303);
    expect((await requireVisit(args(request('/my', after)))).accountId).toBe(accountId);
  });

  test('answers a wrong password and an unknown address alike, and keeps the address', async () => {
    const wrong = await tryToSignIn({ ...RIGHT, password: 'something else' });
    const unknown = await tryToSignIn({
      email: 'nobody@grange.example',
      password: 'something else',
    });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect((wrong.body as Shown).errors).toEqual((unknown.body as Shown).errors);
    expect(wrong.body).toMatchObject({ values: { email: 'bronwen@grange.example' } });
    expect(JSON.stringify(wrong.body)).not.toContain('something else');
    expect(wrong.headers.get('Set-Cookie')).toBeNull();
  });

  test('asks for what was left out', async () => {
    const came = await tryToSignIn({ email: '', password: '' });
    expect((came.body as Shown).errors).toEqual([
      { field: 'email', message: 'Enter your e-mail address' },
      { field: 'password', message: 'Enter your password' },
    ]);
  });

  test('refuses a password of a megabyte without reckoning its hash', async () => {
    const came = await tryToSignIn({ ...RIGHT, password: 'x'.repeat(900_000) });
    expect(came.status).toBe(422);
  });

  test('waits after ten failures, even for the right password, and says for how long', async () => {
    for (let n = 0; n < 10; n++) await tryToSignIn({ ...RIGHT, password: 'something else' });
    const came = await tryToSignIn(RIGHT);
    expect(came.status).toBe(429);
    const seconds = Number(came.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(280);
    expect(seconds).toBeLessThanOrEqual(300);
    expect((came.body as Shown).errors[0]?.message).toContain('Wait 5 minutes');
  });

  test('is not for an account whose invitation has not been taken up', async () => {
    await makeAccount(database, { email: 'new@grange.example', password: null });
    expect((await tryToSignIn({ email: 'new@grange.example', password: PASSWORD })).status).toBe(
      422,
    );
  });

  test('is over after the last day, and the page says whom to ask', async () => {
    const gone = makePerson(database, schoolId, 'Long Gone', [
      { kind: 'teacher', to: '2021-07-21' },
    ]);
    await makeAccount(database, { email: 'gone@grange.example', people: [gone] });
    const came = await tryToSignIn({ email: 'gone@grange.example', password: PASSWORD });
    expect(came.status).toBe(403);
    expect((came.body as Shown).errors[0]?.message).toContain('administrator');
  });

  test('ignores fields that say more than was asked', async () => {
    const came = await tryToSignIn({
      ...RIGHT,
      role: 'administrator',
      school_id: '2',
      accountId: '9',
    });
    const cookie = cookieFrom(came.headers.get('Set-Cookie'));
    expect((await requireVisit(args(request('/my', cookie)))).roles).toEqual(['staff', 'dsl']);
  });
});

type Shown = { errors: { field: string; message: string }[]; values: object };

describe('the sign-in page', () => {
  test('leads home who is signed in, and to the set-up page where there is no school', async () => {
    const cookie = await signInAs(database, accountId);
    const there = await cameOf(signInPage(args(request('/sign-in?next=/my', cookie))));
    expect(there.headers.get('Location')).toBe('/my');
    database = freshDatabase();
    const none = await cameOf(signInPage(args(request('/sign-in'))));
    expect(none.headers.get('Location')).toBe('/set-up');
  });

  test('knows no personas outside a demo', async () => {
    keepPersona();
    const came = await cameOf(signInPage(args(request('/sign-in'))));
    expect(came.body).toMatchObject({ personas: [], isDemo: false });
    expect((await tryToSignIn({ persona: 'dsl' })).status).toBe(422);
    expect(listSignIns(database, accountId)).toEqual([]);
  });

  test('of a demo lists its personas, and signs in as one of them', async () => {
    keepPersona();
    overrides = { isDemo: true };
    const page = await cameOf(signInPage(args(request('/sign-in'))));
    expect(page.body).toMatchObject({ personas: [{ key: 'dsl', name: 'Bronwen Sayle' }] });
    expect(JSON.stringify(page.body)).not.toContain('accountId');
    expect((await tryToSignIn({ persona: 'dsl' })).headers.get('Location')).toBe('/dsl');
    expect((await tryToSignIn({ persona: 'nobody' })).status).toBe(422);
    expect((await tryToSignIn(RIGHT)).headers.get('Location')).toBe('/dsl');
  });
});

function keepPersona() {
  const about = 'Chases, checks and books.';
  const persona = {
    key: 'dsl',
    name: 'Bronwen Sayle',
    title: 'DSL',
    about,
    school: 'Grange',
    accountId,
  };
  write(database, (transaction) => keepPersonas(transaction, [persona]));
}

describe('signing out', () => {
  test('takes a button: looking at its address changes nothing', async () => {
    const cookie = await signInAs(database, accountId);
    expect((await cameOf(signOutPage(args(request('/sign-out', cookie))))).status).toBe(200);
    expect(listSignIns(database, accountId)).toHaveLength(1);
    const came = await cameOf(signOut(args(sent('/sign-out', {}, cookie))));
    expect(came.headers.get('Set-Cookie')).toMatch(/Max-Age=0/);
    expect(listSignIns(database, accountId)).toEqual([]);
    expect((await cameOf(signOut(args(sent('/sign-out', {}, cookie))))).status).toBe(303);
  });
});

test('the start page leads to the page that answers first', async () => {
  const cookie = await signInAs(database, accountId);
  expect((await cameOf(startPage(args(request('/', cookie))))).headers.get('Location')).toBe(
    '/dsl',
  );
  expect((await cameOf(startPage(args(request('/'))))).headers.get('Location')).toBe('/sign-in');
});

describe('who works in two schools', () => {
  let people: number[];
  const both = { email: 'two@grange.example', password: PASSWORD };
  beforeEach(async () => {
    const other = makeSchool(database, trustId, 'Parkside');
    people = [
      makePerson(database, schoolId, 'Two'),
      makePerson(database, other, 'Two', [{ kind: 'dsl' }]),
    ];
    await makeAccount(database, { email: both.email, people });
  });

  test('chooses after signing in, and goes on to where they were going', async () => {
    const came = await tryToSignIn({ ...both, next: '/my' });
    expect(came.headers.get('Location')).toBe('/choose?next=%2Fmy');
    const cookie = cookieFrom(came.headers.get('Set-Cookie'));
    const page = await cameOf(choosePage(args(request('/choose?next=%2Fmy', cookie))));
    expect(page.body).toMatchObject({
      next: '/my',
      places: [{ label: 'Grange Primary School' }, { label: 'Parkside Primary School' }],
    });
    const place = `person-${people[1]}`;
    const chosen = await cameOf(choose(args(sent('/choose', { place, next: '/my' }, cookie))));
    expect(chosen.headers.get('Location')).toBe('/my');
    const visit = await requireVisit(args(request('/my', cookie)));
    expect(visit).toMatchObject({ personId: people[1], roles: ['staff', 'dsl'] });
  });

  test.each(['person-1', 'person-999', 'school-1', 'trust', '', '__proto__'])(
    'cannot choose what is not theirs: %s',
    async (place) => {
      const cookie = cookieFrom((await tryToSignIn(both)).headers.get('Set-Cookie'));
      expect((await cameOf(choose(args(sent('/choose', { place }, cookie))))).status).toBe(404);
    },
  );
});

describe('travelling to another day', () => {
  test('is not there outside a demo', async () => {
    const cookie = await signInAs(database, accountId);
    const form = { day: '4', month: '1', year: '2027' };
    expect((await cameOf(travelPage(args(request('/travel', cookie))))).status).toBe(404);
    expect((await cameOf(travel(args(sent('/travel', form, cookie))))).status).toBe(404);
    expect(listSignIns(database, accountId)[0]?.travelDay).toBeNull();
  });

  test('sets the day of this browser alone, and leads back', async () => {
    overrides = { isDemo: true };
    write(database, (transaction) => setMark(transaction, 'kind', 'demo'));
    const [one, other] = [await signInAs(database, accountId), await signInAs(database, accountId)];
    const form = { day: '4', month: 'January', year: '2027', back: '/dsl?page=2' };
    const came = await cameOf(travel(args(sent('/travel', form, one))));
    expect([came.status, came.headers.get('Location')]).toEqual([303, '/dsl?page=2']);
    expect((await requireVisit(args(request('/my', one)))).today).toBe('2027-01-04');
    expect((await requireVisit(args(request('/my', other)))).today).not.toBe('2027-01-04');
  });

  test.each([
    { day: '31', month: '2', year: '2027' },
    { day: '29', month: '2', year: '2027' },
    { day: '00', month: '00', year: '0000' },
    { day: '1', month: '1', year: '12027' },
    { day: '', month: '', year: '' },
  ])('asks again for a day that does not exist: %j', async (form) => {
    overrides = { isDemo: true };
    const cookie = await signInAs(database, accountId);
    expect((await cameOf(travel(args(sent('/travel', form, cookie))))).status).toBe(422);
  });
});
