import type { Day } from '#app/domain/days.ts';
import { FIELD_LABELS } from './fields.ts';
import { type Identity, indexPeople, type Match, matchPerson, type PeopleIndex } from './people.ts';
import { type DayOrder, isOnlyMonthFirst, readDay } from './read-day.ts';
import { cellOf, isBlankRow, type Sheet } from './sheet.ts';
import type {
  Choices,
  Known,
  KnownRequirement,
  Mapping,
  PersonOnFile,
  Problem,
  Question,
  WhoQuestion,
} from './types.ts';
import { fullName, sameWords, splitName } from './words.ts';

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
  unknownWords: Map<string, { field: 'appointment' | 'requirement'; word: string; rows: number }>;
  whoQuestions: WhoQuestion[];
};

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

export function headingOf({ sheet, mapping }: Context, column: number): string {
  return sheet.rows[mapping.headingRow]?.[column] || `Column ${column + 1}`;
}

/** What a field says in this row; empty where it says nothing or the file has no such column. */
export function read(context: Context, row: Row, field: string): string {
  return cellOf(row.cells, context.columns.get(field) ?? -1);
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

/** The day that a cell says; null where it is empty or wrong, and then the problem is added. */
export function readDayAt(
  context: Context,
  row: Row,
  column: number,
  problems: Problem[],
): Day | null {
  const text = cellOf(row.cells, column);
  if (text === '') return null;
  const reading = readDay(text, {
    order: orderOf(context, column),
    from1904: context.sheet.from1904,
    today: context.known.today,
  });
  if (reading.ok) return reading.day;
  problems.push({ column: headingOf(context, column), read: text, todo: reading.todo });
  return null;
}

export function readDayField(
  context: Context,
  row: Row,
  field: string,
  problems: Problem[],
): Day | null {
  return readDayAt(context, row, context.columns.get(field) ?? -1, problems);
}

function orderOf({ choices }: Context, column: number): DayOrder {
  return choices.days[column] ?? 'day-first';
}

/** A column of days with a value that only fits month first stops everything until it is answered. */
export function questionsAboutDays(context: Context, columns: number[]): Question[] {
  return columns.flatMap((column) => {
    if (context.choices.days[column]) return [];
    const example = context.rows.map((row) => cellOf(row.cells, column)).find(isOnlyMonthFirst);
    if (example === undefined) return [];
    return [{ kind: 'days' as const, column, heading: headingOf(context, column), example }];
  });
}

export function identityOf(context: Context, row: Row): Identity {
  const name = splitName(read(context, row, 'name'));
  return {
    ref: read(context, row, 'person_id'),
    email: read(context, row, 'email'),
    firstName:
      read(context, row, 'first_name') || (hasLastName(context, row) ? '' : name.firstName),
    lastName: read(context, row, 'last_name') || name.lastName,
  };
}

function hasLastName(context: Context, row: Row): boolean {
  return read(context, row, 'last_name') !== '';
}

/** The match for a row, once what was asked about it is answered. */
export function matchRow(context: Context, rowId: string, who: Identity): Match {
  const chosen = context.choices.people[rowId];
  const person = typeof chosen === 'number' ? context.index.byId.get(chosen) : undefined;
  return person ? { how: 'found', person } : matchPerson(context.index, who);
}

/**
 * The person whom a row of training is about, or null with the problem added: nobody is called so, or
 * several are and somebody must say which.
 */
export function requirePerson(
  context: Context,
  rowId: string,
  row: Row,
  problems: Problem[],
): PersonOnFile | null {
  const who = identityOf(context, row);
  const match = matchRow(context, rowId, who);
  if (match.how === 'found') return match.person;
  const readAs = [who.ref, `${who.firstName} ${who.lastName}`.trim(), who.email]
    .filter(Boolean)
    .join(', ');
  if (match.how === 'several') askWho(context, rowId, row, readAs, match.candidates, false);
  problems.push({ column: 'Person', read: readAs, todo: whoTodo(match.how) });
  return null;
}

function whoTodo(how: 'several' | 'nobody'): string {
  return how === 'several'
    ? 'Several people fit; say which one, or give the stable id'
    : 'Nobody here is called so; correct it, or import the staff list first';
}

export function askWho(
  context: Context,
  rowId: string,
  row: Row,
  readAs: string,
  candidates: PersonOnFile[],
  canBeNew: boolean,
): void {
  context.whoQuestions.push({
    rowId,
    row: row.number,
    read: readAs,
    candidates: candidates.map((person) => ({ personId: person.id, label: labelOf(person) })),
    canBeNew,
  });
}

function labelOf(person: PersonOnFile): string {
  const kinds = [...new Set(person.appointments.map(({ kind }) => kind))].join(', ');
  const name = `${person.firstName} ${person.lastName}`.trim();
  return [name, person.ref, person.email, kinds].filter(Boolean).join(' · ');
}

/** The requirement that a row names, or null with the problem added. */
export function requireRequirement(
  context: Context,
  row: Row,
  problems: Problem[],
): KnownRequirement | null {
  const text = read(context, row, 'requirement');
  const words = sameWords(text);
  const found = context.requirements.get(words);
  if (found && words !== '') return found;
  if (words !== '') countUnknown(context, 'requirement', text);
  const todo =
    words === '' ? 'Say which training it was' : 'Say which requirement this is, or leave it out';
  problems.push(problemWith(context, row, 'requirement', todo));
  return null;
}

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

/** Did the person say that rows with this title are to be left out? */
export function isLeftOutWord(context: Context, row: Row, field: 'appointment' | 'requirement') {
  return context.mapping.words[field][sameWords(read(context, row, field))] === 'leave-out';
}

/** "reckoned by a formula", for cells of a spreadsheet whose value stands for one. */
export function formulaNotes(context: Context, row: Row, columns: Iterable<number>): string[] {
  const formulas = formulaSet(context.sheet);
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
