import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

const KINDS = ['counts', 'practice'] as const;

/** Whether an attempt is to count. */
export function parseStart(form: FormData): Parsed<{ kind: (typeof KINDS)[number] }> {
  const fields = new Fields(form);
  return fields.parsed({ kind: fields.choice('kind', KINDS, 'Use one of the buttons') });
}

/** The token with which an attempt is handed in. */
export function parseHandIn(form: FormData): Parsed<{ token: string }> {
  const fields = new Fields(form);
  const missing = 'Use the button on this page to hand the quiz in';
  return fields.parsed({ token: fields.text('token', { missing, what: 'The form', max: 64 }) });
}

/** The code of a certificate as somebody typed it. */
export function parseLookUp(query: URLSearchParams): Parsed<{ code: string }> {
  const form = new FormData();
  form.set('code', query.get('code') ?? '');
  const fields = new Fields(form);
  const missing = 'Enter the code that stands on the certificate';
  return fields.parsed({ code: fields.text('code', { missing, what: 'The code', max: 40 }) });
}
