import { parseDay } from '#app/domain/days.ts';
import { SIDES } from '#app/domain/induction-list/list.ts';
import type { TickRow } from '#app/domain/induction-list/list-file.ts';
import { readCsvText } from './read-csv.ts';

/** The file of a school's folder that holds what was ticked of first weeks. */
export const TICKS_FILE = 'first-weeks.csv';

export type ReadTicks = { ok: true; rows: TickRow[] } | { ok: false; faults: string[] };

/** What was ticked, as the file of an export says it, or what is wrong with its rows. */
export function readTicks(text: string): ReadTicks {
  const [, ...cells] = readCsvText(text).rows;
  const read = cells.map(rowOf);
  const faults = read.flatMap((row, index) =>
    row === null ? [`${TICKS_FILE}: row ${index + 2} cannot be read`] : [],
  );
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, rows: read.filter((row) => row !== null) };
}

function rowOf(cells: readonly string[]): TickRow | null {
  const [ref = '', , list = '', step = '', sideText, doneText, onText = '', by = ''] = cells;
  const side = SIDES.find((known) => known === sideText);
  const on = parseDay(onText);
  const isSaid = doneText === 'yes' || doneText === 'no';
  if (ref === '' || list === '' || step === '' || !side || !isSaid || on === null) return null;
  return { ref, list, step, side, isDone: doneText === 'yes', on, by: by === '' ? null : by };
}
