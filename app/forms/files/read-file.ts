import type { Sheet } from '#app/domain/import/sheet.ts';
import { UnreadableFile } from './decode.ts';
import { LIMITS } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

export type ReadFile = { ok: true; sheet: Sheet } | { ok: false; message: string };

/**
 * The table that a file holds, told by its contents and never by its name, or what to do where it
 * cannot be read.
 */
export function readTable(bytes: Uint8Array, sheetName?: string): Promise<ReadFile> {
  return answer(() => {
    if (bytes.byteLength > LIMITS.bytes) throw new UnreadableFile(TOO_LARGE);
    if (bytes.byteLength === 0) throw new UnreadableFile('The file is empty.');
    const refusal = OTHER_KINDS.find(({ starts }) => startsWith(bytes, starts));
    if (refusal) throw new UnreadableFile(refusal.message);
    return startsWith(bytes, 'PK\x03\x04') ? readXlsx(bytes, sheetName) : readCsv(bytes);
  });
}

/** As `readTable`, for what was pasted from a spreadsheet. */
export function readPasted(text: string): Promise<ReadFile> {
  return answer(() => readCsv(new TextEncoder().encode(text)));
}

const TOO_LARGE = 'The file is larger than 20 MB. Divide it, or save the table alone as CSV.';

const AS_CSV = 'Save the table as CSV or as an Excel workbook (.xlsx).';
const OTHER_KINDS = [
  {
    starts: '\xd0\xcf\x11\xe0',
    message: `The workbook is protected with a password or was saved in the old format (.xls). Save it without a password as .xlsx, or as CSV.`,
  },
  { starts: '%PDF', message: `This is a PDF, which holds no table that can be read. ${AS_CSV}` },
  { starts: '\x89PNG', message: `This is a picture. ${AS_CSV}` },
  { starts: '\xff\xd8\xff', message: `This is a picture. ${AS_CSV}` },
  { starts: 'GIF8', message: `This is a picture. ${AS_CSV}` },
  { starts: 'MZ', message: `This is a program. ${AS_CSV}` },
  { starts: '\x7fELF', message: `This is a program. ${AS_CSV}` },
  { starts: '{\\rtf', message: `This is a text document. ${AS_CSV}` },
  { starts: '<', message: `This is a web page or XML, whatever its name says. ${AS_CSV}` },
  {
    starts: '\xef\xbb\xbf<',
    message: `This is a web page or XML, whatever its name says. ${AS_CSV}`,
  },
  { starts: 'PK\x05\x06', message: 'The file is empty.' },
];

/** `starts` has one character a byte. */
function startsWith(bytes: Uint8Array, starts: string): boolean {
  return [...starts].every((sign, index) => bytes[index] === sign.charCodeAt(0));
}

async function answer(read: () => Sheet | Promise<Sheet>): Promise<ReadFile> {
  try {
    return { ok: true, sheet: await read() };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { ok: false, message: error.message };
  }
}
