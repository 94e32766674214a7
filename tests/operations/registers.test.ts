import { describe, expect, test } from 'vitest';
import { listAudit } from '#app/data/audit.ts';
import { listHistory } from '#app/data/completions.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { finaliseRegister } from '#app/operations/finalise-register.ts';
import { callOffSession, changeSession } from '#app/operations/plan-session.ts';
import { recordCompletions } from '#app/operations/record-completions.ts';
import { reopenRegister } from '#app/operations/reopen-register.ts';
import { addSitting, changeSitting } from '#app/operations/sittings.ts';
import { withdrawCompletion } from '#app/operations/withdraw-completion.ts';
import {
  draftOf,
  finalise,
  keep,
  keepAndFinalise,
  needMinutes,
  preview,
  recorded,
  registerSays,
  type SessionGround,
  sessionGround,
  sittingOn,
  tick,
} from './session-ground.ts';
import { auditLength, on, otherGround, refusalOf } from './support.ts';

function reopen({ act, at }: SessionGround, reason = 'Idris was there') {
  return reopenRegister(act, { ...at, reason });
}

describe('making a register final', () => {
  test('records what everybody who was there completed, and who was not there', async () => {
    const ground = await sessionGround();
    const { zoe, idris, actorId, prevent, safeguarding } = ground;
    const final = await keepAndFinalise(ground, [tick(zoe, 'there'), tick(actorId, 'there')]);
    expect(final).toEqual({ recorded: 4, withdrawn: 0 });
    expect(recorded(ground).stands).toEqual([
      [actorId, prevent],
      [actorId, safeguarding],
      [zoe, prevent],
      [zoe, safeguarding],
    ]);
    expect(listHistory(ground.database, zoe)[0]).toMatchObject({
      completedOn: '2026-11-02',
      evidence: 'register',
      provider: 'Jane Roe',
      needsCheck: false,
      recordedBy: 'Ada Min',
    });
    expect(registerSays(ground).on.find(([name]) => name === 'Zoë Marsh T2')).toEqual([
      'Zoë Marsh T2',
      'expected',
      'not-there',
    ]);
    expect(findPersonFacts(ground.database, ground.schoolId, idris)?.completions).toEqual([]);
  });

  test('the audit has the register, and an entry for each person on whose record it wrote', async () => {
    const ground = await sessionGround();
    const before = auditLength(ground);
    await keepAndFinalise(ground, [tick(ground.zoe, 'there'), tick(ground.idris, 'there')]);
    expect(auditLength(ground) - before).toBe(1 + 2 + 1);
    const [own] = listAudit(ground.database, { schoolId: ground.schoolId, personId: ground.zoe });
    expect(own).toMatchObject({
      action: 'completion.recorded',
      contents: { about: 'prevent and safeguarding, 2 November 2026' },
    });
    const [last] = listAudit(ground.database, { schoolId: ground.schoolId });
    expect(last).toMatchObject({
      action: 'register.finalised',
      contents: {
        about: 'Whole-school safeguarding, 2 November 2026',
        after: { there: ['Zoë Marsh T1', 'Zoë Marsh T2'], notThere: 1, recorded: 4 },
      },
    });
  });

  test('there in part completes what says how long is needed, where it is reached', async () => {
    const ground = await sessionGround();
    needMinutes(ground, ground.prevent, 45);
    await keepAndFinalise(ground, [tick(ground.zoe, 45), tick(ground.idris, 44)]);
    expect(recorded(ground).stands).toEqual([[ground.zoe, ground.prevent]]);
  });

  test('whose minutes are all that it lasted was there for all of it', async () => {
    const ground = await sessionGround();
    await keepAndFinalise(ground, [tick(ground.zoe, 90), tick(ground.idris, 89)]);
    expect(recorded(ground).stands).toEqual([
      [ground.zoe, ground.prevent],
      [ground.zoe, ground.safeguarding],
    ]);
    expect(registerSays(ground).on.map(([, , attendance]) => attendance)).toEqual([
      'there',
      'in-part',
      'not-there',
    ]);
  });

  test('the lead’s own attendance counts at once beside others, and waits where nobody else was there', async () => {
    const check = ({ database, schoolId, actorId }: SessionGround) =>
      findPersonFacts(database, schoolId, actorId)?.completions.map((one) => one.check);
    const together = await sessionGround();
    await keepAndFinalise(together, [tick(together.actorId, 'there'), tick(together.zoe, 'there')]);
    expect(check(together)).toEqual(['counts', 'counts']);
    const alone = await sessionGround();
    await keepAndFinalise(alone, [tick(alone.actorId, 'there')]);
    expect(check(alone)).toEqual(['awaiting-check', 'awaiting-check']);
  });

  test('nor do they count any longer once the others are taken off it', async () => {
    const ground = await sessionGround();
    const { actorId, zoe } = ground;
    const own = () => findPersonFacts(ground.database, ground.schoolId, actorId)?.completions;
    await keepAndFinalise(ground, [tick(actorId, 'there'), tick(zoe, 'there')]);
    await reopen(ground, 'Zoë was not there');
    const alone = await keepAndFinalise(ground, [tick(actorId, 'there'), tick(zoe, null)]);
    expect(alone).toEqual({ recorded: 2, withdrawn: 4 });
    expect(own()?.map(({ check }) => check)).toEqual(['awaiting-check', 'awaiting-check']);
  });

  test('says nothing of whoever left it before it was final', async () => {
    const ground = await sessionGround();
    const { act, at, zoe, idris, actorId } = ground;
    await keep(ground, [tick(zoe, 'there')]);
    const { sessionId } = at;
    const { sittingId } = await addSitting(act, { sessionId, ...sittingOn('2026-11-03') });
    const other = { sessionId, sittingId };
    await keep(ground, [tick(idris, 'there')], undefined, other);
    await finalise(ground, { at: other });
    await finalise(ground);
    expect(registerSays(ground).on.map(([name]) => name)).toEqual(['Zoë Marsh T1', 'Ada Min']);
    expect(registerSays(ground).on[1]).toEqual(['Ada Min', 'expected', 'not-there']);
    expect(recorded(ground).stands.map(([person]) => person)).not.toContain(actorId);
  });

  test('what has been retired by its day is left out', async () => {
    const ground = await sessionGround();
    ground.database.$client
      .prepare("update requirements set retired_from = '2026-11-01' where id = ?")
      .run(ground.prevent);
    await keepAndFinalise(ground, [tick(ground.zoe, 'there')]);
    expect(recorded(ground).stands).toEqual([[ground.zoe, ground.safeguarding]]);
  });

  test('is refused before its day, without anybody there, a second time, or from another school', async () => {
    const ground = await sessionGround();
    expect(await refusalOf(finalise(ground))).toMatchObject({ kind: 'wrong' });
    await changeSitting(ground.act, { ...ground.at, ...sittingOn('2026-11-17') });
    expect(await refusalOf(finalise(ground))).toMatchObject({ kind: 'wrong' });
    await changeSitting(ground.act, { ...ground.at, ...sittingOn('2026-11-16') });
    await keepAndFinalise(ground, [tick(ground.zoe, 'there')]);
    expect(await refusalOf(finalise(ground))).toMatchObject({ kind: 'conflict' });
    const { act } = otherGround(ground);
    const theirs = finaliseRegister(act, { ...ground.at, began: '', isCascadeAccepted: false });
    expect(await refusalOf(theirs)).toMatchObject({ kind: 'not-found' });
    expect(recorded(ground).stands).toHaveLength(2);
  });

  test('is refused where it would record something else than was shown', async () => {
    const ground = await sessionGround();
    await keep(ground, [tick(ground.zoe, 'there')]);
    const { began } = preview(ground);
    await keep(ground, [tick(ground.idris, 'there')]);
    const late = finaliseRegister(ground.act, { ...ground.at, began, isCascadeAccepted: false });
    expect(await refusalOf(late)).toMatchObject({ kind: 'conflict' });
    expect(recorded(ground).stands).toEqual([]);
  });

  test('sent twice, it is done once', async () => {
    const ground = await sessionGround();
    await keep(ground, [tick(ground.zoe, 'there')]);
    const act = { ...ground.act, formKey: crypto.randomUUID() };
    const { began } = preview(ground);
    const sending = () => finaliseRegister(act, { ...ground.at, began, isCascadeAccepted: false });
    const once = await sending();
    expect(await sending()).toEqual(once);
    expect(recorded(ground).stands).toHaveLength(2);
  });
});

