import { hash, type Options, verify } from '@node-rs/argon2';
import { isCommonPassword } from './common-passwords.ts';

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;

/** Argon2id with the parameters that OWASP's password storage cheat sheet names first for 19 MiB. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is verified where there is no account: it takes as long, and nothing matches it. */
const NOBODYS: Promise<string> = hash(crypto.randomUUID(), ARGON2ID);

/** Whose password it would be: a password that holds one of these is guessed first. */
export type Whose = { email: string; name: string; school: string | null };

/**
 * What is wrong with a new password, as an instruction; null where nothing is. Any characters will
 * do. Throws nothing and hashes nothing, however long the password is.
 */
export function passwordFault(password: string, whose: Whose): string | null {
  const length = lengthOf(password);
  if (length === 0) return 'Enter a password';
  if (length < SHORTEST_PASSWORD) return `Use at least ${SHORTEST_PASSWORD} characters`;
  if (length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters`;
  const letters = sameHowever(password).toLowerCase();
  if (isCommonPassword(letters) || isPattern(letters)) {
    return 'Choose another password: this one is among those that are tried first';
  }
  if (holdsOneOf(letters, whose)) {
    return 'Choose a password without your name, your e-mail address or your school';
  }
  return null;
}

/** For the table of accounts. Throws RangeError for what `passwordFault` finds too long. */
export function hashPassword(password: string): Promise<string> {
  if (lengthOf(password) > LONGEST_PASSWORD) throw new RangeError('The password is too long');
  return hash(sameHowever(password), ARGON2ID);
}

/**
 * Is this the password of the account? Takes as long where there is no account, or none with a
 * password (`passwordHash` null), and answers no. What is too long to be one is not hashed.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (lengthOf(password) > LONGEST_PASSWORD) return false;
  const matches = await verify(passwordHash ?? (await NOBODYS), sameHowever(password));
  return matches && passwordHash !== null;
}

/** In characters as people count them, about: an emoji is one. Infinite where it is not worth it. */
function lengthOf(password: string): number {
  if (password.length > LONGEST_PASSWORD * 8) return Number.POSITIVE_INFINITY;
  return [...sameHowever(password)].length;
}

/** Keyboards write the same character in different ways; NFKC makes them one. */
function sameHowever(password: string): string {
  return password.normalize('NFKC');
}

const ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];

/** Few different characters, one short piece again and again, or keys in a row. */
function isPattern(letters: string): boolean {
  if (new Set(letters).size < 5) return true;
  if (/^(.+)\1+$/su.test(letters)) return true;
  const backwards = [...letters].reverse().join('');
  return ROWS.some((row) => row.includes(letters) || row.includes(backwards));
}

/** Short words stand inside many others, and so do not count. */
const SHORTEST_WORD = 4;
const EVERY_SCHOOLS = new Set([
  'school',
  'primary',
  'academy',
  'high',
  'middle',
  'first',
  'junior',
]);

function holdsOneOf(letters: string, { email, name, school }: Whose): boolean {
  const names = [...email.split(/[@._+-]/), ...name.split(/[\s'’-]+/)];
  const schools = (school ?? '')
    .split(/\s+/)
    .filter((word) => !EVERY_SCHOOLS.has(word.toLowerCase()));
  return [...names, ...schools, name, school ?? ''].some((word) => {
    const known = sameHowever(word).toLowerCase();
    return known.length >= SHORTEST_WORD && letters.includes(known);
  });
}
