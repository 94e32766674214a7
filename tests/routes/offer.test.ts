import { beforeEach, describe, expect, test } from 'vitest';
import { listEditedSections } from '#app/data/offer-editing.ts';
import { listWarnings } from '#app/data/offer-warnings.ts';
import { day } from '#app/domain/days.ts';
import * as list from '#app/routes/dsl.offer._index.tsx';
import * as section from '#app/routes/dsl.offer.$id._index.tsx';
import * as checked from '#app/routes/dsl.offer.$id.checked.tsx';
import * as compare from '#app/routes/dsl.offer.$id.compare.tsx';
import * as draft from '#app/routes/dsl.offer.$id.draft.tsx';
import * as edit from '#app/routes/dsl.offer.$id.edit.tsx';
import * as retire from '#app/routes/dsl.offer.$id.retire.tsx';
import * as adding from '#app/routes/dsl.offer.new.tsx';
import * as settings from '#app/routes/dsl.offer.settings.tsx';
import * as warnings from '#app/routes/dsl.offer.warnings._index.tsx';
import * as warning from '#app/routes/dsl.offer.warnings.$id.tsx';
import * as newWarning from '#app/routes/dsl.offer.warnings.new.tsx';
import * as offer from '#app/routes/offer._index.tsx';
import * as topic from '#app/routes/offer.$topic.tsx';
import * as whole from '#app/routes/offer.whole.tsx';
import { beganAt, published, republished } from '#tests/operations/offer-ground.ts';
import { signInAs } from '#tests/support/context.ts';
import { makeAccount, makePerson } from '#tests/support/people.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { completed, type LeadGround, leadGround, statementsOf } from './lead-ground.ts';

let ground: LeadGround;
let at: Parameters<typeof published>[0];

beforeEach(async () => {
  ground = await leadGround();
  const { database, schoolId, dslId } = ground;
  const actor = { accountId: dslId, personId: null, name: 'Dora Lead' };
  const now = '2026-11-16T09:00:00.000Z';
  at = { act: { database, actor, schoolId, today: day('2026-11-16'), now } };
});

const WHOLE = {
  title: 'Prevent',
  summary: 'Notice, check, share.',
  body: 'Tell the DSL.',
  categories: 'staff',
  document: 'Our policy',
  place: 'Section 4',
  ...typed('checkedOn', '7 9 2026'),
  ...typed('reviewBy', '31 8 2027'),
  owner: 'dsl',
};

