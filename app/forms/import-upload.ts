import { type Choices, IMPORT_KINDS, type ImportKind } from '#app/domain/import/types.ts';
import { EVIDENCE_KINDS } from '#app/domain/types.ts';
import { withoutHidden } from './characters.ts';
import { Fields } from './fields.ts';
import { LIMITS } from './files/limits.ts';
import type { Parsed } from './parsed.ts';

/** What was handed in to be imported: a file, or what was pasted. */
export type ImportUpload = {
  file: File | null;
  pasted: string;
  /** As it is shown and kept. */
  name: string;
  /** Null: told by the file. */
  kind: ImportKind | null;
  choices: Pick<Choices, 'evidence' | 'fullList'>;
};

const LONGEST_NAME = 120;

export function parseUpload(form: FormData): Parsed<ImportUpload> {
  const fields = new Fields(form);
  const sent = form.get('file');
  const file = sent instanceof File && (sent.size > 0 || sent.name !== '') ? sent : null;
  const typed = form.get('pasted');
  const pasted = typeof typed === 'string' ? typed : '';
  if (file === null && pasted.trim() === '') {
    fields.fail('file', 'Choose a file, or paste the table');
  } else if (file !== null && pasted.trim() !== '') {
    fields.fail('file', 'Choose a file or paste a table, not both');
  }
  if (file !== null && file.size > LIMITS.bytes) {
    fields.fail('file', 'The file must be 20 MB or smaller');
  }
  const kind = fields.choice('kind', ['', ...IMPORT_KINDS], 'Choose what the file holds');
  const evidence = fields.choice('evidence', EVIDENCE_KINDS, 'Choose what stands behind it');
  return fields.parsed({
    file,
    pasted,
    name: file === null ? 'Pasted table' : shownName(file.name),
    kind: kind === '' ? null : kind,
    choices: { evidence, fullList: fields.isTicked('fullList') },
  });
}

/** Only ever shown: no path, nothing hidden, and short. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return withoutHidden(last).replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) || 'A file';
}
