import { schoolFacts } from '#app/data/facts.ts';
import { findRegister, listRegisterMarks } from '#app/data/registers.ts';
import { findSession } from '#app/data/sessions.ts';
import type { Attendance } from '#app/domain/sessions/register.ts';
import { finaliseRegister, previewFinal } from '#app/operations/finalise-register.ts';
import {
  beginningOfRegister,
  keepRegister,
  type RegisterStep,
  type Tick,
} from '#app/operations/keep-register.ts';
import { planSession, type SessionDraft } from '#app/operations/plan-session.ts';
import type { SittingAt } from '#app/operations/require-session.ts';
import { addRequirement, addTeacher, freshGround, type Ground, on } from './support.ts';

/** A school with a session planned for 2 November: two teachers, the actor, two requirements. */
export type SessionGround = Ground & {
  at: SittingAt;
  prevent: number;
  safeguarding: number;
  zoe: number;
  idris: number;
};

export function draftOf(creditIds: number[], more: Partial<SessionDraft> = {}): SessionDraft {
  return {
    title: 'Whole-school safeguarding',
    about: null,
    trainerPersonId: null,
    trainerName: 'Jane Roe',
    trainerHoldsId: null,
    audience: { categories: ['staff'], kinds: [] },
    creditIds,
    ...more,
  };
}

export function sittingOn(heldOn: string, isMopUp = false) {
  return { heldOn: on(heldOn), startsAt: '09:00', minutes: 90, place: 'Hall', isMopUp };
}

export async function sessionGround(more: Partial<SessionDraft> = {}): Promise<SessionGround> {
  const ground = freshGround();
  const prevent = addRequirement(ground, { key: 'prevent' });
  const safeguarding = addRequirement(ground, { key: 'safeguarding' });
  const [zoe, idris] = [addTeacher(ground, 'T1'), addTeacher(ground, 'T2')];
  const draft = draftOf([prevent, safeguarding], more);
  const at = await planSession(ground.act, { ...draft, sitting: sittingOn('2026-11-02') });
  return { ...ground, at, prevent, safeguarding, zoe, idris };
}

/** Says of a requirement how many minutes somebody has to be there. */
export function needMinutes({ database }: Ground, requirementId: number, minutes: number): void {
  database.$client
    .prepare('update requirements set minutes_needed = ? where id = ?')
    .run(minutes, requirementId);
}

export type Attended = Attendance | number | null;

/** Ticks people: a number is so many minutes in part. */
export function tick(personId: number, attended: Attended): Tick {
  if (typeof attended === 'number') return { personId, attendance: 'in-part', minutes: attended };
  return { personId, attendance: attended, minutes: null };
}

export function keep(
  { act, database, at }: SessionGround,
  ticks: Tick[],
  step: RegisterStep = { kind: 'save' },
  sitting = at,
) {
  const marks = listRegisterMarks(database, [sitting.sittingId]).get(sitting.sittingId) ?? [];
  const began = beginningOfRegister(marks);
  return keepRegister(act, { ...sitting, began, ticks, step, files: [] });
}

/** What the page before making it final shows. */
export function preview({ database, schoolId, accountId, at }: SessionGround, sitting = at) {
  const session = findSession(database, schoolId, sitting.sessionId);
  const held = session?.sittings.find(({ id }) => id === sitting.sittingId);
  if (!session || !held) throw new Error('There is no such sitting');
  return previewFinal(database, schoolFacts(database, schoolId), {
    session,
    sitting: held,
    accountId,
  });
}

export function finalise(
  ground: SessionGround,
  { isCascadeAccepted = false, at = ground.at } = {},
) {
  const { began } = preview(ground, at);
  return finaliseRegister(ground.act, { ...at, began, isCascadeAccepted });
}

/** Keeps a register and makes it final. */
export async function keepAndFinalise(ground: SessionGround, ticks: Tick[]) {
  await keep(ground, ticks);
  return finalise(ground);
}

/** Who is on the register: their name, and what it says of them. */
export function registerSays({ database, schoolId, at }: SessionGround, sitting = at) {
  const session = findSession(database, schoolId, sitting.sessionId);
  const held = session?.sittings.find(({ id }) => id === sitting.sittingId);
  if (!session || !held) throw new Error('There is no such sitting');
  const { people } = schoolFacts(database, schoolId);
  const { entries, notExpected } = findRegister(database, people, session, held);
  return {
    on: entries.map(({ person, expected, attendance }) => [person.name, expected, attendance]),
    not: notExpected.map(({ name }) => name),
  };
}

type Row = { person: number; requirement: number; withdrawn: string | null };

/** Every completion of the school, as what stands and what was withdrawn. */
export function recorded({ database }: Ground) {
  const rows = database.$client
    .prepare(
      `select c.person_id as person, c.requirement_id as requirement, w.reason as withdrawn
       from completions c left join withdrawals w on w.completion_id = c.id
       order by c.person_id, c.requirement_id, c.id`,
    )
    .all() as Row[];
  const pair = ({ person, requirement }: Row) => [person, requirement];
  return {
    stands: rows.filter(({ withdrawn }) => withdrawn === null).map(pair),
    withdrawn: rows.filter(({ withdrawn }) => withdrawn !== null).map(pair),
  };
}
