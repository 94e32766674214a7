import type { Sheet } from '#app/domain/import/sheet.ts';
import { UnreadableFile } from './decode.ts';

/** What a file may hold: far more than a school's, far less than what stops a server. */
export const LIMITS = {
  bytes: 20 * 1024 * 1024,
  rows: 500_000,
  columns: 500,
  cellCharacters: 2_000,
  /** Of a spreadsheet, which is a zip. */
  entries: 1_000,
  unpackedBytes: 80 * 1024 * 1024,
  /** How many times an entry may grow; only asked of what grows over a megabyte. */
  ratio: 250,
};

/** What is worked through while somebody waits for a page, and everybody else with them. */
const ON_A_PAGE = { rows: 30_000, cells: 600_000 };

/** Why a table is for the command line, which has all the time and room; null where it is not. */
export function tooLongForAPage({ rows }: Sheet): string | null {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length <= ON_A_PAGE.rows && rows.length * columns <= ON_A_PAGE.cells) return null;
  return `The table has ${say(rows.length)} rows and ${say(columns)} columns, too many for a page: divide it, or have it imported by the command npm run import`;
}

const say = (n: number) => n.toLocaleString('en-GB');

/** The table of these rows, cells made clean. Throws `UnreadableFile` where it is over a limit. */
export function sheetOf(
  rows: string[][],
  about: Pick<Sheet, 'format'> & Partial<Omit<Sheet, 'rows'>>,
): Sheet {
  if (rows.length > LIMITS.rows) {
    throw new UnreadableFile(
      `The file has ${say(rows.length)} rows; ${say(LIMITS.rows)} can be read at a time. Divide it.`,
    );
  }
  const clean = rows.map((row, index) => cleanRow(row, index));
  while (clean.at(-1)?.every((cell) => cell === '')) clean.pop();
  if (clean.length === 0) throw new UnreadableFile('The file is empty.');
  return { name: '', formulas: [], from1904: false, otherSheets: [], ...about, rows: clean };
}

function cleanRow(row: string[], index: number): string[] {
  let length = row.length;
  while (length > 0 && row[length - 1] === '') length--;
  if (length > LIMITS.columns) {
    throw new UnreadableFile(
      `Row ${index + 1} has ${say(length)} columns; ${LIMITS.columns} can be read. Is this the right file?`,
    );
  }
  return row.slice(0, length).map((cell, column) => cleanCell(cell, index, column));
}

/** Marks of no width and of direction, which nobody sees and which tell two equal names apart. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** The mark with which a cell that could be taken for a formula was made harmless. */
export const HARMLESS = /^'(?='*[=+\-@\t\r])/;

/** Most cells: nothing but ASCII, with a letter or digit first and no space at the end. */
const CLEAN = /^(?:\w(?:[ -~]*[!-~])?)?$/;

function cleanCell(cell: string, row: number, column: number): string {
  if (cell.length > LIMITS.cellCharacters) {
    throw new UnreadableFile(
      `Row ${row + 1}, column ${column + 1} holds ${say(cell.length)} characters; ${say(LIMITS.cellCharacters)} can be read.`,
    );
  }
  if (CLEAN.test(cell)) return cell;
  return cell.replace(UNSEEN, '').replaceAll('\u00a0', ' ').replace(HARMLESS, '').trim();
}
