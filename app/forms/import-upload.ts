import { type Choices, IMPORT_KINDS, type ImportKind } from '#app/domain/import/types.ts';
import { EVIDENCE_KINDS } from '#app/domain/types.ts';
import { Fields } from './fields.ts';
import { LIMITS } from './files/limits.ts';
import type { Parsed } from './parsed.ts';
import { readUpload, type Upload } from './upload.ts';

/** What was handed in to be imported: a file, or what was pasted. */
export type ImportUpload = Upload & {
  /** Null: told by the file. */
  kind: ImportKind | null;
  choices: Pick<Choices, 'evidence' | 'fullList'>;
};

export function parseUpload(form: FormData): Parsed<ImportUpload> {
  const fields = new Fields(form);
  const upload = readUpload(form, fields, {
    neither: 'Choose a file, or paste the table',
    both: 'Choose a file or paste a table, not both',
    pasted: 'Pasted table',
  });
  if (upload.file !== null && upload.file.size > LIMITS.bytes) {
    fields.fail('file', 'The file must be 20 MB or smaller');
  }
  const kind = fields.choice('kind', ['', ...IMPORT_KINDS], 'Choose what the file holds');
  const evidence = fields.choice('evidence', EVIDENCE_KINDS, 'Choose what stands behind it');
  return fields.parsed({
    ...upload,
    kind: kind === '' ? null : kind,
    choices: { evidence, fullList: fields.isTicked('fullList') },
  });
}
