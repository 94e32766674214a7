import { FIELD_LABELS } from './fields.ts';
import { indexPeople, type PeopleIndex } from './people.ts';
import type { DayReading } from './read-day.ts';
import { identityOf } from './row-people.ts';
import { cellOf, isBlankRow, type Sheet } from './sheet.ts';
import type { Choices, Known, KnownRequirement, Mapping, Problem, WhoQuestion } from './types.ts';
import { fullName, sameWords } from './words.ts';

/** Everything that planning a row depends on, and what it asks on the way. */
export type Context = {
  sheet: Sheet;
  mapping: Mapping;
  known: Known;
  choices: Choices;
  index: PeopleIndex;
  /** The rows below the headings that hold something. */
  rows: Row[];
  requirements: Map<string, KnownRequirement>;
  /** By field: its column, from 0. */
  columns: Map<string, number>;
  /** By order and text: what each cell with a day was read as. A file says few days, many times. */
  days: Map<string, DayReading>;
  unknownWords: Map<string, { field: 'appointment' | 'requirement'; word: string; rows: number }>;
  whoQuestions: WhoQuestion[];
};

/** Everything that the planning of a file looks things up in. */
export function contextOf(sheet: Sheet, mapping: Mapping, known: Known, choices: Choices): Context {
  const named = mapping.columns.map((field, column) => [field, column] as const);
  return {
    sheet,
    mapping,
    known,
    choices,
    index: indexPeople(known.people),
    rows: rowsOf(sheet, mapping),
    requirements: requirementsByWords(known, mapping),
    columns: new Map(named.filter(([field]) => field !== '' && field !== 'ignore')),
    days: new Map(),
    unknownWords: new Map(),
    whoQuestions: [],
  };
}

/** A row below the headings, with its number as a spreadsheet counts, from 1. */
export type Row = { number: number; cells: string[] };

function rowsOf(sheet: Sheet, { headingRow }: Mapping): Row[] {
  const rows: Row[] = [];
  for (let at = headingRow + 1; at < sheet.rows.length; at++) {
    const cells = sheet.rows[at] ?? [];
    if (!isBlankRow(cells)) rows.push({ number: at + 1, cells });
  }
  return rows;
}

/** By their key, their name, and what the person said that a title means; that goes first. */
function requirementsByWords({ requirements }: Known, { words }: Mapping) {
  const byKey = new Map(requirements.map((one) => [one.key, one]));
  const found = new Map<string, KnownRequirement>();
  for (const one of requirements) found.set(sameWords(one.name), one);
  for (const one of requirements) found.set(sameWords(one.key), one);
  for (const [said, key] of Object.entries(words.requirement)) {
    const one = byKey.get(key);
    if (one) found.set(said, one);
  }
  return found;
}

/** The heading of a column as it stands in the file, or its number where it has none. */
export function headingOf({ sheet, mapping }: Context, column: number): string {
  return sheet.rows[mapping.headingRow]?.[column] || `Column ${column + 1}`;
}

/** What a field says in this row; empty where it says nothing or the file has no such column. */
export function read(context: Context, row: Row, field: string): string {
  return cellOf(row.cells, context.columns.get(field) ?? -1);
}

/** Does this say yes? What says neither yes nor no is no. */
export function isYes(text: string): boolean {
  return ['yes', 'y', 'true', '1'].includes(text.toLowerCase());
}

/** A problem with what a field says. */
export function problemWith(context: Context, row: Row, field: string, todo: string): Problem {
  const column = context.columns.get(field);
  const isName = field === 'name' && column === undefined;
  return {
    column: column === undefined ? (FIELD_LABELS[field] ?? field) : headingOf(context, column),
    read: isName ? fullName(identityOf(context, row)) : read(context, row, field),
    todo,
  };
}

/** Did the person say that rows with this title are to be left out? */
export function isLeftOutWord(context: Context, row: Row, field: 'appointment' | 'requirement') {
  return context.mapping.words[field][sameWords(read(context, row, field))] === 'leave-out';
}

/** Remembers that a row has this word, which is to be asked about once for all such rows. */
export function countUnknown(
  context: Context,
  field: 'appointment' | 'requirement',
  word: string,
): void {
  const key = `${field}:${sameWords(word)}`;
  const known = context.unknownWords.get(key) ?? { field, word, rows: 0 };
  known.rows++;
  context.unknownWords.set(key, known);
}

/** "reckoned by a formula", for cells of a spreadsheet whose value stands for one. */
export function formulaNotes(context: Context, row: Row, columns: Iterable<number>): string[] {
  const formulas = formulaSet(context.sheet);
  if (formulas.size === 0) return [];
  return [...columns]
    .filter((column) => formulas.has(`${row.number - 1}:${column}`))
    .map((column) => `${headingOf(context, column)}: the stored value of a formula`);
}

const formulaSets = new WeakMap<Sheet, Set<string>>();

function formulaSet(sheet: Sheet): Set<string> {
  const known = formulaSets.get(sheet) ?? new Set(sheet.formulas);
  formulaSets.set(sheet, known);
  return known;
}
