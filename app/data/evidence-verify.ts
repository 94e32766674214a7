import { count, eq, sql } from 'drizzle-orm';
import { counted } from '#app/domain/words.ts';
import {
  completionFiles,
  completions,
  declarations,
  editions,
  evidenceFiles,
  people,
  requirements,
  schools,
  sittingFiles,
  sittings,
  trainingSessions,
  waitingFiles,
} from '#db/schema.ts';
import type { Reader } from './database.ts';
import { filesInEvidence, nameInEvidence, readEvidence } from './evidence-folder.ts';

/** A file that is not as its row says, and what it stands behind. */
export type EvidenceFault = { name: string; state: 'missing' | 'damaged'; behind: string[] };

export type Verified = {
  /** How many rows there are. */
  files: number;
  faults: EvidenceFault[];
  /** What lies in the folder and no row names. */
  unnamed: string[];
};

/** Reads every file of the folder and compares it with its row. */
export async function verifyEvidence(reader: Reader, folder: string): Promise<Verified> {
  const { sha256, mediaType } = evidenceFiles;
  const rows = reader.select({ sha256, mediaType }).from(evidenceFiles).all();
  const faults: EvidenceFault[] = [];
  for (const row of rows) {
    const { state } = await readEvidence(folder, row);
    if (state === 'sound') continue;
    faults.push({ name: nameInEvidence(row), state, behind: behind(reader, row.sha256) });
  }
  const named = new Set(rows.map(nameInEvidence));
  const unnamed: string[] = [];
  for await (const { name, path } of filesInEvidence(folder)) {
    if (!named.has(name)) unnamed.push(path);
  }
  return { files: rows.length, faults, unnamed };
}

/** What a file stands behind, in words, for whoever has to ask for it again. */
function behind(reader: Reader, sha256: string): string[] {
  const owner = sql<string>`${people.firstName} || ' ' || ${people.lastName}`;
  const ofPeople = reader
    .select({
      owner,
      school: schools.shortName,
      requirement: requirements.name,
      name: completionFiles.name,
    })
    .from(completionFiles)
    .innerJoin(completions, eq(completions.id, completionFiles.completionId))
    .innerJoin(people, eq(people.id, completions.personId))
    .innerJoin(schools, eq(schools.id, people.schoolId))
    .innerJoin(requirements, eq(requirements.id, completions.requirementId))
    .where(eq(completionFiles.sha256, sha256))
    .all();
  const ofSittings = reader
    .select({ title: trainingSessions.title, heldOn: sittings.heldOn })
    .from(sittingFiles)
    .innerJoin(sittings, eq(sittings.id, sittingFiles.sittingId))
    .innerJoin(trainingSessions, eq(trainingSessions.id, sittings.sessionId))
    .where(eq(sittingFiles.sha256, sha256))
    .all();
  const ofEditions = reader
    .select({ title: editions.title })
    .from(editions)
    .where(eq(editions.fileSha256, sha256))
    .all();
  const ofDeclarations = reader
    .select({ n: count() })
    .from(declarations)
    .where(eq(declarations.fileSha256, sha256))
    .get();
  const declared = ofDeclarations?.n ?? 0;
  const ofForms = reader
    .select({ name: waitingFiles.name })
    .from(waitingFiles)
    .where(eq(waitingFiles.sha256, sha256))
    .all();
  const drawnFrom = reader
    .select({ sha256: evidenceFiles.sha256 })
    .from(evidenceFiles)
    .where(eq(evidenceFiles.previewSha256, sha256))
    .all();
  return [
    ...ofPeople.map(
      (one) => `${one.name}, of ${one.owner} (${one.school}), for ${one.requirement}`,
    ),
    ...ofSittings.map(({ title, heldOn }) => `the register of ${title} on ${heldOn}`),
    ...ofEditions.map(({ title }) => `the edition ${title}`),
    ...(declared > 0
      ? [`what ${counted(declared, 'person', 'people')} declared to have read`]
      : []),
    ...ofForms.map(({ name }) => `${name}, which waits for its form`),
    ...drawnFrom.flatMap((one) =>
      behind(reader, one.sha256).map((words) => `the first page of ${words}`),
    ),
  ];
}
