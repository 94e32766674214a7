import { beforeEach, describe, expect, test } from 'vitest';
import { requireVisit } from '#app/auth/visit.ts';
import type { Database } from '#app/data/database.ts';
import { setMark } from '#app/data/marks.ts';
import { listSchools } from '#app/data/schools.ts';
import { listSignIns } from '#app/data/sign-ins.ts';
import { day } from '#app/domain/days.ts';
import { makeLink } from '#app/operations/make-link.ts';
import { now, secondsAfter } from '#app/platform/clock.ts';
import { hashOfCode } from '#app/platform/codes.ts';
import { loader as invitation, action as takeUp } from '#app/routes/invitation.$token.tsx';
import { loader as account, action as change } from '#app/routes/my.account.tsx';
import { action as setUp, loader as setUpPage } from '#app/routes/set-up.tsx';
import { action as signIn } from '#app/routes/sign-in.tsx';
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

const NEW = 'four otters under a bridge';
const EMAIL = 'zoe@grange.example';

let database: Database;
let accountId: number;
let overrides: Parameters<typeof contextFor>[1];

beforeEach(async () => {
  database = freshDatabase();
  overrides = {};
  const schoolId = makeSchool(database, makeTrust(database), 'Grange');
  const personId = makePerson(database, schoolId, 'Zoë Lytton');
  accountId = await makeAccount(database, { email: EMAIL, name: 'Zoë Lytton', people: [personId] });
});

function args(request: Request, params: Record<string, string> = {}) {
  return { request, params, context: contextFor(database, overrides) };
}

async function canSignIn(password: string): Promise<boolean> {
  const came = await cameOf(signIn(args(sent('/sign-in', { email: EMAIL, password }))));
  return came.status === 303;
}

type Shown = { errors: { field: string; message: string }[] };

function fieldsOf(body: unknown): string[] {
  return (body as Shown).errors.map(({ field }) => field);
}

describe('a one-time link', () => {
  let token: string;
  const open = (which = token) =>
    cameOf(invitation(args(request(`/invitation/${which}`), { token: which })));
  const send = (fields: Record<string, string>, which = token) =>
    cameOf(takeUp(args(sent(`/invitation/${which}`, fields), { token: which })));

  async function newLink(at: string): Promise<string> {
    const actor = { accountId: null, personId: null, name: 'the command line' };
    const act = { database, actor, schoolId: null, today: day('2026-11-16'), now: at };
    return (await makeLink(act, { accountId }))?.path.split('/').at(-1) ?? '';
  }

  beforeEach(async () => {
    token = await newLink(now());
  });

  test('says whose it is, sets the password and signs them in', async () => {
    expect((await open()).body).toMatchObject({ state: 'open', holder: { email: EMAIL } });
    const before = await signInAs(database, accountId);
    const came = await send({ password: NEW, 'password-again': NEW });
    expect([came.status, came.headers.get('Location')]).toEqual([303, '/my']);
    const cookie = cookieFrom(came.headers.get('Set-Cookie'));
    expect((await requireVisit(args(request('/my', cookie)))).accountId).toBe(accountId);
    expect((await cameOf(requireVisit(args(request('/my', before))))).status).toBe(303);
    expect([await canSignIn(NEW), await canSignIn(PASSWORD)]).toEqual([true, false]);
  });

  test('asks again for a password that will not do', async () => {
    const short = await send({ password: 'short', 'password-again': 'short' });
    expect([short.status, fieldsOf(short.body)]).toEqual([422, ['password']]);
    const unlike = await send({ password: NEW, 'password-again': `${NEW}!` });
    expect([unlike.status, fieldsOf(unlike.body)]).toEqual([422, ['password-again']]);
    const named = await send({
      password: 'lytton at grange',
      'password-again': 'lytton at grange',
    });
    expect([named.status, fieldsOf(named.body)]).toEqual([422, ['password']]);
    expect(JSON.stringify([short, unlike, named])).not.toContain('lytton at grange');
  });

  test('that is used, has run out or is unknown says so', async () => {
    await send({ password: NEW, 'password-again': NEW });
    expect(await open()).toMatchObject({ status: 410, body: { state: 'used', holder: null } });
    const late = await newLink(secondsAfter(now(), -2 * 24 * 60 * 60));
    expect(await open(late)).toMatchObject({ status: 410, body: { state: 'expired' } });
    expect(await open('nothing')).toMatchObject({ status: 404, body: { state: 'unknown' } });
    const again = await send({
      password: 'something quite new',
      'password-again': 'something quite new',
    });
    expect(again.status).toBe(409);
    expect(await canSignIn(NEW)).toBe(true);
  });
});

