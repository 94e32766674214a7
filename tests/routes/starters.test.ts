import { beforeEach, describe, expect, test } from 'vitest';
import { listInductionLists } from '#app/data/induction-lists.ts';
import { listTicks } from '#app/data/induction-ticks.ts';
import type { Side } from '#app/domain/induction-list/list.ts';
import * as starters from '#app/routes/dsl.starters._index.tsx';
import * as starter from '#app/routes/dsl.starters.$personId._index.tsx';
import * as sheetEntry from '#app/routes/dsl.starters.$personId.enter.tsx';
import * as sheet from '#app/routes/dsl.starters.$personId.sheet.tsx';
import * as lists from '#app/routes/dsl.starters.lists._index.tsx';
import * as list from '#app/routes/dsl.starters.lists.$listId._index.tsx';
import * as step from '#app/routes/dsl.starters.lists.$listId.steps.$stepId.tsx';
import * as newStep from '#app/routes/dsl.starters.lists.$listId.steps.new.tsx';
import * as newList from '#app/routes/dsl.starters.lists.new.tsx';
import * as firstWeeks from '#app/routes/my.first-weeks.tsx';
import { signInAs } from '#tests/support/context.ts';
import { makeAccount, makePerson } from '#tests/support/people.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
let theoId: number;
let theo: string;
/** Has no account. */
let patrickId: number;

beforeEach(async () => {
  ground = await leadGround();
  const { database, schoolId } = ground;
  const began = { from: '2026-11-16' };
  theoId = makePerson(database, schoolId, 'Theo Baptiste', [{ kind: 'teacher', ...began }]);
  patrickId = makePerson(database, schoolId, 'Patrick Keogh', [{ kind: 'lunchtime', ...began }]);
  const accountId = await makeAccount(database, {
    email: 'theo@example.org',
    name: 'Theo Baptiste',
    people: [theoId],
  });
  theo = await signInAs(database, accountId);
  expect((await sends(lists.action, ground, ground.dsl, '/x', {})).status).toBe(303);
});

type Shown = {
  answer: string;
  steps: { id: number; words: string; state: string; acts: { side: Side; isDone: boolean }[] }[];
};

const own = async () => (await opens(firstWeeks.loader, ground, theo, '/x')).body as Shown;
const seen = async (cookie = ground.dsl, personId = theoId) =>
  (await opens(starter.loader, ground, cookie, '/x', { personId: String(personId) })).body as Shown;
const stepCalled = async (words: RegExp) => {
  const { steps } = await own();
  return String(steps.find((one) => words.test(one.words))?.id);
};
const staffList = () => listInductionLists(ground.database, ground.schoolId)[0]!;

const ticksOwn = (stepId: string, more: Record<string, string> = {}) =>
  sends(firstWeeks.action, ground, theo, '/x', {
    step: stepId,
    side: 'starter',
    act: 'tick',
    ...more,
  });
const ticksOther = (cookie: string, stepId: string, more: Record<string, string> = {}) =>
  sends(
    starter.action,
    ground,
    cookie,
    '/x',
    { step: stepId, side: 'responsible', act: 'tick', ...more },
    { personId: theoId },
  );
const ticksOf = (personId: number) =>
  (listTicks(ground.database, ground.schoolId).get(personId) ?? []).map(({ side }) => side);