describe('the cascade', () => {
  /** The session asks that its trainer, Zoë, holds Prevent in date. */
  async function withTrainer() {
    const ground = await sessionGround();
    const { act, at, zoe, prevent, safeguarding } = ground;
    const draft = draftOf([safeguarding], {
      trainerPersonId: zoe,
      trainerName: null,
      trainerHoldsId: prevent,
    });
    await changeSession(act, { ...draft, sessionId: at.sessionId });
    await keep(ground, [tick(ground.idris, 'there')]);
    return ground;
  }

  test('a trainer who does not hold it that day: nothing is recorded without saying so', async () => {
    const ground = await withTrainer();
    expect(preview(ground).trainer).toMatchObject({ holds: false });
    const refusal = await refusalOf(finalise(ground));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'acceptCascade' });
    await finalise(ground, { isCascadeAccepted: true });
    const [last] = listAudit(ground.database, { schoolId: ground.schoolId });
    const after = { recordedAllTheSame: expect.stringMatching(/^Zoë Marsh T1 does not hold/) };
    expect(last?.contents?.after).toMatchObject(after);
  });

  test('a trainer who holds it that day needs no such word, and none is kept', async () => {
    const ground = await withTrainer();
    await recordCompletions(ground.act, {
      personIds: [ground.zoe],
      requirementId: ground.prevent,
      completedOn: on('2026-11-02'),
      printedExpiryOn: null,
      edition: null,
      evidence: 'certificate',
      provider: null,
      reference: null,
      note: null,
      earnedElsewhere: false,
    });
    expect(preview(ground).trainer).toMatchObject({ holds: true });
    await finalise(ground, { isCascadeAccepted: true });
    const [last] = listAudit(ground.database, { schoolId: ground.schoolId });
    expect(last?.contents?.after).not.toHaveProperty('recordedAllTheSame');
  });
});