function typed(name: string, text: string): Record<string, string> {
  const [dayOfMonth = '', month = '', year = ''] = text.split(' ');
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

const look = (path: string, cookie = ground.teacher) => opens(offer.loader, ground, cookie, path);

describe('the offer', () => {
  test('begins with whom to tell, by role and name, for those in school today', async () => {
    const { body } = await look('/offer');
    expect(body).toMatchObject({
      name: 'Early help offer',
      frontDoor: null,
      leads: { leads: ['Dora Lead'], deputies: ['Leanne Okoro'] },
      sections: [],
      result: null,
      mayChange: false,
    });
  });

  test('lists what is published, and says what is past its review', async () => {
    await published(at, {}, 'prevent');
    await published(at, { title: 'Old', reviewBy: day('2026-10-31') });
    const { body } = await look('/offer', ground.dsl);
    expect(body).toMatchObject({
      sections: [
        { topic: 'prevent', pastSince: null },
        { topic: 'old', pastSince: '2026-10-31' },
      ],
      mayChange: true,
    });
  });

  test.each([
    ['?q=prevent', '1 section says something about “prevent”.', 1],
    ['?q=zebra', 'No section says anything about “zebra”.', 0],
    ['?q=%22%20OR%20*', 'No section says anything about “" OR *”.', 0],
    ['?q=%00%E2%80%AEprevent', '1 section says something about “prevent”.', 1],
  ])('is searched by its address: %s', async (query, answer, found) => {
    await published(at, {}, 'prevent');
    const { status, body } = await look(`/offer${query}`);
    expect(status).toBe(200);
    const { result } = body as { result: { answer: string; found: unknown[] } };
    expect(result.answer).toBe(answer);
    expect(result.found).toHaveLength(found);
  });

  test.each(['?q=', '?q=%20%20', ''])(
    'looks for nothing where nothing is typed: %j',
    async (query) => {
      expect((await look(`/offer${query}`)).body).toMatchObject({ query: null, result: null });
    },
  );

  test('a section stands with its source, its days, who answers for it, and its neighbours', async () => {
    await published(at, { title: 'First' });
    await published(at, { reviewBy: day('2026-10-31'), body: '**Now**' }, 'prevent');
    await published(at, { title: 'Third' });
    const { body } = await opens(topic.loader, ground, ground.teacher, '/offer/prevent', {
      topic: 'prevent',
    });
    expect(body).toMatchObject({
      section: {
        title: 'Prevent',
        pastReview: expect.stringContaining('by 31 October 2026'),
        facts: [
          { key: 'Chiefly for', value: 'All staff' },
          { key: 'Comes from', value: 'Our policy. Section 4' },
          { key: 'Checked on', value: '7 September 2026' },
          { key: 'To be looked at again by', value: '31 October 2026' },
          { key: 'Answers for it', value: 'Designated safeguarding lead' },
        ],
      },
      previous: { topic: 'first' },
      next: { topic: 'third' },
      editHref: null,
    });
  });

  test('what is no section of this school is not found', async () => {
    await published(at, {}, 'prevent');
    for (const none of ['fgm', 'whole', '__proto__', '1', '']) {
      const { status } = await opens(topic.loader, ground, ground.teacher, '/offer/x', {
        topic: none,
      });
      expect(status).toBe(404);
    }
  });

  test('stands on one page too', async () => {
    await published(at, {}, 'prevent');
    const { body } = await opens(whole.loader, ground, ground.teacher, '/offer/whole');
    expect(body).toMatchObject({
      sections: [
        {
          topic: 'prevent',
          source:
            'From Our policy, Section 4. Checked on 7 September 2026, to be looked at again by 31 August 2027.',
        },
      ],
    });
  });
});

test('with a bank of questions and many sections, the list takes no query for each', async () => {
  await published(at, {}, 'prevent');
  const few = await statementsOf(ground, () =>
    opens(list.loader, ground, ground.dsl, '/dsl/offer'),
  );
  for (let n = 0; n < 10; n++) await published(at, { title: `Section ${n}` });
  // Something else changed as well, so that nothing remembered helps.
  completed(ground, ground.teacherId, ground.preventId, { on: '2026-11-01' });
  const many = await statementsOf(ground, () =>
    opens(list.loader, ground, ground.dsl, '/dsl/offer'),
  );
  expect(many).toBeLessThanOrEqual(few + 2);
});

describe('writing a section', () => {
  const sendNew = (fields: Record<string, string>) =>
    sends(adding.action, ground, ground.dsl, '/dsl/offer/new', fields);

  test('the form offers what every school writes about, as far as it is lacking', async () => {
    await published(at, {}, 'prevent');
    const { body } = await opens(adding.loader, ground, ground.dsl, '/dsl/offer/new');
    const { topics } = body as { topics: { value: string }[] };
    expect(topics).toHaveLength(10);
    expect(topics.map(({ value }) => value)).not.toContain('prevent');
  });

  test('saves a draft, and leads to it', async () => {
    const { status, headers } = await sendNew({ ...WHOLE, topic: 'prevent', step: 'save' });
    expect(status).toBe(303);
    const [section] = listEditedSections(ground.database, ground.schoolId);
    expect(headers.get('Location')).toBe(`/dsl/offer/${section?.id}/draft?done=added`);
    expect(section).toMatchObject({ topic: 'prevent', published: null });
  });

  test('a preview saves nothing and keeps what was typed', async () => {
    const fields = { ...WHOLE, topic: 'prevent', document: '', step: 'preview' };
    const { status, body } = await sendNew(fields);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      errors: [],
      preview: { title: 'Prevent', body: 'Tell the DSL.' },
      values: { body: 'Tell the DSL.', document: '' },
    });
    expect(listEditedSections(ground.database, ground.schoolId)).toEqual([]);
  });

  test('a preview of what cannot be shown says so', async () => {
    const { status, body } = await sendNew({
      ...WHOLE,
      body: '[a](javascript:alert)',
      step: 'preview',
    });
    expect(status).toBe(422);
    expect(errorsIn({ body }).body).toMatch(/“javascript:alert” cannot be linked to/);
  });

  test.each([
    [{ title: '' }, 'title', 'Enter a title'],
    [{ summary: ' ' }, 'summary', 'Say in one line what it comes to'],
    [{ body: '' }, 'body', 'Write what the section says'],
    [{ body: '<b>a</b>' }, 'body', 'Write it without HTML: take “<b>” out'],
    [
      { body: 'a\u0000b' },
      'body',
      'The text has a hidden character in it. Type it rather than paste it',
    ],
    [{ body: 'a'.repeat(12_001) }, 'body', 'The text must be 12000 characters or fewer'],
    [{ categories: '' }, 'categories', 'Choose whom it is chiefly for'],
    [{ categories: 'everybody' }, 'categories', 'Choose whom it is chiefly for'],
    [{ kinds: 'nobody' }, 'kinds', 'Choose among the roles of this school'],
    [{ document: '' }, 'document', 'Enter the document that it comes from'],
    [{ place: '' }, 'place', 'Enter the place in the document, like Section 4'],
    [
      typed('checkedOn', '17 11 2026'),
      'checkedOn',
      'The day of the check must be today or in the past',
    ],
    [
      typed('checkedOn', '31 6 2026'),
      'checkedOn',
      'The day of the check must be a real day, like 27 3 2026',
    ],
    [
      typed('reviewBy', '7 9 2026'),
      'reviewBy',
      'It must be looked at again after the day on which it was checked',
    ],
    [typed('reviewBy', '  '), 'reviewBy', 'Enter the day by which it is to be looked at again'],
    [{ owner: 'nobody' }, 'owner', 'Choose who answers for it'],
    [{ topic: 'constructor' }, 'topic', 'Choose what the section is about'],
  ])('%j is refused at %s', async (wrong, field, message) => {
    const { status, body } = await sendNew({
      ...WHOLE,
      topic: 'own',
      step: 'save',
      ...(wrong as Record<string, string>),
    });
    expect(status).toBe(422);
    expect(errorsIn({ body })).toEqual({ [field]: message });
    expect(body).toMatchObject({ values: { step: 'save' } });
  });
});

