import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { hashPassword } from '#app/auth/passwords.ts';
import type { Database } from '#app/data/database.ts';
import { sharedQuestionFiles } from '#app/data/every-school.ts';
import { day } from '#app/domain/days.ts';
import { SCHOOL_FILES } from '#app/domain/import/school-files.ts';
import type { ImportKind } from '#app/domain/import/types.ts';
import type { TickRow } from '#app/domain/induction-list/list-file.ts';
import type { SchoolContent } from '#app/domain/offer/content.ts';
import { ASKED_FILE, readAsked } from '#app/forms/files/read-asked.ts';
import { readContent } from '#app/forms/files/read-content.ts';
import { readCsv } from '#app/forms/files/read-csv.ts';
import { EVIDENCE_FOLDER, HANDED_IN_FILE, readHandedIn } from '#app/forms/files/read-handed-in.ts';
import { readPolicy } from '#app/forms/files/read-policy.ts';
import { readSessions } from '#app/forms/files/read-sessions.ts';
import { readTicks, TICKS_FILE } from '#app/forms/files/read-ticks.ts';
import { readMopUps, readUpdates } from '#app/forms/files/read-updates.ts';
import { sharedQuestions } from '#app/forms/files/shared-questions.ts';
import type { TakenAttempt } from '#app/operations/load-attempts.ts';
import { type Demo, loadDemo, type Persona } from '#app/operations/load-demo.ts';
import type { HandedInStory } from '#app/operations/load-handed-in.ts';
import type { AskedInStory } from '#app/operations/load-reading.ts';
import type { HeldSession } from '#app/operations/load-sessions.ts';
import type { StageImport } from '#app/operations/stage-import.ts';
import type { Evidence } from '#app/platform/evidence/examiner.ts';
import { contentFilesIn } from './content-files.ts';

const SEED = new URL('../../../db/seed/', import.meta.url);

const trustFile = z.object({ name: z.string(), today: z.string(), schools: z.array(z.string()) });

const MISTAKES = 'common-mistakes.yaml';
const mistakesFile = z.record(z.string(), z.number());

const place = z.object({ school: z.string(), person_id: z.string() });
const personasFile = z.object({
  password: z.string(),
  personas: z.array(
    z.object({
      ...place.partial().shape,
      key: z.string(),
      name: z.string(),
      email: z.string(),
      title: z.string(),
      about: z.string(),
      also: z.array(place).default([]),
      roles: z.array(z.enum(['administrator', 'trust-lead'])),
    }),
  ),
});

type Filling = {
  database: Database;
  now: string;
  /** Left out where files are kept nowhere. */
  evidence?: Evidence;
};

/** Fills an empty database with the five demo schools of db/seed. */
export async function fillDemo(given: Filling): Promise<void> {
  const trust = trustFile.parse(parse(readSeed('trust.yaml').toString()));
  const { password, personas } = personasFile.parse(parse(readSeed('personas.yaml').toString()));
  const demo: Demo = {
    trust: trust.name,
    today: day(trust.today),
    mistakes: new Map(Object.entries(mistakesFile.parse(parse(readSeed(MISTAKES).toString())))),
    sharedQuestions: sharedQuestions(sharedQuestionFiles()),
    schools: trust.schools.map(readSchool),
    personas: personas.map(personaOf),
    passwordHash: await hashPassword(password),
    evidence: given.evidence ?? null,
  };
  await loadDemo(given.database, given.now, demo);
}

function readSeed(path: string): Buffer {
  return readFileSync(new URL(path, SEED));
}

function readSchool(key: string): Demo['schools'][number] {
  const read = readPolicy(readSeed(`${key}/policy.yaml`).toString());
  if (!read.ok) throw new Error(`${key}/policy.yaml: ${read.faults.join('; ')}`);
  const files = SCHOOL_FILES.map((file) => readFile(key, file));
  return {
    policy: read.policy,
    files,
    content: readTaught(key),
    taken: readTaken(key),
    sessions: readHeld(key),
    told: readIfThere(key, 'updates.yaml', readUpdates) ?? { updates: [], points: [] },
    mopUps: readIfThere(key, 'mop-ups.yaml', readMopUps) ?? [],
    ticks: readTicked(key),
    asked: readAskedAt(key),
    handedIn: readIfThere(key, HANDED_IN_FILE, readHandedIn)?.map(storyAt(key)) ?? [],
  };
}

/** Who took which quiz when, and how many answers were wrong. */
function readTaken(key: string): TakenAttempt[] {
  const [, ...rows] = readCsv(readSeed(`${key}/attempts.csv`)).rows;
  return rows.map(([ref = '', , quiz = '', on = '', seed, wrong]) => {
    return { ref, quiz, on: day(on), seed: Number(seed), wrong: Number(wrong) };
  });
}

/** What was ticked of first weeks; no file: nothing. */
function readTicked(key: string): TickRow[] {
  const file = new URL(`${key}/${TICKS_FILE}`, SEED);
  if (!existsSync(file)) return [];
  const read = readTicks(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(`${key}: ${read.faults.join('; ')}`);
  return read.rows;
}

/** Its sessions with their registers; a school without that file has none. */
function readHeld(key: string): HeldSession[] {
  const path = `${key}/sessions.yaml`;
  return existsSync(new URL(path, SEED)) ? readSessions(readSeed(path).toString()) : [];
}

/** Null where the school has no such file. */
function readIfThere<T>(key: string, name: string, read: (text: string) => T): T | null {
  const path = `${key}/${name}`;
  return existsSync(new URL(path, SEED)) ? read(readSeed(path).toString()) : null;
}

/** With the files that were handed in, as they came from their cameras and scanners. */
function storyAt(key: string) {
  return ({ person_id: ref, files, name: _, ...story }: HandedInRow): HandedInStory => ({
    ...story,
    ref,
    files: files.map((name) => ({ name, bytes: readSeed(`${key}/${EVIDENCE_FOLDER}/${name}`) })),
  });
}

type HandedInRow = ReturnType<typeof readHandedIn>[number];

/** What was asked about what is read; a school without that file has nothing. */
function readAskedAt(key: string): AskedInStory[] {
  const path = `${key}/${ASKED_FILE}`;
  return existsSync(new URL(path, SEED)) ? readAsked(readSeed(path).toString()) : [];
}

function readTaught(key: string): SchoolContent {
  const read = readContent(contentFilesIn(fileURLToPath(new URL(`${key}/`, SEED))));
  if (!read.ok) throw new Error(`${key}: ${read.faults.join('; ')}`);
  return read.content;
}

function readFile(school: string, { name, kind }: { name: string; kind: ImportKind }): StageImport {
  const fileName = `${school}/${name}`;
  const bytes = readSeed(fileName);
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  return { sheet: readCsv(bytes), fileName, fileHash, kind };
}

function personaOf(file: z.infer<typeof personasFile>['personas'][number]): Persona {
  const { key, name, title, about, email, roles, school, person_id: ref } = file;
  const record = school && ref ? { school, ref } : null;
  const also = file.also.map((one) => ({ school: one.school, ref: one.person_id }));
  return { key, name, title, about, email, roles, record, also };
}
