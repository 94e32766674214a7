import { beforeEach, describe, expect, test } from 'vitest';
import { isPassword } from '#app/auth/passwords.ts';
import {
  findAccount,
  findAccountByEmail,
  listAdministrators,
  listOwnRecords,
  listSchoolAccounts,
} from '#app/data/accounts.ts';
import type { Database } from '#app/data/database.ts';
import { findInvitation } from '#app/data/invitations.ts';
import { listSignIns } from '#app/data/sign-ins.ts';
import { day } from '#app/domain/days.ts';
import { acceptInvitation, stateOf } from '#app/operations/accept-invitation.ts';
import type { Act } from '#app/operations/act.ts';
import { grantAdministrator, revokeAdministrator } from '#app/operations/administrators.ts';
import { changePassword } from '#app/operations/change-password.ts';
import { type Invited, invite } from '#app/operations/invite.ts';
import { makeLink } from '#app/operations/make-link.ts';
import type { OneTimeLink } from '#app/operations/one-time-link.ts';
import { secondsAfter } from '#app/platform/clock.ts';
import { signInAs } from '#tests/support/context.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeAccount, makePerson, makeSchool, makeTrust, PASSWORD } from '#tests/support/people.ts';
import { refusalOf } from './support.ts';

const NOW = '2026-11-16T09:00:00.000Z';
const TODAY = day('2026-11-16');
const DAY_SECONDS = 24 * 60 * 60;

let database: Database;
let trustId: number;
let schoolId: number;
let otherSchoolId: number;
let adminId: number;
let act: Act;

beforeEach(async () => {
  database = freshDatabase();
  trustId = makeTrust(database);
  schoolId = makeSchool(database, trustId, 'Grange');
  otherSchoolId = makeSchool(database, trustId, 'Parkside');
  const personId = makePerson(database, schoolId, 'Gillian Pask', [{ kind: 'office' }]);
  adminId = await makeAccount(database, {
    email: 'gillian@grange.example',
    name: 'Gillian Pask',
    people: [personId],
    administers: [schoolId],
  });
  const actor = { accountId: adminId, personId, name: 'Gillian Pask' };
  act = { database, actor, schoolId, today: TODAY, now: NOW };
});

function tokenOf(link: OneTimeLink | null): string {
  return link?.path.replace('/invitation/', '') ?? '';
}

function linkOf(invited: Invited): OneTimeLink | null {
  return invited.kind === 'invited' ? invited.link : null;
}

function accept(token: string, now = NOW) {
  return acceptInvitation({ database, today: TODAY, now }, { token, passwordHash: '$hash' });
}

describe('an invitation', () => {
  test('makes an account that opens the person’s record once its link is used', async () => {
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const invited = await invite(act, { personId, email: 'Zoe@Grange.example' });
    const account = findAccountByEmail(database, 'zoe@grange.example');
    expect(account).toMatchObject({
      id: invited.accountId,
      name: 'Zoë Lytton',
      passwordHash: null,
    });
    await accept(tokenOf(linkOf(invited)));
    expect(findAccount(database, invited.accountId)?.passwordHash).toBe('$hash');
    expect(listOwnRecords(database, invited.accountId)[0]?.personId).toBe(personId);
  });

  test('works for seven days, once', async () => {
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const token = tokenOf(linkOf(await invite(act, { personId, email: 'z@grange.example' })));
    const link = findInvitation(database, token);
    expect(stateOf(link, secondsAfter(NOW, 7 * DAY_SECONDS - 1))).toBe('open');
    expect(stateOf(link, secondsAfter(NOW, 7 * DAY_SECONDS))).toBe('expired');
    expect((await refusalOf(accept(token, secondsAfter(NOW, 7 * DAY_SECONDS)))).kind).toBe(
      'conflict',
    );
    await accept(token);
    expect(stateOf(findInvitation(database, token), NOW)).toBe('used');
    expect((await refusalOf(accept(token))).kind).toBe('conflict');
    expect((await refusalOf(accept('unknown'))).kind).toBe('conflict');
  });

  test('is kept nowhere as it is', async () => {
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const formKey = '5f0c3c52-58b2-4f4c-9d0e-0a3ff64f1c11';
    const invited = await invite({ ...act, formKey }, { personId, email: 'z@grange.example' });
    const token = tokenOf(linkOf(invited));
    expect(token).toHaveLength(43);
    for (const table of ['invitations', 'sent_forms', 'audit_entries']) {
      expect(
        JSON.stringify(database.$client.prepare(`select * from ${table}`).all()),
      ).not.toContain(token);
    }
  });

  test('that is sent twice is made once, and shown once', async () => {
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const twice = { ...act, formKey: '5f0c3c52-58b2-4f4c-9d0e-0a3ff64f1c11' };
    const first = await invite(twice, { personId, email: 'z@grange.example' });
    const second = await invite(twice, { personId, email: 'z@grange.example' });
    expect(second).toEqual({ kind: 'invited', accountId: first.accountId, link: null });
    expect(stateOf(findInvitation(database, tokenOf(linkOf(first))), NOW)).toBe('open');
  });

  test('made again ends the one before it', async () => {
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const first = linkOf(await invite(act, { personId, email: 'z@grange.example' }));
    const second = linkOf(await invite(act, { personId, email: 'z@grange.example' }));
    expect(stateOf(findInvitation(database, tokenOf(first)), NOW)).toBe('expired');
    expect(stateOf(findInvitation(database, tokenOf(second)), NOW)).toBe('open');
  });

  test('is refused for whoever signs in already, and for an address of somebody else here', async () => {
    const own = act.actor.personId ?? 0;
    expect((await refusalOf(invite(act, { personId: own, email: 'x@y.example' }))).kind).toBe(
      'conflict',
    );
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const taken = invite(act, { personId, email: 'gillian@grange.example' });
    expect(await refusalOf(taken)).toMatchObject({ kind: 'wrong', field: 'email' });
  });

  test('is not made for another school’s person', async () => {
    const personId = makePerson(database, otherSchoolId, 'Alastair Nunn');
    const asked = invite(act, { personId, email: 'a@parkside.example' });
    expect((await refusalOf(asked)).kind).toBe('not-found');
  });

  test('of somebody with an account at another school opens this record too, with no link', async () => {
    const there = makePerson(database, otherSchoolId, 'Orsolya Fenn');
    const accountId = await makeAccount(database, { email: 'o@parkside.example', people: [there] });
    const here = makePerson(database, schoolId, 'Orsolya Fenn');
    const invited = await invite(act, { personId: here, email: 'o@parkside.example' });
    expect(invited).toEqual({ kind: 'linked', accountId });
    expect(listOwnRecords(database, accountId)).toHaveLength(2);
    expect(await isPassword(findAccount(database, accountId)?.passwordHash ?? null, PASSWORD)).toBe(
      true,
    );
  });
});

