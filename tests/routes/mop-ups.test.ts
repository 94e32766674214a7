import { beforeEach, describe, expect, test } from 'vitest';
import { findMopUp } from '#app/data/mop-ups.ts';
import { groupOf } from '#app/domain/sessions/mop-up.ts';
import * as person from '#app/routes/dsl.people.$id._index.tsx';
import * as list from '#app/routes/dsl.sessions.$id.mop-up._index.tsx';
import * as decide from '#app/routes/dsl.sessions.$id.mop-up.decide.tsx';
import * as finish from '#app/routes/dsl.sessions.$id.mop-up.done.$personId.tsx';
import * as recording from '#app/routes/dsl.sessions.$id.mop-up.recording.tsx';
import * as my from '#app/routes/my._index.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { makeHeldSession } from '#tests/operations/mop-up-ground.ts';
import { on } from '#tests/operations/support.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';
import { makeWholeQuiz } from '#tests/support/quizzes.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
let id: number;

/** Everybody but Zoë was there. */
beforeEach(async () => {
  ground = await leadGround();
  const { adminPersonId, dslPersonId, deputyPersonId, headPersonId } = ground;
  const there = [adminPersonId, dslPersonId, deputyPersonId, headPersonId];
  ({ sessionId: id } = makeHeldSession(ground, { credits: [ground.preventId], there }));
});

const home = () => `/dsl/sessions/${id}/mop-up`;
const closes = (cookie = ground.dsl) => sends(list.action, ground, cookie, home(), {}, { id });
const decides = (fields: Record<string, string>, cookie = ground.dsl) =>
  sends(decide.action, ground, cookie, home(), fields, { id });
const zoe = () => ({ people: String(ground.teacherId) });
const ONE_TO_ONE = { outcome: 'one-to-one', withWhom: 'Leanne Okoro' };

async function listDrawn(cookie = ground.dsl) {
  const { body } = await opens(list.loader, ground, cookie, home(), { id });
  return textOf(drawRoute(list.default as never, home(), body));
}

function groupOfZoe() {
  const found = findMopUp(ground.database, ground.schoolId, id, on('2026-11-16'));
  const own = found?.list.find((one) => one.person.id === ground.teacherId);
  return own && groupOf(own);
}

describe('the list of those who missed a session', () => {
  test('begins when the session is closed, and is read by the headteacher without its forms', async () => {
    expect(await listDrawn()).toContain('1 person has missed it so far.');
    expect((await closes()).headers.get('Location')).toBe(`${home()}?done=closed`);
    expect((await closes()).status).toBe(409);
    expect(await listDrawn()).toContain('1 person has nothing arranged.');
    const head = await listDrawn(ground.head);
    expect(head).toContain('Marsh, Zoë');
    expect(head).not.toMatch(/Decide|Add a recording/);
  });

  test.each<[string, Record<string, string>, string]>([
    ['nothing is chosen', {}, 'outcome'],
    ['what is chosen is not there', { outcome: 'forgotten' }, 'outcome'],
    ['nobody is ticked', { ...ONE_TO_ONE, people: '' }, 'people'],
    ['nobody is named for one to one', { outcome: 'one-to-one' }, 'withWhom'],
    ['no reason is given', { outcome: 'not-required', reason: ' ' }, 'reason'],
    ['no sitting is chosen', { outcome: 'later-sitting', sitting: '' }, 'sitting'],
    ['a sitting is added without a day', { outcome: 'later-sitting', sitting: 'new' }, 'heldOn'],
    ['there is no recording', { outcome: 'recording' }, 'outcome'],
  ])('refuses a decision where %s, and keeps what was typed', async (_, fields, field) => {
    await closes();
    const came = await decides({ ...zoe(), place: 'Library', ...fields });
    expect(came).toMatchObject({ status: 422, body: { values: { place: 'Library' } } });
    expect(Object.keys(errorsIn(came))).toEqual([field]);
    expect(groupOfZoe()).toBe('nothing-arranged');
  });

  test('is worked through by leads alone, for those who are on it', async () => {
    await closes();
    for (const cookie of [ground.head, ground.teacher, ground.admin]) {
      expect((await decides({ ...zoe(), ...ONE_TO_ONE }, cookie)).status).toBe(403);
    }
    for (const stranger of [ground.strangerId, ground.dslPersonId]) {
      expect((await decides({ people: String(stranger), ...ONE_TO_ONE })).status).toBe(404);
    }
    const came = await decides({ ...zoe(), ...ONE_TO_ONE });
    expect(came.headers.get('Location')).toBe(`${home()}?done=decided`);
    expect(await listDrawn()).toContain('One to one with Leanne Okoro');
  });

  test('notes that one to one was done, and only what was arranged so', async () => {
    await closes();
    const params = { id, personId: ground.teacherId };
    const doneOn = typedDay('doneOn', '2026-11-12');
    const finishes = (fields = doneOn) =>
      sends(finish.action, ground, ground.dsl, home(), fields, params);
    expect((await opens(finish.loader, ground, ground.dsl, home(), params)).status).toBe(404);
    expect((await finishes()).status).toBe(409);
    await decides({ ...zoe(), ...ONE_TO_ONE });
    expect(errorsIn(await finishes(typedDay('doneOn', '2026-11-17')))).toHaveProperty('doneOn');
    expect((await finishes()).headers.get('Location')).toBe(`${home()}?done=finished`);
    expect(await listDrawn()).toContain('12 November 2026, one to one with Leanne Okoro');
  });
});

describe('the recording', () => {
  const LINK = 'https://video.example.org/inset';
  const saves = (fields: Record<string, string>) =>
    sends(recording.action, ground, ground.dsl, home(), fields, { id });

  test.each([
    ['javascript:alert(1)', 'recordingLink'],
    ['http://video.example.org/inset', 'recordingLink'],
    ['https://ada:secret@example.org/', 'recordingLink'],
    ['the video', 'recordingLink'],
    ['', 'recordingLink'],
  ])('is no link to %s', async (recordingLink, field) => {
    const quiz = String(makeWholeQuiz(ground.database, ground.schoolId));
    expect(errorsIn(await saves({ recordingLink, quiz }))).toHaveProperty(field);
  });

  test('has its quiz, and stands on the page of whoever is to watch it', async () => {
    await closes();
    expect(errorsIn(await saves({ recordingLink: LINK, quiz: '' }))).toHaveProperty('quiz');
    const quiz = String(makeWholeQuiz(ground.database, ground.schoolId));
    expect((await saves({ recordingLink: LINK, quiz })).status).toBe(303);
    await decides({ ...zoe(), outcome: 'recording' });
    const own = await opens(my.loader, ground, ground.teacher, '/my');
    expect(own.body).toMatchObject({
      answer: expect.stringContaining('You missed September INSET'),
      arranged: [{ kind: 'recording', link: LINK, quiz: { id: Number(quiz) } }],
    });
    const params = { id: ground.teacherId };
    const { body } = await opens(person.loader, ground, ground.dsl, '/dsl/people/1', params);
    expect(body).toMatchObject({
      missed: [{ title: 'September INSET', says: expect.stringMatching(/^Watches the recording/) }],
    });
    expect((await opens(my.loader, ground, ground.dsl, '/my')).body).toMatchObject({
      arranged: [],
    });
  });
});
