import { MEGABYTES_A_FILE, MEGABYTES_A_FORM, refusedFile } from '#app/domain/evidence/refusals.ts';
import { counted } from '#app/domain/words.ts';
import type { FieldErrors } from './parsed.ts';
import { shownName } from './upload.ts';

const MEGABYTE = 1024 * 1024;

/** What a form sends of files: new ones, and those that came before with the same form. */
export type EvidenceUpload = {
  files: { name: string; file: File }[];
  /** Tokens of what waits, without what was ticked to be left out. */
  tokens: string[];
  leftOut: string[];
  errors: FieldErrors;
};

/** Reads the fields `files`, `waiting` and `leave-out`. What is wrong is told at `files`. */
export function readEvidenceUpload(form: FormData, { atMost }: { atMost: number }): EvidenceUpload {
  const leftOut = textsOf(form, 'leave-out');
  const tokens = textsOf(form, 'waiting').filter((token) => !leftOut.includes(token));
  const sent = form
    .getAll('files')
    .filter((one) => one instanceof File)
    .filter(({ size, name }) => size > 0 || name !== '')
    .map((file) => ({ name: shownName(file.name), file }));
  const wrong = wrongOfAll(sent, tokens.length, atMost);
  if (wrong) return { files: [], tokens, leftOut, errors: [{ field: 'files', message: wrong }] };
  const files = sent.filter(({ file }) => !isTooBig(file));
  const errors = sent
    .filter(({ file }) => isTooBig(file))
    .map(({ name }) => ({ field: 'files', message: refusedFile(name, 'too-big') }));
  return { files, tokens, leftOut, errors };
}

function textsOf(form: FormData, name: string): string[] {
  return [...new Set(form.getAll(name).filter((one) => typeof one === 'string'))];
}

type Sent = EvidenceUpload['files'];

function wrongOfAll(sent: Sent, waiting: number, atMost: number): string | null {
  const all = sent.length + waiting;
  if (all > atMost) {
    return `Send ${counted(atMost, 'file', 'files')} at most: these are ${all}`;
  }
  const bytes = sent.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes <= MEGABYTES_A_FORM * MEGABYTE) return null;
  return `Send ${MEGABYTES_A_FORM} MB at most with one form; keep the other files for a second time`;
}

function isTooBig(file: File): boolean {
  return file.size > MEGABYTES_A_FILE * MEGABYTE;
}
