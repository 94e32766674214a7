import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** Why a completion is taken back. */
export function parseWithdrawal(form: FormData): Parsed<{ reason: string }> {
  const fields = new Fields(form);
  const reason = fields.paragraph('reason', {
    missing: 'Say why',
    what: 'The reason',
    max: 500,
  });
  return fields.parsed({ reason });
}
