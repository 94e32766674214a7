import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeEach, describe, expect, test } from 'vitest';
import { addCompletion } from '#app/data/completions.ts';
import type { Database } from '#app/data/database.ts';
import { policyOf } from '#app/data/policy.ts';
import { day } from '#app/domain/days.ts';
import type { PreviewStep } from '#app/forms/requirement-steps.ts';
import * as list from '#app/routes/dsl.requirements._index.tsx';
import * as one from '#app/routes/dsl.requirements.$id._index.tsx';
import * as change from '#app/routes/dsl.requirements.$id.change.tsx';
import * as retire from '#app/routes/dsl.requirements.$id.retire.tsx';
import * as adding from '#app/routes/dsl.requirements.new.tsx';
import { cameOf, contextFor, request, signInAs } from '#tests/support/context.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeAccount, makePerson, makeSchool, makeTrust, write } from '#tests/support/people.ts';

const TODAY = { isDemo: true, requestedDay: day('2026-11-16') };

let database: Database;
let school: number;
let teachers: number[];
let dsl: string;

beforeEach(async () => {
  database = freshDatabase();
  const trust = makeTrust(database);
  school = makeSchool(database, trust);
  teachers = ['Ann Ash', 'Ben Birch', 'Cy Cedar'].map((name) => {
    return makePerson(database, school, name);
  });
  dsl = await cookieOf('dsl');
});

let accounts = 0;

async function cookieOf(kind: string, at = school): Promise<string> {
  const person = makePerson(database, at, 'Ada Marsh', [{ kind }]);
  const account = await makeAccount(database, {
    email: `ada${accounts++}@example.sch.uk`,
    people: [person],
  });
  return signInAs(database, account);
}

type Values = Record<string, string | string[]>;

const WHOLE: Values = {
  name: 'Prevent',
  whatCounts: 'The awareness course',
  handedInCounts: 'when-checked',
  lines: '1',
  'line-0-categories': 'staff',
  'line-0-cycle': 'months',
  'line-0-months': '24',
  'line-0-startWithin': '30',
  'line-0-basis': 'school-policy',
  'line-0-document': 'Policy',
  'line-0-place': 'Section 6',
  ...typed('startsOn', '2025-09-01'),
  ...typed('line-0-rollOutOn', '2025-10-31'),
};

function typed(name: string, on: string): Values {
  const [year = '', month = '', dayOfMonth = ''] = on.split('-');
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

function argsOf(path: string, cookie: string, values?: Values, id?: number | string) {
  const plain = request(path, cookie);
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values ?? {})) {
    for (const item of [value].flat()) body.append(name, item);
  }
  const asked = values ? new Request(plain, { method: 'POST', body }) : plain;
  const params = id === undefined ? {} : { id: String(id) };
  return { request: asked, context: contextFor(database, TODAY), params } as ActionFunctionArgs;
}

const send = (values: Values, cookie = dsl) =>
  cameOf(adding.action(argsOf('/dsl/requirements/new', cookie, values)));

const sendChange = (id: number | string, values: Values, cookie = dsl) =>
  cameOf(change.action(argsOf(`/dsl/requirements/${id}/change`, cookie, values, id)));

async function addPrevent(): Promise<number> {
  const { headers } = await send({ ...WHOLE, step: 'save', overdueAgreed: '4' });
  return Number(/\d+/.exec(headers.get('Location') ?? '')?.[0]);
}

const policy = () => policyOf(database, school).requirements;