describe('a starter', () => {
  test('sees on the first day what is due by when, and ticks their side', async () => {
    expect((await own()).answer).toBe(
      '0 of 9 things of your first weeks are done; the next is due by the end of today.',
    );
    const met = await stepCalled(/^Met/);
    const came = await ticksOwn(met);
    expect(came.status).toBe(303);
    expect(came.headers.get('Location')).toBe(`/my/first-weeks?done=ticked#step-${met}`);
    expect((await own()).steps.find(({ id }) => id === Number(met))).toMatchObject({
      state: 'half',
      acts: [{ side: 'starter', isDone: false }],
    });
    expect((await ticksOwn(met, { act: 'take-back' })).status).toBe(303);
    expect((await own()).steps[0]?.state).toBe('open');
  });

  test('ticks no other side, whatever the form says, and nobody else’s list', async () => {
    const met = await stepCalled(/^Met/);
    await ticksOwn(met, { side: 'responsible', personId: String(patrickId) });
    expect(ticksOf(theoId)).toEqual(['starter']);
    expect(ticksOf(patrickId)).toEqual([]);
    expect((await ticksOther(theo, met)).status).toBe(403);
  });

  test('is told in words what cannot be read; a step of nobody is not found', async () => {
    const came = await sends(firstWeeks.action, ground, theo, '/x', {});
    expect(came.status).toBe(422);
    expect(errorsIn(came)).toMatchObject({ step: 'Press the button of what you mean' });
    for (const wrong of ['1e3', '-1', "1' or 1=1"]) {
      expect((await ticksOwn(wrong)).status).toBe(422);
    }
    expect((await ticksOwn('999999')).status).toBe(404);
    expect(ticksOf(theoId)).toEqual([]);
  });

  test('who began long ago is told that there is no list for them', async () => {
    const came = await opens(firstWeeks.loader, ground, ground.teacher, '/x');
    expect(came.body).toMatchObject({ answer: null, steps: [] });
  });
});

describe('the school’s side', () => {
  test('is ticked by a lead with one press, and is done with both', async () => {
    const met = await stepCalled(/^Met/);
    await ticksOwn(met);
    expect((await ticksOther(ground.dsl, met)).status).toBe(303);
    expect((await seen()).answer).toMatch(/^1 of 9 things of their first weeks is done/);
  });

  test('a headteacher ticks what they answer for, and reads the rest', async () => {
    const { steps } = await seen(ground.head);
    const pressed = steps.filter(({ acts }) => acts.length > 0).map(({ words }) => words);
    expect(pressed).toEqual([expect.stringMatching(/^Code of conduct/)]);
    expect((await ticksOther(ground.head, await stepCalled(/^Met/))).status).toBe(403);
    expect((await ticksOther(ground.head, await stepCalled(/^Code/))).status).toBe(303);
  });

  test('an administrator ticks what the office answers for, and nothing else', async () => {
    const supplyId = makePerson(ground.database, ground.schoolId, 'Monique D', [
      { kind: 'supply', from: '2026-11-16' },
    ]);
    const { steps } = await seen(ground.admin, supplyId);
    const letter = steps.find(({ words }) => /agency/.test(words))!;
    expect(letter.acts).toEqual([{ side: 'responsible', isDone: true }]);
    const press = (id: number) =>
      sends(
        starter.action,
        ground,
        ground.admin,
        '/x',
        { step: String(id), side: 'responsible', act: 'tick' },
        { personId: supplyId },
      );
    expect((await press(letter.id)).status).toBe(303);
    const briefing = steps.find(({ words }) => /^Briefing/.test(words))!;
    expect((await press(briefing.id)).status).toBe(403);
  });

  test('a lead ticks the starter’s side nowhere, where there is an account', async () => {
    const met = await stepCalled(/^Met/);
    expect((await ticksOther(ground.dsl, met, { side: 'starter' })).status).toBe(403);
    const fields = { side: 'starter', steps: met, ...DAY };
    const at = { personId: theoId };
    const came = await sends(sheetEntry.action, ground, ground.dsl, '/x', fields, at);
    expect(came.status).toBe(403);
    expect(ticksOf(theoId)).toEqual([]);
  });

  test('of people without a list, or of another school, there is no page', async () => {
    for (const id of [ground.teacherId, ground.strangerId, 99999]) {
      const at = { personId: String(id) };
      for (const { loader } of [starter, sheet, sheetEntry]) {
        expect((await opens(loader, ground, ground.dsl, '/x', at)).status).toBe(404);
      }
    }
  });
});

const DAY = { 'tickedOn-day': '16', 'tickedOn-month': '11', 'tickedOn-year': '2026' };

