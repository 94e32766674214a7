import type { Day } from '#app/domain/days.ts';
import { type Context, headingOf, type Row } from './context.ts';
import { type DayOrder, type DayReading, isOnlyMonthFirst, readDay } from './read-day.ts';
import { cellOf } from './sheet.ts';
import type { Problem, Question } from './types.ts';

/** The day that a cell says; null where it is empty or wrong, and then the problem is added. */
export function readDayAt(
  context: Context,
  row: Row,
  column: number,
  problems: Problem[],
): Day | null {
  const text = cellOf(row.cells, column);
  if (text === '') return null;
  const reading = readOnce(context, text, orderOf(context, column));
  if (reading.ok) return reading.day;
  problems.push({ column: headingOf(context, column), read: text, todo: reading.todo });
  return null;
}

function readOnce(context: Context, text: string, order: DayOrder): DayReading {
  const key = `${order} ${text}`;
  const known = context.days.get(key);
  if (known) return known;
  const { from1904 } = context.sheet;
  const reading = readDay(text, { order, from1904, today: context.known.today });
  context.days.set(key, reading);
  return reading;
}

/** The day in this field of the row; null where there is none, or what is wrong is told among `problems`. */
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
