/** A part of what was found; `isFound` where it is one of the words that were looked for. */
export type FoundPart = { text: string; isFound: boolean };

/** Stand round a found word in what the database answers: no text of ours can hold them. */
export const FOUND_BEGINS = '\u0002';
export const FOUND_ENDS = '\u0003';

const MOST_WORDS = 12;

/**
 * What to ask the index for, each word by its beginning: all of the words that say something, and,
 * where no section has all of them, any. Letters and digits alone are taken, so that nothing typed is
 * an operator. Null where there is nothing to look for.
 */
export function searchFor(typed: string): { all: string; any: string } | null {
  const words =
    typed
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.slice(0, MOST_WORDS) ?? [];
  if (words.length === 0) return null;
  const telling = words.filter((word) => !COMMON.has(word.toLocaleLowerCase('en-GB')));
  const asked = (telling.length > 0 ? telling : words).map(beginningWith);
  return { all: asked.join(' AND '), any: asked.join(' OR ') };
}

function beginningWith(word: string): string {
  return `"${word}"*`;
}

/** Words of a question that say nothing of what it is about. */
const COMMON = new Set(
  `a about am an and any are as at be been being but by can could do does for from had has have he
  her him his how i if in into is it its me my no not of on or our she should so some someone
  somebody that the their them there they this to up us was we were what when where which who whom
  why will with would you your`.split(/\s+/),
);

/** The parts of a text in which found words stand between the marks. */
export function foundParts(marked: string): FoundPart[] {
  return marked
    .split(FOUND_BEGINS)
    .flatMap((piece, index) => {
      if (index === 0) return [{ text: piece, isFound: false }];
      const [found = '', ...rest] = piece.split(FOUND_ENDS);
      return [
        { text: found, isFound: true },
        { text: rest.join(''), isFound: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
