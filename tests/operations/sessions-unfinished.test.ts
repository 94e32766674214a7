import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#app/data/database.ts';
import { findSchoolByKey } from '#app/data/schools.ts';
import { listTasks } from '#app/data/tasks.ts';
import { listUnfinishedSessions } from '#app/data/unfinished-sessions.ts';
import { type Day, day } from '#app/domain/days.ts';
import { closeSession } from '#app/operations/close-session.ts';
import { callOffSession } from '#app/operations/plan-session.ts';
import { reopenRegister } from '#app/operations/reopen-register.ts';
import { statementsOf } from '#tests/routes/lead-ground.ts';
import { openDemoInMemory } from '#tests/support/demo.ts';
import { makeHeldSession } from './mop-up-ground.ts';
import { keepAndFinalise, type SessionGround, sessionGround, tick } from './session-ground.ts';
import { otherGround } from './support.ts';

const KINDS = ['register-open', 'mop-up-to-begin'];

function toDoAt(database: Database, schoolId: number, on: Day) {
  const { tasks } = listTasks(database, schoolId, on);
  return tasks.filter(({ kind }) => KINDS.includes(kind));
}

let ground: SessionGround;
const toDo = (on = ground.act.today) => toDoAt(ground.database, ground.schoolId, on);

/** Of 2 November, planned and not yet held: Ada, Zoë and Idris are expected. */
beforeEach(async () => {
  ground = await sessionGround();
});

test('a register stands in what to do next from the day after it until it is final', async () => {
  const { sessionId, sittingId } = ground.at;
  expect(toDo(day('2026-11-02'))).toEqual([]);
  expect(toDo(day('2026-11-03'))).toMatchObject([
    { kind: 'register-open', session: { id: sessionId }, sitting: { id: sittingId } },
  ]);
  const { actorId, zoe, idris } = ground;
  await keepAndFinalise(
    ground,
    [actorId, zoe, idris].map((id) => tick(id, 'there')),
  );
  expect(toDo()).toEqual([]);
  await reopenRegister(ground.act, { ...ground.at, reason: 'Idris was not there' });
  expect(toDo()).toMatchObject([{ kind: 'register-open', wasFinal: true }]);
});

test('a session that somebody missed stands there until it is closed', async () => {
  await keepAndFinalise(ground, [tick(ground.actorId, 'there'), tick(ground.zoe, 'there')]);
  expect(toDo()).toMatchObject([
    {
      kind: 'mop-up-to-begin',
      session: { id: ground.at.sessionId },
      figures: { 'nothing-arranged': 1 },
    },
  ]);
  await closeSession(ground.act, { sessionId: ground.at.sessionId });
  expect(toDo()).toEqual([]);
});

test('a session that was called off asks for nothing', async () => {
  await callOffSession(ground.act, { sessionId: ground.at.sessionId, isHeld: false });
  expect(toDo()).toEqual([]);
});

test('a register opened again after its session was closed is asked for, of this school alone', async () => {
  await keepAndFinalise(ground, [tick(ground.actorId, 'there')]);
  await closeSession(ground.act, { sessionId: ground.at.sessionId });
  await reopenRegister(ground.act, { ...ground.at, reason: 'Zoë was there' });
  expect(toDo()).toMatchObject([{ kind: 'register-open', wasFinal: true }]);
  const other = otherGround(ground);
  expect(toDoAt(other.database, other.schoolId, other.act.today)).toEqual([]);
});

test('as many statements for ten sessions as for one', async () => {
  await keepAndFinalise(ground, [tick(ground.actorId, 'there')]);
  const { database, schoolId, prevent, zoe } = ground;
  const list = () => listUnfinishedSessions(database, schoolId, day('2026-11-16'));
  const counted = async () => {
    listTasks(database, schoolId, day('2026-11-16'));
    return statementsOf(ground as never, list);
  };
  const forOne = await counted();
  expect(forOne).toBeGreaterThan(5);
  for (let n = 0; n < 9; n += 1) {
    makeHeldSession(ground, { credits: [prevent], there: [zoe], isFinal: n > 3 });
  }
  expect(list()).toMatchObject({ openRegisters: { length: 4 }, toClose: { length: 6 } });
  expect(await counted()).toBe(forOne);
});

test('the demo has nothing of this kind until the sessions of January were held', async () => {
  const database = await openDemoInMemory();
  const keys = ['grange', 'longton', 'parkside', 'john-moore', 'droitwich'];
  const titlesOn = (on: string) =>
    keys.flatMap((key) => {
      const found = toDoAt(database, findSchoolByKey(database, key)?.id ?? 0, day(on));
      return found.map((task) => 'session' in task && `${key}: ${task.session.title}`);
    });
  expect(titlesOn('2026-11-16')).toEqual([]);
  expect(titlesOn('2027-01-05')).toEqual([
    'grange: Safeguarding at the beginning of term',
    'droitwich: Prevent for everybody',
  ]);
});