describe('opening a register again', () => {
  test('leaves standing what it recorded, and made final as it was changes nothing', async () => {
    const ground = await sessionGround();
    await keepAndFinalise(ground, [tick(ground.zoe, 'there')]);
    const before = recorded(ground);
    await reopen(ground);
    expect(recorded(ground)).toEqual(before);
    expect(await finalise(ground)).toEqual({ recorded: 0, withdrawn: 0 });
    expect(recorded(ground)).toEqual(before);
  });

  test('withdraws exactly what is no longer credited and adds what is new', async () => {
    const ground = await sessionGround();
    const { zoe, idris, actorId, prevent, safeguarding } = ground;
    await keepAndFinalise(ground, [tick(zoe, 'there'), tick(actorId, 'there')]);
    await reopen(ground);
    const ticks = [tick(zoe, null), tick(idris, 'there'), tick(actorId, 'there')];
    expect(await keepAndFinalise(ground, ticks)).toEqual({ recorded: 2, withdrawn: 2 });
    expect(recorded(ground)).toEqual({
      stands: [
        [actorId, prevent],
        [actorId, safeguarding],
        [idris, prevent],
        [idris, safeguarding],
      ],
      withdrawn: [
        [zoe, prevent],
        [zoe, safeguarding],
      ],
    });
    expect(listHistory(ground.database, zoe)[0]?.withdrawnBecause).toBe(
      'Its register was opened again: Idris was there',
    );
  });

  test('what the register withdrew it records again; what somebody withdrew stays withdrawn', async () => {
    const ground = await sessionGround();
    const { zoe, idris, act, safeguarding } = ground;
    await keepAndFinalise(ground, [tick(zoe, 'there'), tick(idris, 'there')]);
    await reopen(ground, 'Zoë was not there');
    await keepAndFinalise(ground, [tick(zoe, null), tick(idris, 'there')]);
    const [ofIdris] = findPersonFacts(ground.database, ground.schoolId, idris)?.completions ?? [];
    await withdrawCompletion(act, { completionId: ofIdris?.id ?? 0, reason: 'Left early' });
    await reopen(ground, 'Zoë was there after all');
    const final = await keepAndFinalise(ground, [tick(zoe, 'there'), tick(idris, 'there')]);
    expect(final).toEqual({ recorded: 2, withdrawn: 0 });
    expect(recorded(ground).stands.filter(([person]) => person === zoe)).toHaveLength(2);
    expect(recorded(ground).stands.filter(([person]) => person === idris)).toEqual([
      [idris, safeguarding],
    ]);
  });

  test('with nobody left on it, it withdraws all', async () => {
    const ground = await sessionGround();
    await keepAndFinalise(ground, [tick(ground.zoe, 'there')]);
    await reopen(ground);
    expect(await keepAndFinalise(ground, [tick(ground.zoe, null)])).toEqual({
      recorded: 0,
      withdrawn: 2,
    });
  });

  test('moved to another day, everything is recorded for that day', async () => {
    const ground = await sessionGround();
    await keepAndFinalise(ground, [tick(ground.zoe, 'there')]);
    await reopen(ground);
    await changeSitting(ground.act, { ...ground.at, ...sittingOn('2026-11-03') });
    expect(await finalise(ground)).toEqual({ recorded: 2, withdrawn: 2 });
    const days = findPersonFacts(ground.database, ground.schoolId, ground.zoe)?.completions;
    expect(days?.map(({ completedOn }) => completedOn)).toEqual(['2026-11-03', '2026-11-03']);
  });

  test('it has those on it still who missed it and came to a later sitting, and takes nothing from them', async () => {
    const ground = await sessionGround();
    const { act, at, zoe, idris } = ground;
    await keepAndFinalise(ground, [tick(zoe, 'there')]);
    const { sessionId } = at;
    const later = { sessionId, ...sittingOn('2026-11-05', true) };
    const other = { sessionId, sittingId: (await addSitting(act, later)).sittingId };
    await keep(ground, [], { kind: 'add', personId: idris }, other);
    await finalise(ground, { at: other });
    const before = registerSays(ground);
    await reopen(ground, 'Zoë left early');
    expect(registerSays(ground)).toEqual(before);
    const nobody = [tick(zoe, null), tick(idris, null)];
    expect(await keepAndFinalise(ground, nobody)).toEqual({ recorded: 0, withdrawn: 2 });
    expect(recorded(ground).stands.map(([person]) => person)).toEqual([idris, idris]);
    expect(registerSays(ground).on.map(([name]) => name)).toContain('Zoë Marsh T2');
  });

  test('it cannot be called off as long as what it recorded stands', async () => {
    const ground = await sessionGround();
    const { act, at, zoe } = ground;
    const off = () => callOffSession(act, { sessionId: at.sessionId, isHeld: false });
    await keepAndFinalise(ground, [tick(zoe, 'there')]);
    await reopen(ground);
    expect(await refusalOf(off())).toMatchObject({ kind: 'conflict' });
    await keepAndFinalise(ground, [tick(zoe, null)]);
    await reopen(ground, 'It was not held');
    expect(await off()).toEqual({ sessionId: at.sessionId });
  });

  test('is refused where it is open, and from another school', async () => {
    const ground = await sessionGround();
    expect(await refusalOf(reopen(ground))).toMatchObject({ kind: 'conflict' });
    await keepAndFinalise(ground, [tick(ground.zoe, 'there')]);
    const { act } = otherGround(ground);
    const theirs = reopenRegister(act, { ...ground.at, reason: 'Mine' });
    expect(await refusalOf(theirs)).toMatchObject({ kind: 'not-found' });
  });
});
