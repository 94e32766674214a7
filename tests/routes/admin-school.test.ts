import { beforeEach, describe, expect, test } from 'vitest';
import { findAccountByEmail, listAdministrators } from '#app/data/accounts.ts';
import { findAccountOf } from '#app/data/people.ts';
import { updatePerson } from '#app/data/people-changes.ts';
import { listAppointmentKinds, listTerms } from '#app/data/policy.ts';
import { findSchool } from '#app/data/schools.ts';
import * as needs from '#app/routes/admin._index.tsx';
import * as accounts from '#app/routes/admin.accounts._index.tsx';
import * as account from '#app/routes/admin.accounts.$accountId.tsx';
import * as several from '#app/routes/admin.accounts.invite.tsx';
import * as audit from '#app/routes/admin.audit.tsx';
import * as kinds from '#app/routes/admin.kinds._index.tsx';
import * as kind from '#app/routes/admin.kinds.$kindId.tsx';
import * as invite from '#app/routes/admin.people.$id.invite.tsx';
import * as school from '#app/routes/admin.school._index.tsx';
import * as terms from '#app/routes/admin.school.terms.tsx';
import * as carryOver from '#app/routes/dsl.people.$id.carry-over.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { publishSection } from '#tests/support/bank.ts';
import { makeAccount, write } from '#tests/support/people.ts';
import { makeQuiz } from '#tests/support/quizzes.ts';
import { adminGround, errorsIn, type Ground, opens, sends } from './admin-ground.ts';

let ground: Ground;

beforeEach(async () => {
  ground = await adminGround();
});

describe('the start page', () => {
  test('says what needs an administrator', async () => {
    const came = await opens(needs.loader, ground, ground.admin, '/admin');
    const { needs: listed } = came.body as { needs: { kind: string }[] };
    expect(listed.map(({ kind: one }) => one)).toEqual([
      'nobody-fits',
      'no-terms',
      'only-administrator',
    ]);
  });
});

