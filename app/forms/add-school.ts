import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

export type AddSchoolForm = {
  schoolName: string;
  shortName: string;
  administratorName: string;
  email: string;
};

/** A school and whoever is to administer it first. */
export function parseAddSchool(form: FormData): Parsed<AddSchoolForm> {
  const fields = new Fields(form);
  const name = (field: string, missing: string, what: string) =>
    fields.text(field, { missing, what, max: 120 });
  const schoolName = name('schoolName', "Enter the school's name", "The school's name");
  const shortName = name('shortName', 'Enter a short name, such as Grange', 'The short name');
  const administratorName = name(
    'administratorName',
    'Enter the name of the first administrator',
    'The name',
  );
  const email = fields.optionalEmail('email');
  if (email === null && !fields.isWrong('email')) {
    fields.fail('email', "Enter the administrator's e-mail address");
  }
  return fields.parsed({ schoolName, shortName, administratorName, email: email ?? '' });
}
