import { addCompletion } from '#app/data/completions.ts';
import type { Database } from '#app/data/database.ts';
import { addCompletionFiles, addSittingFiles, claimFiles } from '#app/data/evidence.ts';
import { day } from '#app/domain/days.ts';
import { editions, publications, sittings, trainingSessions } from '#db/schema.ts';
import { addRequirement } from '#tests/operations/support.ts';
import { write } from './people.ts';
import type { Uploader } from './uploads.ts';

const DAY = day('2026-11-02');
const NOW = '2026-11-02T09:00:00.000Z';

type Claim = { accountId: number; tokens: readonly string[] };

/** A completion of this person's, with their waiting files behind it. Answers its id. */
export function completionWith(
  { database, schoolId, personId, accountId }: Uploader,
  tokens: readonly string[],
  requirementId = addRequirement({ database, schoolId }, { key: `r${personId}-${tokens[0]}` }),
): number {
  return write(database, (tx) => {
    const completionId = addCompletion(tx, {
      personId,
      requirementId,
      completedOn: DAY,
      evidence: 'certificate',
      recordedAt: NOW,
      recordedBy: accountId,
    });
    addCompletionFiles(tx, completionId, claimFiles(tx, accountId, tokens));
    return completionId;
  });
}

/** A sitting at a school, with somebody's waiting files behind its register. Answers its id. */
export function sittingWith(
  database: Database,
  schoolId: number,
  { accountId, tokens }: Claim,
): number {
  return write(database, (tx) => {
    const audience = { categories: ['staff' as const], kinds: [] };
    const session = { schoolId, kind: 'session' as const, title: 'INSET', audience };
    const planned = { plannedOn: DAY, plannedAt: NOW };
    const [made] = tx
      .insert(trainingSessions)
      .values({ ...session, ...planned })
      .returning()
      .all();
    const sessionId = made?.id ?? 0;
    const sitting = tx.insert(sittings).values({ sessionId, heldOn: DAY }).returning().get();
    addSittingFiles(tx, sitting.id, claimFiles(tx, accountId, tokens));
    return sitting.id;
  });
}

/** An edition that a school has read, with somebody's waiting file. Answers its id. */
export function editionWith(
  database: Database,
  schoolId: number,
  { accountId, tokens }: Claim,
): number {
  return write(database, (tx) => {
    const publication = tx
      .insert(publications)
      .values({ schoolId, key: 'code-of-conduct', title: 'Code of conduct' })
      .returning()
      .get();
    const [file] = claimFiles(tx, accountId, tokens);
    const edition = {
      publicationId: publication.id,
      key: '2026',
      title: 'Code of conduct 2026',
      inForceFrom: DAY,
      state: 'confirmed' as const,
      fileSha256: file?.sha256,
      fileName: file?.name,
    };
    return tx.insert(editions).values(edition).returning().get().id;
  });
}