describe('changing a section', () => {
  let id: number;
  const path = () => `/dsl/offer/${id}/edit`;
  const send = (fields: Record<string, string>, cookie = ground.dsl) =>
    sends(edit.action, ground, cookie, path(), fields, { id });

  beforeEach(async () => {
    id = await published(at, {}, 'prevent');
  });

  test('the form holds what stands, and which words it began from', async () => {
    const { body } = await opens(edit.loader, ground, ground.dsl, path(), { id: String(id) });
    expect(body).toMatchObject({
      began: beganAt(at, id),
      values: { title: 'Prevent', 'reviewBy-month': '8', categories: ['staff'] },
    });
  });

  test('saved, the draft says what differs and how many questions it stops', async () => {
    const began = beganAt(at, id);
    const { headers } = await send({ ...WHOLE, began, body: 'Tell the DSL now.', step: 'save' });
    expect(headers.get('Location')).toBe(`/dsl/offer/${id}/draft?done=saved`);
    const { body } = await opens(draft.loader, ground, ground.dsl, `/dsl/offer/${id}/draft`, {
      id: String(id),
    });
    expect(body).toMatchObject({
      draft: { differences: [{ what: 'Text' }], questions: null },
    });
  });

  test('of two who write at once the second is told, and nothing typed is lost', async () => {
    const began = beganAt(at, id);
    await send({ ...WHOLE, began, body: 'Theirs.', step: 'save' }, ground.deputy);
    const mine = { ...WHOLE, began, body: 'Mine.', step: 'save' };
    const { status, body } = await send(mine);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      began: null,
      values: { body: 'Mine.' },
      errors: [{ message: expect.stringContaining('Somebody else has saved this section') }],
    });
    expect((await send({ ...mine, began: beganAt(at, id) })).status).toBe(303);
  });

  test('a preview keeps the words that it began from', async () => {
    const { body } = await send({ ...WHOLE, began: 'then', step: 'preview' });
    expect(body).toMatchObject({ began: 'then', preview: { title: 'Prevent' } });
  });

  test('publishing a draft that is other by now is a conflict; looked at again, it is published', async () => {
    await send({ ...WHOLE, began: beganAt(at, id), body: 'One.', step: 'save' });
    const decide = (fields: Record<string, string>) =>
      sends(draft.action, ground, ground.dsl, `/dsl/offer/${id}/draft`, fields, { id });
    const looked = beganAt(at, id);
    await send({ ...WHOLE, began: looked, body: 'Two.', step: 'save' }, ground.deputy);
    expect((await decide({ act: 'publish', began: looked })).status).toBe(409);
    const { headers } = await decide({ act: 'publish', began: beganAt(at, id) });
    expect(headers.get('Location')).toBe(`/dsl/offer/${id}?done=published`);
    expect(await look('/offer')).toMatchObject({ body: { sections: [{ topic: 'prevent' }] } });
    expect((await decide({ act: 'burn' })).status).toBe(422);
  });

  test('a draft of something new that is thrown away leads back to the list', async () => {
    const { headers } = await sends(adding.action, ground, ground.dsl, '/dsl/offer/new', {
      ...WHOLE,
      topic: 'fgm',
      step: 'save',
    });
    const fresh = Number(/\d+/.exec(headers.get('Location') ?? '')?.[0]);
    const gone = await sends(
      draft.action,
      ground,
      ground.dsl,
      `/dsl/offer/${fresh}/draft`,
      { act: 'throw-away', began: beganAt(at, fresh) },
      { id: fresh },
    );
    expect(gone.headers.get('Location')).toBe('/dsl/offer?done=gone');
  });

  test('what it said before is kept and compared', async () => {
    await republished(at, id, { body: 'Two.' });
    await republished(at, id, { body: 'Three.', reviewBy: day('2028-08-31') });
    const { body: page } = await opens(section.loader, ground, ground.dsl, `/dsl/offer/${id}`, {
      id: String(id),
    });
    expect(page).toMatchObject({
      history: [
        { number: 3, before: 2, isSameText: false },
        { number: 2, before: 1 },
        { number: 1, before: null },
      ],
    });
    const compared = (query: string) =>
      opens(compare.loader, ground, ground.dsl, `/dsl/offer/${id}/compare${query}`, {
        id: String(id),
      });
    expect((await compared('?from=1&to=2')).body).toMatchObject({
      differences: [{ what: 'Text' }],
    });
    expect((await compared('?from=2&to=2')).body).toMatchObject({ isOne: true, differences: [] });
    expect((await compared('?from=1e3&to=-1')).body).toMatchObject({
      differences: [{ what: 'Text' }, { what: 'To be looked at again by' }],
    });
  });

  test('checked again, retired and brought back, each from its form', async () => {
    const days = { ...typed('checkedOn', '16 11 2026'), ...typed('reviewBy', '31 8 2027') };
    const check = (fields: Record<string, string>) =>
      sends(checked.action, ground, ground.dsl, `/dsl/offer/${id}/checked`, fields, { id });
    expect((await check({ ...days, began: 'then' })).status).toBe(409);
    const done = await check({ ...days, began: beganAt(at, id) });
    expect(done.headers.get('Location')).toBe(`/dsl/offer/${id}?done=checked`);
    const decide = (fields: Record<string, string>) =>
      sends(retire.action, ground, ground.dsl, `/dsl/offer/${id}/retire`, fields, { id });
    expect(errorsIn(await decide({ act: 'retire', why: '' }))).toEqual({
      why: 'Enter why it is no longer part of the offer',
    });
    expect((await decide({ act: 'retire', why: 'Old' })).status).toBe(303);
    expect(await look('/offer')).toMatchObject({ body: { sections: [] } });
    expect((await decide({ act: 'retire', why: 'Old' })).status).toBe(409);
    expect((await decide({ act: 'bring-back' })).status).toBe(303);
  });

  test('the list says in one sentence how the offer stands', async () => {
    await published(at, { title: 'Old', reviewBy: day('2026-10-31') });
    await send({ ...WHOLE, began: beganAt(at, id), body: 'One.', step: 'save' });
    const { body } = await opens(list.loader, ground, ground.dsl, '/dsl/offer');
    expect(body).toMatchObject({
      answer: '2 sections; 1 is past its review; 1 draft waits to be published.',
      sections: [
        { title: 'Prevent', hasDraft: true, state: 'current' },
        { title: 'Old', hasDraft: false, state: 'past-review' },
      ],
    });
  });
});

