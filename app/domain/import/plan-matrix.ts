import { type Day, inWords } from '#app/domain/days.ts';
import { emptyPlan, type Planned, settle, tell } from './completion-rows.ts';
import { type Context, formulaNotes, headingOf, type Row } from './context.ts';
import { readDayAt } from './row-days.ts';
import { requirePerson } from './row-people.ts';
import { cellOf } from './sheet.ts';
import type { KnownRequirement, NewCompletion, Problem, RowPlan } from './types.ts';
import { sameWords } from './words.ts';

/** Cells that say that there is nothing to record. */
const NOTHING = new Set([
  'n a',
  'na',
  'not applicable',
  'not required',
  'exempt',
  'none',
  'no',
  'n',
]);

/** People down, trainings across, days in the cells. Each cell is planned by itself. */
export function planMatrix(context: Context): RowPlan[] {
  const planned: Planned = new Map();
  const columns = trainingColumns(context);
  return context.rows.flatMap((row) =>
    columns.flatMap((training) => planCell(context, planned, row, training) ?? []),
  );
}

type TrainingColumn = { column: number; requirement: KnownRequirement; edition: string };

export function trainingColumns(context: Context): TrainingColumn[] {
  return context.mapping.columns.flatMap((what, column) => {
    const [type, key, edition = ''] = what.split(':');
    if (type !== 'requirement') return [];
    const requirement = context.known.requirements.find((one) => one.key === key);
    return requirement ? [{ column, requirement, edition }] : [];
  });
}

function planCell(
  context: Context,
  planned: Planned,
  row: Row,
  { column, requirement, edition }: TrainingColumn,
): RowPlan | null {
  const text = cellOf(row.cells, column);
  if (sameWords(text) === '' || NOTHING.has(sameWords(text))) return null;
  const id = `${row.number}:${column}`;
  const problems: Problem[] = [];
  const person = requirePerson(context, id, row, problems);
  const completedOn = readCellDay(context, row, column, problems);
  const known = knownEdition(context, column, requirement, edition, problems);
  const notes = formulaNotes(context, row, [column]);
  const plan = { ...emptyPlan(context, row, id), what: requirement.name, notes };
  if (completedOn === null) return { ...plan, problems };
  const completion = bareCompletion(context, requirement, completedOn, known);
  plan.what = tell(requirement, completion);
  if (!person || problems.length > 0) return { ...plan, problems };
  return { ...plan, ...settle(context, planned, person, completion, row) };
}

function readCellDay(context: Context, row: Row, column: number, problems: Problem[]): Day | null {
  const found: Problem[] = [];
  const completedOn = readDayAt(context, row, column, found);
  const text = cellOf(row.cells, column);
  const at = { column: headingOf(context, column), read: text };
  if (completedOn !== null && completedOn > context.known.today) {
    const todo = `${inWords(completedOn)} is in the future; book it instead, or correct the day`;
    problems.push({ ...at, todo });
  }
  problems.push(...found.map((problem) => ({ ...problem, todo: cellTodo(text) ?? problem.todo })));
  return completedOn;
}

/** What to do about the words that stand in schools' own matrices where a day should. */
function cellTodo(text: string): string | null {
  const words = sameWords(text) || text;
  if (/^(y|yes|done|complete|completed|x|✓|✔|☑)$/.test(words)) {
    return 'It does not say when; enter the day it was completed';
  }
  if (/^(expired|out of date|overdue|lapsed)/.test(words)) {
    return 'Enter the day it was last completed; InDate reckons what has run out';
  }
  if (/^(booked|planned|due|tbc|tba|to do|outstanding)/.test(words)) {
    return 'A day that is still to come is a booking; leave it out here and note it as booked';
  }
  return null;
}

function knownEdition(
  context: Context,
  column: number,
  requirement: KnownRequirement,
  edition: string,
  problems: Problem[],
): string | null {
  if (requirement.editions === null) return null;
  if (requirement.editions.some(({ key }) => key === edition)) return edition;
  const todo = 'Say in the mapping of columns which edition this column is about';
  problems.push({ column: headingOf(context, column), read: headingOf(context, column), todo });
  return null;
}

function bareCompletion(
  context: Context,
  requirement: KnownRequirement,
  completedOn: Day,
  edition: string | null,
): NewCompletion {
  return {
    requirement: requirement.key,
    completedOn,
    printedExpiryOn: null,
    edition,
    evidence: context.choices.evidence,
    provider: null,
    reference: null,
    earnedElsewhere: false,
    note: null,
    needsCheck: false,
  };
}
