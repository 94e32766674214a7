import { readSchoolFacts, type SchoolFacts } from '#app/data/facts.ts';
import { listQuizzes } from '#app/data/quizzes.ts';
import { listSessions } from '#app/data/sessions.ts';
import type { Day } from '#app/domain/days.ts';
import { isExpectedAt } from '#app/domain/sessions/register.ts';
import type { MopUpOutcome } from '#app/domain/sessions/session.ts';
import type { UpdateKind } from '#app/domain/sessions/updates.ts';
import { type Act, requireSchool } from './act.ts';
import { addPoint } from './briefing-points.ts';
import { closeSession } from './close-session.ts';
import { decideMopUp, type MopUpChoice } from './decide-mop-up.ts';
import { logUpdate } from './log-update.ts';
import { setRecording } from './set-recording.ts';

/** A short update of the demo's story; people by the school's own number for them. */
type ToldUpdate = {
  kind: UpdateKind;
  title: string;
  heldOn: Day;
  minutes: number;
  about: string;
  credits: string[];
  /** Null: everybody who was expected and is not among those who missed it. */
  there: string[] | null;
  missed: string[];
};

export type ToldUpdates = { updates: ToldUpdate[]; points: { on: Day; words: string }[] };

/**
 * Logs the short updates of the demo's story, by the act that schools have, each on its day; then what waits
 * for the next briefing. Throws where the story names somebody who was not expected: a fault of ours.
 */
export async function loadUpdates(act: Act, { updates, points }: ToldUpdates): Promise<void> {
  const facts = readSchoolFacts(act.database, requireSchool(act));
  for (const update of updates) await loadUpdate(act, facts, update);
  for (const { on, words } of points) await addPoint(actOn(act, on), { words });
}

const AUDIENCE = { categories: ['staff' as const, 'supply' as const], kinds: [] };

async function loadUpdate(act: Act, { policy, people }: SchoolFacts, told: ToldUpdate) {
  const { kind, title, heldOn, minutes, about, credits } = told;
  const at = { heldOn, isMopUp: false };
  const expected = people.filter((person) => isExpectedAt(at, AUDIENCE, person));
  const there =
    told.there ?? expected.map(({ ref }) => ref).filter((ref) => !told.missed.includes(ref));
  const personIds = there.map((ref) => found(expected, (one) => one.ref === ref, ref).id);
  const creditIds = credits.map(
    (key) => found(policy.requirements, (one) => one.key === key, key).id,
  );
  const more = { pointIds: [], audience: AUDIENCE, personIds, creditIds };
  await logUpdate(actOn(act, heldOn), { kind, title, heldOn, minutes, about, ...more });
}

/** What became of those who missed a session of the demo's story. */
export type ToldMopUp = {
  session: string;
  closedOn: Day;
  recording: { link: string; quiz: string };
  decisions: {
    on: Day;
    people: string[];
    outcome: Exclude<MopUpOutcome, 'later-sitting'>;
    withWhom: string;
    reason: string;
  }[];
};

/** Closes sessions of the demo's story and decides for those who missed them, once there are accounts. */
export async function loadMopUps(act: Act, mopUps: readonly ToldMopUp[]): Promise<void> {
  const { database, today } = act;
  if (mopUps.length === 0) return;
  const schoolId = requireSchool(act);
  const { people } = readSchoolFacts(database, schoolId);
  for (const { session: title, closedOn, recording, decisions } of mopUps) {
    const sessions = listSessions(database, schoolId);
    const { id: sessionId } = found(sessions, (one) => one.title === title, title);
    const quizzes = listQuizzes(database, schoolId, today);
    const quiz = found(quizzes, ({ key }) => key === recording.quiz, recording.quiz);
    await closeSession(actOn(act, closedOn), { sessionId });
    const watched = { recordingLink: recording.link, recordingQuizId: quiz.id };
    await setRecording(actOn(act, closedOn), { sessionId, ...watched });
    for (const { on, people: refs, ...decided } of decisions) {
      const personIds = refs.map((ref) => found(people, (one) => one.ref === ref, ref).id);
      await decideMopUp(actOn(act, on), { sessionId, personIds, choice: choiceOf(decided) });
    }
  }
}

function choiceOf({
  outcome,
  withWhom,
  reason,
}: Omit<ToldMopUp['decisions'][number], 'on' | 'people'>) {
  const choices: Record<typeof outcome, MopUpChoice> = {
    recording: { outcome: 'recording' },
    'one-to-one': { outcome: 'one-to-one', withWhom },
    'not-required': { outcome: 'not-required', reason },
  };
  return choices[outcome];
}

/** The act as it was on that day. */
function actOn(act: Act, today: Day): Act {
  return { ...act, today, now: `${today}T15:30:00.000Z` };
}

function found<T>(all: readonly T[], is: (one: T) => boolean, key: string): T {
  const one = all.find(is);
  if (one === undefined) throw new Error(`There is no ${key}`);
  return one;
}
