import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';
import { readSpan } from './person.ts';

/** A long absence: days only. No last day: it is not known yet. */
export function parseAbsence(form: FormData): Parsed<{ from: Day; to: Day | null }> {
  const fields = new Fields(form);
  return fields.parsed(readSpan(fields, 'Enter the first day away'));
}
