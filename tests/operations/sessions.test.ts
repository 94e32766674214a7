import { describe, expect, test } from 'vitest';
import { findSession } from '#app/data/sessions.ts';
import { beginningOfRegister, keepRegister } from '#app/operations/keep-register.ts';
import { callOffSession, changeSession, planSession } from '#app/operations/plan-session.ts';
import { addSitting, changeSitting, removeSitting } from '#app/operations/sittings.ts';
import {
  draftOf,
  finalise,
  keep,
  keepAndFinalise,
  needMinutes,
  registerSays,
  sessionGround,
  sittingOn,
  tick,
} from './session-ground.ts';
import { addRequirement, addTeacher, lastAudit, otherGround, refusalOf } from './support.ts';

function planned({ database, schoolId, at }: Awaited<ReturnType<typeof sessionGround>>) {
  return findSession(database, schoolId, at.sessionId);
}

describe('planning a session', () => {
  test('keeps what it credits, who gives it and its first sitting', async () => {
    const ground = await sessionGround();
    expect(planned(ground)).toMatchObject({
      title: 'Whole-school safeguarding',
      trainer: 'Jane Roe',
      trainerPersonId: null,
      creditIds: [ground.prevent, ground.safeguarding],
      plannedOn: '2026-11-16',
      sittings: [{ heldOn: '2026-11-02', startsAt: '09:00', minutes: 90, finalisedAt: null }],
    });
    expect(lastAudit(ground)).toMatchObject({
      action: 'session.planned',
      contents: { after: { credits: ['prevent', 'safeguarding'], trainer: 'Jane Roe' } },
    });
  });

  test('somebody of the school who gives it stands on it by name', async () => {
    const ground = await sessionGround();
    const draft = draftOf([ground.prevent], { trainerPersonId: ground.zoe, trainerName: null });
    await changeSession(ground.act, { ...draft, sessionId: ground.at.sessionId });
    expect(planned(ground)).toMatchObject({ trainer: 'Zoë Marsh T1', creditIds: [ground.prevent] });
  });

  test.each([
    ['what is read by edition', { key: 'kcsie', isRetired: false }],
    ['what is retired', { key: 'old', isRetired: true }],
  ])('%s cannot be credited', async (_, { key, isRetired }) => {
    const ground = await sessionGround();
    const cycle = { kind: 'edition' as const, publication: 'kcsie' };
    const id = addRequirement(ground, isRetired ? { key } : { key, cycle });
    const retire = ground.database.$client.prepare(
      "update requirements set retired_from = '2026-11-02' where id = ?",
    );
    if (isRetired) retire.run(id);
    const plan = { ...draftOf([id]), sitting: sittingOn('2026-11-02') };
    const refusal = await refusalOf(planSession(ground.act, plan));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'credits' });
  });

  test('nothing of another school is taken: no requirement, no trainer, no session', async () => {
    const ground = await sessionGround();
    const other = otherGround(ground);
    const sitting = sittingOn('2026-11-02');
    const credits = { ...draftOf([ground.prevent]), sitting };
    expect(await refusalOf(planSession(other.act, credits))).toMatchObject({ field: 'credits' });
    const own = addRequirement(other, { key: 'own' });
    const trainer = { ...draftOf([own], { trainerPersonId: ground.zoe }), sitting };
    expect(await refusalOf(planSession(other.act, trainer))).toMatchObject({ kind: 'not-found' });
    const holds = { ...draftOf([own], { trainerHoldsId: ground.prevent }), sitting };
    expect(await refusalOf(planSession(other.act, holds))).toMatchObject({ field: 'trainerHolds' });
    const change = { ...draftOf([own]), sessionId: ground.at.sessionId };
    expect(await refusalOf(changeSession(other.act, change))).toMatchObject({ kind: 'not-found' });
  });
});

