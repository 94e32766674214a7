import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** What was typed as a password: as it is, since any character may belong to it. */
function readPassword(form: FormData, name: string): string {
  const typed = form.get(name);
  return typeof typed === 'string' ? typed : '';
}

export type SignInForm = { email: string; password: string };

/** An address that is none is not refused here: whoever has it wrong hears so after the try. */
export function parseSignIn(form: FormData): Parsed<SignInForm> {
  const fields = new Fields(form);
  const missing = 'Enter your e-mail address';
  const email = fields.text('email', { missing, what: 'The e-mail address', max: 254 });
  const password = readPassword(form, 'password');
  if (password === '') fields.fail('password', 'Enter your password');
  return fields.parsed({ email: email.toLowerCase(), password });
}

/** A new password, typed twice since nobody sees what they type. */
export function parseNewPassword(form: FormData): Parsed<{ password: string }> {
  const fields = new Fields(form);
  return fields.parsed({ password: readNewPassword(fields, form) });
}

function readNewPassword(fields: Fields, form: FormData): string {
  const password = readPassword(form, 'password');
  if (password === '') fields.fail('password', 'Enter a password');
  else if (password !== readPassword(form, 'password-again')) {
    fields.fail('password-again', 'Type the same password twice');
  }
  return password;
}

export type ChangePasswordForm = { current: string; password: string };

export function parseChangePassword(form: FormData): Parsed<ChangePasswordForm> {
  const fields = new Fields(form);
  const current = readPassword(form, 'current-password');
  if (current === '') fields.fail('current-password', 'Enter your password as it is now');
  return fields.parsed({ current, password: readNewPassword(fields, form) });
}

export type SetUpForm = {
  code: string;
  schoolName: string;
  shortName: string;
  trustName: string | null;
  firstName: string;
  lastName: string;
  email: string;
  kind: string;
  startsOn: Day;
  password: string;
};

/** The first school and its first administrator; `kinds` are the keys of what they may be. */
export function parseSetUp(form: FormData, kinds: readonly string[]): Parsed<SetUpForm> {
  const fields = new Fields(form);
  const name = (field: string, missing: string, what: string) =>
    fields.text(field, { missing, what, max: 120 });
  const email = fields.optionalEmail('email');
  if (email === null && !fields.isWrong('email')) fields.fail('email', 'Enter your e-mail address');
  return fields.parsed({
    code: fields.text('code', { missing: 'Enter the code from the log', what: 'The code' }),
    schoolName: name('schoolName', "Enter the school's name", "The school's name"),
    shortName: name('shortName', 'Enter a short name, such as Grange', 'The short name'),
    trustName: fields.optionalText('trustName', { what: "The trust's name", max: 120 }),
    firstName: name('firstName', 'Enter your first name', 'The first name'),
    lastName: name('lastName', 'Enter your last name', 'The last name'),
    email: email ?? '',
    kind: fields.choice('kind', kinds, 'Choose what you do at the school'),
    startsOn: fields.day('startsOn', {
      missing: 'Enter your first day at the school',
      what: 'Your first day at the school',
    }),
    password: readNewPassword(fields, form),
  });
}

/** One of the places that an account may open: `person-12`, `school-3` or `trust`. */
export function readPlaceKey(form: FormData): string {
  const key = form.get('place');
  return typeof key === 'string' ? key : '';
}

const PARTS = ['day', 'month', 'year'] as const;

/** The day to travel to: `to-day` … as on a page, or `day`, `month`, `year` as in its head. */
export function parseTravel(form: FormData): Parsed<{ to: Day }> {
  const typed = new FormData();
  for (const part of PARTS) {
    typed.set(`to-${part}`, form.get(`to-${part}`) ?? form.get(part) ?? '');
  }
  typed.set('back', form.get('back') ?? '');
  const fields = new Fields(typed);
  return fields.parsed({ to: fields.day('to', { missing: 'Enter a day', what: 'The day' }) });
}
