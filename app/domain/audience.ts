import { type Day, daysBetween, isWithin } from './days.ts';
import type { Appointment, Audience, PersonFacts, Policy } from './types.ts';

/** Is this appointment one of those that the audience names, by category or by kind? */
export function fits(audience: Audience, appointment: Appointment): boolean {
  return (
    audience.categories.includes(appointment.category) || audience.kinds.includes(appointment.kind)
  );
}

/** Does the person hold an appointment of this audience on the day? */
export function isInAudience(person: PersonFacts, audience: Audience, on: Day): boolean {
  return person.appointments.some(
    (held) => isWithin(on, held.from, held.to) && fits(audience, held),
  );
}

/** Is the person in post on the day, whatever the appointment? */
export function isPresentOn(person: PersonFacts, on: Day): boolean {
  return person.appointments.some((held) => isWithin(on, held.from, held.to));
}

/** The kinds of appointment that the person holds on the day, each once. */
export function kindsHeldOn(person: PersonFacts, on: Day): string[] {
  const held = person.appointments.filter(({ from, to }) => isWithin(on, from, to));
  return [...new Set(held.map(({ kind }) => kind))];
}

/**
 * Joined: the first day of the unbroken run in the audience, across appointments, gaps of up to
 * `gapDays` bridged. Null when the person is not in the audience on the day.
 */
export function joinedOn(
  policy: Policy,
  person: PersonFacts,
  audience: Audience,
  on: Day,
): Day | null {
  if (!isInAudience(person, audience, on)) return null;
  return runFrom(policy.gapDays, person, audience, on, on);
}

/**
 * The first day of the run in the audience that covers `on`, or in a bridged gap of which `on`
 * lies; null where there is none. Appointments that begin after `upTo` are not looked at.
 */
export function runFrom(
  gapDays: number,
  person: PersonFacts,
  audience: Audience,
  on: Day,
  upTo: Day,
): Day | null {
  const held = person.appointments.filter((one) => one.from <= upTo && fits(audience, one));
  return runCovering(held, gapDays, on)?.from ?? null;
}

/**
 * The first day of the person's run of appointments of any kind that covers `on`, gaps of up to
 * `gapDays` bridged; null when not in post.
 */
export function startedOn(person: PersonFacts, on: Day, gapDays = 0): Day | null {
  if (!isPresentOn(person, on)) return null;
  const held = person.appointments.filter((one) => one.from <= on);
  return runCovering(held, gapDays, on)?.from ?? null;
}

/**
 * The last known day of the run of appointments of any kind that covers `on`, gaps of up to
 * `gapDays` bridged; null when its end is open or the person is not in post.
 */
export function lastDayOf(person: PersonFacts, on: Day, gapDays = 0): Day | null {
  return runCovering(person.appointments, gapDays, on)?.to ?? null;
}

type Run = { from: Day; to: Day | null };

function runCovering(held: Appointment[], gapDays: number, on: Day): Run | null {
  if (held.length < 2) {
    const only = held[0];
    return only !== undefined && isWithin(on, only.from, only.to) ? only : null;
  }
  return runsOf(held, gapDays).find((run) => isWithin(on, run.from, run.to)) ?? null;
}

function runsOf(held: Appointment[], gapDays: number): Run[] {
  const inOrder = [...held].sort((a, b) => (a.from < b.from ? -1 : 1));
  const runs: Run[] = [];
  for (const { from, to } of inOrder) {
    const run = runs.at(-1);
    if (run === undefined || isGapTooLong(run, from, gapDays)) runs.push({ from, to });
    else if (run.to !== null && (to === null || to > run.to)) run.to = to;
  }
  return runs;
}

/** The gap is the days without appointment: none when one begins the day after another ends. */
function isGapTooLong(run: Run, nextFrom: Day, gapDays: number): boolean {
  return run.to !== null && daysBetween(run.to, nextFrom) - 1 > gapDays;
}
