import type { AppLoadContext } from '@remix-run/node';
import { isFolderTrouble } from '#app/data/evidence-folder.ts';
import { keepWaiting, listWaiting, removeWaiting, renewWaiting } from '#app/data/waiting-files.ts';
import { MOST_FILES, refusedFile } from '#app/domain/evidence/refusals.ts';
import type { WaitingFile } from '#app/domain/evidence/shown.ts';
import { type EvidenceUpload, readEvidenceUpload } from '#app/forms/evidence-upload.ts';
import { answerGiven } from '#app/operations/act.ts';
import { noRoomForFiles } from './answers.ts';
import { actOf, type Visit } from './visit.ts';

type FieldErrors = EvidenceUpload['errors'];

/** What of a form's files is kept now, and what was wrong with the others. */
export type TakenUploads = {
  /** For the operation, which claims them: `claimFiles`. */
  tokens: string[];
  /** The same, to show them again where the form comes back. */
  waiting: WaitingFile[];
  /** Told at the field `files`. */
  errors: FieldErrors | undefined;
};

/**
 * Looks at the files that came with a form and keeps what is fit to be kept, waiting for the form to
 * be done. What a form brought before, under `waiting`, is among the answer. After the guard, before
 * the parse. A form that was answered before is not looked at again: its act answers as it did then.
 */
export async function takeUploads(
  { context }: { context: AppLoadContext },
  visit: Visit,
  form: FormData,
  { atMost = MOST_FILES }: { atMost?: number } = {},
): Promise<TakenUploads> {
  const upload = readEvidenceUpload(form, { atMost });
  if (answerGiven(actOf(visit, form)) !== null) return asAnswered(upload);
  const { database, accountId, now } = visit;
  await removeWaiting(database, accountId, upload.leftOut);
  await renewWaiting(database, accountId, upload.tokens, now);
  const before = listWaiting(database, accountId, upload.tokens);
  const errors = [...upload.errors, ...lackingOf(upload.tokens.length - before.length)];
  const kept = await keepAll({ context, visit, upload, errors });
  const waiting = withoutDoubles([...before, ...listWaiting(database, accountId, kept)]);
  return {
    tokens: waiting.map(({ token }) => token),
    waiting: waiting.map(({ sha256: _, ...file }) => file),
    errors: errors.length > 0 ? errors : undefined,
  };
}

/** As many tokens as the form brought files, for whoever counts them; none of them is claimed. */
function asAnswered({ tokens, files }: EvidenceUpload): TakenUploads {
  const all = [...tokens, ...files.map((_, index) => `answered-${index}`)];
  return { tokens: all, waiting: [], errors: undefined };
}

function lackingOf(lacking: number): FieldErrors {
  if (lacking === 0) return [];
  const message = 'A file that you sent with this form before is no longer here: choose it again';
  return [{ field: 'files', message }];
}

type Keeping = {
  context: AppLoadContext;
  visit: Visit;
  upload: EvidenceUpload;
  /** What is wrong is put here. */
  errors: FieldErrors;
};

/** One after the other: each may need much memory. Answers the tokens of what is kept. */
async function keepAll({ context, visit, upload, errors }: Keeping): Promise<string[]> {
  const tokens: string[] = [];
  for (const { name, file } of upload.files) {
    const examined = await context.evidence.examine(new Uint8Array(await file.arrayBuffer()));
    if (!examined.ok) {
      errors.push({ field: 'files', message: refusedFile(name, examined.refusal) });
      continue;
    }
    const { accountId, now } = visit;
    tokens.push(await keepOne(context, { accountId, name, file: examined.file, now }));
  }
  return tokens;
}

/** Throws 503 where the folder cannot take it. */
async function keepOne(
  { database, evidence, report }: AppLoadContext,
  kept: Parameters<typeof keepWaiting>[2],
): Promise<string> {
  try {
    return await keepWaiting(database, evidence.folder, kept);
  } catch (error) {
    if (!isFolderTrouble(error)) throw error;
    report(error);
    throw noRoomForFiles();
  }
}

/** The same file chosen twice is one. */
function withoutDoubles<File extends { sha256: string }>(files: readonly File[]): File[] {
  return files.filter(
    ({ sha256 }, index) => files.findIndex((one) => one.sha256 === sha256) === index,
  );
}
