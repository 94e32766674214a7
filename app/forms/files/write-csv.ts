import { stringify } from 'csv-stringify/sync';

/** A spreadsheet program takes a cell that begins so for a formula, even after an apostrophe. */
const LIKE_A_FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Rows as CSV: commas, CRLF, UTF-8 when encoded. A cell that could be taken for a formula begins with
 * an apostrophe, which our own reader takes off again. Null is an empty cell.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}

function harmless(cell: string | number | null): string {
  const text = cell === null ? '' : String(cell);
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}
