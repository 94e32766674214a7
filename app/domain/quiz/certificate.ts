import { type Day, inWords } from '../days.ts';

export type CertificateState = 'valid' | 'expired' | 'replaced' | 'withdrawn';

/** What is known of a pass on the day on which its certificate is looked up. */
export type CertificateFacts = {
  isWithdrawn: boolean;
  /** The day of a later pass of the same quiz. */
  replacedOn: Day | null;
  /** The last day on which it counts; null: none is set. */
  validTo: Day | null;
  on: Day;
};

/** Does a certificate count, and if not, why not? The first reason that holds is told. */
export function certificateStateOf({ isWithdrawn, replacedOn, validTo, on }: CertificateFacts): {
  state: CertificateState;
  because: string;
} {
  if (isWithdrawn) {
    return { state: 'withdrawn', because: 'Withdrawn: the school no longer counts this pass.' };
  }
  if (replacedOn !== null && replacedOn <= on) {
    const day = inWords(replacedOn);
    return { state: 'replaced', because: `Replaced: the quiz was passed again on ${day}.` };
  }
  if (validTo === null) return { state: 'valid', because: 'Valid: no last day is set.' };
  const day = inWords(validTo);
  if (validTo < on) return { state: 'expired', because: `Expired: it counted to ${day}.` };
  return { state: 'valid', because: `Valid to ${day}.` };
}

/** A letter with what is written above or below it. */
const FIRST_LETTER = /\p{L}\p{M}*/u;
const BETWEEN_NAMES = /[\s\p{Pd}]+/u;

/** "A.O." for Aoife O'Neill: the first letter of each name, and of each part of one with a hyphen. */
export function initialsOf(name: string): string {
  return name
    .normalize('NFC')
    .split(BETWEEN_NAMES)
    .flatMap((part) => FIRST_LETTER.exec(part)?.[0] ?? [])
    .map((letter) => `${letter.toLocaleUpperCase('en-GB')}.`)
    .join('');
}
