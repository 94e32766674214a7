import { CsvError, parse } from 'csv-parse/sync';
import type { Sheet } from '#app/domain/import/sheet.ts';
import { decodeText, UnreadableFile } from './decode.ts';
import { sheetOf } from './limits.ts';

const LONGEST_ROW = 200_000;
const SEPARATORS = [',', ';', '\t'];
const NAMED_SEPARATOR = /^sep=(.)\n/i;

/** The table of a CSV file. Throws `UnreadableFile` with what to do. */
export function readCsv(bytes: Uint8Array): Sheet {
  return readCsvText(decodeText(bytes));
}

/** As `readCsv`, for what was pasted or is text already. */
export function readCsvText(text: string): Sheet {
  return sheetOf(cellsOfCsv(text), { format: 'csv' });
}

/** The rows as they stand, each under its number in the file, no cell made clean. */
export function cellsOfCsv(text: string): string[][] {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const named = NAMED_SEPARATOR.exec(lines);
  const body = named ? lines.slice(named[0].length) : lines;
  if (body.trim() === '') throw new UnreadableFile('The file is empty.');
  const rows = parseRows(body, named?.[1] ?? separatorOf(body));
  // Where the separator stood on a line of its own, rows are still numbered as in the file.
  return named ? [[''], ...rows] : rows;
}

function parseRows(text: string, delimiter: string): string[][] {
  return text.includes('"')
    ? parseQuoted(text, delimiter)
    : (splitRows(text, delimiter) ?? parseQuoted(text, delimiter));
}

/** What the parser makes of a text in which nothing is quoted; null where a row is too long for it. */
function splitRows(text: string, delimiter: string): string[][] | null {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.some((line) => line.length > LONGEST_ROW)) return null;
  return lines.map((line) => line.split(delimiter));
}

function parseQuoted(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(messageFor(error));
  }
}

function messageFor(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quotation mark is opened and never closed, near line ${lineOf(error)}. Put it right in your spreadsheet program and save the file again.`;
    case 'CSV_MAX_RECORD_SIZE':
      return `A row is longer than ${LONGEST_ROW.toLocaleString('en-GB')} characters: is this the right file?`;
    default:
      return `Line ${lineOf(error)} cannot be read as CSV. Save the file again from your spreadsheet program.`;
  }
}

/** The line where the row in trouble began. */
function lineOf(error: CsvError): string {
  return String((error as { lines?: unknown }).lines ?? '?');
}

/** The separator that stands most often, and equally often, in the first lines outside quotes. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 30);
  const filled = lines.filter((line) => line.trim() !== '');
  const scores = SEPARATORS.map((separator) => {
    const counts = filled.map((line) => line.split(separator).length - 1);
    return counts.filter((count) => count > 0).length * 1_000 + Math.max(0, ...counts);
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))] ?? ',';
}
