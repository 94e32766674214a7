import { beforeEach, describe, expect, test } from 'vitest';
import { findPersonFacts } from '#app/data/facts.ts';
import { listMopUps } from '#app/data/mop-ups.ts';
import { listRegisterMarks } from '#app/data/registers.ts';
import { listSessions } from '#app/data/sessions.ts';
import { listTasks } from '#app/data/tasks.ts';
import { closeSession } from '#app/operations/close-session.ts';
import { decideMopUp, type MopUpChoice } from '#app/operations/decide-mop-up.ts';
import { finishOneToOne } from '#app/operations/finish-one-to-one.ts';
import { beginningOfRegister, keepRegister } from '#app/operations/keep-register.ts';
import { setRecording } from '#app/operations/set-recording.ts';
import { withdrawCompletion } from '#app/operations/withdraw-completion.ts';
import { makeAccount } from '#tests/support/people.ts';
import { makeWholeQuiz } from '#tests/support/quizzes.ts';
import { groupsOf, makeHeldSession, onRegister } from './mop-up-ground.ts';
import {
  addRequirement,
  addTeacher,
  auditLength,
  freshGround,
  type Ground,
  lastAudit,
  on,
  otherGround,
  refusalOf,
} from './support.ts';
import { takerOf } from './taker.ts';

let ground: Ground;
let safeguarding: number;
let prevent: number;
let zoe: number;
let theo: number;
let sessionId: number;
let sittingId: number;

const ONE_TO_ONE: MopUpChoice = { outcome: 'one-to-one', withWhom: 'Jyoti Raman' };
const NOT_REQUIRED: MopUpChoice = {
  outcome: 'not-required',
  reason: 'Gives this training herself',
};

/** Ada was there; Zoë and Theo were not. */
beforeEach(async () => {
  ground = freshGround();
  safeguarding = addRequirement(ground, { key: 'safeguarding' });
  prevent = addRequirement(ground, { key: 'prevent' });
  zoe = addTeacher(ground, 'T1');
  theo = addTeacher(ground, 'T2');
  const held = { credits: [safeguarding, prevent], there: [ground.actorId] };
  ({ sessionId, sittingId } = makeHeldSession(ground, held));
});

const closes = () => closeSession(ground.act, { sessionId });
const decides = (personIds: number[], choice: MopUpChoice) =>
  decideMopUp(ground.act, { sessionId, personIds, choice });
const groups = () => groupsOf(ground, sessionId);
const factsOf = (personId: number) =>
  findPersonFacts(ground.database, ground.schoolId, personId)?.completions ?? [];

describe('closing a session', () => {
  test('begins the list of those who missed it, in what there is to do too', async () => {
    expect(listMopUps(ground.database, ground.schoolId, ground.act.today)).toEqual([]);
    const { figures } = await closes();
    expect(figures).toMatchObject({ 'nothing-arranged': 2, done: 0 });
    expect(groups()).toEqual({ [zoe]: 'nothing-arranged', [theo]: 'nothing-arranged' });
    const [toDo] = listMopUps(ground.database, ground.schoolId, ground.act.today);
    expect(toDo).toMatchObject({ session: { title: 'September INSET' }, figures });
    expect(lastAudit(ground)).toMatchObject({ action: 'session.closed' });
  });

  test('is done once', async () => {
    await closes();
    expect(await refusalOf(closes())).toMatchObject({ kind: 'conflict' });
    expect(auditLength(ground)).toBe(1);
  });

  test('is refused while no register is final, and for another school’s session', async () => {
    const open = makeHeldSession(ground, { credits: [prevent], isFinal: false });
    const act = closeSession(ground.act, open);
    expect(await refusalOf(act)).toMatchObject({ kind: 'conflict' });
    const theirs = closeSession(otherGround(ground).act, { sessionId });
    expect(await refusalOf(theirs)).toMatchObject({ kind: 'not-found' });
  });

  test('comes before anything is decided', async () => {
    expect(await refusalOf(decides([zoe], ONE_TO_ONE))).toMatchObject({ kind: 'conflict' });
  });
});

