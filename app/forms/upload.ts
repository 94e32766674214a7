import { withoutHidden } from './characters.ts';
import type { Fields } from './fields.ts';

/** What was handed in: a file, or a text that was pasted. */
export type Upload = {
  file: File | null;
  pasted: string;
  /** As it is shown and kept. */
  name: string;
};

/** What is said where neither came, or both did, and what a pasted text is called. */
type Words = { neither: string; both: string; pasted: string };

/** The longest name that is kept. */
export const LONGEST_NAME = 120;

/** The one of both that was handed in. What is wrong is told at `file`. */
export function readUpload(form: FormData, fields: Fields, words: Words): Upload {
  const sent = form.get('file');
  const file = sent instanceof File && (sent.size > 0 || sent.name !== '') ? sent : null;
  const typed = form.get('pasted');
  const pasted = typeof typed === 'string' ? typed : '';
  if (file === null && pasted.trim() === '') fields.fail('file', words.neither);
  if (file !== null && pasted.trim() !== '') fields.fail('file', words.both);
  return { file, pasted, name: file === null ? words.pasted : shownName(file.name) };
}

/** Only ever shown: no path, nothing hidden, and short. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return withoutHidden(last).replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) || 'A file';
}
