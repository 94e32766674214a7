import { beforeEach, describe, expect, test } from 'vitest';
import { listSaidPoints, listWaitingPoints } from '#app/data/briefing.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { listSessions } from '#app/data/sessions.ts';
import { findUpdate, listHeld, listUpdates } from '#app/data/updates.ts';
import { addPoint } from '#app/operations/briefing-points.ts';
import { beginningOfRegister } from '#app/operations/keep-register.ts';
import { correctUpdate, type LogUpdate, logUpdate } from '#app/operations/log-update.ts';
import { takeBackUpdate } from '#app/operations/take-back-update.ts';
import { withdrawCompletion } from '#app/operations/withdraw-completion.ts';
import { makePerson } from '#tests/support/people.ts';
import { makeHeldSession } from './mop-up-ground.ts';
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

let ground: Ground;
let updates: number;
let zoe: number;
let theo: number;

beforeEach(() => {
  ground = freshGround();
  updates = addRequirement(ground, { key: 'updates' });
  zoe = addTeacher(ground, 'T1');
  theo = addTeacher(ground, 'T2');
});

const bulletin = (more: Partial<LogUpdate> = {}): LogUpdate => ({
  kind: 'bulletin',
  title: 'Online safety in November',
  heldOn: on('2026-11-09'),
  minutes: 5,
  about: 'What to do when a picture goes round',
  pointIds: [],
  creditIds: [updates],
  audience: { categories: ['staff'], kinds: [] },
  personIds: [ground.actorId, zoe],
  ...more,
});
const logs = (more: Partial<LogUpdate> = {}) => logUpdate(ground.act, bulletin(more));
const logged = () => listUpdates(ground.database, ground.schoolId);
const factsOf = (personId: number) =>
  findPersonFacts(ground.database, ground.schoolId, personId)?.completions ?? [];

describe('a short update', () => {
  test('is logged with its register, final at once, and completes what it credits', async () => {
    expect(await logs()).toMatchObject({ recorded: 2, withdrawn: 0 });
    expect(logged()).toMatchObject([
      {
        kind: 'bulletin',
        heldOn: '2026-11-09',
        there: 2,
        of: 3,
        credits: ['updates'],
        isFinal: true,
      },
    ]);
    expect(factsOf(zoe)).toMatchObject([
      { evidence: 'register', completedOn: '2026-11-09', check: 'counts', provider: 'Bulletin' },
    ]);
    expect(factsOf(theo)).toEqual([]);
    expect(listSessions(ground.database, ground.schoolId)).toEqual([]);
  });

  test('need not credit anything', async () => {
    expect(await logs({ creditIds: [] })).toMatchObject({ recorded: 0 });
    expect(factsOf(zoe)).toEqual([]);
    expect(logged()).toMatchObject([{ there: 2, of: 3, credits: [] }]);
  });

  test('is of those expected that day: who had not joined, or is not for it, is left out', async () => {
    const later = [{ kind: 'teacher', from: '2026-11-10' }];
    const starter = makePerson(ground.database, ground.schoolId, 'Theo Late', later, 'T3');
    const governs = [{ kind: 'governor', from: '2020-09-01' }];
    const governor = makePerson(ground.database, ground.schoolId, 'Hugh', governs, 'G1');
    const { actorId: stranger } = otherGround(ground);
    await logs({ personIds: [zoe, starter, governor, stranger] });
    expect(logged()).toMatchObject([{ there: 1, of: 3 }]);
    expect(factsOf(starter)).toEqual([]);
    expect(factsOf(governor)).toEqual([]);
  });

  test('takes in points for the next briefing, and notes them as said', async () => {
    const { pointId } = await addPoint(ground.act, { words: 'The gate is locked at nine' });
    await addPoint(ground.act, { words: 'Stays on the list' });
    await logs({ about: null, pointIds: [pointId] });
    expect(logged()).toMatchObject([{ about: 'The gate is locked at nine' }]);
    const said = listSaidPoints(ground.database, ground.schoolId, { page: 1, size: 9 });
    expect(said).toMatchObject([
      { saidOn: '2026-11-09', said: 'Said at: Online safety in November' },
    ]);
    expect(listWaitingPoints(ground.database, ground.schoolId)).toHaveLength(1);
    const again = logs({ pointIds: [pointId] });
    expect(await refusalOf(again)).toMatchObject({ kind: 'conflict', field: 'points' });
    expect(logged()).toHaveLength(1);
  });

  test.each<[string, Partial<LogUpdate>, string]>([
    ['tomorrow', { heldOn: on('2026-11-17') }, 'heldOn'],
    ['with nothing said', { about: null }, 'about'],
    ['with nobody there', { personIds: [] }, 'people'],
    ['with nobody there of those expected', { personIds: [99] }, 'people'],
    ['crediting what is not asked here', { creditIds: [99] }, 'credits'],
  ])('%s is refused, and nothing is kept', async (_, more, field) => {
    expect(await refusalOf(logs(more))).toMatchObject({ kind: 'wrong', field });
    expect(logged()).toEqual([]);
    expect(auditLength(ground)).toBe(0);
  });

  test('does not credit what is read by edition', async () => {
    const cycle = { kind: 'edition' as const, publication: 'kcsie' };
    const kcsie = addRequirement(ground, { key: 'kcsie', cycle });
    expect(await refusalOf(logs({ creditIds: [kcsie] }))).toMatchObject({ field: 'credits' });
  });

  test('is logged once though its form is sent twice', async () => {
    const act = { ...ground.act, formKey: '00000000-0000-4000-8000-000000000003' };
    expect(await logUpdate(act, bulletin())).toEqual(await logUpdate(act, bulletin()));
    expect(logged()).toHaveLength(1);
  });

  test('of the lead alone waits for somebody else’s check', async () => {
    await logs({ personIds: [ground.actorId] });
    expect(factsOf(ground.actorId)).toMatchObject([{ check: 'awaiting-check' }]);
  });
});

