import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeEach, describe, expect, test } from 'vitest';
import { newFormKey } from '#app/auth/visit.ts';
import { listHistory } from '#app/data/completions.ts';
import { listSessions } from '#app/data/sessions.ts';
import { day } from '#app/domain/days.ts';
import * as list from '#app/routes/dsl.sessions._index.tsx';
import * as sessionPage from '#app/routes/dsl.sessions.$id._index.tsx';
import * as changing from '#app/routes/dsl.sessions.$id.change.tsx';
import * as registerPage from '#app/routes/dsl.sessions.$id.sittings.$sittingId._index.tsx';
import * as moving from '#app/routes/dsl.sessions.$id.sittings.$sittingId.change.tsx';
import * as finalising from '#app/routes/dsl.sessions.$id.sittings.$sittingId.finalise.tsx';
import * as reopening from '#app/routes/dsl.sessions.$id.sittings.$sittingId.reopen.tsx';
import * as sheetPage from '#app/routes/dsl.sessions.$id.sittings.$sittingId.sheet.tsx';
import * as addingSitting from '#app/routes/dsl.sessions.$id.sittings.new.tsx';
import * as planning from '#app/routes/dsl.sessions.new.tsx';
import * as my from '#app/routes/my._index.tsx';
import { cameOf, contextFor, request } from '#tests/support/context.ts';
import { errorsIn, opens } from './admin-ground.ts';
import { type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;

beforeEach(async () => {
  ground = await leadGround();
});

type Pairs = [name: string, value: string][];
type Run = (args: ActionFunctionArgs) => unknown;
type At = { id: string; sittingId: string };

/** A form with boxes, of which several send the same name. */
function sendsAll(run: Run, pairs: Pairs, params: Partial<At> = {}, cookie = ground.dsl) {
  const body = new URLSearchParams([['formKey', newFormKey()], ...pairs]);
  const form = new Request(request('/x', cookie), { method: 'POST', body });
  const context = contextFor(ground.database, { isDemo: true, requestedDay: day('2026-11-16') });
  return cameOf(run({ request: form, context, params } as ActionFunctionArgs));
}

const plan = (more: Pairs = [], heldOn = '16 11 2026'): Pairs => {
  const [dayOfMonth = '', month = '', year = ''] = heldOn.split(' ');
  return [
    ['title', 'Autumn INSET'],
    ['credits', String(ground.preventId)],
    ['trainerPerson', ''],
    ['trainerName', 'Jane Roe'],
    ['trainerHolds', ''],
    ['categories', 'staff'],
    ['heldOn-day', dayOfMonth],
    ['heldOn-month', month],
    ['heldOn-year', year],
    ['startsAt', '9.00'],
    ...more,
  ];
};

/** Plans a session and answers where its register is. */
async function planned(pairs = plan()): Promise<At> {
  const { status } = await sendsAll(planning.action, pairs);
  expect(status).toBe(303);
  const session = listSessions(ground.database, ground.schoolId).at(-1);
  const sittingId = session?.sittings[0]?.id;
  return { id: String(session?.id), sittingId: String(sittingId) };
}

type Register = {
  began: string;
  answer: string;
  rows: { id: number; name: string; attendance: string | null }[];
  others: unknown[];
};

async function registerNow(at: At, cookie = ground.dsl): Promise<Register> {
  return (await opens(registerPage.loader, ground, cookie, '/x', at)).body as Register;
}

async function ticks(at: At, more: Pairs): Promise<Pairs> {
  const { began, rows } = await registerNow(at);
  return [['began', began], ...rows.map(({ id }): [string, string] => ['on', String(id)]), ...more];
}

async function saves(at: At, more: Pairs) {
  return sendsAll(registerPage.action, await ticks(at, more), at);
}

async function finalises(at: At, more: Pairs = []) {
  const { began } = (await opens(finalising.loader, ground, ground.dsl, '/x', at)).body as Register;
  return sendsAll(finalising.action, [['began', began], ...more], at);
}

describe('planning a session', () => {
  test('stands in the list, with when it is and how many are expected', async () => {
    const at = await planned(plan([], '4 1 2027'));
    const came = await opens(list.loader, ground, ground.dsl, '/dsl/sessions');
    expect(came.body).toMatchObject({
      answer: 'Next is Autumn INSET, on 4 January 2027 at 09:00: 5 people are expected.',
    });
    const session = await opens(sessionPage.loader, ground, ground.dsl, '/x', at);
    expect(session.body).toMatchObject({
      credits: [
        {
          until: ['Completed on 4 January 2027, renewed every 24 months: valid to 4 January 2029.'],
        },
      ],
    });
    const own = await opens(my.loader, ground, ground.teacher, '/my');
    expect(own.body).toMatchObject({
      sessions: [
        {
          title: 'Autumn INSET',
          sentence: 'On 4 January 2027 at 09:00, with Jane Roe. Being there completes prevent.',
        },
      ],
    });
  });

  test('says what is missing, and keeps what was typed', async () => {
    const came = await sendsAll(planning.action, [
      ['title', ' '],
      ['place', 'Hall'],
      ['startsAt', '25:00'],
      ['minutes', '0'],
    ]);
    expect(came.status).toBe(422);
    expect(Object.keys(errorsIn(came))).toEqual([
      'title',
      'trainerPerson',
      'credits',
      'categories',
      'heldOn',
      'startsAt',
      'minutes',
    ]);
    expect(came.body).toMatchObject({ values: { place: 'Hall', startsAt: '25:00' } });
  });

  test.each([
    ['a requirement of nobody', 'credits', '99999', 'credits'],
    ['a trainer of nobody', 'trainerPerson', '99999', 'trainerPerson'],
    ['a trainer twice over', 'trainerPerson', 'own', 'trainerName'],
    ['a requirement of nobody to hold', 'trainerHolds', '-1', 'trainerHolds'],
    ['a role of nobody', 'kinds', 'wizard', 'kinds'],
    ['a day that does not exist', 'heldOn-day', '31', 'heldOn'],
  ])('%s is refused', async (_, field, value, wrong) => {
    const pairs = plan().filter(([name]) => name !== field);
    const typed = value === 'own' ? String(ground.teacherId) : value;
    const came = await sendsAll(planning.action, [...pairs, [field, typed]]);
    expect(came.status).toBe(422);
    expect(errorsIn(came)).toHaveProperty(wrong);
    expect(listSessions(ground.database, ground.schoolId)).toEqual([]);
  });

  test('only leads plan; the headteacher reads; nobody else sees it', async () => {
    const at = await planned();
    expect((await sendsAll(planning.action, plan(), {}, ground.head)).status).toBe(403);
    expect((await sendsAll(registerPage.action, [], at, ground.head)).status).toBe(403);
    expect((await sendsAll(finalising.action, [], at, ground.head)).status).toBe(403);
    expect((await registerNow(at, ground.head)).others).toEqual([]);
    for (const page of [list, sessionPage, registerPage, sheetPage]) {
      expect((await opens(page.loader, ground, ground.head, '/x', at)).status).toBe(200);
      for (const cookie of [ground.teacher, ground.admin]) {
        expect((await opens(page.loader, ground, cookie, '/x', at)).status).toBe(403);
      }
    }
  });

  test('it is changed, a sitting added, moved and taken away, and called off', async () => {
    const at = await planned();
    const renamed = plan([['about', 'Why we look']]).map(([name, value]): [string, string] => {
      return [name, name === 'title' ? 'Winter INSET' : value];
    });
    expect((await sendsAll(changing.action, renamed, at)).status).toBe(303);
    const second: Pairs = [
      ['heldOn-day', '7'],
      ['heldOn-month', 'Jan'],
      ['heldOn-year', '2027'],
      ['isMopUp', 'yes'],
    ];
    expect((await sendsAll(addingSitting.action, second, at)).status).toBe(303);
    const [session] = listSessions(ground.database, ground.schoolId);
    expect(session).toMatchObject({
      title: 'Winter INSET',
      about: 'Why we look',
      sittings: [{ heldOn: '2026-11-16' }, { heldOn: '2027-01-07', isMopUp: true }],
    });
    const added = { id: at.id, sittingId: String(session?.sittings[1]?.id) };
    expect((await sendsAll(moving.action, [['remove', 'yes']], added)).status).toBe(303);
    expect((await sendsAll(moving.action, [['remove', 'yes']], at)).status).toBe(409);
    const off = await sendsAll(sessionPage.action, [['act', 'call-off']], at);
    expect(off.headers.get('Location')).toMatch(/off$/);
    expect((await sendsAll(sessionPage.action, [], at)).status).toBe(422);
    expect((await saves(at, [['step', 'save']])).status).toBe(409);
    const held = await sendsAll(sessionPage.action, [['act', 'hold']], at);
    expect(held.headers.get('Location')).toMatch(/held$/);
  });
});

describe('a register', () => {
  test('is ticked, looked at and made final; everybody who was there has it in their history', async () => {
    const at = await planned();
    const there: Pairs = [
      ['there', String(ground.teacherId)],
      ['there', String(ground.dslPersonId)],
      [`minutes.${ground.headPersonId}`, '20'],
      ['step', 'finalise'],
    ];
    expect((await saves(at, there)).headers.get('Location')).toMatch(/\/finalise$/);
    const preview = await opens(finalising.loader, ground, ground.dsl, '/x', at);
    expect(preview.body).toMatchObject({
      answer: 'This records 2 completions for 2 people.',
      shown: {
        recorded: [{ name: 'prevent', count: 2 }],
        inPart: [
          {
            name: 'Marian Oakes',
            says: '20 minutes: not enough for prevent (only the whole of it counts)',
          },
        ],
        notThere: [{}, {}],
      },
    });
    expect((await finalises(at)).status).toBe(303);
    expect(listHistory(ground.database, ground.teacherId)[0]).toMatchObject({
      evidence: 'register',
      provider: 'Jane Roe',
      completedOn: '2026-11-16',
    });
    expect((await registerNow(at)).answer).toBe(
      '2 of 5 people were there, 1 of the others in part.',
    );
    expect((await saves(at, [['step', 'save']])).status).toBe(409);
    expect((await opens(finalising.loader, ground, ground.dsl, '/x', at)).status).toBe(303);
  });

  test('minutes that are none are told at their person, and the ticks are kept', async () => {
    const at = await planned();
    const field = `minutes.${ground.headPersonId}`;
    const wrong: Pairs = [
      ['there', String(ground.teacherId)],
      [field, '601'],
      ['step', 'save'],
    ];
    const came = await saves(at, wrong);
    expect(came.status).toBe(422);
    expect(errorsIn(came)).toHaveProperty([field]);
    expect(came.body).toMatchObject({
      values: { there: String(ground.teacherId), [field]: '601' },
    });
  });

  test('somebody of another school cannot be added, and their tick is nothing', async () => {
    const at = await planned();
    const stranger = String(ground.strangerId);
    const added = await saves(at, [
      ['step', 'add'],
      ['person', stranger],
    ]);
    expect(added.status).toBe(404);
    await saves(at, [
      ['on', stranger],
      ['there', stranger],
      ['step', 'save'],
    ]);
    expect((await registerNow(at)).rows.map(({ id }) => id)).not.toContain(ground.strangerId);
  });

  test('nobody chosen to be added is said', async () => {
    const at = await planned();
    const came = await saves(at, [
      ['step', 'add'],
      ['person', ''],
    ]);
    expect([came.status, errorsIn(came)]).toMatchObject([
      422,
      { person: 'Choose who is to be added' },
    ]);
  });

  test('of two leads the later is told, with what they ticked, and may then save theirs', async () => {
    const at = await planned();
    const late = await ticks(at, [
      ['there', String(ground.headPersonId)],
      ['step', 'save'],
    ]);
    await saves(at, [
      ['there', String(ground.teacherId)],
      ['step', 'save'],
    ]);
    const came = await sendsAll(registerPage.action, late, at, ground.deputy);
    expect(came.status).toBe(409);
    expect(came.body).toMatchObject({
      began: null,
      values: { there: String(ground.headPersonId) },
    });
    await saves(at, [
      ['there', String(ground.headPersonId)],
      ['step', 'save'],
    ]);
    const { rows } = await registerNow(at);
    const there = rows.filter(({ attendance }) => attendance === 'there');
    expect(there.map(({ id }) => id)).toEqual([ground.headPersonId]);
  });

  test('made final from a page that is old, or before its day, it records nothing', async () => {
    const coming = await planned(plan([], '4 1 2027'));
    expect((await finalises(coming)).status).toBe(422);
    const at = await planned();
    await saves(at, [
      ['there', String(ground.teacherId)],
      ['step', 'save'],
    ]);
    const old = await opens(finalising.loader, ground, ground.dsl, '/x', at);
    await saves(at, [['step', 'everybody-there']]);
    const { began } = old.body as Register;
    expect((await sendsAll(finalising.action, [['began', began]], at)).status).toBe(409);
    expect(listHistory(ground.database, ground.teacherId)).toEqual([]);
  });

  test('where the trainer does not hold what is asked, it takes a tick', async () => {
    const at = await planned(
      plan([['trainerHolds', String(ground.level3Id)]])
        .filter(([name, value]) => !(name === 'trainerHolds' && value === ''))
        .map(([name, value]): [string, string] => {
          if (name === 'trainerName') return [name, ''];
          return [name, name === 'trainerPerson' ? String(ground.dslPersonId) : value];
        }),
    );
    await saves(at, [['step', 'everybody-there']]);
    const refused = await finalises(at);
    expect(refused.status).toBe(422);
    expect(errorsIn(refused)).toHaveProperty('acceptCascade');
    expect((await finalises(at, [['acceptCascade', 'yes']])).status).toBe(303);
  });

  test('is opened again with a reason, and shows what is withdrawn and added', async () => {
    const at = await planned();
    await saves(at, [
      ['there', String(ground.teacherId)],
      ['step', 'save'],
    ]);
    expect((await opens(reopening.loader, ground, ground.dsl, '/x', at)).status).toBe(404);
    await finalises(at);
    expect((await sendsAll(reopening.action, [['reason', ' ']], at)).status).toBe(422);
    const reason: Pairs = [['reason', 'Zoë left at once']];
    expect((await sendsAll(reopening.action, reason, at)).status).toBe(303);
    await saves(at, [
      ['there', String(ground.headPersonId)],
      ['step', 'save'],
    ]);
    const preview = await opens(finalising.loader, ground, ground.dsl, '/x', at);
    expect(preview.body).toMatchObject({
      answer: 'This records 1 completion for 1 person and withdraws 1 completion of 1 person.',
      reopenedFor: 'Zoë left at once',
      shown: {
        withdrawn: [{ says: 'Zoë Marsh: prevent' }],
        added: [{ says: 'Marian Oakes: prevent' }],
      },
    });
    expect((await finalises(at)).status).toBe(303);
    expect(listHistory(ground.database, ground.teacherId)[0]?.withdrawnBecause).toBe(
      'Its register was opened again: Zoë left at once',
    );
  });

  test('what is not there is not there: another session’s sitting, another school’s session', async () => {
    const one = await planned();
    const other = await planned();
    const mixed = { id: one.id, sittingId: other.sittingId };
    for (const params of [mixed, { id: '99999', sittingId: one.sittingId }, { id: '1e3' }]) {
      const came = await opens(registerPage.loader, ground, ground.dsl, '/x', params);
      expect(came.status).toBe(404);
    }
  });
});

test('the sheet has everybody who is expected, and the words that are signed', async () => {
  const at = await planned(
    plan([
      ['minutes', '90'],
      ['place', 'Hall'],
    ]),
  );
  const came = await opens(sheetPage.loader, ground, ground.head, '/x', at);
  expect(came.body).toMatchObject({
    facts: ['16 November 2026 at 09:00', '90 minutes', 'Hall', 'with Jane Roe'],
    words:
      'By signing I confirm that I was there for the whole of this session, or for the minutes that I give, and that I have had training in prevent.',
    people: [{}, {}, {}, {}, {}],
  });
});
