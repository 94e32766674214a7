import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPasted, readTable } from '#app/forms/files/read-file.ts';
import { writeCsv } from '#app/forms/files/write-csv.ts';
import { letters, workbook } from '#tests/support/xlsx.ts';

const TABLE = 'Name,Completed\nZoë Lytton,03/09/2026\n';
const ROWS = [
  ['Name', 'Completed'],
  ['Zoë Lytton', '03/09/2026'],
];

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.message);
  return read.sheet.rows;
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const read = await readTable(bytes);
  return read.ok ? `read: ${JSON.stringify(read.sheet.rows).slice(0, 80)}` : read.message;
}

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
}

describe('the same table is read from every encoding that schools have', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', strToU8(TABLE)],
    ['UTF-8 with a mark', strToU8(`\ufeff${TABLE}`)],
    ['UTF-16, little end first', utf16(TABLE)],
    ['UTF-16, big end first', utf16(TABLE, { bigEndian: true })],
    ['UTF-16 without a mark', utf16(TABLE, { mark: false })],
    ['Windows-1252, as Excel writes CSV', new Uint8Array(Buffer.from(TABLE, 'latin1'))],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(ROWS);
  });
});

describe('the same table is read with every separator and line end', () => {
  test.each([
    ['semicolons', TABLE.replaceAll(',', ';')],
    ['tabs', TABLE.replaceAll(',', '\t')],
    ['CR and LF', TABLE.replaceAll('\n', '\r\n')],
    ['CR alone', TABLE.replaceAll('\n', '\r')],
    ['no end after the last line', TABLE.trimEnd()],
    ['quotes everywhere', TABLE.replaceAll(/[^,\n]+/g, '"$&"')],
    ['empty columns to the right', TABLE.replaceAll('\n', ',,,\n')],
    ['empty rows below', `${TABLE}\n\n,\n`],
  ])('%s', async (_, text) => {
    expect(await rowsOf(strToU8(text))).toEqual(ROWS);
  });

  test('a separator named in the first line keeps the numbers of the rows', async () => {
    expect(await rowsOf(strToU8(`sep=;\n${TABLE.replaceAll(',', ';')}`))).toEqual([[], ...ROWS]);
  });

  test('a quotation mark inside a name, and a comma inside quotes', async () => {
    const read = await rowsOf(strToU8('Name,Note\n"Lytton, Zoë",said "yes"\n"a ""b""",c\n'));
    expect(read).toEqual([
      ['Name', 'Note'],
      ['Lytton, Zoë', 'said "yes"'],
      ['a "b"', 'c'],
    ]);
  });

  test('what is pasted from a spreadsheet', async () => {
    const read = await readPasted(TABLE.replaceAll(',', '\t'));
    expect(read).toMatchObject({ ok: true, sheet: { rows: ROWS } });
  });
});

test('marks that nobody sees are taken out, and decomposed letters put together', async () => {
  const read = await rowsOf(strToU8('Name\nZoe\u0308\u200b \u202eLytton\u00a0\n'));
  expect(read[1]).toEqual(['Zoë Lytton']);
});

describe('what cannot be read is refused with what to do', () => {
  const million = `${'a,'.repeat(1_000_000)}\n1`;
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /empty/],
    ['only a mark', strToU8('\ufeff'), /empty/],
    ['only blank lines', strToU8('\n\n , \n'), /empty/],
    ['NUL bytes', strToU8('Name\nZo\0e\n'), /characters that no table has/],
    ['an unclosed quote', strToU8('Name,Note\n"Zoë,1\nTheo,2\n'), /quotation mark is opened/],
    ['a million columns', strToU8(million), /longer than|columns/],
    ['600 columns', strToU8(`${'a,'.repeat(600)}\n`.replace(/,/g, ',x')), /columns/],
    ['a cell of 3,000 characters', strToU8(`Name\n${'x'.repeat(3_000)}\n`), /3,000 characters/],
    ['over 20 MB', new Uint8Array(21 * 1024 * 1024), /20 MB/],
    ['a PDF called .csv', strToU8('%PDF-1.7\n…'), /PDF/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), /picture/],
    ['a web page called .xls', strToU8('<html><table></table></html>'), /web page/],
    ['a program', strToU8('MZ\u0090\0'), /program/],
    ['an encrypted or old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /password/],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), /no Excel workbook/],
    ['a damaged zip', strToU8('PK\x03\x04 and then nothing'), /damaged/],
    ['half a workbook', workbook({ A: [['Name']] }).slice(0, 600), /damaged/],
  ])('%s', async (_, bytes, message) => {
    expect(await refusalOf(bytes)).toMatch(message);
  });
});