describe('put right', () => {
  const beganFrom = (sessionId: number) => {
    const found = findUpdate(ground.database, ground.schoolId, sessionId);
    return beginningOfRegister(found?.marks ?? []);
  };
  const corrects = (sessionId: number, personIds: number[], began = beganFrom(sessionId)) => {
    const reason = 'Theo was there, Zoë was not';
    return correctUpdate(ground.act, { sessionId, began, personIds, reason });
  };

  test('by two leads at once: the later is told, and nothing is lost', async () => {
    const { sessionId } = await logs();
    const began = beganFrom(sessionId);
    await corrects(sessionId, [ground.actorId, zoe, theo], began);
    const late = corrects(sessionId, [ground.actorId], began);
    expect(await refusalOf(late)).toMatchObject({ kind: 'conflict' });
    expect(logged()).toMatchObject([{ there: 3, of: 3 }]);
  });

  test('withdraws what it does not credit any more, with the reason, and leaves the rest', async () => {
    const { sessionId } = await logs();
    const [own] = factsOf(ground.actorId);
    expect(await corrects(sessionId, [ground.actorId, theo])).toEqual({
      recorded: 1,
      withdrawn: 1,
    });
    expect(factsOf(zoe)).toEqual([]);
    expect(factsOf(theo)).toHaveLength(1);
    expect(factsOf(ground.actorId)).toEqual([own]);
    expect(logged()).toMatchObject([{ there: 2, of: 3, isFinal: true }]);
    expect(lastAudit(ground)).toMatchObject({ action: 'register.finalised' });
  });

  test('also of somebody who would not be expected that day by now', async () => {
    const { sessionId } = await logs();
    ground.database.$client
      .prepare("insert into absences (person_id, starts_on) values (?, '2026-11-01')")
      .run(zoe);
    await corrects(sessionId, [ground.actorId]);
    expect(factsOf(zoe)).toEqual([]);
    expect(logged()).toMatchObject([{ there: 1, of: 3 }]);
  });

  test('of another school is not found', async () => {
    const { sessionId } = await logs();
    const other = otherGround(ground);
    const act = correctUpdate(other.act, {
      sessionId,
      began: '',
      personIds: [zoe],
      reason: 'Ours',
    });
    expect(await refusalOf(act)).toMatchObject({ kind: 'not-found' });
    expect(factsOf(zoe)).toHaveLength(1);
  });
});

