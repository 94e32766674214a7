import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** The address by which somebody is to sign in. */
export function parseInvitation(form: FormData): Parsed<{ email: string }> {
  const fields = new Fields(form);
  const email = fields.optionalEmail('email');
  if (email === null && !fields.isWrong('email')) {
    fields.fail('email', 'Enter the e-mail address that they will sign in with');
  }
  return fields.parsed({ email: email ?? '' });
}

/** Who of the people listed is to be invited. */
export function parsePeopleChosen(form: FormData): Parsed<{ personIds: number[] }> {
  const fields = new Fields(form);
  return fields.parsed({ personIds: fields.ids('people', 'Tick at least one person') });
}
