import type { CertificateFields } from '#app/domain/evidence/asked.ts';
import { RETURN_REASONS, type ReturnReason } from '#app/domain/evidence/returns.ts';
import { readCertificateFields } from './certificate-fields.ts';
import { Fields, readId } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** What whoever looks at evidence decides. */
export type CheckForm =
  | { outcome: 'accepted'; read: CertificateFields }
  | { outcome: 'returned'; returnedFor: ReturnReason; note: string | null };

export function parseCheck(form: FormData): Parsed<CheckForm> {
  const fields = new Fields(form);
  const decision = fields.choice('decision', ['accept', 'return'], 'Accept it, or return it');
  if (decision === 'accept') {
    return fields.parsed({ outcome: 'accepted', read: readCertificateFields(fields) });
  }
  return fields.parsed({
    outcome: 'returned',
    returnedFor: fields.choice('returnedFor', RETURN_REASONS, 'Choose why you are returning it'),
    note: fields.optionalParagraph('note', { what: 'The note', max: 500 }),
  });
}

/** What was just decided on, as the address that leads to the next one tells; null for nothing. */
export function justCheckedIn(address: string): number | null {
  return readId(new URL(address).searchParams.get('checked') ?? '');
}