describe('once a register is final', () => {
  test('the session stays as it is, and a mop-up can be added all the same', async () => {
    const ground = await sessionGround();
    const { act, at, zoe, prevent } = ground;
    await keepAndFinalise(ground, [tick(zoe, 'there')]);
    const change = { ...draftOf([prevent]), sessionId: at.sessionId };
    for (const refused of [
      changeSession(act, change),
      callOffSession(act, { sessionId: at.sessionId, isHeld: false }),
      changeSitting(act, { ...at, ...sittingOn('2026-11-03') }),
      removeSitting(act, at),
    ]) {
      expect(await refusalOf(refused)).toMatchObject({ kind: 'conflict' });
    }
    await addSitting(act, { sessionId: at.sessionId, ...sittingOn('2026-11-19', true) });
    expect(planned(ground)?.sittings).toHaveLength(2);
  });
});

describe('the sittings of a session', () => {
  test('one that was never final can be moved and taken away, the only one cannot', async () => {
    const ground = await sessionGround();
    const { act, at } = ground;
    expect(await refusalOf(removeSitting(act, at))).toMatchObject({ kind: 'conflict' });
    const second = { sessionId: at.sessionId, ...sittingOn('2026-11-19') };
    const { sittingId } = await addSitting(act, second);
    await changeSitting(act, { ...at, ...sittingOn('2026-11-03'), place: null });
    await keep(ground, [tick(ground.zoe, 'there')], undefined, { ...at, sittingId });
    await removeSitting(act, { ...at, sittingId });
    expect(planned(ground)?.sittings).toMatchObject([{ heldOn: '2026-11-03', place: null }]);
  });

  test('one of them is for everybody: a session of mop-ups alone would be missed by nobody', async () => {
    const ground = await sessionGround();
    const { act, at, prevent } = ground;
    const { sessionId } = at;
    const only = changeSitting(act, { ...at, ...sittingOn('2026-11-02', true) });
    expect(await refusalOf(only)).toMatchObject({ kind: 'wrong', field: 'isMopUp' });
    await addSitting(act, { sessionId, ...sittingOn('2026-11-19', true) });
    expect(await refusalOf(removeSitting(act, at))).toMatchObject({ kind: 'wrong' });
    const planned = planSession(act, {
      ...draftOf([prevent]),
      sitting: sittingOn('2026-11-02', true),
    });
    expect(await refusalOf(planned)).toMatchObject({ kind: 'wrong' });
  });

  test('a session that is called off takes no register until it is held after all', async () => {
    const ground = await sessionGround();
    const { act, at, zoe } = ground;
    await callOffSession(act, { sessionId: at.sessionId, isHeld: false });
    expect(await refusalOf(keep(ground, [tick(zoe, 'there')]))).toMatchObject({ kind: 'conflict' });
    expect(await refusalOf(finalise(ground))).toMatchObject({ kind: 'conflict' });
    await callOffSession(act, { sessionId: at.sessionId, isHeld: true });
    await keepAndFinalise(ground, [tick(zoe, 'there')]);
  });

  test('a day on which nothing that it credits is asked any more is refused', async () => {
    const ground = await sessionGround();
    ground.database.$client.exec("update requirements set retired_from = '2026-12-01'");
    const later = { sessionId: ground.at.sessionId, ...sittingOn('2026-12-01') };
    expect(await refusalOf(addSitting(ground.act, later))).toMatchObject({ field: 'heldOn' });
  });
});

