import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** The first day on which something is no longer asked; null: it is asked again. */
export type Retirement = { retiredFrom: Day | null };

export function parseRetirement(form: FormData): Parsed<Retirement> {
  const fields = new Fields(form);
  const act = fields.choice('act', ['retire', 'ask-again'], 'Say what is to be done');
  if (act === 'ask-again' || fields.isWrong('act')) return fields.parsed({ retiredFrom: null });
  const missing = 'Enter the first day on which it is no longer asked';
  return fields.parsed({ retiredFrom: fields.day('retiredFrom', { missing, what: 'The day' }) });
}
