import { and, eq, sql } from 'drizzle-orm';
import {
  completionFiles,
  completions,
  declarations,
  editions,
  evidenceFiles,
  people,
  publications,
  sittingFiles,
  sittings,
  trainingSessions,
  waitingFiles,
} from '#db/schema.ts';
import type { Reader } from './database.ts';
import type { EvidenceFile } from './evidence.ts';

const file = {
  sha256: evidenceFiles.sha256,
  mediaType: evidenceFiles.mediaType,
  pages: evidenceFiles.pages,
  previewSha256: evidenceFiles.previewSha256,
};

type At = { position: number };

/** `isSheet`: others signed on it too, where a lead entered what several declared on paper. */
type OfCompletion = EvidenceFile & { personId: number; schoolId: number; isSheet: boolean };

/** A file behind a completion, with whose it is and at which school; null where there is none. */
export function findCompletionFile(
  reader: Reader,
  { completionId, position }: At & { completionId: number },
): OfCompletion | null {
  const row = reader
    .select({
      ...file,
      name: completionFiles.name,
      personId: completions.personId,
      schoolId: people.schoolId,
      isSheet: sql<number>`coalesce(${declarations.isOnBehalf}, 0)`.mapWith(Boolean),
    })
    .from(completionFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.sha256, completionFiles.sha256))
    .innerJoin(completions, eq(completions.id, completionFiles.completionId))
    .innerJoin(people, eq(people.id, completions.personId))
    .leftJoin(declarations, eq(declarations.completionId, completions.id))
    .where(
      and(eq(completionFiles.completionId, completionId), eq(completionFiles.position, position)),
    )
    .get();
  return row ?? null;
}

/** A file behind the register of a sitting at this school, or null. */
export function findSittingFile(
  reader: Reader,
  schoolId: number,
  { sittingId, position }: At & { sittingId: number },
): EvidenceFile | null {
  const row = reader
    .select({ ...file, name: sittingFiles.name })
    .from(sittingFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.sha256, sittingFiles.sha256))
    .innerJoin(sittings, eq(sittings.id, sittingFiles.sittingId))
    .innerJoin(trainingSessions, eq(trainingSessions.id, sittings.sessionId))
    .where(
      and(
        eq(sittingFiles.sittingId, sittingId),
        eq(sittingFiles.position, position),
        eq(trainingSessions.schoolId, schoolId),
      ),
    )
    .get();
  return row ?? null;
}

/** The file of an edition of this school, and whether it is a draft; null where there is none. */
export function findEditionFile(
  reader: Reader,
  schoolId: number,
  editionId: number,
): (EvidenceFile & { isDraft: boolean }) | null {
  const row = reader
    .select({ ...file, name: editions.fileName, title: editions.title, state: editions.state })
    .from(editions)
    .innerJoin(evidenceFiles, eq(evidenceFiles.sha256, editions.fileSha256))
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .where(and(eq(editions.id, editionId), eq(publications.schoolId, schoolId)))
    .get();
  if (!row) return null;
  const { title, name, state, ...found } = row;
  return { ...found, name: name ?? title, isDraft: state === 'draft' };
}

/** What waits for a form of this account under this token, or null. */
export function findWaitingFile(
  reader: Reader,
  accountId: number,
  token: string,
): EvidenceFile | null {
  const row = reader
    .select({ ...file, name: waitingFiles.name })
    .from(waitingFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.sha256, waitingFiles.sha256))
    .where(and(eq(waitingFiles.token, token), eq(waitingFiles.accountId, accountId)))
    .get();
  return row ?? null;
}
