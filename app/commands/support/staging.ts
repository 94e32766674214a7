import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { findImport, type PlannedImport, planOfImport } from '#app/data/imports.ts';
import { type Choices, IMPORT_KINDS, type ImportKind } from '#app/domain/import/types.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '#app/domain/types.ts';
import { LIMITS } from '#app/forms/files/limits.ts';
import { readTable } from '#app/forms/files/read-file.ts';
import type { Act } from '#app/operations/act.ts';
import { stageImport } from '#app/operations/stage-import.ts';
import { CommandError } from './run-command.ts';

/** What was said on the command line of an import. */
export type Options = {
  school?: string;
  kind?: string;
  sheet?: string;
  evidence?: string;
  'full-list'?: boolean;
  'month-first'?: boolean;
  'skip-wrong'?: boolean;
  'new-school'?: boolean;
  administrator?: string;
  undo?: string;
  yes?: boolean;
};

/** Reads a file and keeps it as an import that is not done yet. Answers its id. Throws CommandError. */
export async function stage(
  act: Act,
  path: string,
  kind: ImportKind | null,
  options: Options,
  more: Partial<Choices> = {},
): Promise<number> {
  if (statSync(path).size > LIMITS.bytes) throw new CommandError(`${path} is larger than 20 MB.`);
  const bytes = readFileSync(path);
  const read = await readTable(bytes, options.sheet);
  if (!read.ok) throw new CommandError(`${basename(path)}: ${read.message}`);
  const choices: Partial<Choices> = {
    fullList: options['full-list'] === true,
    leaveOutWrong: options['skip-wrong'] === true,
    ...(options.evidence === undefined ? {} : { evidence: evidenceOf(options.evidence) }),
    ...more,
  };
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const fileName = basename(path);
  const staged = await stageImport(act, { sheet: read.sheet, fileName, fileHash, kind, choices });
  return staged.importId;
}

/** What the staged import would do. Throws CommandError. */
export function plan(act: Act, importId: number): PlannedImport & { importId: number } {
  const record = findImport(act.database, act.schoolId ?? 0, importId);
  const planned = record && planOfImport(act.database, record, act.today);
  if (!planned) throw new CommandError('Somebody threw this import away meanwhile.');
  return { ...planned, importId };
}

export function kindOf({ kind }: Options): ImportKind | null {
  if (kind === undefined) return null;
  const found = IMPORT_KINDS.find((one) => one === kind);
  if (!found) throw new CommandError(`--kind is one of ${IMPORT_KINDS.join(', ')}.`);
  return found;
}

function evidenceOf(text: string): EvidenceKind {
  const found = EVIDENCE_KINDS.find((one) => one === text);
  if (!found) throw new CommandError(`--evidence is one of ${EVIDENCE_KINDS.join(', ')}.`);
  return found;
}