describe('adding a requirement', () => {
  test('the first send shows what it does and saves nothing', async () => {
    const { status, body } = await send({ ...WHOLE, formKey: 'k' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      view: 'preview',
      formKey: 'k',
      values: { name: 'Prevent' },
      preview: {
        what: 'A new requirement, asked since 1 September 2025.',
        lines: [{ who: 'All staff', howOften: 'Renewed every 24 months' }],
        becomeOverdue: ['Ann Ash', 'Ben Birch', 'Cy Cedar', 'Ada Marsh'],
      },
    });
    expect(policy()).toEqual([]);
  });

  test('saving it leads to its page', async () => {
    const { status, headers } = await send({ ...WHOLE, step: 'save', overdueAgreed: '4' });
    expect(status).toBe(303);
    expect(headers.get('Location')).toMatch(/^\/dsl\/requirements\/\d+\?done=added$/);
    expect(policy()).toHaveLength(1);
  });

  test('without the tick that people become overdue the preview comes again', async () => {
    const { status, body } = await send({ ...WHOLE, step: 'save' });
    expect(status).toBe(422);
    expect(body).toMatchObject({ view: 'preview', errors: [{ field: 'overdueAgreed' }] });
    expect(policy()).toEqual([]);
  });

  test('where another number was seen, it is a conflict', async () => {
    const { status } = await send({ ...WHOLE, step: 'save', overdueAgreed: '2' });
    expect(status).toBe(409);
  });

  test('sent twice with one key it is there once', async () => {
    const formKey = '4f9c1f0a-9b5e-4c1c-8a3e-0c6f3a1d2b4c';
    const values = { ...WHOLE, formKey, step: 'save', overdueAgreed: '4' };
    const first = await send(values);
    const second = await send(values);
    expect(policy()).toHaveLength(1);
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
  });

  test('after it was saved, the form gone back to is a new form', async () => {
    const formKey = '4f9c1f0a-9b5e-4c1c-8a3e-0c6f3a1d2b4c';
    await send({ ...WHOLE, formKey, step: 'save', overdueAgreed: '4' });
    const { body } = await send({ ...WHOLE, formKey, name: 'Another' });
    expect((body as PreviewStep & { formKey: string }).formKey).not.toBe(formKey);
  });

  test('what is wrong is said, and what was typed is kept', async () => {
    const { status, body } = await send({ ...WHOLE, name: '', 'line-0-months': 'two' });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      view: 'form',
      errors: [{ field: 'name' }, { field: 'line-0-months' }],
      values: { whatCounts: 'The awareness course', 'line-0-months': 'two' },
    });
  });

  test('another line comes with the form, and goes again', async () => {
    const more = await send({ ...WHOLE, step: 'add-line' });
    expect(more).toMatchObject({ status: 200, body: { view: 'form', values: { lines: '2' } } });
    const less = await send({ ...WHOLE, lines: '2', step: 'remove-line-0' });
    expect(less).toMatchObject({ body: { view: 'form', values: { lines: '1' } } });
  });

  test('from the preview one can go back to the form', async () => {
    const { body } = await send({ ...WHOLE, step: 'edit' });
    expect(body).toMatchObject({ view: 'form', errors: [], values: { name: 'Prevent' } });
  });

  test('a day can be tried out before saving', async () => {
    const tried = { ...typed('tried', '2026-02-28'), step: 'try-a-day' };
    const { body } = await send({ ...WHOLE, ...tried });
    expect((body as PreviewStep).tried).toMatchObject([
      { who: 'All staff', validTo: '2028-02-28' },
    ]);
    const wrong = await send({ ...WHOLE, ...typed('tried', '2026-02-31'), step: 'try-a-day' });
    expect(wrong).toMatchObject({ status: 422, body: { view: 'preview' } });
  });

  test('what is not in the form changes nothing', async () => {
    await send({ ...WHOLE, step: 'save', overdueAgreed: '4', school_id: '99', key: 'x', id: '7' });
    expect(policy()[0]).toMatchObject({ key: 'prevent' });
  });
});

describe('changing a requirement', () => {
  test('the form holds what stands', async () => {
    const id = await addPrevent();
    const path = `/dsl/requirements/${id}/change`;
    const { body } = await cameOf(change.loader(argsOf(path, dsl, undefined, id)));
    expect(body).toMatchObject({ values: { name: 'Prevent', 'line-0-months': '24' } });
  });

  test('a shorter cycle for what was done before shows who becomes overdue', async () => {
    const id = await addPrevent();
    write(database, (transaction) => {
      for (const personId of teachers) {
        addCompletion(transaction, {
          personId,
          requirementId: id,
          completedOn: day('2025-09-20'),
          evidence: 'register',
          recordedAt: '2025-09-20T10:00:00Z',
        });
      }
    });
    const { body } = await sendChange(id, {
      ...WHOLE,
      'line-0-key': 'staff',
      'line-0-months': '12',
      how: 'from-a-day',
      ...typed('startsOn', '2026-11-16'),
      earlier: 'recounted',
    });
    expect(body).toMatchObject({
      preview: {
        becomeOverdue: ['Ann Ash', 'Ben Birch', 'Cy Cedar'],
        earlier: '3 completions from before 16 November 2026 are reckoned by these rules too.',
      },
    });
  });

  test('what guidance asks and the change takes off is named', async () => {
    const law = { ...WHOLE, 'line-0-basis': 'statutory-guidance' };
    const { headers } = await send({ ...law, step: 'save', overdueAgreed: '4' });
    const id = Number(/\d+/.exec(headers.get('Location') ?? '')?.[0]);
    const { body } = await sendChange(id, {
      ...law,
      'line-0-key': 'staff',
      'line-0-months': '36',
      how: 'correct',
      ...typed('correctedOn', '2025-09-01'),
    });
    expect(body).toMatchObject({ preview: { lost: [{ howOften: 'Renewed every 24 months' }] } });
  });

  test('words are changed without a new version', async () => {
    const id = await addPrevent();
    const values = { ...WHOLE, 'line-0-key': 'staff', name: 'Prevent duty', step: 'save' };
    const { status, headers } = await sendChange(id, values);
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`/dsl/requirements/${id}?done=changed`);
    expect(policy()[0]).toMatchObject({ name: 'Prevent duty', versions: [{}] });
  });
});

