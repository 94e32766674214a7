import { strFromU8, strToU8, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import type { Sheet } from '#app/domain/import/sheet.ts';
import { UnreadableFile } from './decode.ts';
import { LIMITS, sheetOf } from './limits.ts';
import { unzip } from './unzip.ts';

const WORKBOOK = 'xl/workbook.xml';
/** What a table is made of; pictures, charts, comments and the like are never unpacked. */
const READ =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;
const MACROS = /vbaProject\.bin$|macrosheets\//i;
const MOST_CELLS = 2_000_000;

/**
 * The first worksheet that holds something, or the one named `sheetName`. Days come as Excel's own;
 * a formula as its stored value, and marked. Throws `UnreadableFile` with what to do.
 */
export async function readXlsx(bytes: Uint8Array, sheetName?: string): Promise<Sheet> {
  const parts = unzip(bytes, (name) => {
    if (MACROS.test(name)) throw new UnreadableFile(HAS_MACROS);
    return READ.test(name);
  });
  const workbook = parts[WORKBOOK] && strFromU8(parts[WORKBOOK]);
  if (!workbook) throw new UnreadableFile(NO_WORKBOOK);
  const from1904 = /date1904="(1|true)"/i.test(workbook);
  parts[WORKBOOK] = strToU8(workbook.replace(/date1904="true"/i, 'date1904="1"'));
  for (const [name, part] of Object.entries(parts)) {
    if (/worksheets\//i.test(name)) requireReadable(strFromU8(part));
  }
  const sheets = await readSheets(parts);
  const chosen = chooseSheet(sheets, sheetName);
  const xml = sheetXml(parts, workbook, chosen.sheet);
  const rows = chosen.data.map((row) => row.map(textOf));
  const formulas = markCells(xml, rows);
  const otherSheets = sheets
    .filter(({ sheet, data }) => sheet !== chosen.sheet && data.length > 0)
    .map(({ sheet }) => sheet);
  return sheetOf(rows, { format: 'xlsx', name: chosen.sheet, formulas, from1904, otherSheets });
}

const HAS_MACROS =
  'The file holds macros. Save it as a workbook without macros (.xlsx), or the table as CSV.';
const NO_WORKBOOK =
  'This is no Excel workbook. Save the table as CSV or as an Excel workbook (.xlsx).';

type Value = string | boolean | Date | null;
type Read = { sheet: string; data: Value[][] };

/** From a fresh zip of the parts that were unpacked within the limits, and of nothing else. */
async function readSheets(parts: Record<string, Uint8Array>): Promise<Read[]> {
  const zip = zipSync(parts, { level: 0 });
  const buffer = zip.buffer.slice(zip.byteOffset, zip.byteOffset + zip.byteLength) as ArrayBuffer;
  try {
    const read = await readWorkbook(buffer, { parseNumber: (text: string) => text });
    return read as unknown as Read[];
  } catch {
    throw new UnreadableFile(
      'The workbook cannot be read: open it, save it again as .xlsx or CSV and try once more.',
    );
  }
}

function chooseSheet(sheets: Read[], name: string | undefined): Read {
  const filled = sheets.filter(({ data }) => data.length > 0);
  const chosen = name === undefined ? filled[0] : filled.find(({ sheet }) => sheet === name);
  if (chosen) return chosen;
  if (name === undefined || filled.length === 0) throw new UnreadableFile('The file is empty.');
  const names = filled.map(({ sheet }) => sheet).join(', ');
  throw new UnreadableFile(
    `There is no worksheet ${name} with anything in it. There are: ${names}.`,
  );
}

/** A day as YYYY-MM-DD, whatever time of day stands beside it. */
function textOf(value: Value): string {
  if (value === null) return '';
  if (value instanceof Date) {
    return Number.isNaN(value.valueOf()) ? '#DATE' : value.toISOString().slice(0, 10);
  }
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
}

const CELL = /<(?:\w+:)?c\s([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;
const ADDRESS = /\br="([A-Z]{1,3})(\d{1,7})"/;

/** Refuses what would need a table far larger than a school's, before anything is made of it. */
function requireReadable(xml: string): void {
  let cells = 0;
  let columns = 0;
  let rows = 0;
  for (const [, attributes = '', content = ''] of xml.matchAll(CELL)) {
    if (++cells > MOST_CELLS)
      throw new UnreadableFile(`The workbook holds too many cells. ${DIVIDE}`);
    const place = content === '' ? null : placeOf(attributes);
    columns = Math.max(columns, (place?.column ?? 0) + 1);
    rows = Math.max(rows, (place?.row ?? 0) + 1);
  }
  if (columns > LIMITS.columns) {
    throw new UnreadableFile(
      `A worksheet has something in column ${columns.toLocaleString('en-GB')}; ${LIMITS.columns} columns can be read. ${DIVIDE}`,
    );
  }
  if (rows * columns > MOST_CELLS * 5)
    throw new UnreadableFile(`A worksheet is too large. ${DIVIDE}`);
}

const DIVIDE = 'Save the table alone as CSV.';

/**
 * Which cells stand for a formula, as `row:column`. Where one has no usable value, its error or the
 * lack of a value is written into the cell, so that nobody takes it for an empty one.
 */
function markCells(xml: string, rows: string[][]): string[] {
  const formulas: string[] = [];
  for (const [, attributes = '', content = ''] of xml.matchAll(CELL)) {
    const isFormula = /<(?:\w+:)?f[\s>/]/.test(content);
    const isError = /\bt="e"/.test(attributes);
    if (!isFormula && !isError) continue;
    const place = placeOf(attributes);
    const row = place && rows[place.row];
    if (!place || !row) continue;
    if (isFormula) formulas.push(`${place.row}:${place.column}`);
    if ((row[place.column] ?? '') !== '') continue;
    if (isError) row[place.column] = /<(?:\w+:)?v>([^<]*)</.exec(content)?.[1] ?? '#ERROR';
    else if (!/<(?:\w+:)?v[\s>/]/.test(content)) row[place.column] = '#NO VALUE';
  }
  return formulas;
}

function placeOf(attributes: string): { row: number; column: number } | null {
  const address = ADDRESS.exec(attributes);
  if (!address) return null;
  const letters = [...(address[1] ?? '')];
  const column = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(address[2]) - 1, column: column - 1 };
}

/** The part that holds a worksheet, by the workbook's own table of names. */
function sheetXml(parts: Record<string, Uint8Array>, workbook: string, name: string): string {
  const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    if (plain(attribute(tag, 'name')) !== name) continue;
    const id = attribute(tag, '\\w+:id');
    const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(
      ([one]) => attribute(one, 'Id') === id,
    );
    const target = relation ? attribute(relation[0], 'Target') : '';
    const part = parts[target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    if (part) return strFromU8(part);
  }
  return '';
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function plain(xml: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, sign: string) => signs[sign] ?? '');
}
