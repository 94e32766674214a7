import { withoutHidden } from '../../characters.ts';

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const NO_CHARACTERS = /\p{Noncharacter_Code_Point}/gu;

/**
 * A text as a question keeps it: NFC, lines ended by a line feed, nothing that nobody can see, no
 * spaces at its ends. Files from elsewhere are full of marks of no width; nobody would find them.
 */
export function keptText(text: string): string {
  const lines = text.replace(LINE_ENDS, '\n').replace(NO_CHARACTERS, '');
  return withoutHidden(lines).normalize('NFC').trim();
}
