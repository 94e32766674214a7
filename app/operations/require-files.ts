import type { Transaction } from '#app/data/database.ts';
import { claimFiles, type EvidenceFile } from '#app/data/evidence.ts';
import { type Act, Refusal } from './act.ts';

/** All that were sent, or none: nothing may be missing without anybody having said so. */
export function requireFiles(
  transaction: Transaction,
  { actor: { accountId } }: Act,
  tokens: readonly string[],
): EvidenceFile[] {
  const files = accountId === null ? [] : claimFiles(transaction, accountId, tokens);
  if (files.length < new Set(tokens).size) {
    throw new Refusal('wrong', 'A file is no longer here: choose it again', 'files');
  }
  return files;
}

/** For the audit, which tells nothing of what there is none of. */
export function filesTold(files: readonly Pick<EvidenceFile, 'name'>[]): { files?: string[] } {
  return files.length > 0 ? { files: files.map(({ name }) => name) } : {};
}