describe('a later sitting', () => {
  const added = { heldOn: on('2026-12-01'), startsAt: '15:30', minutes: 60, place: 'Library' };
  const sittings = () =>
    listSessions(ground.database, ground.schoolId).find(({ id }) => id === sessionId)!.sittings;

  beforeEach(closes);

  test('is added, and those who come to it stand on its register', async () => {
    await decides([zoe, theo], { outcome: 'later-sitting', added });
    const [, later] = sittings();
    expect(later).toMatchObject({ ...added, isMopUp: true, finalisedAt: null });
    expect(onRegister(ground, later!.id)).toEqual([zoe, theo]);
    expect(groups()).toEqual({ [zoe]: 'arranged', [theo]: 'arranged' });
    expect(factsOf(zoe)).toEqual([]);
  });

  test('is chosen where there is one; whoever is to do something else is off its register', async () => {
    await decides([zoe], { outcome: 'later-sitting', added });
    const later = sittings()[1]!.id;
    await decides([theo], { outcome: 'later-sitting', sittingId: later });
    await decides([zoe], ONE_TO_ONE);
    expect(onRegister(ground, later)).toEqual([theo]);
    expect(sittings()).toHaveLength(2);
  });

  test('whoever is ticked on its register stays ticked, whatever is arranged again', async () => {
    await decides([zoe, theo], {
      outcome: 'later-sitting',
      added: { ...added, heldOn: on('2026-11-12') },
    });
    const later = { sessionId, sittingId: sittings()[1]!.id };
    const ticks = [{ personId: zoe, attendance: 'there' as const, minutes: null }];
    await decides([theo], ONE_TO_ONE);
    const marks = () => listRegisterMarks(ground.database, [later.sittingId]).get(later.sittingId);
    const began = beginningOfRegister(marks() ?? []);
    await keepRegister(ground.act, { ...later, began, ticks, step: { kind: 'save' }, files: [] });
    await decides([zoe, theo], { outcome: 'later-sitting', sittingId: later.sittingId });
    expect(marks()).toMatchObject([
      { personId: zoe, attendance: 'there' },
      { personId: theo, attendance: null },
    ]);
  });

  test.each([['before the session', { heldOn: on('2026-08-31') }, 'heldOn']])(
    'cannot be %s',
    async (_, more, field) => {
      const choice = { outcome: 'later-sitting' as const, added: { ...added, ...more } };
      expect(await refusalOf(decides([zoe], choice))).toMatchObject({ kind: 'wrong', field });
      expect(sittings()).toHaveLength(1);
    },
  );

  test('whoever turned up unasked and is ticked is arranged, on the list and in what to do next', async () => {
    await decides([theo], {
      outcome: 'later-sitting',
      added: { ...added, heldOn: on('2026-11-12') },
    });
    const later = { sessionId, sittingId: sittings()[1]!.id };
    const inNext = () => {
      const { tasks } = listTasks(ground.database, ground.schoolId, ground.act.today);
      return tasks.find(({ kind }) => kind === 'mop-up');
    };
    expect(inNext()).toMatchObject({ figures: { 'nothing-arranged': 1, arranged: 1 } });
    const began = beginningOfRegister(
      listRegisterMarks(ground.database, [later.sittingId]).get(later.sittingId) ?? [],
    );
    const step = { kind: 'add' as const, personId: zoe };
    await keepRegister(ground.act, { ...later, began, ticks: [], step, files: [] });
    expect(groups()).toEqual({ [zoe]: 'arranged', [theo]: 'arranged' });
    expect(inNext()).toMatchObject({ figures: { 'nothing-arranged': 0, arranged: 2 } });
  });

  test('cannot be one whose register is final, nor one of another session', async () => {
    const final = decides([zoe], { outcome: 'later-sitting', sittingId });
    expect(await refusalOf(final)).toMatchObject({ kind: 'conflict' });
    const other = makeHeldSession(ground, { credits: [prevent], isFinal: false });
    const wrong = decides([zoe], { outcome: 'later-sitting', sittingId: other.sittingId });
    expect(await refusalOf(wrong)).toMatchObject({ kind: 'wrong', field: 'sitting' });
    expect(onRegister(ground, other.sittingId)).toEqual([]);
  });
});

