import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

export type PersonForm = {
  firstName: string;
  lastName: string;
  email: string | null;
  ref: string | null;
};

/** Who somebody is. One of the two names is enough. */
export function parsePerson(form: FormData): Parsed<PersonForm> {
  const fields = new Fields(form);
  return fields.parsed(readPerson(fields));
}

export type NewPersonForm = PersonForm & {
  kindId: number;
  from: Day;
  to: Day | null;
  isNamesake: boolean;
};

/** Somebody new, with their first appointment. */
export function parseNewPerson(form: FormData): Parsed<NewPersonForm> {
  const fields = new Fields(form);
  const person = readPerson(fields);
  const kindId = fields.id('kind', 'Choose an appointment');
  const span = readSpan(fields, 'Enter the first day of the appointment');
  return fields.parsed({ ...person, kindId, ...span, isNamesake: fields.isTicked('isNamesake') });
}

/** First day, and last day where it is known; the last never before the first. */
export function readSpan(fields: Fields, missing: string): { from: Day; to: Day | null } {
  const from = fields.day('from', { missing, what: 'The first day' });
  const to = fields.optionalDay('to', { what: 'The last day' });
  if (to !== null && !fields.isWrong('from') && to < from) {
    fields.fail('to', 'The last day must be on or after the first day');
  }
  return { from, to };
}

function readPerson(fields: Fields): PersonForm {
  const firstName = fields.optionalText('firstName', { what: 'The first name', max: 100 });
  const lastName = fields.optionalText('lastName', { what: 'The last name', max: 100 });
  if (!firstName && !lastName && !fields.isWrong('firstName', 'lastName')) {
    fields.fail('lastName', 'Enter a name');
  }
  return {
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    email: fields.optionalEmail('email'),
    ref: fields.optionalText('ref', { what: 'The staff number', max: 50 }),
  };
}
