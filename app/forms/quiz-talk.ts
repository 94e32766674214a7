import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** The day of a talk: there is no field for what was said. */
export function parseTalk(form: FormData): Parsed<{ talkedOn: Day }> {
  const fields = new Fields(form);
  return fields.parsed({
    talkedOn: fields.day('talkedOn', { missing: 'Enter the day of the talk', what: 'The day' }),
  });
}