describe('the recording with its quiz', () => {
  let quizId: number;

  beforeEach(async () => {
    await closes();
    quizId = makeWholeQuiz(ground.database, ground.schoolId);
    await makeAccount(ground.database, { email: 'zoe@example.org', people: [zoe] });
    await records();
  });

  const records = (recordingQuizId: number | null = quizId) => {
    const recordingLink = recordingQuizId === null ? null : 'https://example.org/inset';
    return setRecording(ground.act, { sessionId, recordingLink, recordingQuizId });
  };
  const arranges = () => decides([zoe], { outcome: 'recording' });

  test('completes everything that is missing when the quiz is passed, and only then', async () => {
    await arranges();
    const taker = takerOf(ground, zoe);
    await taker.takes(quizId, { wrong: 3 });
    await taker.takes(quizId, { kind: 'practice' });
    expect(groups()[zoe]).toBe('arranged');
    await taker.takes(quizId);
    expect(groups()[zoe]).toBe('done');
    expect(factsOf(zoe)).toMatchObject([
      { requirementId: safeguarding, evidence: 'quiz', check: 'counts', completedOn: '2026-11-16' },
      { requirementId: prevent, evidence: 'quiz', check: 'counts', completedOn: '2026-11-16' },
    ]);
    const ids = factsOf(zoe).map(({ id }) => id);
    const written = ground.database.$client
      .prepare('select completion_id, mop_up_id from session_completions where mop_up_id not null')
      .all() as { completion_id: number }[];
    expect(written.map(({ completion_id }) => completion_id)).toEqual(ids);
  });

  test('completes nothing twice: what the quiz itself completes is not missing any more', async () => {
    ground.database.$client
      .prepare('update quizzes set requirement_id = ? where id = ?')
      .run(prevent, quizId);
    await arranges();
    await takerOf(ground, zoe).takes(quizId);
    expect(
      factsOf(zoe)
        .map(({ requirementId }) => requirementId)
        .toSorted(),
    ).toEqual([safeguarding, prevent].toSorted());
    await takerOf(ground, zoe).takes(quizId);
    expect(factsOf(zoe)).toHaveLength(3);
  });

  test('completes nothing for somebody for whom something else is arranged by now', async () => {
    await arranges();
    await decides([zoe], ONE_TO_ONE);
    await takerOf(ground, zoe).takes(quizId);
    expect(factsOf(zoe)).toEqual([]);
  });

  test('of two sessions with one quiz is passed for both, each requirement once', async () => {
    const second = makeHeldSession(ground, { credits: [prevent], heldOn: '2026-10-01' });
    const other = second.sessionId;
    await closeSession(ground.act, { sessionId: other });
    const recording = { recordingLink: 'https://example.org/b', recordingQuizId: quizId };
    await setRecording(ground.act, { sessionId: other, ...recording });
    await arranges();
    const choice = { outcome: 'recording' as const };
    await decideMopUp(ground.act, { sessionId: other, personIds: [zoe], choice });
    await takerOf(ground, zoe).takes(quizId);
    expect(factsOf(zoe)).toHaveLength(2);
    expect(groups()[zoe]).toBe('done');
    expect(groupsOf(ground, other)[zoe]).toBe('done');
  });

  test('stands with nothing arranged again once the recording is gone', async () => {
    await arranges();
    await records(null);
    expect(groups()[zoe]).toBe('nothing-arranged');
    await takerOf(ground, zoe).takes(quizId);
    expect(factsOf(zoe)).toEqual([]);
  });

  test('is refused for whoever cannot take the quiz, and where there is none', async () => {
    const noAccount = await refusalOf(decides([zoe, theo], { outcome: 'recording' }));
    expect(noAccount).toMatchObject({ kind: 'wrong', field: 'outcome' });
    expect(noAccount.message).toContain('Zoë Marsh T2 cannot sign in');
    ground.database.$client
      .prepare('update quizzes set audience = ? where id = ?')
      .run('{"categories":["governor"],"kinds":[]}', quizId);
    expect((await refusalOf(arranges())).message).toContain('is not for Zoë Marsh T1');
    await records(null);
    expect((await refusalOf(arranges())).message).toContain('Say where the recording is');
    expect(groups()).toEqual({ [zoe]: 'nothing-arranged', [theo]: 'nothing-arranged' });
  });

  test('has a quiz of this school that is not retired', async () => {
    const other = otherGround(ground);
    const theirs = makeWholeQuiz(ground.database, other.schoolId);
    expect(await refusalOf(records(theirs))).toMatchObject({ kind: 'wrong', field: 'quiz' });
    const act = { ...other.act };
    const recording = { recordingLink: 'https://example.org/x', recordingQuizId: theirs };
    const stolen = setRecording(act, { sessionId, ...recording });
    expect(await refusalOf(stolen)).toMatchObject({ kind: 'not-found' });
  });
});

