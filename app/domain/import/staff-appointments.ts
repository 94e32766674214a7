import { type Day, inWords } from '#app/domain/days.ts';
import { type Context, problemWith, type Row } from './context.ts';
import type { Entry } from './staff-people.ts';
import type { ReadAppointment } from './staff-row.ts';
import type { Change, KnownAppointment, PersonOnFile, Problem } from './types.ts';

type AppointmentPlan = { change: Change | null; keep?: () => void };

/**
 * An appointment that is there already stays as early as it began: a contract issued anew forgives
 * nothing. It ends where the list says so; an empty last day leaves what was entered.
 */
export function appointmentChange(
  context: Context,
  entry: Entry,
  row: Row,
  { kind, from, to }: ReadAppointment,
  problems: Problem[],
  notes: string[],
): AppointmentPlan {
  const held = findHeld(entry, kind, from, to);
  if (held) return changeHeld(held, from, to, notes);
  if (from === null) {
    problems.push(
      problemWith(context, row, 'from', 'Enter the day on which the appointment began'),
    );
    return { change: null };
  }
  const keep = () => entry.appointments.push({ kind, from, to, id: null });
  return { change: { do: 'add-appointment', whom: entry.whom, kind, from, to }, keep };
}

/** The appointment that a row means: the one that began that day, else one that is there already. */
function findHeld(entry: Entry, kind: string, from: Day | null, to: Day | null) {
  const ofKind = entry.appointments.filter((one) => one.kind === kind);
  const exact = ofKind.find((one) => one.from === from);
  if (exact) return exact;
  return ofKind.find((one) => one.id !== null && overlaps(one, from, to));
}

function overlaps(held: { from: Day; to: Day | null }, from: Day | null, to: Day | null): boolean {
  if (from === null) return held.to === null || held.to === to;
  return (to === null || held.from <= to) && (held.to === null || from <= held.to);
}

function changeHeld(
  held: Entry['appointments'][number],
  from: Day | null,
  to: Day | null,
  notes: string[],
): AppointmentPlan {
  const set: { from?: Day; to?: Day } = {};
  if (from !== null && from < held.from) set.from = from;
  if (to !== null && to !== held.to) set.to = to;
  if (from !== null && from > held.from)
    notes.push(`Has held it since ${inWords(held.from)}; that stays`);
  if (held.id === null || Object.keys(set).length === 0) return { change: null };
  if (set.to)
    notes.push(`Last day: ${held.to ? inWords(held.to) : 'none'}, now ${inWords(set.to)}`);
  if (set.from) notes.push(`First day: ${inWords(held.from)}, now ${inWords(set.from)}`);
  const keep = () => Object.assign(held, set);
  return { change: { do: 'change-appointment', appointmentId: held.id, set }, keep };
}

/** Open appointments of a person, for what is said of those who are not in the list. */
export function openAppointments(person: PersonOnFile, today: Day): KnownAppointment[] {
  return person.appointments.filter(({ to }) => to === null || to > today);
}
