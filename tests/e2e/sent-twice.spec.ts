import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type Ids, readIds, withIds } from '#tests/support/demo-ids.ts';
import type { App } from './app.ts';
import { ask, cookieFor } from './ask.ts';
import { changing, expect } from './test.ts';

const day = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** A form that is sent twice, and the table in which it leaves one row more, or one less. */
type Row = { as: string; path: string; form: (ids: Ids) => Record<string, string>; table: string };

const dates = { ...day('from', '2026-11-16'), ...day('to', '2026-11-30') };

const FORMS: Record<string, Row> = {
  'a completion': {
    as: 'dsl',
    path: '/dsl/people/:person/record',
    form: ({ requirement }) => ({
      requirement: String(requirement),
      evidence: 'certificate',
      ...day('completedOn', '2026-06-30'),
    }),
    table: 'completions',
  },
  'a completion withdrawn': {
    as: 'dsl',
    path: '/dsl/people/:person/completions/:completion',
    form: () => ({ decision: 'withdraw', reason: 'Entered for the wrong person' }),
    table: 'withdrawals',
  },
  'a booking': {
    as: 'dsl',
    path: '/dsl/people/:person/book',
    form: ({ requirement }) => ({
      requirement: String(requirement),
      ...day('bookedOn', '2026-12-03'),
    }),
    table: 'bookings',
  },
  'an exemption': {
    as: 'dsl',
    path: '/dsl/people/:person/exempt',
    form: ({ requirement }) => ({ requirement: String(requirement), reason: 'Agreed', ...dates }),
    table: 'exemptions',
  },
  'an absence': {
    as: 'administrator',
    path: '/dsl/people/:person/absence',
    form: () => dates,
    table: 'absences',
  },
  'a person': {
    as: 'administrator',
    path: '/admin/people/new',
    form: ({ kind }) => ({
      firstName: 'Nell',
      lastName: 'Ashdown',
      kind: String(kind),
      ...day('from', '2020-09-01'),
    }),
    table: 'people',
  },
  'an appointment': {
    as: 'administrator',
    path: '/admin/people/:person/appoint',
    form: ({ kind }) => ({ kind: String(kind), ...day('from', '2026-11-16') }),
    table: 'appointments',
  },
  'a kind of appointment': {
    as: 'administrator',
    path: '/admin/kinds',
    form: () => ({ label: 'Keeper of the bees', category: 'staff' }),
    table: 'appointment_kinds',
  },
  'an import': {
    as: 'administrator',
    path: '/admin/import',
    form: () => ({
      kind: 'staff-list',
      evidence: 'self-reported',
      pasted: 'Staff number,First name,Last name\nX-1,Nobody,Yet',
    }),
    table: 'imports',
  },
};

for (const [what, { as, path, form, table }] of Object.entries(FORMS)) {
  changing(`${what} sent twice is there once, and leads to the same page`, async ({ app }) => {
    const ids = readIds(app.dataDir, 'grange', 'GRA-008');
    await expectOnce(app, { as, path: withIds(path, ids), form: form(ids), table }, 1);
  });
}

changing('what was taken away is taken away once, and leads to the same page', async ({ app }) => {
  const { person } = readIds(app.dataDir, 'grange', 'GRA-008');
  const administrator = await cookieFor(app, 'administrator');
  const make = (path: string, form: Record<string, string>) =>
    ask(app, path, { cookie: administrator, form });
  const as = 'administrator';

  await make(`/dsl/people/${person}/absence`, dates);
  const absence = `/dsl/people/${person}/absence?change=${newest(app, 'absences')}`;
  await expectOnce(app, { as, path: absence, form: { remove: 'yes' }, table: 'absences' }, -1);

  const requirement = String(readIds(app.dataDir, 'grange', 'GRA-008').requirement);
  await make(`/dsl/people/${person}/exempt`, { requirement, reason: 'Agreed', ...dates });
  const exemption = `/dsl/people/${person}/exempt?change=${newest(app, 'exemptions')}`;
  await expectOnce(app, { as, path: exemption, form: { remove: 'yes' }, table: 'exemptions' }, -1);

  await make('/admin/kinds', { label: 'Keeper of the bees', category: 'staff' });
  const kind = newest(app, 'appointment_kinds');
  const path = `/admin/kinds/${kind}`;
  await expectOnce(app, { as, path, form: { remove: 'yes' }, table: 'appointment_kinds' }, -1);

  const pasted = { kind: 'staff-list', evidence: 'self-reported', pasted: 'First name\nNobody' };
  await make('/admin/import', pasted);
  const discarded = `/admin/import/${newest(app, 'imports')}`;
  await expectOnce(app, { as, path: discarded, form: { intent: 'discard' }, table: 'imports' }, -1);

  await make(`/admin/people/${person}/appoint`, {
    kind: `${readIds(app.dataDir, 'grange', 'GRA-008').kind}`,
    ...day('from', '2026-11-16'),
  });
  const appointment = `/admin/people/${person}/appointments/${newest(app, 'appointments')}/remove`;
  const why = { why: 'Entered wrongly' };
  await expectOnce(app, { as, path: appointment, form: why, table: 'appointments' }, -1);
});

type Sent = { as: string; path: string; form: Record<string, string>; table: string };

async function expectOnce(app: App, sent: Sent, more: number): Promise<void> {
  const cookie = await cookieFor(app, sent.as);
  const form = { ...sent.form, formKey: randomUUID() };
  const before = countOf(app, sent.table);
  const answers = [];
  for (let times = 1; times <= 2; times++) {
    const { status, headers, text } = await ask(app, sent.path, { cookie, form });
    answers.push({ status, location: headers.location });
    if (times === 1) expect(status, errorsIn(text)).toBe(303);
  }
  expect(answers[1], sent.path).toEqual(answers[0]);
  expect(countOf(app, sent.table) - before, sent.table).toBe(more);
}

const errorsIn = (text: string) => /govuk-error-summary.*?<\/ul>/s.exec(text)?.[0] ?? 'no errors';

const countOf = (app: App, table: string) => readOne(app, `SELECT count(*) AS n FROM ${table}`);
const newest = (app: App, table: string) => readOne(app, `SELECT max(id) AS n FROM ${table}`);

function readOne({ dataDir }: App, sql: string): number {
  const client = new BetterSqlite3(join(dataDir, 'indate.db'), { readonly: true });
  const { n } = client.prepare(sql).get() as { n: number };
  client.close();
  return n;
}