describe('every page of an administrator', () => {
  test.each([
    ['/admin', needs.loader],
    ['/admin/accounts', accounts.loader],
    ['/admin/kinds', kinds.loader],
    ['/admin/school', school.loader],
    ['/admin/school/terms', terms.loader],
    ['/admin/audit', audit.loader],
  ])('%s opens for them, and for nobody else', async (path, run) => {
    expect((await opens(run, ground, ground.admin, path)).status).toBe(200);
    expect((await opens(run, ground, ground.dsl, path)).status).toBe(403);
    const signedOut = await opens(run, ground, '', path);
    expect(signedOut.headers.get('Location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });
});

describe('an invitation', () => {
  const teacher = () => ({ id: ground.teacherId });
  const send = (fields: Record<string, string>) =>
    sends(invite.action, ground, ground.admin, '/x', fields, teacher());

  test('shows its link once', async () => {
    const fields = { email: 'Zoe@example.org', formKey: '11111111-1111-4111-8111-111111111111' };
    const first = await send(fields);
    expect(first).toMatchObject({
      status: 200,
      body: { link: { address: expect.stringContaining('/invitation/'), purpose: 'invitation' } },
    });
    const accountId = findAccountOf(ground.database, ground.teacherId)?.id;
    const second = await send(fields);
    expect(second.headers.get('Location')).toBe(`/admin/accounts/${accountId}`);
  });

  test.each(['', 'zoe', 'ada@example.org'])('%j is refused and kept', async (email) => {
    const came = await send({ email });
    expect(came).toMatchObject({ status: 422, body: { values: { email } } });
    expect(Object.keys(errorsIn(came))).toEqual(['email']);
  });

  test('of an address that is used at another school links that account', async () => {
    const email = 'sam@example.org';
    await makeAccount(ground.database, { email, people: [ground.strangerId] });
    const came = await send({ email });
    expect(came.headers.get('Location')).toContain('done=linked');
    const known = findAccountByEmail(ground.database, email);
    expect(findAccountOf(ground.database, ground.teacherId)?.id).toBe(known?.id);
  });
});

describe('inviting several', () => {
  const send = (fields: Record<string, string>) =>
    sends(several.action, ground, ground.admin, '/x', fields);
  const withAddress = (email: string) =>
    write(ground.database, (transaction) => updatePerson(transaction, ground.teacherId, { email }));

  test('gives a link for each, once', async () => {
    withAddress('zoe@example.org');
    const offered = await opens(several.loader, ground, ground.admin, '/x');
    expect(offered.body).toMatchObject({ people: [{ id: ground.teacherId }] });
    const key = '11111111-1111-4111-8111-111111111111';
    const fields = { people: String(ground.teacherId), formKey: key };
    expect((await send(fields)).body).toMatchObject({
      invited: [{ name: 'Zoë Marsh', address: expect.stringContaining('/invitation/') }],
    });
    expect((await send(fields)).body).toMatchObject({ invited: [{ address: null }] });
  });

  test('says who cannot be invited, and why', async () => {
    withAddress('ada@example.org');
    const came = await send({ people: String(ground.teacherId) });
    expect(came.body).toMatchObject({
      invited: [{ address: null, note: expect.stringContaining('address of Ada Min') }],
    });
  });

  test('invites nobody of another school, and needs somebody', async () => {
    const stranger = await send({ people: String(ground.strangerId) });
    expect(stranger.body).toMatchObject({ invited: [] });
    expect(findAccountOf(ground.database, ground.strangerId)).toBeNull();
    expect((await send({})).status).toBe(422);
  });
});

describe('an account', () => {
  const isAdministrator = (accountId: number) =>
    listAdministrators(ground.database, ground.schoolId).some(({ id }) => id === accountId);
  const send = (intent: string, accountId: number) =>
    sends(account.action, ground, ground.admin, '/x', { intent }, { accountId });

  test('gets a link for a new password', async () => {
    expect(await send('link', ground.dslId)).toMatchObject({
      status: 200,
      body: { link: { purpose: 'reset' } },
    });
  });

  test('is made administrator, and stops being one', async () => {
    await send('grant', ground.dslId);
    expect(isAdministrator(ground.dslId)).toBe(true);
    await send('revoke', ground.dslId);
    expect(isAdministrator(ground.dslId)).toBe(false);
  });

  test('that is the last administrator stays so', async () => {
    expect((await send('revoke', ground.adminId)).status).toBe(409);
    expect(isAdministrator(ground.adminId)).toBe(true);
  });

  test('is not touched by an unknown choice', async () => {
    expect((await send('delete', ground.dslId)).status).toBe(422);
  });

  test('of another school is not found', async () => {
    const of = { email: 'sam@example.org', people: [ground.strangerId] };
    const accountId = await makeAccount(ground.database, of);
    expect((await send('link', accountId)).status).toBe(404);
    const shown = await opens(account.loader, ground, ground.admin, '/x', { accountId });
    expect(shown.status).toBe(404);
  });
});

describe('kinds of appointment', () => {
  const labels = () =>
    listAppointmentKinds(ground.database, ground.schoolId).map(({ label }) => label);

  test('are added, renamed and taken away', async () => {
    const fields = { label: 'Head of kitchen', category: 'staff' };
    await sends(kinds.action, ground, ground.admin, '/x', fields);
    const kindId = ground.kindId('head-of-kitchen');
    await sends(kind.action, ground, ground.admin, '/x', { label: 'Chef' }, { kindId });
    expect(labels()).toContain('Chef');
    await sends(kind.action, ground, ground.admin, '/x', { remove: 'yes' }, { kindId });
    expect(labels()).not.toContain('Chef');
  });

  const audience = { categories: [], kinds: ['site'] };
  test.each<[string, string, boolean, () => unknown]>([
    ['that nobody holds and nothing names', 'site', true, () => {}],
    ['that somebody holds', 'teacher', false, () => {}],
    [
      'for which a quiz is',
      'site',
      false,
      () => makeQuiz(ground.database, ground.schoolId, { audience }),
    ],
    [
      'that answers for a section of the offer',
      'dsl',
      false,
      () => {
        // Nobody holds it here; that it owns the section is all that keeps it.
        ground.database.$client.exec('DELETE FROM appointments');
        publishSection(ground.database, ground.schoolId, 'prevent');
      },
    ],
  ])('%s: the page offers to take it away just where that is done', async (_, key, isFree, use) => {
    use();
    const params = { kindId: ground.kindId(key) };
    const page = await opens(kind.loader, ground, ground.admin, '/x', params);
    expect(page.body).toMatchObject({ isFree });
    const came = await sends(kind.action, ground, ground.admin, '/x', { remove: 'yes' }, params);
    expect(came.status).toBe(isFree ? 303 : 409);
  });

  test.each([
    ['label', { label: '', category: 'staff' }],
    ['label', { label: 'teacher', category: 'staff' }],
    ['category', { label: 'Chef', category: 'pupil' }],
  ])('with a wrong %s are refused and kept', async (field, fields) => {
    const came = await sends(kinds.action, ground, ground.admin, '/x', fields);
    expect(came).toMatchObject({ status: 422, body: { values: fields } });
    expect(Object.keys(errorsIn(came))).toEqual([field]);
  });

  test('of another school are not found', async () => {
    const [theirs] = listAppointmentKinds(ground.database, ground.otherSchoolId);
    const params = { kindId: theirs!.id };
    expect((await opens(kind.loader, ground, ground.admin, '/x', params)).status).toBe(404);
  });
});

describe('the school', () => {
  const settings = {
    name: 'Grange',
    shortName: 'Grange',
    noticeDays: '30',
    gapDays: '60',
    returnDays: '14',
  };

  test('changes its settings', async () => {
    const came = await sends(school.action, ground, ground.admin, '/x', settings);
    expect(came.headers.get('Location')).toBe('/admin/school?done=settings');
    expect(findSchool(ground.database, ground.schoolId)).toMatchObject({ noticeDays: 30 });
  });

  test('shows the initials on certificates where it says so, and no longer when it does not', async () => {
    const showsInitials = () => findSchool(ground.database, ground.schoolId)?.showsInitials;
    expect(showsInitials()).toBe(false);
    const ticked = { ...settings, showsInitials: 'yes' };
    await sends(school.action, ground, ground.admin, '/x', ticked);
    expect(showsInitials()).toBe(true);
    const shown = (await opens(school.loader, ground, ground.admin, '/x')).body;
    expect(shown).toMatchObject({ known: { showsInitials: 'yes' } });
    await sends(school.action, ground, ground.admin, '/x', settings);
    expect(showsInitials()).toBe(false);
  });

  test('keeps what was typed where it is wrong', async () => {
    const fields = { ...settings, noticeDays: '1e2' };
    const came = await sends(school.action, ground, ground.admin, '/x', fields);
    expect(came).toMatchObject({ status: 422, body: { values: { noticeDays: '1e2' } } });
  });

  test('enters its terms', async () => {
    const fields = {
      'name-0': 'Autumn 2026',
      ...typedDay('from-0', '2026-09-01'),
      ...typedDay('to-0', '2026-12-18'),
    };
    await sends(terms.action, ground, ground.admin, '/x', fields);
    expect(listTerms(ground.database, ground.schoolId)).toHaveLength(1);
    const wrong = { ...fields, ...typedDay('to-0', '2026-08-18') };
    const came = await sends(terms.action, ground, ground.admin, '/x', wrong);
    expect(Object.keys(errorsIn(came))).toEqual(['to-0']);
    expect(came.body).toMatchObject({ values: { 'name-0': 'Autumn 2026' } });
  });
});

describe('what was changed', () => {
  test('is told in words, for a person too', async () => {
    await sends(kinds.action, ground, ground.admin, '/x', { label: 'Chef', category: 'staff' });
    const came = await opens(audit.loader, ground, ground.admin, '/admin/audit');
    expect(came.body).toMatchObject({
      count: 1,
      entries: [{ what: 'Added a kind of appointment', about: 'Chef', by: 'Ada Min' }],
    });
    const path = `/admin/audit?person=${ground.teacherId}`;
    const theirs = await opens(audit.loader, ground, ground.admin, path);
    expect(theirs.body).toMatchObject({ count: 0, person: { name: 'Zoë Marsh' } });
  });

  test('of a person of another school is not found', async () => {
    const path = `/admin/audit?person=${ground.strangerId}`;
    expect((await opens(audit.loader, ground, ground.admin, path)).status).toBe(404);
  });
});

describe('carrying over', () => {
  test('offers nothing to somebody with one record, and refuses what is made up', async () => {
    const params = { id: ground.teacherId };
    const shown = await opens(carryOver.loader, ground, ground.admin, '/x', params);
    expect(shown.body).toMatchObject({ offered: [] });
    const send = (fields: Record<string, string>) =>
      sends(carryOver.action, ground, ground.admin, '/x', fields, params);
    expect((await send({ completion: '1', requirement: '1' })).status).toBe(409);
    expect((await send({ completion: '-1', requirement: '' })).status).toBe(422);
  });
});