describe('a signed sheet', () => {
  const enters = (cookie: string, fields: Record<string, string>) =>
    sends(sheetEntry.action, ground, cookie, '/x', fields, { personId: patrickId });

  test('is entered by one and countersigned by another', async () => {
    const { steps } = await seen(ground.dsl, patrickId);
    const id = String(steps[0]!.id);
    const theirs = { side: 'starter', steps: id, ...DAY };
    const others = { side: 'responsible', steps: id, ...DAY };
    expect((await enters(ground.dsl, theirs)).status).toBe(303);
    const shown = (await seen(ground.deputy, patrickId)).steps[0] as { sentence?: string };
    expect(shown.sentence).toMatch(/from the signed sheet, entered by Ada Marsh/);
    expect((await enters(ground.dsl, others)).status).toBe(403);
    expect((await enters(ground.deputy, others)).status).toBe(303);
    expect((await seen(ground.dsl, patrickId)).steps[0]?.state).toBe('done');
  });

  test('says so where everything in it was entered before', async () => {
    const { steps } = await seen(ground.dsl, patrickId);
    const form = { side: 'starter', steps: String(steps[0]!.id), ...DAY };
    expect((await enters(ground.dsl, form)).headers.get('Location')).toMatch(/done=entered$/);
    expect((await enters(ground.dsl, form)).headers.get('Location')).toMatch(
      /done=entered-before$/,
    );
    const at = { personId: String(patrickId) };
    const came = await opens(sheetEntry.loader, ground, ground.dsl, '/x', at);
    expect((came.body as { steps: { hint?: string }[] }).steps[0]?.hint).toBe(
      'Ticked by the starter: the school’s signature is missing',
    );
  });

  test('comes back with what was typed where something is missing', async () => {
    const came = await enters(ground.dsl, { side: 'starter', 'tickedOn-day': '31' });
    expect(came.status).toBe(422);
    expect(errorsIn(came)).toEqual({
      steps: 'Choose what was signed',
      tickedOn: 'The day must include a month and a year',
    });
    const { steps } = await seen(ground.dsl, patrickId);
    const late = { side: 'starter', steps: String(steps[0]!.id), ...DAY, 'tickedOn-day': '17' };
    expect(errorsIn(await enters(ground.dsl, late))).toEqual({
      tickedOn: 'The day must be today or in the past',
    });
  });

  test('has a line for each step', async () => {
    const at = { personId: String(patrickId) };
    const came = await opens(sheet.loader, ground, ground.dsl, '/x', at);
    const { steps } = came.body as { steps: { within: string; label: string }[] };
    expect(steps).toHaveLength(9);
    expect(steps[0]).toMatchObject({
      within: '16 November 2026',
      label: 'Designated safeguarding lead',
    });
  });
});

test('the page of starters tells who has what open from the first day on', async () => {
  const came = await opens(starters.loader, ground, ground.admin, '/x');
  expect(came.body).toMatchObject({
    answer: '2 people are in their first weeks, and nothing is late.',
    mayChange: false,
    open: [{ name: 'Theo Baptiste' }, { name: 'Patrick Keogh' }],
  });
});

