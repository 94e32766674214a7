import type { FileRefusal } from '#app/domain/evidence/refusals.ts';
import { bufferOf, has, isAt, textAt } from './bytes.ts';
import { isWebPage, type Kind } from './recognise.ts';

/**
 * What is wrong with a picture's frame, before anything decodes it: its end is missing, it moves, or
 * another file is behind it. Writing a picture anew drops what is behind it, and telephones put
 * there what does no harm (a small film, a second exposure), so only what somebody could open as
 * something else is refused.
 */
export function faultOfFrame(kind: Exclude<Kind, 'pdf'>, bytes: Uint8Array): FileRefusal | null {
  const end = ENDS[kind](bytes);
  if (end === null) return 'cut-off';
  if (end === 'moves') return 'several-pictures';
  return holdsAnotherFile(bytes.subarray(end)) ? 'glued' : null;
}

/** Where the picture ends; null: not within these bytes. */
type End = number | null | 'moves';

const ENDS = { jpeg: endOfJpeg, png: endOfPng, heic: endOfBoxes } as const satisfies Record<
  Exclude<Kind, 'pdf'>,
  (bytes: Uint8Array) => End
>;

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Goes from marker to marker; what a scan holds is stepped over. */
function endOfJpeg(bytes: Uint8Array): End {
  const buffer = bufferOf(bytes);
  let at = 2;
  while (at + 2 <= buffer.length) {
    if (buffer[at] !== 0xff) return nextEnd(buffer, at);
    const marker = buffer[at + 1];
    if (marker === END_OF_IMAGE) return at + 2;
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else if (at + 4 > buffer.length) return null;
    else {
      at += 2 + buffer.readUInt16BE(at + 2);
      if (marker === START_OF_SCAN) at = endOfScan(buffer, at);
    }
  }
  return null;
}

function isBare(marker: number | undefined): boolean {
  return marker === 0x01 || (marker !== undefined && marker >= 0xd0 && marker <= 0xd8);
}

/** The next marker that is not part of the scan's own numbers. */
function endOfScan(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf(0xff, from); at !== -1; at = buffer.indexOf(0xff, at + 1)) {
    const next = buffer[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return buffer.length;
}

/** Between two segments stands what should not: the decoder says what it thinks of that. */
function nextEnd(buffer: Buffer, from: number): End {
  const at = buffer.indexOf(Buffer.from([0xff, END_OF_IMAGE]), from);
  return at === -1 ? null : at + 2;
}

function endOfPng(bytes: Uint8Array): End {
  const buffer = bufferOf(bytes);
  for (let at = 8; at + 12 <= buffer.length; ) {
    const length = buffer.readUInt32BE(at);
    const name = textAt(buffer, at + 4, 4);
    if (name === 'acTL') return 'moves';
    at += 12 + length;
    if (name === 'IEND') return at <= buffer.length ? at : null;
  }
  return null;
}

/** HEIC is a row of boxes, each of which says how long it is. */
function endOfBoxes(bytes: Uint8Array): End {
  const buffer = bufferOf(bytes);
  let at = 0;
  while (at + 8 <= buffer.length && /^[a-zA-Z0-9 ]{4}$/.test(textAt(buffer, at + 4, 4))) {
    const length = buffer.readUInt32BE(at);
    // To the end of the file, or longer than anything that is taken here.
    if (length === 0) return buffer.length;
    if (length === 1 || length < 8) return null;
    at += length;
  }
  return at <= buffer.length ? at : null;
}

const ZIP_END = 'PK\x05\x06';
const SIGNS = ['PK\x03\x04', ZIP_END, '%PDF-', 'Rar!\x1a', '7z\xbc\xaf\x27\x1c', '%!PS'];
const PROGRAM_SIGNS = ['MZ', '\x7fELF', '#!'];

function holdsAnotherFile(behind: Uint8Array): boolean {
  if (behind.length === 0) return false;
  if (SIGNS.some((sign) => has(behind, sign))) return true;
  if (PROGRAM_SIGNS.some((sign) => isAt(behind, 0, sign))) return true;
  return isWebPage(textAt(behind, 0, behind.length));
}

/** What is wrong with a PDF's frame: it has to end as one, with nothing behind and no zip in it. */
export function faultOfPdfFrame(bytes: Uint8Array): FileRefusal | null {
  const buffer = bufferOf(bytes);
  const last = buffer.lastIndexOf('%%EOF');
  if (last === -1) return 'cut-off';
  const behind = buffer.subarray(last + '%%EOF'.length).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: some programs fill up with these
  const said = behind.replace(/^[\x00\s]+/, '');
  if (said !== '') return /^(\d+ \d+ obj|xref|\d{10} )/.test(said) ? 'cut-off' : 'glued';
  return endsAsZip(buffer) ? 'glued' : null;
}

const ZIP_END_BYTES = 22;

/** A zip is read from its end: the last part of it says how long a remark stands behind it. */
function endsAsZip(buffer: Buffer): boolean {
  const from = Math.max(0, buffer.length - ZIP_END_BYTES - 0xffff);
  for (
    let at = buffer.indexOf(ZIP_END, from, 'latin1');
    at !== -1 && at + ZIP_END_BYTES <= buffer.length;
    at = buffer.indexOf(ZIP_END, at + 1, 'latin1')
  ) {
    const remark = buffer.readUInt16LE(at + 20);
    if (at + ZIP_END_BYTES + remark === buffer.length) return true;
  }
  return false;
}
