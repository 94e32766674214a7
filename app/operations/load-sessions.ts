import { transact } from '#app/data/database.ts';
import { readSchoolFacts, type SchoolFacts } from '#app/data/facts.ts';
import { registersOf, writeRegisterMarks } from '#app/data/registers.ts';
import { findSession, type SittingPlan } from '#app/data/sessions.ts';
import type { Day } from '#app/domain/days.ts';
import type { RegisterMark } from '#app/domain/sessions/register.ts';
import type { Audience } from '#app/domain/types.ts';
import { type Act, requireSchool } from './act.ts';
import { finaliseRegister, previewFinal } from './finalise-register.ts';
import { planSession } from './plan-session.ts';
import type { SittingAt } from './require-session.ts';
import { addSitting } from './sittings.ts';

/** A sitting of the demo's story: people by the school's own number for them. */
export type HeldSitting = SittingPlan & {
  notExpected: string[];
  /** On its register and not there; everybody else who was expected was. */
  missed: string[];
  /** At a mop-up: who was there. */
  there: string[];
  isFinal: boolean;
};

/** A session of the demo's story; requirements by their keys. */
export type HeldSession = {
  title: string;
  about: string | null;
  trainer: string;
  trainerHolds: string | null;
  credits: string[];
  audience: Audience;
  plannedOn: Day;
  sittings: HeldSitting[];
};

/**
 * Plans the sessions of the demo's story and makes their registers final, by the acts that schools have,
 * each on its day. Throws where the story names somebody or something that is not there: a fault of ours.
 */
export async function loadSessions(act: Act, sessions: readonly HeldSession[]): Promise<void> {
  if (sessions.length === 0) return;
  const facts = readSchoolFacts(act.database, requireSchool(act));
  for (const session of sessions) await loadSession(act, facts, session);
}

async function loadSession(act: Act, facts: SchoolFacts, story: HeldSession): Promise<void> {
  const [first, ...later] = story.sittings;
  if (!first) throw new Error(`${story.title} has no sitting`);
  const plannedOn = actOn(act, story.plannedOn, '08:00');
  const planned = { ...draftOf(facts, story), sitting: planOf(first) };
  const at = await planSession(plannedOn, planned);
  await holdSitting(act, facts, at, first);
  for (const sitting of later) {
    const plan = { sessionId: at.sessionId, ...planOf(sitting) };
    const { sittingId } = await addSitting(plannedOn, plan);
    await holdSitting(act, facts, { ...at, sittingId }, sitting);
  }
}

function draftOf({ policy, people }: SchoolFacts, story: HeldSession) {
  const requirementId = (key: string) =>
    found(policy.requirements, (one) => one.key === key, key).id;
  const { title, about, audience, trainer, trainerHolds, credits } = story;
  return {
    title,
    about,
    audience,
    trainerPersonId: personId(people, trainer),
    trainerName: null,
    trainerHoldsId: trainerHolds === null ? null : requirementId(trainerHolds),
    creditIds: credits.map(requirementId),
  };
}

function planOf({ heldOn, startsAt, minutes, place, isMopUp }: HeldSitting): SittingPlan {
  return { heldOn, startsAt, minutes, place, isMopUp };
}

async function holdSitting(
  act: Act,
  facts: SchoolFacts,
  at: SittingAt,
  story: HeldSitting,
): Promise<void> {
  const { database } = act;
  const session = findSession(database, requireSchool(act), at.sessionId);
  const sitting = session?.sittings.find(({ id }) => id === at.sittingId);
  if (!session || !sitting) throw new Error('The sitting is not there');
  await transact(database, (transaction) => {
    const { entries } = registersOf(transaction, facts.people, [session]).get(sitting.id)!;
    const expected = entries.map(({ person }) => person.id);
    writeRegisterMarks(transaction, sitting.id, marksOf(facts, story, expected));
  });
  if (!story.isFinal) return;
  const { accountId } = act.actor;
  const { began } = previewFinal(database, facts, { session, sitting, accountId });
  const command = { ...at, began, isCascadeAccepted: false };
  await finaliseRegister(actOn(act, story.heldOn, '16:30'), command);
}

/** Before it is held, nothing is said but who is not expected. */
function marksOf(
  { people }: SchoolFacts,
  { notExpected, missed, there, isFinal }: HeldSitting,
  expected: number[],
): RegisterMark[] {
  const ids = (refs: string[]) => refs.map((ref) => personId(people, ref));
  const [out, absent, came] = [ids(notExpected), ids(missed), ids(there)];
  const marked = (id: number, mark: Partial<RegisterMark>): RegisterMark => {
    return { personId: id, expected: 'expected', attendance: null, minutes: null, ...mark };
  };
  const present = expected.filter((id) => isFinal && ![...out, ...absent].includes(id));
  return [
    ...out.map((id) => marked(id, { expected: 'not-expected' })),
    ...present.map((id) => marked(id, { attendance: 'there' })),
    ...came.map((id) => marked(id, { expected: 'added', attendance: 'there' })),
  ];
}

/** The act as it was on that day. */
function actOn(act: Act, today: Day, time: string): Act {
  return { ...act, today, now: `${today}T${time}:00.000Z` };
}

function personId(people: SchoolFacts['people'], ref: string): number {
  return found(people, (person) => person.ref === ref, ref).id;
}

function found<T>(all: readonly T[], is: (one: T) => boolean, key: string): T {
  const one = all.find(is);
  if (one === undefined) throw new Error(`There is no ${key}`);
  return one;
}
