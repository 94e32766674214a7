import { createHash, randomBytes } from 'node:crypto';

/** Without 0, 1, I and O, which are misread. Thirty-two of them: five bits each. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A random code to be read out or typed, in groups of four: `K7Q2-M4XD`. */
export function newCode(groups: number): string {
  const characters = Array.from(randomBytes(groups * 4), (byte) => ALPHABET[byte % 32]);
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, in the form in which it was made: case and hyphens are forgiven. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a code instead of itself. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(normaliseCode(code)).digest('hex');
}
