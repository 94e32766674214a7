import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EvidenceMediaType } from '#app/domain/evidence/shown.ts';
import { dateOf } from '#app/platform/clock.ts';

/** A file of the evidence folder: its name is the SHA-256 of what is in it. */
export type StoredFile = { sha256: string; mediaType: EvidenceMediaType };

const ENDINGS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
} as const satisfies Record<EvidenceMediaType, string>;

/** What a file is called until it is whole. */
const UNFINISHED = '.unfinished';

/** Where a file lies: by the first two letters of its hash, so that no folder grows too long. */
export function evidencePath(folder: string, { sha256, mediaType }: StoredFile): string {
  return join(folder, sha256.slice(0, 2), `${sha256}.${ENDINGS[mediaType]}`);
}

export function isStored(folder: string, file: StoredFile): boolean {
  return existsSync(evidencePath(folder, file));
}

/**
 * Writes a file so that it is there whole or not at all, also when the power fails: synced under
 * another name, then renamed, then the folder synced. One that is there is only said to be young
 * again, for the sweep; one that is there damaged is replaced.
 */
export async function writeEvidence(
  folder: string,
  bytes: Uint8Array,
  mediaType: EvidenceMediaType,
  now: string,
): Promise<StoredFile> {
  const file = { sha256: await sha256Of(bytes), mediaType };
  const path = evidencePath(folder, file);
  if (await isSound(path, file.sha256)) {
    await utimes(path, dateOf(now), dateOf(now));
    return file;
  }
  await mkdir(dirname(path), { recursive: true });
  await syncFolder(folder);
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    await writeSynced(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  return file;
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isSound(path: string, sha256: string): Promise<boolean> {
  const bytes = await readIfThere(path);
  return bytes !== null && (await sha256Of(bytes)) === sha256;
}

/** Reckoned outside the main thread: a large file would stop everybody for a moment. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Buffer.from(hash).toString('hex');
}

export type ReadFile =
  | { state: 'sound'; bytes: Uint8Array<ArrayBuffer> }
  | { state: 'missing' }
  | { state: 'damaged' };

/** The whole file, if it is what its name says: what was compared is what is handed out. */
export async function readEvidence(folder: string, file: StoredFile): Promise<ReadFile> {
  const bytes = await readIfThere(evidencePath(folder, file));
  if (bytes === null) return { state: 'missing' };
  if ((await sha256Of(bytes)) !== file.sha256) return { state: 'damaged' };
  return { state: 'sound', bytes };
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A file that lies in the evidence folder, of ours or not. */
export type FoundFile = { path: string; name: string; changedAt: Date };

/** Everything that lies in the evidence folder. */
export async function* filesInEvidence(folder: string): AsyncGenerator<FoundFile> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => null);
    if (found) yield { path, name: entry.name, changedAt: found.mtime };
  }
}

/** The file as it would be called: what a row names. */
export function nameInEvidence({ sha256, mediaType }: StoredFile): string {
  return `${sha256}.${ENDINGS[mediaType]}`;
}

/** The folder's trouble and not ours: full, failing, or not to be written to. */
export function isFolderTrouble(error: unknown): boolean {
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : '';
  return ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR'].includes(code);
}