describe('a link for a new password', () => {
  test('works for a day, ends every sign-in, and other links', async () => {
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const accountId = await makeAccount(database, {
      email: 'z@grange.example',
      people: [personId],
    });
    await signInAs(database, accountId);
    const link = await makeLink(act, { accountId });
    expect(link).toMatchObject({ purpose: 'reset', expiresAt: secondsAfter(NOW, DAY_SECONDS) });
    expect(listSignIns(database, accountId)).toHaveLength(1);
    await accept(tokenOf(link));
    expect(listSignIns(database, accountId)).toEqual([]);
  });

  test('is no way into another school, or the trust', async () => {
    const here = makePerson(database, schoolId, 'Orsolya Fenn');
    const there = makePerson(database, otherSchoolId, 'Orsolya Fenn');
    const both = await makeAccount(database, {
      email: 'o@parkside.example',
      people: [here, there],
    });
    const priscilla = makePerson(database, schoolId, 'Priscilla Okell');
    const lead = await makeAccount(database, {
      email: 'p@trust.example',
      people: [priscilla],
      leads: [trustId],
    });
    expect((await refusalOf(makeLink(act, { accountId: both }))).kind).toBe('not-allowed');
    expect((await refusalOf(makeLink(act, { accountId: lead }))).kind).toBe('not-allowed');
    const strangers = await makeAccount(database, { email: 'x@parkside.example' });
    expect((await refusalOf(makeLink(act, { accountId: strangers }))).kind).toBe('not-found');
  });

  test('is made for any account from the machine itself', async () => {
    const there = makePerson(database, otherSchoolId, 'Alastair Nunn');
    const accountId = await makeAccount(database, { email: 'a@parkside.example', people: [there] });
    const actor = { accountId: null, personId: null, name: 'the command line' };
    const link = await makeLink({ ...act, actor, schoolId: null }, { accountId });
    await accept(tokenOf(link));
    expect(findAccount(database, accountId)?.passwordHash).toBe('$hash');
  });
});

test('a changed password signs every browser out and ends open links', async () => {
  await signInAs(database, adminId);
  await signInAs(database, adminId);
  const link = await makeLink(act, { accountId: adminId });
  await changePassword(act, { passwordHash: '$new' });
  expect(listSignIns(database, adminId)).toEqual([]);
  expect(findAccount(database, adminId)?.passwordHash).toBe('$new');
  expect(stateOf(findInvitation(database, tokenOf(link)), NOW)).toBe('expired');
});

describe('an administrator', () => {
  test('can be made of an account of the school, and unmade', async () => {
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const accountId = await makeAccount(database, {
      email: 'z@grange.example',
      people: [personId],
    });
    await grantAdministrator(act, { accountId });
    await grantAdministrator(act, { accountId });
    expect(
      listAdministrators(database, schoolId)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([adminId, accountId].sort());
    await revokeAdministrator(act, { accountId: adminId });
    expect(listAdministrators(database, schoolId).map(({ id }) => id)).toEqual([accountId]);
  });

  test('who is the last one cannot be removed', async () => {
    const refusal = await refusalOf(revokeAdministrator(act, { accountId: adminId }));
    expect(refusal).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Gillian'),
    });
  });

  test('who has not set a password is no other one', async () => {
    const personId = makePerson(database, schoolId, 'Zoë Lytton');
    const of = { email: 'z@grange.example', people: [personId], password: null };
    const accountId = await makeAccount(database, of);
    await grantAdministrator(act, { accountId });
    expect((await refusalOf(revokeAdministrator(act, { accountId: adminId }))).kind).toBe(
      'conflict',
    );
    await revokeAdministrator(act, { accountId });
    expect(listSchoolAccounts(database, schoolId)).toHaveLength(2);
  });

  test('is not made of another school’s account', async () => {
    const personId = makePerson(database, otherSchoolId, 'Alastair Nunn');
    const accountId = await makeAccount(database, {
      email: 'a@parkside.example',
      people: [personId],
    });
    expect((await refusalOf(grantAdministrator(act, { accountId }))).kind).toBe('not-found');
    expect((await refusalOf(revokeAdministrator(act, { accountId }))).kind).toBe('not-found');
  });
});
