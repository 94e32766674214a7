import {
  QUESTION_TYPES,
  type QuestionOption,
  type QuestionType,
} from '#app/domain/quiz/question.ts';
import { UnreadableFile } from '../decode.ts';
import { HARMLESS } from '../limits.ts';
import { cellsOfCsv } from '../read-csv.ts';
import { isOurColumn, NEEDED_COLUMNS, numberOf, PLAIN_COLUMNS } from './csv-columns.ts';
import { keptText } from './kept-text.ts';
import { isKey } from './keys.ts';
import {
  type Found,
  type Outcome,
  refused,
  requireFewEnough,
  UnreadableQuestions,
} from './said.ts';

/** Does the first row of a file name the columns that every file of ours has? */
export function hasOwnHeadings(text: string): boolean {
  const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== '' && !/^sep=/i.test(line));
  const names = (first ?? '').split(/[,;\t]/).map((cell) => headingOf(cell.replaceAll('"', '')));
  return names.includes('type') && names.includes('text');
}

function headingOf(cell: string): string {
  return keptText(cell).toLowerCase().replaceAll(' ', '_');
}

/** What was found in a file of our own CSV. Throws `UnreadableQuestions`. */
export function readOwnCsv(text: string): Found[] {
  const raw = cells(text);
  requireNarrow(raw);
  const rows = raw.map((row) => row.map((cell) => keptText(cell.replace(HARMLESS, ''))));
  const first = rows.findIndex(isFilled);
  const headings = (rows[first] ?? []).map(headingOf);
  requireHeadings(headings);
  const numbered = rows.map((row, place) => ({ row, number: place + 1 }));
  const filled = numbered.slice(first + 1).filter(({ row }) => isFilled(row));
  requireFewEnough(filled.length);
  if (filled.length === 0) throw new UnreadableQuestions('The file holds no question.');
  return filled.map(({ row, number }) => foundIn(row, number, headings));
}

function cells(text: string): string[][] {
  try {
    return cellsOfCsv(text);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableQuestions(error.message);
  }
}

function isFilled(row: string[]): boolean {
  return row.some((cell) => cell !== '');
}

/** Ours are not half as many. */
const MOST_COLUMNS = 250;

function requireNarrow(rows: string[][]): void {
  const place = rows.findIndex(({ length }) => length > MOST_COLUMNS);
  if (place === -1) return;
  const count = (rows[place]?.length ?? 0).toLocaleString('en-GB');
  throw new UnreadableQuestions(`Row ${place + 1} has ${count} columns. Is this the right file?`);
}

function requireHeadings(headings: string[]): void {
  const missing = NEEDED_COLUMNS.filter((name) => !headings.includes(name));
  if (missing.length > 0) {
    throw new UnreadableQuestions(
      `The first row names no column ${missing.join(', ')}. The columns are ${PLAIN_COLUMNS.join(', ')}, and option_1, right_1, answer_1, why_1 and so on.`,
    );
  }
  const twice = headings.find((name, place) => name !== '' && headings.indexOf(name) !== place);
  if (twice !== undefined) {
    throw new UnreadableQuestions(`The first row names the column ${twice.slice(0, 40)} twice.`);
  }
}

/** A cell by the name of its column. */
type Row = (column: string) => string;

function foundIn(cells: string[], number: number, headings: string[]): Found {
  const row: Row = (column) => cells[headings.indexOf(column)] ?? '';
  const key = row('key');
  return {
    number,
    what: `Row ${number}${key === '' ? '' : ` (“${key.slice(0, 80)}”)`}`,
    key: isKey(key) ? key : null,
    name: row('text'),
    ...outcomeOf(cells, headings, row),
  };
}

function outcomeOf(cells: string[], headings: string[], row: Row): Outcome {
  if (cells.slice(headings.length).some((cell) => cell !== '')) return refused(TOO_MANY_CELLS);
  const key = row('key');
  if (key !== '' && !isKey(key)) return refused(BAD_KEY);
  const type = typeOf(row('type'));
  if (type === null) return refused(`The type “${row('type').slice(0, 40)}” is none of ${TYPES}.`);
  const numbers = headings.flatMap((heading) => numberOf(heading) ?? []);
  const all = [...new Set(numbers)].sort((a, b) => a - b);
  const mustPass = yesOrNo(row('must_pass'));
  if (mustPass === null) return refused(notYesOrNo('must_pass', row));
  const odd = all.find((n) => yesOrNo(row(`right_${n}`)) === null);
  if (odd !== undefined) return refused(notYesOrNo(`right_${odd}`, row));
  const matched = type === 'match' ? undefined : all.find((n) => row(`answer_${n}`) !== '');
  if (matched !== undefined) {
    return refused(`Only a question to match has something in the column answer_${matched}.`);
  }
  return {
    question: {
      topic: row('topic'),
      section: row('section'),
      type,
      mustPass,
      story: row('story') || null,
      text: row('text'),
      options: optionsOf(type, row, all),
      extras: all.map((n) => row(`extra_${n}`)).filter((extra) => extra !== ''),
      source: { document: row('source_document'), place: row('source_place') },
    },
    notes: unknownNotes(cells, headings),
  };
}

const TOO_MANY_CELLS =
  'It has more cells than the first row has columns: put text that has a comma in it in quotation marks.';
const BAD_KEY = 'Its key is to be small letters, digits and hyphens, 60 characters at most.';
const TYPES = QUESTION_TYPES.join(', ');

function typeOf(cell: string): QuestionType | null {
  return QUESTION_TYPES.find((type) => type === cell.toLowerCase()) ?? null;
}

const ANSWERS = new Map<string, boolean>([
  ...['yes', 'y', 'true', '1', 'x'].map((word): [string, boolean] => [word, true]),
  ...['no', 'n', 'false', '0', ''].map((word): [string, boolean] => [word, false]),
]);

function yesOrNo(cell: string): boolean | null {
  return ANSWERS.get(cell.toLowerCase()) ?? null;
}

function notYesOrNo(column: string, row: Row): string {
  return `In the column ${column} stands “${row(column).slice(0, 40)}”: write yes or no.`;
}

function optionsOf(type: QuestionType, row: Row, numbers: number[]): QuestionOption[] {
  const isGiven = (n: number) => ['option', 'answer', 'why'].some((part) => row(`${part}_${n}`));
  return numbers.filter(isGiven).map((n) => {
    const text = row(`option_${n}`);
    const isRight = row(`right_${n}`);
    return {
      text: type === 'true-false' ? trueOrFalse(text) : text,
      // Of an order or a match every option is right: it need not be said.
      isRight:
        isRight === '' && (type === 'order' || type === 'match')
          ? true
          : (yesOrNo(isRight) ?? false),
      answer: type === 'match' ? row(`answer_${n}`) : null,
      why: row(`why_${n}`),
    };
  });
}

/** Spreadsheet programs write TRUE and FALSE for what looks like either. */
function trueOrFalse(text: string): string {
  return /^(true|false)$/i.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
    : text;
}

function unknownNotes(cells: string[], headings: string[]): string[] {
  return headings.flatMap((heading, place) => {
    if (isOurColumn(heading) || !cells[place]) return [];
    return [`The column ${heading.slice(0, 40) || place + 1} is none of ours and was left out.`];
  });
}