describe('settings and warnings', () => {
  const save = (fields: Record<string, string>) =>
    sends(settings.action, ground, ground.dsl, '/dsl/offer/settings', fields);
  const DOOR = {
    name: 'Family help',
    doorName: 'The hub',
    telephone: '01632 960 001',
    ...typed('checkedOn', '3 11 2026'),
  };

  test('a front door stands on top of the offer', async () => {
    expect((await save(DOOR)).headers.get('Location')).toBe('/dsl/offer?done=settings');
    expect((await look('/offer')).body).toMatchObject({
      name: 'Family help',
      frontDoor: { telephone: '01632 960 001', outOfHours: null, checkedOn: '2026-11-03' },
    });
  });

  test('without one the name alone is saved', async () => {
    expect((await save({ name: 'Family help' })).status).toBe(303);
    expect((await look('/offer')).body).toMatchObject({ name: 'Family help', frontDoor: null });
  });

  test.each([
    [{ name: '' }, { name: 'Enter what the school calls it' }],
    [{ doorName: '' }, { doorName: 'Enter what the front door is called' }],
    [{ telephone: '' }, { telephone: 'Enter its telephone number' }],
    [
      { telephone: 'javascript:1' },
      { telephone: 'Enter a telephone number like 01632 960 001, and nothing else' },
    ],
    [
      { outOfHours: 'ask' },
      { outOfHours: 'Enter a telephone number like 01632 960 001, and nothing else' },
    ],
    [
      typed('checkedOn', '17 11 2026'),
      { checkedOn: 'The day of the check must be today or in the past' },
    ],
    [typed('checkedOn', '  '), { checkedOn: 'Enter the day on which the numbers were checked' }],
  ])('%j is refused', async (wrong, errors) => {
    const answer = await save({ ...DOOR, ...(wrong as Record<string, string>) });
    expect(answer.status).toBe(422);
    expect(errorsIn(answer)).toEqual(errors);
  });

  test('a warning is noted, dealt with and opened again', async () => {
    const note = (fields: Record<string, string>) =>
      sends(newWarning.action, ground, ground.dsl, '/dsl/offer/warnings/new', fields);
    expect(Object.keys(errorsIn(await note({})))).toEqual(['place', 'says', 'problem', 'action']);
    const whole = { place: 'Page 2', says: 'Old', problem: 'Gone', action: 'Take it out' };
    expect((await note(whole)).headers.get('Location')).toBe('/dsl/offer/warnings?done=added');
    const [{ id } = { id: 0 }] = listWarnings(ground.database, ground.schoolId);
    const decide = (fields: Record<string, string>) =>
      sends(warning.action, ground, ground.dsl, `/dsl/offer/warnings/${id}`, fields, { id });
    expect(errorsIn(await decide({ act: 'deal' }))).toEqual({
      how: 'Enter what was done about it',
    });
    await decide({ act: 'deal', how: 'Taken out' });
    const { body } = await opens(warnings.loader, ground, ground.dsl, '/dsl/offer/warnings');
    expect(body).toMatchObject({ answer: 'It is dealt with.', open: [], dealtWith: [{ id }] });
    expect((await decide({ act: 'reopen' })).status).toBe(303);
    expect((await decide({ act: 'reopen' })).status).toBe(409);
  });
});