describe('workbooks', () => {
  test('days, texts and numbers keep their places below titles and blank rows', async () => {
    const bytes = workbook({
      Empty: [],
      Staff: [
        [],
        ['Title'],
        [null, 'Name', { day: 46268 }, { xml: '<c r="ADDRESS"><v>12</v></c>' }],
      ],
    });
    const read = await readTable(bytes);
    expect(read).toMatchObject({
      ok: true,
      sheet: { name: 'Staff', rows: [[], ['Title'], ['', 'Name', '2026-09-03', '12']] },
    });
  });

  test.each(['date1904="1"', 'date1904="true"'])(
    'days counted from 1904 (%s)',
    async (properties) => {
      const bytes = workbook({ A: [[{ day: 46268 - 1462 }]] }, { properties });
      expect(await rowsOf(bytes)).toEqual([['2026-09-03']]);
    },
  );

  test('a formula counts as its stored value and is marked', async () => {
    const formula = '<c r="ADDRESS" t="str"><f>A1&amp;B1</f><v>Zoë</v></c>';
    const dated = '<c r="ADDRESS" s="1"><f>TODAY()</f><v>46268</v></c>';
    const read = await readTable(workbook({ A: [['x', { xml: formula }, { xml: dated }]] }));
    expect(read).toMatchObject({
      ok: true,
      sheet: { rows: [['x', 'Zoë', '2026-09-03']], formulas: ['0:1', '0:2'] },
    });
  });

  test('an error, or a formula without a value, is not taken for an empty cell', async () => {
    const error = { xml: '<c r="ADDRESS" t="e"><f>1/0</f><v>#DIV/0!</v></c>' };
    const nothing = { xml: '<c r="ADDRESS"><f>SUM(A1)</f></c>' };
    expect(await rowsOf(workbook({ A: [[error, nothing, 'x']] }))).toEqual([
      ['#DIV/0!', '#NO VALUE', 'x'],
    ]);
  });

  test('other worksheets with something in them are named', async () => {
    const read = await readTable(workbook({ A: [['x']], B: [['y']], C: [] }));
    expect(read).toMatchObject({ ok: true, sheet: { name: 'A', otherSheets: ['B'] } });
    const other = await readTable(workbook({ A: [['x']], B: [['y']] }), 'B');
    expect(other).toMatchObject({ ok: true, sheet: { name: 'B', rows: [['y']] } });
  });

  const bomb = strToU8(`<worksheet>${'<c/>'.repeat(3_000_000)}</worksheet>`);
  const many = Object.fromEntries(
    Array.from({ length: 1_200 }, (_, n) => [`xl/media/${n}.png`, new Uint8Array(1)]),
  );
  const farRight = `<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`;
  test.each<[string, Record<string, Uint8Array>, RegExp]>([
    ['macros', { 'xl/vbaProject.bin': strToU8('x') }, /macros/],
    ['a zip bomb', { 'xl/worksheets/sheet1.xml': bomb }, /packed more tightly|too large/],
    ['thousands of parts', many, /too many parts/],
    ['column XFD', { 'xl/worksheets/sheet1.xml': strToU8(farRight) }, /16,384/],
    [
      'broken XML',
      { 'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheet') },
      /empty|cannot be read/,
    ],
    [
      'a DOCTYPE with entities',
      { 'xl/worksheets/sheet1.xml': strToU8(entities()) },
      /empty|cannot be read|^read/,
    ],
  ])('%s', async (_, more, message) => {
    expect(await refusalOf(workbook({ A: [['Name']] }, { more }))).toMatch(message);
  });
});

/** Entities that would grow to a billion laughs. */
function entities(): string {
  return `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
}

test.each([
  '=HYPERLINK("x")',
  '+44',
  '-1',
  '@SUM(A1)',
  "'=1",
  "''+1",
  '=',
  'plain',
  "'tis",
  'a=b',
  "O'Neill",
])('a cell %s is written harmless and read as it was', async (text) => {
  const written = writeCsv([
    ['Note', 'More'],
    [text, 'x'],
  ]);
  expect(written.split('\r\n')[1]).not.toMatch(/^"?[=+\-@\t]/);
  expect((await rowsOf(strToU8(written)))[1]?.[0]).toBe(text);
});

test('columns are lettered as spreadsheets do', () => {
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