describe('the policy and one requirement', () => {
  test('an empty policy says so', async () => {
    const { body } = await cameOf(list.loader(argsOf('/dsl/requirements', dsl)));
    expect(body).toMatchObject({ answer: 'Grange asks nothing of anybody yet.', parts: [] });
  });

  test('each requirement stands with its rule and how many are in date', async () => {
    await addPrevent();
    const { body } = await cameOf(list.loader(argsOf('/dsl/requirements', dsl)));
    expect(body).toMatchObject({
      answer: 'Grange asks 1 thing of its people: all by its own promise.',
      parts: [{ key: 'own', requirements: [{ figure: ['0 of 4 in date', '4 overdue'] }] }],
    });
  });

  test('a day is tried out in the address', async () => {
    const id = await addPrevent();
    const query = new URLSearchParams(typed('tried', '2026-02-28') as Record<string, string>);
    const path = `/dsl/requirements/${id}?${query}`;
    const { status, body } = await cameOf(one.loader(argsOf(path, dsl, undefined, id)));
    expect(status).toBe(200);
    expect(body).toMatchObject({ tried: { lines: [{ validTo: '2028-02-28' }] } });
    const wrong = argsOf(`/dsl/requirements/${id}?tried-day=31`, dsl, undefined, id);
    expect(await cameOf(one.loader(wrong))).toMatchObject({ status: 422 });
  });

  test('it is retired from a day and asked again', async () => {
    const id = await addPrevent();
    const path = `/dsl/requirements/${id}/retire`;
    const sendRetire = (values: Values) => cameOf(retire.action(argsOf(path, dsl, values, id)));
    const missing = await sendRetire({ act: 'retire' });
    expect(missing).toMatchObject({ status: 422, body: { errors: [{ field: 'retiredFrom' }] } });
    const done = await sendRetire({ act: 'retire', ...typed('retiredFrom', '2026-12-01') });
    expect(done.headers.get('Location')).toBe(`/dsl/requirements/${id}?done=retired`);
    expect(policy()[0]?.retiredFrom).toBe('2026-12-01');
    await sendRetire({ act: 'ask-again' });
    expect(policy()[0]?.retiredFrom).toBeNull();
  });
});

describe('who may', () => {
  type Page = { loader: (args: never) => unknown; action?: (args: never) => unknown };

  async function statusOf(page: Page, cookie: string, id: number | string, values?: Values) {
    const acting = values ? page.action! : page.loader;
    const run = async () => acting(argsOf('/dsl/requirements', cookie, values, id) as never);
    return (await cameOf(run())).status;
  }

  test.each([
    ['headteacher', 200, 403],
    ['dsl', 200, 200],
    ['deputy-dsl', 200, 200],
    ['teacher', 403, 403],
    ['governor', 403, 403],
  ])('a %s sees them: %i, changes them: %i', async (kind, seeing, changing) => {
    const id = await addPrevent();
    const cookie = await cookieOf(kind);
    for (const page of [list, one]) expect(await statusOf(page, cookie, id)).toBe(seeing);
    for (const page of [adding, change, retire]) {
      expect(await statusOf(page, cookie, id)).toBe(changing);
      const sent = await statusOf(page, cookie, id, {});
      expect(sent).toBe(changing === 200 ? 422 : 403);
    }
  });

  test('another school’s requirement is not found, nor what is no number', async () => {
    const id = await addPrevent();
    const elsewhere = await cookieOf('dsl', makeSchool(database, makeTrust(database), 'Parkside'));
    for (const page of [one, change, retire]) {
      expect(await statusOf(page, elsewhere, id)).toBe(404);
      for (const odd of ['0', '-1', '1e3', '0x10', '9007199254740993', 'x', String(id + 99)]) {
        expect(await statusOf(page, dsl, odd)).toBe(404);
      }
    }
    expect(await statusOf(change, elsewhere, id, WHOLE)).toBe(404);
    expect(await statusOf(retire, elsewhere, id, { act: 'ask-again' })).toBe(404);
  });
});