describe('taken back', () => {
  const reason = 'Logged for the wrong school';
  const takes = (sessionId: number, act = ground.act) => takeBackUpdate(act, { sessionId, reason });
  const held = () => {
    const days = { from: on('2026-09-01'), to: on('2026-11-16') };
    return listHeld(ground.database, ground.schoolId, days).map(({ title }) => title);
  };
  const withdrawn = () =>
    ground.database.$client
      .prepare(
        `select c.person_id as person, c.completed_on as completedOn, w.reason from withdrawals w
         join completions c on c.id = w.completion_id order by c.person_id`,
      )
      .all();

  test('withdraws exactly what it completed, with the reason, and stands in no list', async () => {
    const { sessionId } = await logs();
    await logs({ title: 'Another of that day', personIds: [zoe] });
    expect(factsOf(zoe)).toHaveLength(2);
    expect(await takes(sessionId)).toEqual({ withdrawn: 2 });
    const of = { completedOn: '2026-11-09', reason: `The short update was taken back: ${reason}` };
    expect(withdrawn()).toEqual([
      { person: ground.actorId, ...of },
      { person: zoe, ...of },
    ]);
    expect(factsOf(zoe)).toHaveLength(1);
    expect(logged()).toMatchObject([{ title: 'Another of that day' }]);
    expect(held()).toEqual(['Another of that day']);
  });

  test('stays in the audit, with each person who lost something', async () => {
    const { sessionId } = await logs();
    const before = auditLength(ground);
    await takes(sessionId);
    expect(auditLength(ground)).toBe(before + 3);
    expect(lastAudit(ground)).toMatchObject({ action: 'update.taken-back' });
    expect(JSON.stringify(lastAudit(ground))).toContain(reason);
  });

  test('leaves what somebody withdrew by hand with their own reason', async () => {
    const { sessionId } = await logs();
    const completionId = factsOf(zoe)[0]!.id;
    await withdrawCompletion(ground.act, { completionId, reason: 'She was ill' });
    expect(await takes(sessionId)).toEqual({ withdrawn: 1 });
    expect(withdrawn()).toMatchObject([
      { person: ground.actorId, reason: `The short update was taken back: ${reason}` },
      { person: zoe, reason: 'She was ill' },
    ]);
  });

  test('where it completed nothing, only leaves the list', async () => {
    const { sessionId } = await logs({ creditIds: [] });
    expect(await takes(sessionId)).toEqual({ withdrawn: 0 });
    expect(logged()).toEqual([]);
  });

  test('once, and is not put right any more', async () => {
    const { sessionId } = await logs();
    await takes(sessionId);
    const before = auditLength(ground);
    expect(await refusalOf(takes(sessionId))).toMatchObject({ kind: 'conflict' });
    const found = findUpdate(ground.database, ground.schoolId, sessionId);
    const began = beginningOfRegister(found?.marks ?? []);
    const put = correctUpdate(ground.act, { sessionId, began, personIds: [theo], reason });
    expect(await refusalOf(put)).toMatchObject({ kind: 'conflict' });
    expect(factsOf(theo)).toEqual([]);
    expect(auditLength(ground)).toBe(before);
  });

  test('is not for a session with a register, nor for what is another school’s', async () => {
    const { sessionId: session } = makeHeldSession(ground, { credits: [updates], there: [zoe] });
    expect(await refusalOf(takes(session))).toMatchObject({ kind: 'not-found' });
    const { sessionId } = await logs();
    const { act } = otherGround(ground);
    expect(await refusalOf(takes(sessionId, act))).toMatchObject({ kind: 'not-found' });
    expect(withdrawn()).toEqual([]);
    expect(held()).toHaveLength(2);
  });
});
