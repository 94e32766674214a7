import { type Day, inWords } from '#app/domain/days.ts';
import { type Context, contextOf, headingOf } from './context.ts';
import { FIELD_LABELS, neededFields } from './fields.ts';
import { planTrainingLog } from './plan-log.ts';
import { planMatrix, trainingColumns } from './plan-matrix.ts';
import { planSpans } from './plan-spans.ts';
import { planStaffList } from './plan-staff-list.ts';
import { looksLikeDay } from './read-day.ts';
import { questionsAboutDays } from './row-days.ts';
import { cellOf, type Sheet } from './sheet.ts';
import { openAppointments } from './staff-appointments.ts';
import type {
  Change,
  Choices,
  ImportKind,
  Known,
  KnownAppointment,
  Mapping,
  Plan,
  ProposedLeaver,
  Question,
  RowPlan,
} from './types.ts';
import { fullName } from './words.ts';

const DAY_FIELDS = ['from', 'to', 'completed_on', 'printed_expiry_on', 'on'];

/**
 * What importing this table would do, row by row, and what must be asked first. Nothing is guessed:
 * a row that is not understood is wrong, with what to do. Planning the same table again after it was
 * applied answers `same` for every row.
 */
export function planImport(
  kind: ImportKind,
  sheet: Sheet,
  mapping: Mapping,
  known: Known,
  choices: Choices,
): Plan {
  const context = contextOf(sheet, mapping, known, choices);
  const questions = questionsOf(kind, context);
  const rows = questions.length > 0 ? [] : leaveOut(planRows(kind, context), choices);
  const leavers = questions.length > 0 ? [] : proposeLeavers(kind, context, rows);
  const counts = countsOf(rows, leavers);
  return {
    kind,
    questions,
    unknownWords: [...context.unknownWords.values()],
    whoQuestions: context.whoQuestions,
    rows,
    leavers,
    notRead: notRead(context),
    counts,
    isReady: questions.length === 0 && counts.wrong === 0,
  };
}

/** Everything that a plan writes, in order. */
export function changesOf(plan: Plan, known: Known): Change[] {
  return [...plan.rows.flatMap((row) => row.changes), ...leavingChanges(plan, known)];
}

function questionsOf(kind: ImportKind, context: Context): Question[] {
  if (context.rows.length === 0) {
    return [{ kind: 'missing', field: '', todo: 'There are no rows below the headings' }];
  }
  const missing = neededFields(kind)
    .filter((group) => !group.some((field) => context.columns.has(field)))
    .map((group) => missingQuestion(group));
  const columns = kind === 'matrix' ? columnQuestions(context) : [];
  return [...missing, ...columns, ...questionsAboutDays(context, dayColumns(kind, context))];
}

function missingQuestion(group: string[]): Question {
  const labels = group.map((field) => FIELD_LABELS[field] ?? field).join(', or ');
  return { kind: 'missing', field: group[0] ?? '', todo: `Say which column holds: ${labels}` };
}

function dayColumns(kind: ImportKind, context: Context): number[] {
  if (kind === 'matrix') return trainingColumns(context).map(({ column }) => column);
  return DAY_FIELDS.flatMap((field) => context.columns.get(field) ?? []);
}

/** Columns with days under a heading that is no requirement's: somebody must say what they are. */
function columnQuestions(context: Context): Question[] {
  const asked: Question[] = context.mapping.columns.flatMap((what, column) => {
    if (what !== '') return [];
    const days = context.rows.map((row) => cellOf(row.cells, column)).filter(looksLikeDay);
    if (days.length === 0) return [];
    const heading = headingOf(context, column);
    return [{ kind: 'column' as const, column, heading, examples: days.slice(0, 3) }];
  });
  if (asked.length > 0 || trainingColumns(context).length > 0) return asked;
  return [{ kind: 'missing', field: 'requirement', todo: 'Say which columns hold training' }];
}

function planRows(kind: ImportKind, context: Context): RowPlan[] {
  if (kind === 'staff-list') return planStaffList(context);
  if (kind === 'training-log') return planTrainingLog(context);
  return kind === 'matrix' ? planMatrix(context) : planSpans(context, kind);
}

/** Wrong rows that the person left out. */
function leaveOut(rows: RowPlan[], choices: Choices): RowPlan[] {
  const leftOut = new Set(choices.leftOut);
  return rows.map((row) => {
    const isOut = leftOut.has(row.id) || (row.outcome === 'wrong' && choices.leaveOutWrong);
    return isOut ? { ...row, outcome: 'left-out', changes: [] } : row;
  });
}

/**
 * In a complete list: people with an open appointment of a category that the list holds, whom no row
 * of it means. Nothing happens to them until somebody gives the last day.
 */
function proposeLeavers(kind: ImportKind, context: Context, rows: RowPlan[]): ProposedLeaver[] {
  const { known, choices } = context;
  if (kind !== 'staff-list' || !choices.fullList) return [];
  const meant = new Set(rows.map((row) => row.personId));
  const categories = categoriesOf(known, rows);
  return known.people
    .filter((person) => !meant.has(person.id))
    .map((person) => ({ person, open: openAppointments(person, known.today) }))
    .filter(({ open }) => open.length > 0 && open.every((one) => categories.has(one.category)))
    .map(({ person, open }) => ({
      personId: person.id,
      name: fullName(person),
      ref: person.ref,
      holds: open.map(({ kind }) => labelOfKind(known, kind)),
      ...lastDayOf(open, choices.leavers[person.id] ?? null),
    }));
}

function lastDayOf(open: KnownAppointment[], lastDay: Day | null) {
  const first = open
    .map(({ from }) => from)
    .sort()
    .at(-1);
  const isEarly = lastDay !== null && first !== undefined && lastDay < first;
  const problem = isEarly ? `An appointment begins only on ${inWords(first)}` : null;
  return { lastDay, problem };
}

function labelOfKind(known: Known, key: string): string {
  return known.kinds.find((kind) => kind.key === key)?.label ?? key;
}

function categoriesOf(known: Known, rows: RowPlan[]): Set<string> {
  const kinds = new Set(rows.flatMap((row) => row.kinds));
  return new Set(known.kinds.filter(({ key }) => kinds.has(key)).map(({ category }) => category));
}

function leavingChanges(plan: Plan, known: Known): Change[] {
  const people = new Map(known.people.map((person) => [person.id, person]));
  return plan.leavers.flatMap(({ personId, lastDay }) => {
    const person = people.get(personId);
    if (!person || lastDay === null) return [];
    const ends = openAppointments(person, known.today).map((one): Change => {
      return { do: 'change-appointment', appointmentId: one.id, set: { to: lastDay } };
    });
    const isMarked = person.leftWithoutDay;
    const unmark: Change = { do: 'change-person', personId, set: { leftWithoutDay: false } };
    return isMarked ? [...ends, unmark] : ends;
  });
}

function countsOf(rows: RowPlan[], leavers: ProposedLeaver[]): Plan['counts'] {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0, 'left-out': 0, leaving: 0 };
  for (const row of rows) counts[row.outcome]++;
  counts.leaving = leavers.filter(({ lastDay }) => lastDay !== null).length;
  counts.wrong += leavers.filter(({ problem }) => problem !== null).length;
  return counts;
}

function notRead(context: Context): string[] {
  return context.mapping.columns.flatMap((what, column) =>
    what === 'ignore' || what === '' ? [headingOf(context, column)] : [],
  );
}