describe('one’s own account', () => {
  const form = { 'current-password': PASSWORD, password: NEW, 'password-again': NEW };

  test('is for whoever is signed in', async () => {
    expect((await cameOf(account(args(request('/my/account'))))).status).toBe(303);
    const cookie = await signInAs(database, accountId);
    expect((await cameOf(account(args(request('/my/account', cookie))))).body).toMatchObject({
      email: EMAIL,
    });
  });

  test('takes a new password: this browser goes on under a new cookie, others are out', async () => {
    const [here, there] = [
      await signInAs(database, accountId),
      await signInAs(database, accountId),
    ];
    const came = await cameOf(change(args(sent('/my/account', form, here))));
    expect(came.status).toBe(303);
    const renewed = cookieFrom(came.headers.get('Set-Cookie'));
    expect((await requireVisit(args(request('/my', renewed)))).accountId).toBe(accountId);
    for (const dead of [here, there]) {
      expect((await cameOf(requireVisit(args(request('/my', dead))))).status).toBe(303);
    }
    expect(await canSignIn(NEW)).toBe(true);
  });

  test('asks for the password as it is now, and waits after ten failures', async () => {
    const cookie = await signInAs(database, accountId);
    const wrong = { ...form, 'current-password': 'something else' };
    const first = await cameOf(change(args(sent('/my/account', wrong, cookie))));
    expect([first.status, fieldsOf(first.body)]).toEqual([422, ['current-password']]);
    for (let n = 0; n < 9; n++) await cameOf(change(args(sent('/my/account', wrong, cookie))));
    const late = await cameOf(change(args(sent('/my/account', form, cookie))));
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  test('can be signed out everywhere', async () => {
    const cookie = await signInAs(database, accountId);
    await signInAs(database, accountId);
    const everywhere = { act: 'sign-out-everywhere' };
    const came = await cameOf(change(args(sent('/my/account', everywhere, cookie))));
    expect(came.headers.get('Location')).toBe('/sign-in?done=everywhere');
    expect(listSignIns(database, accountId)).toEqual([]);
  });
});

describe('setting up', () => {
  const CODE = 'K7Q2-M4XD-ABCD-2345';
  const form = {
    code: CODE,
    schoolName: 'St Mary’s Primary School',
    shortName: 'St Mary’s',
    trustName: '',
    firstName: 'Gillian',
    lastName: 'Pask',
    email: 'Gillian@StMarys.example',
    kind: 'office',
    'startsOn-day': '2',
    'startsOn-month': '9',
    'startsOn-year': '2019',
    password: NEW,
    'password-again': NEW,
  };
  const send = (fields: Record<string, string>) => cameOf(setUp(args(sent('/set-up', fields))));

  test('is not there once there is a school, nor in a demo', async () => {
    expect((await cameOf((async () => setUpPage(args(request('/set-up'))))())).status).toBe(404);
    expect((await send(form)).status).toBe(404);
    database = freshDatabase();
    overrides = { isDemo: true };
    expect((await send(form)).status).toBe(404);
  });

  describe('of an empty database', () => {
    beforeEach(() => {
      database = freshDatabase();
      write(database, (transaction) => setMark(transaction, 'set-up-code', hashOfCode(CODE)));
    });

    test('makes the school and signs its administrator in', async () => {
      const came = await send({ ...form, code: ' k7q2m4xd abcd2345' });
      expect([came.status, came.headers.get('Location')]).toEqual([303, '/admin']);
      const cookie = cookieFrom(came.headers.get('Set-Cookie'));
      const visit = await requireVisit(args(request('/admin', cookie)));
      expect(visit).toMatchObject({
        email: 'gillian@stmarys.example',
        accountName: 'Gillian Pask',
      });
      expect((await send(form)).status).toBe(404);
    });

    test('keeps what was typed, but no password, where something is wrong', async () => {
      const came = await send({ ...form, email: 'gillian', 'startsOn-month': '13', password: NEW });
      expect([came.status, fieldsOf(came.body)]).toEqual([422, ['email', 'startsOn']]);
      expect(came.body).toMatchObject({
        values: { schoolName: form.schoolName, email: 'gillian' },
      });
      expect(JSON.stringify(came.body)).not.toContain(NEW);
      expect(listSchools(database)).toEqual([]);
    });

    test('takes no other code, and waits after ten', async () => {
      const wrong = { ...form, code: 'AAAA-AAAA-AAAA-AAAA' };
      const first = await send(wrong);
      expect([first.status, fieldsOf(first.body)]).toEqual([422, ['code']]);
      for (let n = 0; n < 9; n++) await send(wrong);
      expect((await send(form)).status).toBe(429);
      expect(listSchools(database)).toEqual([]);
    });
  });
});
