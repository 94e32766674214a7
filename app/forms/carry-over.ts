import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** Which completion at another school is to count here, and for what. */
export function parseCarryOver(
  form: FormData,
): Parsed<{ completionId: number; requirementId: number }> {
  const fields = new Fields(form);
  const missing = 'Choose what to carry over';
  return fields.parsed({
    completionId: fields.id('completion', missing),
    requirementId: fields.id('requirement', missing),
  });
}
