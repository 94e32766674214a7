import { extname } from 'node:path';
import { closeDatabase, type Database, openDatabase } from './database.ts';
import {
  filesInEvidence,
  nameInEvidence,
  readEvidence,
  type StoredFile,
  writeEvidence,
} from './evidence-folder.ts';

/**
 * What stands behind something in a database, with the pictures of its first pages, and so has to be
 * kept with it; whatever else waits for a form.
 */
const KEPT = `
  WITH behind AS (
    SELECT sha256 FROM completion_files
    UNION SELECT sha256 FROM sitting_files
    UNION SELECT file_sha256 FROM editions
    UNION SELECT file_sha256 FROM declarations)
  SELECT sha256, media_type AS mediaType FROM evidence_files
  WHERE sha256 IN behind
    OR sha256 IN (SELECT preview_sha256 FROM evidence_files WHERE sha256 IN behind)
  ORDER BY sha256`;

/** The evidence that a database file needs; none where it is older than evidence. */
export function evidenceOf(databaseFile: string): StoredFile[] {
  const database = openDatabase(databaseFile, { readOnly: true });
  try {
    return keepsEvidence(database) ? (database.$client.prepare(KEPT).all() as StoredFile[]) : [];
  } finally {
    closeDatabase(database);
  }
}

/** Is it of a version that keeps evidence? */
export function keepsEvidence({ $client }: Database): boolean {
  const table = "SELECT 1 FROM sqlite_schema WHERE name = 'evidence_files'";
  return $client.prepare(table).get() !== undefined;
}

/** What came of copying: how many were new there, and which could not be had. */
export type Copied = { copied: number; lacking: string[] };

/**
 * Copies files from one evidence folder into another. Each is compared with its hash on the way;
 * what is there and sound stays, what is damaged is not copied.
 */
export async function copyEvidence(
  files: readonly StoredFile[],
  { from, to, now }: { from: string; to: string; now: string },
): Promise<Copied> {
  let copied = 0;
  const lacking: string[] = [];
  for (const file of files) {
    if ((await readEvidence(to, file)).state === 'sound') continue;
    const read = await readEvidence(from, file);
    if (read.state === 'sound') {
      await writeEvidence(to, read.bytes, file.mediaType, now);
      copied += 1;
    } else {
      lacking.push(`${nameInEvidence(file)} is ${read.state}`);
    }
  }
  return { copied, lacking };
}

/** Which of the files are sound in none of these folders, one line each. */
export async function findLacking(
  files: readonly StoredFile[],
  folders: readonly string[],
): Promise<string[]> {
  const lacking: string[] = [];
  for (const file of files) {
    const states: string[] = [];
    for (const folder of folders) states.push((await readEvidence(folder, file)).state);
    if (states.includes('sound')) continue;
    const state = states.includes('damaged') ? 'damaged' : 'missing';
    lacking.push(`${nameInEvidence(file)} is ${state}`);
  }
  return lacking;
}

const KINDS: Record<string, StoredFile['mediaType']> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

/** Everything that lies in an evidence folder under a name of ours, whatever database it is for. */
export async function everythingIn(folder: string): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const { name } of filesInEvidence(folder)) {
    const mediaType = KINDS[extname(name)];
    if (mediaType && /^[0-9a-f]{64}\.\w+$/.test(name)) {
      files.push({ sha256: name.slice(0, 64), mediaType });
    }
  }
  return files;
}
