import { type Context, formulaNotes, isLeftOutWord, type Row, read } from './context.ts';
import { freshRefs } from './people.ts';
import { appointmentChange } from './staff-appointments.ts';
import { type Entry, findEntry, type Planning, personChanges } from './staff-people.ts';
import {
  describeAppointment,
  type ReadAppointment,
  readAppointments,
  readIdentity,
} from './staff-row.ts';
import type { Change, Problem, RowPlan } from './types.ts';
import { fullName } from './words.ts';

/** The rows of a staff list: one row an appointment; people are added, changed and never doubled. */
export function planStaffList(context: Context): RowPlan[] {
  const rows = context.rows;
  const inFile = rows.map((row) => read(context, row, 'person_id'));
  const freshRef = freshRefs(context.known, inFile);
  const planning: Planning = { context, entries: new Map(), claimed: new Set(), freshRef };
  return rows.map((row) => planRow(planning, row));
}

function planRow(planning: Planning, row: Row): RowPlan {
  const { context } = planning;
  const problems: Problem[] = [];
  const notes = formulaNotes(context, row, context.columns.values());
  const who = readIdentity(context, row, problems);
  const appointments = readAppointments(context, row, problems);
  const entry = problems.length === 0 ? findEntry(planning, row, who, problems) : null;
  const plan = {
    id: String(row.number),
    row: row.number,
    personId: entry?.person?.id ?? null,
    kinds: appointments.map(({ kind }) => kind),
    who: [fullName(who), who.ref].filter(Boolean).join(', '),
    what: appointments.map((one) => describeAppointment(context, one)).join('; '),
    notes,
  };
  if (isLeftOutWord(context, row, 'appointment')) {
    return { ...plan, outcome: 'left-out', problems: [], changes: [] };
  }
  if (entry === null) return { ...plan, outcome: 'wrong', problems, changes: [] };
  const changes = changesFor(planning, entry, row, appointments, problems, notes);
  if (problems.length > 0) return { ...plan, outcome: 'wrong', problems, changes: [] };
  return { ...plan, outcome: outcomeOf(changes, entry), problems, changes };
}

function outcomeOf(changes: Change[], entry: Entry): RowPlan['outcome'] {
  if (changes.length === 0) return 'same';
  return entry.person === null || changes.every((change) => change.do === 'add-appointment')
    ? 'new'
    : 'changed';
}

function changesFor(
  planning: Planning,
  entry: Entry,
  row: Row,
  read: ReadAppointment[],
  problems: Problem[],
  notes: string[],
): Change[] {
  const { context } = planning;
  const changes: Change[] = [];
  const appointments = read.map((one) =>
    appointmentChange(context, entry, row, one, problems, notes),
  );
  if (problems.length > 0) return [];
  if (!entry.isDone) changes.push(...personChanges(context, entry, row, notes));
  entry.isDone = true;
  for (const { change, keep } of appointments) {
    if (change) changes.push(change);
    keep?.();
  }
  return changes;
}
