import { randomBytes } from 'node:crypto';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { shownFile, type WaitingFile } from '#app/domain/evidence/shown.ts';
import type { FitFile } from '#app/platform/evidence/examiner.ts';
import { evidenceFiles, waitingFiles } from '#db/schema.ts';
import { type Database, type Reader, type Transaction, transact } from './database.ts';
import { isStored, type StoredFile, writeEvidence } from './evidence-folder.ts';

/** So many files wait for one account at most; the oldest give way. */
const MOST_WAITING = 40;

const TRIES = 3;

/** Keeps a file for a form of this account that is not done yet. Answers its token. */
export async function keepWaiting(
  database: Database,
  folder: string,
  { accountId, name, file, now }: { accountId: number; name: string; file: FitFile; now: string },
): Promise<string> {
  for (let tries = 1; ; tries++) {
    const stored = await store(folder, file, now);
    const token = await transact(database, (transaction) => {
      // Swept in between, as what no row named: the sweep holds the same lock.
      if (!stored.files.every((one) => isStored(folder, one))) return null;
      addEvidenceFile(transaction, stored, now);
      return addWaiting(transaction, { accountId, name, sha256: stored.sha256, now });
    });
    if (token !== null) return token;
    if (tries === TRIES) throw new Error('The file was swept each time before its row was written');
  }
}

/** A file with its preview, as they lie in the folder. */
export type Stored = StoredFile & {
  bytes: number;
  pages: number | null;
  preview: (StoredFile & { bytes: number }) | null;
  files: StoredFile[];
};

/** Writes a file and its preview into the folder; a row is to name them next. */
export async function store(folder: string, file: FitFile, now: string): Promise<Stored> {
  const kept = await writeEvidence(folder, file.bytes, file.mediaType, now);
  const { pages, preview } = file;
  const drawn = preview && {
    ...(await writeEvidence(folder, preview, 'image/jpeg', now)),
    bytes: preview.length,
  };
  const files = drawn ? [kept, drawn] : [kept];
  return { ...kept, bytes: file.bytes.length, pages, preview: drawn, files };
}

/** The rows of a file that lies in the folder; those that are there stay as they are. */
export function addEvidenceFile(transaction: Transaction, stored: Stored, now: string): void {
  const { sha256, mediaType, bytes, pages, preview } = stored;
  const rows = [
    ...(preview
      ? [{ sha256: preview.sha256, mediaType: preview.mediaType, bytes: preview.bytes }]
      : []),
    { sha256, mediaType, bytes, pages, previewSha256: preview?.sha256 ?? null },
  ];
  for (const row of rows) {
    transaction
      .insert(evidenceFiles)
      .values({ ...row, storedAt: now })
      .onConflictDoNothing()
      .run();
  }
}

type NewRow = { accountId: number; name: string; sha256: string; now: string };

function addWaiting(transaction: Transaction, { accountId, name, sha256, now }: NewRow): string {
  const token = randomBytes(24).toString('base64url');
  transaction
    .insert(waitingFiles)
    .values({ token, accountId, sha256, name, handedInAt: now })
    .run();
  const tooMany = transaction
    .select({ token: waitingFiles.token })
    .from(waitingFiles)
    .where(eq(waitingFiles.accountId, accountId))
    .orderBy(desc(waitingFiles.handedInAt))
    .limit(MOST_WAITING)
    .offset(MOST_WAITING)
    .all();
  removeRows(
    transaction,
    accountId,
    tooMany.map((one) => one.token),
  );
  return token;
}

/** Takes back what somebody left out after all. */
export async function removeWaiting(
  database: Database,
  accountId: number,
  tokens: readonly string[],
): Promise<void> {
  if (tokens.length === 0) return;
  await transact(database, (transaction) => removeRows(transaction, accountId, tokens));
}

function removeRows(transaction: Transaction, accountId: number, tokens: readonly string[]): void {
  transaction.delete(waitingFiles).where(ofAccount(accountId, tokens)).run();
}

function ofAccount(accountId: number, tokens: readonly string[]) {
  return and(eq(waitingFiles.accountId, accountId), inArray(waitingFiles.token, [...tokens]));
}

/** The account's waiting files with these tokens, in their order. */
export function listWaiting(
  reader: Reader,
  accountId: number,
  tokens: readonly string[],
): (WaitingFile & { sha256: string })[] {
  const rows = reader
    .select({
      token: waitingFiles.token,
      name: waitingFiles.name,
      sha256: waitingFiles.sha256,
      mediaType: evidenceFiles.mediaType,
      pages: evidenceFiles.pages,
    })
    .from(waitingFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.sha256, waitingFiles.sha256))
    .where(ofAccount(accountId, tokens))
    .all();
  const byToken = new Map(rows.map((row) => [row.token, row]));
  return tokens.flatMap((token) => {
    const row = byToken.get(token);
    if (!row) return [];
    return { token, sha256: row.sha256, ...shownFile(`/evidence/waiting/${token}`, row) };
  });
}

/** They are in use: their day begins anew. */
export async function renewWaiting(
  database: Database,
  accountId: number,
  tokens: readonly string[],
  now: string,
): Promise<void> {
  if (tokens.length === 0) return;
  await transact(database, (transaction) => {
    transaction
      .update(waitingFiles)
      .set({ handedInAt: now })
      .where(ofAccount(accountId, tokens))
      .run();
  });
}

/** Takes away what has waited since before then. */
export function removeWaitingSince(transaction: Transaction, before: string): void {
  transaction.delete(waitingFiles).where(lt(waitingFiles.handedInAt, before)).run();
}
