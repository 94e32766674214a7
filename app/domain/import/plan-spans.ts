import { type Day, inWords } from '#app/domain/days.ts';
import {
  type Context,
  formulaNotes,
  isLeftOutWord,
  problemWith,
  type Row,
  read,
} from './context.ts';
import { readDayField } from './row-days.ts';
import { identityOf, requirePerson } from './row-people.ts';
import { requireRequirement } from './row-requirement.ts';
import type { Change, ImportKind, PersonOnFile, Problem, RowPlan } from './types.ts';
import { fullName } from './words.ts';

type Settled = { what: string; change: Change | null };
type Settle = (context: Context, row: Row, person: PersonOnFile, problems: Problem[]) => Settled;

const SETTLE: Partial<Record<ImportKind, Settle>> = {
  absences: settleAbsence,
  exemptions: settleExemption,
  bookings: settleBooking,
};

/** Absences, exemptions and bookings: one row each. */
export function planSpans(context: Context, kind: ImportKind): RowPlan[] {
  const planned = new Set<string>();
  return context.rows.map((row) => planRow(context, kind, planned, row));
}

function planRow(context: Context, kind: ImportKind, planned: Set<string>, row: Row): RowPlan {
  const problems: Problem[] = [];
  const id = String(row.number);
  const who = identityOf(context, row);
  const notes = formulaNotes(context, row, context.columns.values());
  const name = fullName(who) || who.ref;
  const plan = {
    id,
    row: row.number,
    personId: null,
    kinds: [],
    who: name,
    what: '',
    notes,
    changes: [],
  };
  if (context.columns.has('requirement') && isLeftOutWord(context, row, 'requirement')) {
    return { ...plan, outcome: 'left-out', problems };
  }
  const person = requirePerson(context, id, row, problems);
  const settled = person && SETTLE[kind]?.(context, row, person, problems);
  if (!settled || problems.length > 0) return { ...plan, outcome: 'wrong', problems };
  const { what, change } = settled;
  const isRepeated = change !== null && planned.has(JSON.stringify(change));
  if (change === null || isRepeated) return { ...plan, what, outcome: 'same', problems };
  planned.add(JSON.stringify(change));
  const outcome = change.do.startsWith('add') ? 'new' : 'changed';
  return { ...plan, what, outcome, problems, changes: [change] };
}

function requireDay(context: Context, row: Row, field: string, todo: string, problems: Problem[]) {
  const found = readDayField(context, row, field, problems);
  if (found === null && read(context, row, field) === '') {
    problems.push(problemWith(context, row, field, todo));
  }
  return found;
}

function settleAbsence(
  context: Context,
  row: Row,
  person: PersonOnFile,
  problems: Problem[],
): Settled {
  const from = requireDay(context, row, 'from', 'Enter the first day away', problems);
  const to = readDayField(context, row, 'to', problems);
  if (from === null) return { what: '', change: null };
  if (to !== null && to < from) problems.push(problemWith(context, row, 'to', ENDS_EARLY));
  const what = `Away from ${inWords(from)} ${to ? `to ${inWords(to)}` : 'with no last day known'}`;
  const known = person.absences.find((absence) => absence.from === from);
  if (!known) return { what, change: { do: 'add-absence', whom: person.id, from, to } };
  if (to === null || known.to === to) return { what, change: null };
  return { what, change: { do: 'change-absence', absenceId: known.id, set: { to } } };
}

const ENDS_EARLY = 'The last day is before the first; correct it';

function settleExemption(
  context: Context,
  row: Row,
  person: PersonOnFile,
  problems: Problem[],
): Settled {
  const requirement = requireRequirement(context, row, problems);
  const from = requireDay(context, row, 'from', 'Enter the first day', problems);
  const to = requireDay(
    context,
    row,
    'to',
    'Enter the last day; every exemption has one',
    problems,
  );
  const reason = read(context, row, 'reason');
  if (reason === '') problems.push(problemWith(context, row, 'reason', 'Enter the reason'));
  if (!requirement || !from || !to) return { what: '', change: null };
  if (to < from) problems.push(problemWith(context, row, 'to', ENDS_EARLY));
  const what = `Exempt from ${requirement.name}, ${inWords(from)} to ${inWords(to)}`;
  const { key } = requirement;
  const known = person.exemptions.find((one) => one.requirement === key && one.from === from);
  if (!known) {
    const exemption = { whom: person.id, requirement: key, from, to, reason };
    return { what, change: { do: 'add-exemption', ...exemption } };
  }
  if (known.to === to && known.reason === reason) return { what, change: null };
  return { what, change: { do: 'change-exemption', exemptionId: known.id, set: { to, reason } } };
}

function settleBooking(
  context: Context,
  row: Row,
  person: PersonOnFile,
  problems: Problem[],
): Settled {
  const requirement = requireRequirement(context, row, problems);
  const on: Day | null = requireDay(context, row, 'on', 'Enter the day it is booked for', problems);
  if (!requirement || !on) return { what: '', change: null };
  const provider = read(context, row, 'provider') || null;
  const what = `${requirement.name} booked for ${inWords(on)}`;
  const { key } = requirement;
  const isKnown = person.bookings.some((one) => one.requirement === key && one.on === on);
  const booking = { whom: person.id, requirement: key, on, provider };
  return { what, change: isKnown ? null : { do: 'add-booking', ...booking } };
}
