import { beforeEach, describe, expect, test } from 'vitest';
import { countSaidPoints, listSaidPoints, listWaitingPoints } from '#app/data/briefing.ts';
import { quizNeeds } from '#app/data/quiz-needs.ts';
import { listTalks } from '#app/data/quiz-results.ts';
import {
  addPoint,
  addQuestionPoint,
  changePoint,
  removePoint,
  sayPoint,
} from '#app/operations/briefing-points.ts';
import { noteTalk } from '#app/operations/note-talk.ts';
import { handIn } from '#tests/support/attempts.ts';
import { makePerson } from '#tests/support/people.ts';
import { makeQuestion, makeQuiz, makeWholeQuiz } from '#tests/support/quizzes.ts';
import {
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
beforeEach(() => {
  ground = freshGround();
});

const waiting = (of = ground) => listWaitingPoints(of.database, of.schoolId);

describe('a point for the next briefing', () => {
  test('is put down in the school’s own words, and written to the audit', async () => {
    await addPoint(ground.act, { words: 'The front door has a new number' });
    expect(waiting()).toMatchObject([
      { words: 'The front door has a new number', addedOn: '2026-11-16', revisionId: null },
    ]);
    expect(lastAudit(ground)).toMatchObject({ action: 'briefing-point.added' });
    expect(auditLength(ground)).toBe(1);
  });

  test('is put down once, though its form was sent twice', async () => {
    const act = { ...ground.act, formKey: '00000000-0000-4000-8000-000000000001' };
    const first = await addPoint(act, { words: 'Once' });
    expect(await addPoint(act, { words: 'Once' })).toEqual(first);
    expect(waiting()).toHaveLength(1);
  });

  test('is worded differently, or taken off', async () => {
    const { pointId } = await addPoint(ground.act, { words: 'Tell the DSL' });
    await changePoint(ground.act, { pointId, words: 'Tell the DSL or a deputy' });
    expect(waiting()).toMatchObject([{ words: 'Tell the DSL or a deputy' }]);
    await removePoint(ground.act, { pointId });
    expect(waiting()).toEqual([]);
    expect(lastAudit(ground)).toMatchObject({ action: 'briefing-point.removed' });
  });

  test('was said on a day, and is put right afterwards; then it stays', async () => {
    const { pointId } = await addPoint(ground.act, { words: 'Tell the DSL' });
    await sayPoint(ground.act, { pointId, saidOn: on('2026-11-13'), said: '31 were there' });
    await sayPoint(ground.act, { pointId, saidOn: on('2026-11-16'), said: null });
    expect(waiting()).toEqual([]);
    const said = listSaidPoints(ground.database, ground.schoolId, { page: 1, size: 25 });
    expect(said).toMatchObject([{ saidOn: '2026-11-16', said: null }]);
    for (const act of [
      changePoint(ground.act, { pointId, words: 'Other' }),
      removePoint(ground.act, { pointId }),
    ]) {
      expect(await refusalOf(act)).toMatchObject({ kind: 'conflict' });
    }
    expect(countSaidPoints(ground.database, ground.schoolId)).toBe(1);
  });

  test('cannot have been said tomorrow', async () => {
    const { pointId } = await addPoint(ground.act, { words: 'Tell the DSL' });
    const saying = sayPoint(ground.act, { pointId, saidOn: on('2026-11-17'), said: null });
    expect(await refusalOf(saying)).toMatchObject({ kind: 'wrong', field: 'saidOn' });
    expect(waiting()).toHaveLength(1);
  });

  test('of another school is not found', async () => {
    const other = otherGround(ground);
    const { pointId } = await addPoint(other.act, { words: 'Theirs' });
    for (const act of [
      changePoint(ground.act, { pointId, words: 'Ours' }),
      sayPoint(ground.act, { pointId, saidOn: on('2026-11-16'), said: null }),
      removePoint(ground.act, { pointId }),
    ]) {
      expect(await refusalOf(act)).toMatchObject({ kind: 'not-found' });
    }
    expect(waiting(other)).toMatchObject([{ words: 'Theirs' }]);
    expect(waiting()).toEqual([]);
  });
});

describe('a question', () => {
  test('comes to the list with what was missed, once while it waits, and again when it was said', async () => {
    const { questionId, revisionId } = makeQuestion(
      ground.database,
      { schoolId: ground.schoolId },
      'tell',
    );
    const quizId = makeQuiz(ground.database, ground.schoolId);
    for (let n = 0; n < 10; n += 1) {
      const personId = makePerson(ground.database, ground.schoolId, `Zoë Marsh ${n}`);
      const answered = [{ revisionId, isRight: n < 3, chosen: n < 3 ? 0 : 2 }];
      const { schoolId } = ground;
      handIn(ground.database, { schoolId, quizId, personId, on: '2026-10-05', answered });
    }
    const first = await addQuestionPoint(ground.act, { questionId });
    expect(first.isNew).toBe(true);
    expect(waiting()).toMatchObject([
      {
        revisionId,
        words: 'tell: what is right? 7 of 10 chose ‘tell: option 3’. Right: ‘tell: option 1’.',
      },
    ]);
    const again = await addQuestionPoint(ground.act, { questionId });
    expect(again).toEqual({ pointId: first.pointId, isNew: false });
    expect(waiting()).toHaveLength(1);
    await sayPoint(ground.act, { ...first, saidOn: on('2026-11-16'), said: null });
    expect((await addQuestionPoint(ground.act, { questionId })).isNew).toBe(true);
  });

  test('of another school’s own is not found; one that is shared is', async () => {
    const other = otherGround(ground);
    const theirs = makeQuestion(ground.database, { schoolId: other.schoolId }, 'theirs');
    const shared = makeQuestion(ground.database, { trustId: 1 }, 'shared');
    const refusal = await refusalOf(addQuestionPoint(ground.act, theirs));
    expect(refusal).toMatchObject({ kind: 'not-found' });
    expect(await addQuestionPoint(ground.act, shared)).toMatchObject({ isNew: true });
    expect(waiting(other)).toEqual([]);
  });
});

describe('a talk', () => {
  test('is noted with its day alone; the audit does not tell which quiz somebody failed', async () => {
    const personId = addTeacher(ground);
    const quizId = makeQuiz(ground.database, ground.schoolId);
    await noteTalk(ground.act, { personId, quizId, talkedOn: on('2026-11-13') });
    expect(listTalks(ground.database, ground.schoolId)).toEqual([
      { personId, quizId, talkedOn: '2026-11-13', notedAt: ground.act.now },
    ]);
    const entry = lastAudit(ground);
    expect(entry).toMatchObject({ action: 'quiz-talk.noted', personId });
    expect(JSON.stringify(entry)).not.toMatch(/prevent/i);
  });

  test('of the morning leaves the fails of that afternoon, one of the evening does not', async () => {
    const personId = addTeacher(ground);
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const at = (time: string) => ({ ...ground.act, now: `2026-11-16T${time}:00.000Z` });
    const talksDue = () =>
      quizNeeds(ground.database, ground.schoolId, ground.act.today).talks.map(({ fails }) => fails);
    const talk = { personId, quizId, talkedOn: on('2026-11-16') };
    await noteTalk(at('09:00'), talk);
    for (const time of ['13:00', '14:00', '15:00']) {
      await takerOf(ground, personId).takes(quizId, { wrong: 3, act: at(time) });
    }
    expect(talksDue()).toEqual([3]);
    await noteTalk(at('16:00'), talk);
    expect(talksDue()).toEqual([]);
  });

  test.each([
    ['a day to come', { talkedOn: on('2026-11-17') }, 'wrong'],
    ['a quiz that is not there', { quizId: 99 }, 'not-found'],
    ['a person who is not there', { personId: 99 }, 'not-found'],
  ])('is refused for %s', async (_, wrong, kind) => {
    const talk = {
      personId: addTeacher(ground),
      quizId: makeQuiz(ground.database, ground.schoolId),
      talkedOn: on('2026-11-13'),
      ...wrong,
    };
    expect(await refusalOf(noteTalk(ground.act, talk))).toMatchObject({ kind });
    expect(listTalks(ground.database, ground.schoolId)).toEqual([]);
  });

  test('is not noted with oneself, nor with somebody of another school', async () => {
    const other = otherGround(ground);
    const quizId = makeQuiz(ground.database, ground.schoolId);
    const talkedOn = on('2026-11-13');
    const own = noteTalk(ground.act, { personId: ground.actorId, quizId, talkedOn });
    expect(await refusalOf(own)).toMatchObject({ kind: 'not-allowed' });
    const theirs = noteTalk(ground.act, { personId: other.actorId, quizId, talkedOn });
    expect(await refusalOf(theirs)).toMatchObject({ kind: 'not-found' });
    const theirQuiz = makeQuiz(ground.database, other.schoolId);
    const about = noteTalk(ground.act, {
      personId: addTeacher(ground),
      quizId: theirQuiz,
      talkedOn,
    });
    expect(await refusalOf(about)).toMatchObject({ kind: 'not-found' });
  });
});
