import { fileTypeFromBuffer } from 'file-type';
import type { FileRefusal } from '#app/domain/evidence/refusals.ts';
import { has, isAt, textAt } from './bytes.ts';

/** What can be kept. */
export type Kind = 'jpeg' | 'png' | 'heic' | 'pdf';

/** What a file is by its content, or why it is not kept. */
export type Recognised = { kind: Kind } | { refusal: FileRefusal };

/** Far enough into a file to see what it is. */
const BEGINNING = 4096;

export async function recognise(bytes: Uint8Array): Promise<Recognised> {
  if (bytes.length === 0) return { refusal: 'empty' };
  if (isAt(bytes, 0, [0xff, 0xd8, 0xff])) return { kind: 'jpeg' };
  if (isAt(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { kind: 'png' };
  if (isAt(bytes, 0, '%PDF-')) return { kind: 'pdf' };
  const heif = recogniseHeif(bytes);
  if (heif) return heif;
  return { refusal: await whyNot(bytes) };
}

const HEIC_BRANDS = ['heic', 'heix', 'mif1'];
const SEQUENCE_BRANDS = ['msf1', 'hevc', 'hevx'];

/** HEIC and what is built like it: the brand says which. */
function recogniseHeif(bytes: Uint8Array): Recognised | null {
  if (!isAt(bytes, 4, 'ftyp')) return null;
  const brand = textAt(bytes, 8, 4);
  if (SEQUENCE_BRANDS.includes(brand)) return { refusal: 'several-pictures' };
  if (!HEIC_BRANDS.includes(brand)) return null;
  const others = textAt(bytes, 16, Math.min(64, bytes.length));
  if (brand === 'mif1' && others.includes('avif')) return { refusal: 'other-picture' };
  return { kind: 'heic' };
}

async function whyNot(bytes: Uint8Array): Promise<FileRefusal> {
  const beginning = bytes.subarray(0, BEGINNING);
  if (isProgram(bytes)) return 'program';
  // Text that says its order of bytes looks like a sound to the list of kinds.
  if (orderOf(bytes)) return whyNotText(beginning) ?? 'unknown';
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const known = found && whyNotKind(found.ext, found.mime);
  if (known) return known;
  return has(beginning, '%PDF-') ? 'glued' : (whyNotText(beginning) ?? 'unknown');
}

/** Of Windows, Linux, macOS and browsers, and whatever a shell runs. */
function isProgram(bytes: Uint8Array): boolean {
  const signs = [
    'MZ',
    '\x7fELF',
    '#!',
    '\0asm',
    'dex\n',
    '\xca\xfe\xba\xbe',
    'L\0\0\0\x01\x14\x02',
  ];
  const macho = ['\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe'];
  return [...signs, ...macho].some((sign) => isAt(bytes, 0, sign));
}

const PROGRAMS = ['exe', 'elf', 'macho', 'wasm', 'class', 'jar', 'apk', 'deb', 'rpm', 'lnk', 'crx'];
const OFFICE =
  /^(doc|xls|ppt|vsd)[xm]?$|^(dot|xlt|pot|pps)[xm]$|^od[tspg]$|^ot[tspg]$|^(rtf|cfb|pages|numbers|key|epub|indd)$/;
const ARCHIVES = /zip|rar|7z|tar|gz|bz2|xz|lz|zst|cab|arj|iso|dmg|asar|cpio|ace/;

function whyNotKind(ending: string, mediaType: string): FileRefusal | null {
  if (PROGRAMS.includes(ending)) return 'program';
  if (OFFICE.test(ending)) return 'office';
  if (mediaType.startsWith('image/') && ending !== 'svg') return 'other-picture';
  if (/^(video|audio)\//.test(mediaType)) return 'film-or-sound';
  if (ARCHIVES.test(ending)) return 'archive';
  return null;
}

/** Text has signs of letters and lines alone. */
function whyNotText(beginning: Uint8Array): FileRefusal | null {
  const text = decoded(beginning);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text has these
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return null;
  if (/<svg[\s>]/i.test(text)) return 'drawing';
  if (isWebPage(text)) return 'web-page';
  return 'text';
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder(orderOf(bytes) ?? 'utf-8').decode(bytes);
}

/** Of text in two bytes each, by the mark that it begins with. */
function orderOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (isAt(bytes, 0, [0xff, 0xfe])) return 'utf-16le';
  return isAt(bytes, 0, [0xfe, 0xff]) ? 'utf-16be' : null;
}

/** Does it hold what a browser would run or draw as a page? */
export function isWebPage(text: string): boolean {
  return /<!doctype\s+html|<(html|head|body|script|iframe|svg|object|embed|meta)[\s/>]|<\?php/i.test(
    text,
  );
}