test('nobody but lead and deputy writes, and nobody of another school finds anything', async () => {
  const id = await published(at, {}, 'prevent');
  const pages = [list, section, checked, compare, draft, edit, retire, adding, settings];
  for (const page of [...pages, warnings, newWarning]) {
    const statusFor = async (cookie: string) =>
      (await opens(page.loader, ground, cookie, '/dsl/offer', { id: String(id) })).status;
    expect(await statusFor(ground.dsl)).toBe(200);
    expect(await statusFor(ground.deputy)).toBe(200);
    for (const cookie of [ground.head, ground.teacher, ground.admin]) {
      expect(await statusFor(cookie)).toBe(403);
    }
  }
  const strangerLead = await otherLead();
  for (const page of [section, checked, compare, draft, edit, retire]) {
    for (const odd of [String(id), '0', '-1', '1e3', '9007199254740993', 'x']) {
      const found = await opens(page.loader, ground, strangerLead, '/dsl/offer', { id: odd });
      expect(found.status).toBe(404);
    }
  }
  for (const { action } of [checked, draft, edit, retire]) {
    const sent = await sends(action, ground, strangerLead, '/dsl/offer', WHOLE, { id });
    expect(sent.status).toBe(404);
  }
});

/** The cookie of the other school's lead. */
async function otherLead(): Promise<string> {
  const { database, otherSchoolId } = ground;
  const person = makePerson(database, otherSchoolId, 'Sam Lead', [{ kind: 'dsl' }]);
  const account = await makeAccount(database, { email: 'sam@example.org', people: [person] });
  return signInAs(database, account);
}
