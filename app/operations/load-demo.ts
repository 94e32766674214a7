import { addAccount, addAdministrator, addTrustLead, linkPerson } from '#app/data/accounts.ts';
import { appendAudit } from '#app/data/audit.ts';
import { type Database, type Transaction, transact } from '#app/data/database.ts';
import { setMark } from '#app/data/marks.ts';
import { insertTrust } from '#app/data/new-schools.ts';
import { findPersonByRef } from '#app/data/people-changes.ts';
import { keepPersonas } from '#app/data/personas.ts';
import { findSchoolByKey } from '#app/data/schools.ts';
import type { Day } from '#app/domain/days.ts';
import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import type { TickRow } from '#app/domain/induction-list/list-file.ts';
import type { SchoolContent } from '#app/domain/offer/content.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import type { Evidence } from '#app/platform/evidence/examiner.ts';
import type { Act, Actor } from './act.ts';
import { applyImport } from './apply-import.ts';
import { type CommonMistakes, loadAttempts, type TakenAttempt } from './load-attempts.ts';
import { loadContent } from './load-content.ts';
import { type HandedInStory, loadHandedIn } from './load-handed-in.ts';
import { loadPolicy } from './load-policy.ts';
import { type AskedInStory, loadReading } from './load-reading.ts';
import { type HeldSession, loadSessions } from './load-sessions.ts';
import { loadSharedQuestions } from './load-shared-questions.ts';
import { loadTicks } from './load-ticks.ts';
import { loadMopUps, loadUpdates, type ToldMopUp, type ToldUpdates } from './load-updates.ts';
import { type StageImport, stageImport } from './stage-import.ts';

/** Somebody who can sign in to the demo. */
export type Persona = {
  key: string;
  name: string;
  title: string;
  about: string;
  email: string;
  /** Null for a trust lead as such. */
  record: Place | null;
  also: Place[];
  roles: ('administrator' | 'trust-lead')[];
};
type Place = { school: string; ref: string };

export type Demo = {
  trust: string;
  today: Day;
  /** In the order in which they are shown. */
  schools: {
    policy: PolicyFile;
    files: StageImport[];
    content: SchoolContent;
    taken: TakenAttempt[];
    sessions: HeldSession[];
    told: ToldUpdates;
    mopUps: ToldMopUp[];
    ticks: TickRow[];
    asked: AskedInStory[];
    handedIn: HandedInStory[];
  }[];
  mistakes: CommonMistakes;
  sharedQuestions: KeyedQuestion[];
  personas: Persona[];
  passwordHash: string;
  /** Looks at files and keeps them; null where they are kept nowhere. */
  evidence: Evidence | null;
};

const DEMO: Actor = { accountId: null, personId: null, name: 'InDate demo' };

/**
 * Fills an empty database with the demo's trust: each school's policy, then its files through the
 * importer that schools have, what it teaches, then the accounts of those who can sign in.
 */
export async function loadDemo(database: Database, now: string, demo: Demo): Promise<void> {
  const act: Act = { database, actor: DEMO, schoolId: null, today: demo.today, now };
  const trustId = await transact(database, (transaction) => insertTrust(transaction, demo.trust));
  const { sharedQuestions: questions } = demo;
  // What people read of when it was written is part of the story.
  const thatMorning = `${demo.today}T08:00:00.000Z`;
  await transact(database, (transaction) => {
    loadSharedQuestions(transaction, { trustId, questions, now: thatMorning });
  });
  for (const { policy, files, content, taken, sessions, told } of demo.schools) {
    const { schoolId } = await loadPolicy(act, { trustId, policy });
    for (const file of files) await importFile({ ...act, schoolId }, file);
    await loadContent({ ...act, schoolId, now: thatMorning }, content);
    await loadSessions({ ...act, schoolId }, sessions);
    await loadUpdates({ ...act, schoolId }, told);
    await loadAttempts({ ...act, schoolId }, { taken, mistakes: demo.mistakes });
  }
  await transact(database, (transaction) => {
    const shown = demo.personas.map((persona) =>
      addPersona(transaction, act, persona, demo, trustId),
    );
    setMark(transaction, 'kind', 'demo');
    setMark(transaction, 'demo-day', demo.today);
    keepPersonas(transaction, shown);
  });
  // Once there are accounts: who ticked or answered is known by theirs, and who can take a quiz here.
  for (const { policy, ticks, mopUps, asked, handedIn } of demo.schools) {
    const school = findSchoolByKey(database, policy.school.key);
    await loadTicks({ ...act, schoolId: school?.id ?? null }, ticks);
    await loadMopUps({ ...act, schoolId: school?.id ?? null }, mopUps);
    await loadReading({ ...act, schoolId: school?.id ?? null }, asked);
    await loadHandedIn({ ...act, schoolId: school?.id ?? null }, handedIn, demo.evidence);
  }
}

async function importFile(act: Act, file: StageImport): Promise<void> {
  const { importId } = await stageImport(act, file);
  try {
    await applyImport(act, { importId });
  } catch (error) {
    throw new Error(`${file.fileName} cannot be imported`, { cause: error });
  }
}

/** Answers what the page of the sign-in shows of somebody. */
function addPersona(
  transaction: Transaction,
  act: Act,
  persona: Persona,
  { passwordHash }: Demo,
  trustId: number,
) {
  const { key, name, title, about, email, record, also, roles } = persona;
  const accountId = addAccount(transaction, { email, name, passwordHash });
  const places = [...(record ? [record] : []), ...also];
  const found = places.map((place) => findRecord(transaction, place));
  for (const { personId } of found) linkPerson(transaction, accountId, personId);
  const home = found[0]?.school ?? null;
  if (roles.includes('administrator') && home) addAdministrator(transaction, accountId, home.id);
  if (roles.includes('trust-lead')) addTrustLead(transaction, accountId, trustId);
  appendAudit(transaction, {
    action: 'account.added',
    schoolId: null,
    at: act.now,
    actor: act.actor,
    about: name,
    after: { account: accountId, email, places, roles },
  });
  return { key, name, title, about, school: home?.name ?? null, accountId };
}

function findRecord(transaction: Transaction, { school: key, ref }: Place) {
  const school = findSchoolByKey(transaction, key);
  const person = school && findPersonByRef(transaction, school.id, ref);
  if (!school || !person) throw new Error(`The demo's ${key} has nobody ${ref}`);
  return { school, personId: person.id };
}