describe('one to one', () => {
  const finishes = (personId: number, doneOn = '2026-11-12') =>
    finishOneToOne(ground.act, { sessionId, personId, doneOn: on(doneOn) });

  beforeEach(closes);

  test('completes what is missing on the day it was done, with a note of with whom', async () => {
    await decides([zoe], ONE_TO_ONE);
    const { completionIds } = await finishes(zoe);
    expect(completionIds).toHaveLength(2);
    expect(factsOf(zoe)).toMatchObject([
      { evidence: 'register', completedOn: '2026-11-12', check: 'counts', provider: 'Jyoti Raman' },
      { evidence: 'register', completedOn: '2026-11-12', check: 'counts' },
    ]);
    const { note } = ground.database.$client
      .prepare('select note from completions where id = ?')
      .get(completionIds[0]) as { note: string };
    expect(note).toBe('One to one with Jyoti Raman: September INSET');
    expect(groups()[zoe]).toBe('done');
    expect(await refusalOf(finishes(zoe))).toMatchObject({ kind: 'conflict' });
  });

  test('of the lead’s own record waits for somebody else’s check', async () => {
    const own = makeHeldSession(ground, { credits: [prevent], heldOn: '2026-10-01' });
    const at = { sessionId: own.sessionId, personId: ground.actorId };
    await closeSession(ground.act, at);
    await decideMopUp(ground.act, { ...at, personIds: [at.personId], choice: ONE_TO_ONE });
    await finishOneToOne(ground.act, { ...at, doneOn: on('2026-11-12') });
    expect(factsOf(ground.actorId).at(-1)).toMatchObject({ check: 'awaiting-check' });
  });

  test.each([
    ['on a day to come', '2026-11-17'],
    ['before the session', '2026-08-31'],
  ])('cannot have been done %s', async (_, doneOn) => {
    await decides([zoe], ONE_TO_ONE);
    expect(await refusalOf(finishes(zoe, doneOn))).toMatchObject({
      kind: 'wrong',
      field: 'doneOn',
    });
    expect(factsOf(zoe)).toEqual([]);
  });

  test('is not noted as done where it could complete nothing: what is read by edition is declared', async () => {
    await decides([zoe], ONE_TO_ONE);
    ground.database.$client
      .prepare('update requirement_lines set cycle = ?')
      .run('{"kind":"edition","publication":"kcsie"}');
    expect(await refusalOf(finishes(zoe))).toMatchObject({ kind: 'wrong', field: 'doneOn' });
    expect(groups()[zoe]).toBe('arranged');
  });

  test('is finished for nobody for whom it is not arranged', async () => {
    await decides([zoe], NOT_REQUIRED);
    expect(await refusalOf(finishes(zoe))).toMatchObject({ kind: 'conflict' });
    expect(await refusalOf(finishes(theo))).toMatchObject({ kind: 'conflict' });
    expect(await refusalOf(finishes(ground.actorId))).toMatchObject({ kind: 'not-found' });
    expect(factsOf(zoe)).toEqual([]);
  });

  test('that was taken back stands as arranged again', async () => {
    await decides([zoe], ONE_TO_ONE);
    const { completionIds } = await finishes(zoe);
    await withdrawCompletion(ground.act, { completionId: completionIds[0]!, reason: 'A mistake' });
    expect(groups()[zoe]).toBe('arranged');
  });
});

describe('what is decided', () => {
  beforeEach(closes);

  test('for several people is one act, and empties the list with the last of them', async () => {
    await decides([zoe, theo], NOT_REQUIRED);
    expect(groups()).toEqual({ [zoe]: 'not-required', [theo]: 'not-required' });
    const [toDo] = listMopUps(ground.database, ground.schoolId, ground.act.today);
    expect(toDo?.figures).toMatchObject({ 'nothing-arranged': 0, arranged: 0 });
    expect(lastAudit(ground)).toMatchObject({ action: 'mop-up.decided', personId: theo });
  });

  test('is decided once though its form is sent twice', async () => {
    const act = { ...ground.act, formKey: '00000000-0000-4000-8000-000000000002' };
    const twice = () => decideMopUp(act, { sessionId, personIds: [zoe], choice: ONE_TO_ONE });
    await twice();
    const before = auditLength(ground);
    await twice();
    expect(auditLength(ground)).toBe(before);
  });

  test('is for nobody who was there, who works elsewhere, or who is not there at all', async () => {
    const other = otherGround(ground);
    for (const personId of [ground.actorId, other.actorId, 999]) {
      const refused = await refusalOf(decides([zoe, personId], ONE_TO_ONE));
      expect(refused).toMatchObject({ kind: 'not-found' });
    }
    expect(await refusalOf(decides([], ONE_TO_ONE))).toMatchObject({ field: 'people' });
    const theirs = decideMopUp(other.act, { sessionId, personIds: [zoe], choice: ONE_TO_ONE });
    expect(await refusalOf(theirs)).toMatchObject({ kind: 'not-found' });
    expect(groups()[zoe]).toBe('nothing-arranged');
  });
});
