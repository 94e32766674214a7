/** A file that cannot be read, in words that say what to do. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/**
 * The text of a file in UTF-8, UTF-16 (either order) or Windows-1252, told by its bytes. Throws
 * `UnreadableFile` for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeAs(bytes).normalize('NFC');
  if (NOT_TEXT.test(text)) {
    throw new UnreadableFile(
      'The file holds characters that no table has. Open it in your spreadsheet program and save it again as CSV UTF-8.',
    );
  }
  return text;
}

/** Controls other than tab, line feed and return; halves of surrogate pairs. */
const NOT_TEXT = /[\p{Cc}--[\t\n\r\u0085]]|[\p{Cs}\ufffd]/v;

function decodeAs(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes) ?? encodingWithoutMark(bytes);
  if (encoding !== null) return decode(encoding, bytes);
  try {
    return decode('utf-8', bytes);
  } catch {
    // Excel on Windows writes "CSV" in the system's own code page.
    return decode('windows-1252', bytes);
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
}

function markedEncoding([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

const LOOKED_AT = 400;

/** UTF-16 of our letters has a zero in every other byte. */
function encodingWithoutMark(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0] as [number, number];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  const half = start.length / 2;
  if (zeros[1] > half * 0.7 && zeros[0] < half * 0.1) return 'utf-16le';
  return zeros[0] > half * 0.7 && zeros[1] < half * 0.1 ? 'utf-16be' : null;
}
