import { fieldNamed, isNeverTraining, neededFields } from './fields.ts';
import { looksLikeDay } from './read-day.ts';
import { cellOf, type Sheet } from './sheet.ts';
import type { ImportKind, Known, KnownRequirement, Mapping, Words } from './types.ts';
import { sameWords } from './words.ts';

/** Headings are looked for in so many rows; schools put titles and notes above them. */
const ROWS_SEARCHED = 40;
const NO_WORDS: Words = { appointment: {}, requirement: {} };
/** Most telling first: a file with all of these fields is of that kind. */
const TOLD_BY: [ImportKind, string[][]][] = [
  ['exemptions', [['requirement'], ['reason'], ['from']]],
  ['training-log', [['requirement'], ['completed_on']]],
  ['bookings', [['requirement'], ['on']]],
];

/** What the file seems to hold, and what its columns are. */
export function recognise(
  sheet: Sheet,
  known: Pick<Known, 'requirements'>,
  kind?: ImportKind,
): { kind: ImportKind; mapping: Mapping } {
  const found = kind ?? recogniseKind(sheet, known.requirements);
  return { kind: found, mapping: mapByItself(sheet, found, known.requirements) };
}

function recogniseKind(sheet: Sheet, requirements: KnownRequirement[]): ImportKind {
  for (const [kind, needed] of TOLD_BY) {
    if (sheet.rows.slice(0, ROWS_SEARCHED).some((row) => hasFields(kind, row, needed))) return kind;
  }
  const matrix = mapByItself(sheet, 'matrix', requirements);
  const headings = sheet.rows[matrix.headingRow] ?? [];
  if (matrix.columns.some((what) => what.startsWith('requirement:'))) return 'matrix';
  if (hasFields('absences', headings, neededFields('absences'))) {
    return hasFields('staff-list', headings, [['appointment']]) ? 'staff-list' : 'absences';
  }
  // A role beside the name may stand in a matrix too; several unknown columns of days do not in a list.
  const unknown = headings.filter(
    (_, column) => matrix.columns[column] === '' && holdsDays(sheet, matrix.headingRow, column),
  );
  const isList = hasFields('staff-list', headings, neededFields('staff-list'));
  return unknown.length > (isList ? 1 : 0) ? 'matrix' : 'staff-list';
}

function hasFields(kind: ImportKind, row: string[], needed: string[][]): boolean {
  const fields = new Set(row.map((heading) => fieldNamed(kind, heading)?.field));
  return needed.every((group) => group.some((field) => fields.has(field)));
}

function holdsDays(sheet: Sheet, headingRow: number, column: number): boolean {
  return sheet.rows.slice(headingRow + 1).some((row) => looksLikeDay(cellOf(row, column)));
}

/** The mapping that the headings give by themselves. */
export function mapByItself(
  sheet: Sheet,
  kind: ImportKind,
  requirements: KnownRequirement[],
): Mapping {
  const headingRow = findHeadingRow(sheet, kind, requirements);
  const headings = sheet.rows[headingRow] ?? [];
  const columns = bestFields(kind, headings);
  if (kind === 'matrix') nameTrainings(columns, headings, requirements);
  return { headingRow, columns, words: structuredClone(NO_WORDS) };
}

/** The row that has most known headings; the first of them where several have. */
function findHeadingRow(sheet: Sheet, kind: ImportKind, requirements: KnownRequirement[]): number {
  let best = { row: 0, score: 0 };
  for (const [row, cells] of sheet.rows.slice(0, ROWS_SEARCHED).entries()) {
    const score = scoreOf(cells, kind, requirements);
    if (score > best.score) best = { row, score };
  }
  return best.row;
}

function scoreOf(cells: string[], kind: ImportKind, requirements: KnownRequirement[]): number {
  const fields = new Set(cells.map((cell) => fieldNamed(kind, cell)?.field).filter(Boolean));
  if (kind !== 'matrix') return fields.size;
  if (fields.size === 0) return 0;
  return fields.size + cells.filter((cell) => requirementNamed(cell, requirements)).length;
}

/** Each field goes to the heading that stands first in its list; the others are ignored. */
function bestFields(kind: ImportKind, headings: string[]): string[] {
  const found = headings.map((heading) => fieldNamed(kind, heading));
  const best = new Map<string, number>();
  for (const match of found) {
    if (match) best.set(match.field, Math.min(best.get(match.field) ?? 99, match.rank));
  }
  const taken = new Set<string>();
  return found.map((match) => {
    if (match === null) return kind === 'matrix' ? '' : 'ignore';
    if (match.rank !== best.get(match.field) || taken.has(match.field)) return 'ignore';
    taken.add(match.field);
    return match.field;
  });
}

function nameTrainings(columns: string[], headings: string[], requirements: KnownRequirement[]) {
  for (const [column, heading] of headings.entries()) {
    if (columns[column] !== '') continue;
    if (isNeverTraining(heading)) columns[column] = 'ignore';
    else columns[column] = requirementNamed(heading, requirements) ?? '';
  }
}

/** `requirement:KEY`, with its edition where the heading names one; null where none, or several, fit. */
function requirementNamed(heading: string, requirements: KnownRequirement[]): string | null {
  const words = sameWords(heading);
  if (words === '') return null;
  const named = requirements.flatMap(({ key, name, editions }) => {
    if (words === sameWords(key) || words === sameWords(name)) return [`requirement:${key}`];
    const edition = editions?.find((one) => [one.key, one.title].map(sameWords).includes(words));
    return edition ? [`requirement:${key}:${edition.key}`] : [];
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The headings as they are remembered: the same headings are mapped the same way next time. */
export function headingsOf(sheet: Sheet, headingRow: number): string {
  return (sheet.rows[headingRow] ?? []).map(sameWords).join('|');
}