describe('the lists', () => {
  test('are begun once', async () => {
    expect((await sends(lists.action, ground, ground.dsl, '/x', {})).status).toBe(409);
    expect(staffList().startsOn).toBe('2026-11-16');
  });

  test('a list is added and changed; nothing is half saved', async () => {
    const since = { 'startsOn-day': '1', 'startsOn-month': 'sep', 'startsOn-year': '2026' };
    const add = (fields: Record<string, string>) =>
      sends(newList.action, ground, ground.dsl, '/x', { name: 'Cooks', ...since, ...fields });
    expect(errorsIn(await add({}))).toEqual({ categories: 'Choose whom it is for' });
    expect((await add({ kinds: 'lunchtime' })).status).toBe(303);
    expect(errorsIn(await add({ kinds: 'lunchtime' }))).toEqual({
      name: 'Another list is called so already',
    });
    const listId = staffList().id;
    const renamed = { name: 'All staff', categories: 'staff', ...since };
    await sends(list.action, ground, ground.dsl, '/x', renamed, { listId });
    expect(staffList()).toMatchObject({ name: 'All staff', startsOn: '2026-09-01' });
  });

  test('a step is added, changed, taken out and asked again', async () => {
    const listId = staffList().id;
    const fields = { words: 'Fire drill', within: '3', requirement: '', responsible: 'site' };
    const add = (more: object) =>
      sends(newStep.action, ground, ground.dsl, '/x', { ...fields, ...more }, { listId });
    expect(errorsIn(await add({ within: '400', words: '' }))).toEqual({
      words: 'Enter what is to be done',
      within: 'Enter the days from joining as a whole number from 0 to 365',
    });
    expect((await add({ requirement: '999' })).status).toBe(422);
    expect((await add({})).status).toBe(303);
    const added = staffList().steps.at(-1)!;
    expect(added).toMatchObject({ words: 'Fire drill', within: 3, startsOn: '2026-11-16' });
    const at = { listId, stepId: added.id };
    const send = (form: Record<string, string>) =>
      sends(step.action, ground, ground.dsl, '/x', form, at);
    expect((await send({ ...fields, requirement: String(ground.preventId) })).status).toBe(303);
    expect(staffList().steps.at(-1)).toMatchObject({ requirementId: ground.preventId });
    await send({ act: 'retire' });
    expect((await own()).steps.map(({ words }) => words)).not.toContain('Fire drill');
    await send({ act: 'ask-again' });
    expect((await own()).steps.map(({ words }) => words)).toContain('Fire drill');
  });

  test('say who becomes late by a change before it is made', async () => {
    const listId = staffList().id;
    const { id: stepId } = staffList().steps.find(({ key }) => key === 'child-protection-policy')!;
    const { database, schoolId } = ground;
    makePerson(database, schoolId, 'Mirela Stanciu', [{ kind: 'lunchtime', from: '2026-11-10' }]);
    const earlier = {
      name: 'Staff',
      categories: 'staff',
      'startsOn-day': '9',
      'startsOn-month': '11',
      'startsOn-year': '2026',
    };
    const came = await sends(list.action, ground, ground.dsl, '/x', earlier, { listId });
    expect(came.status).toBe(422);
    expect(came.body).toMatchObject({ late: ['Mirela Stanciu'] });
    expect(errorsIn(came)).toEqual({
      lateAgreed: 'Tick the box to say that 1 starter becomes late by it',
    });
    const agreed = { ...earlier, lateAgreed: '1' };
    const saved = await sends(list.action, ground, ground.dsl, '/x', agreed, { listId });
    expect(saved.status).toBe(303);
    const fields = { words: 'Policy read', within: '3', requirement: '', responsible: 'dsl' };
    const send = (form: Record<string, string>) =>
      sends(step.action, ground, ground.dsl, '/x', form, { listId, stepId });
    expect((await send(fields)).body).toMatchObject({ late: ['Mirela Stanciu'], isAgain: false });
    expect((await send({ ...fields, lateAgreed: '1' })).status).toBe(303);
    await send({ act: 'retire' });
    const again = await send({ act: 'ask-again' });
    expect(again.body).toMatchObject({ late: ['Mirela Stanciu'], isAgain: true });
    expect((await send({ act: 'ask-again', lateAgreed: '1' })).status).toBe(303);
  });

  test('say where a requirement is asked of nobody in them', async () => {
    const all = listInductionLists(ground.database, ground.schoolId);
    const { id: listId } = all.find(({ key }) => key === 'volunteers')!;
    const fields = {
      words: 'Prevent',
      within: '3',
      responsible: 'dsl',
      requirement: String(ground.preventId),
    };
    await sends(newStep.action, ground, ground.dsl, '/x', fields, { listId });
    const came = await opens(lists.loader, ground, ground.dsl, '/x');
    const { lists: shown } = came.body as { lists: { steps: { fault: string | null }[] }[] };
    expect(shown[2]?.steps.at(-1)?.fault).toBe('prevent is asked of nobody in this list.');
    expect(shown[0]?.steps.every(({ fault }) => fault === null)).toBe(true);
  });
});