describe('keeping a register', () => {
  test('everybody of the audience is on it; ticks are kept as they were', async () => {
    const ground = await sessionGround();
    await keep(ground, [tick(ground.zoe, 'there'), tick(ground.idris, 40)]);
    expect(registerSays(ground).on).toEqual([
      ['Zoë Marsh T1', 'expected', 'there'],
      ['Zoë Marsh T2', 'expected', 'in-part'],
      ['Ada Min', 'expected', null],
    ]);
  });

  test('"everybody was there" ticks all but those there in part; and all can be unticked', async () => {
    const ground = await sessionGround();
    await keep(ground, [tick(ground.idris, 40)], { kind: 'everybody-there' });
    expect(registerSays(ground).on.map(([, , attendance]) => attendance)).toEqual([
      'there',
      'in-part',
      'there',
    ]);
    await keep(ground, [], { kind: 'nobody-there' });
    expect(registerSays(ground).on.every(([, , attendance]) => attendance === null)).toBe(true);
  });

  test('somebody is not expected that day by one press, and expected again by another', async () => {
    const ground = await sessionGround();
    await keep(ground, [], { kind: 'not-expected', personId: ground.zoe });
    expect(registerSays(ground).not).toEqual(['Zoë Marsh T1']);
    await keep(ground, [], { kind: 'expect', personId: ground.zoe });
    expect(registerSays(ground)).toMatchObject({ not: [], on: { length: 3 } });
  });

  test('somebody who turns up is added as there, and can be taken off again', async () => {
    const ground = await sessionGround({ audience: { categories: [], kinds: ['dsl'] } });
    await keep(ground, [], { kind: 'add', personId: ground.zoe });
    expect(registerSays(ground).on).toEqual([['Zoë Marsh T1', 'added', 'there']]);
    await keep(ground, [], { kind: 'take-off', personId: ground.zoe });
    expect(registerSays(ground).on).toEqual([]);
  });

  test('somebody of another school is not there', async () => {
    const ground = await sessionGround();
    const stranger = addTeacher(otherGround(ground));
    const adding = keep(ground, [], { kind: 'add', personId: stranger });
    expect(await refusalOf(adding)).toMatchObject({ kind: 'not-found' });
    await keep(ground, [tick(stranger, 'there')]);
    expect(registerSays(ground).on).toHaveLength(3);
  });

  test('two leads who keep one register at once: the later is told', async () => {
    const ground = await sessionGround();
    const began = beginningOfRegister([]);
    await keep(ground, [tick(ground.zoe, 'there')]);
    const ticks = [tick(ground.idris, 'there')];
    const late = { ...ground.at, began, ticks, step: { kind: 'save' as const }, files: [] };
    expect(await refusalOf(keepRegister(ground.act, late))).toMatchObject({ kind: 'conflict' });
  });

  test('before its day nobody can have been there; who is not expected can be said', async () => {
    const ground = await sessionGround();
    await changeSitting(ground.act, { ...ground.at, ...sittingOn('2026-11-17') });
    const step = { kind: 'not-expected' as const, personId: ground.idris };
    await keep(ground, [tick(ground.zoe, 'there')], step);
    expect(registerSays(ground)).toEqual({
      on: [
        ['Zoë Marsh T1', 'expected', null],
        ['Ada Min', 'expected', null],
      ],
      not: ['Zoë Marsh T2'],
    });
  });

  test('a mop-up has nobody on it but those who are put down for it', async () => {
    const ground = await sessionGround();
    const mopUp = { sessionId: ground.at.sessionId, ...sittingOn('2026-11-16', true) };
    const at = { ...ground.at, ...(await addSitting(ground.act, mopUp)) };
    expect(registerSays(ground, at).on).toEqual([]);
    await keep(ground, [], { kind: 'add', personId: ground.idris }, at);
    expect(registerSays(ground, at).on).toEqual([['Zoë Marsh T2', 'added', 'there']]);
  });

  test('who was at one sitting is not expected at the next; in part is not enough', async () => {
    const ground = await sessionGround();
    needMinutes(ground, ground.prevent, 30);
    await keepAndFinalise(ground, [tick(ground.zoe, 'there'), tick(ground.idris, 40)]);
    const second = { sessionId: ground.at.sessionId, ...sittingOn('2026-11-09') };
    const at = { ...ground.at, ...(await addSitting(ground.act, second)) };
    expect(registerSays(ground, at).on.map(([name]) => name)).toEqual(['Zoë Marsh T2', 'Ada Min']);
  });
});
