/**
 * The text as it is kept: NFC, so that "Zoë" is one word however it was typed. Null where it holds
 * something that nobody can see or that was garbled on the way: control characters, halves of
 * surrogate pairs, marks that turn the direction of writing, characters of no width.
 */
export function cleanText(text: string): string | null {
  const normal = text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return HIDDEN.test(normal) || !normal.isWellFormed() ? null : normal;
}

/** As `cleanText`, on one line: what parts words, a line's end too, is one space. */
export function cleanLine(text: string): string | null {
  return cleanText(text)?.replace(/\s+/g, ' ').trim() ?? null;
}

/** The text with what `cleanText` refuses taken out: only ever to show it again. */
export function withoutHidden(text: string): string {
  return text.toWellFormed().replace(new RegExp(HIDDEN, 'gv'), '');
}

/**
 * Controls but tab and line feed; what only forms or steers other characters (of no width, of
 * direction, tags); separators of lines; the signs for an object and for what was not readable.
 */
const HIDDEN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFC\uFFFD]--[\t\n]]/v;
