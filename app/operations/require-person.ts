import type { Reader } from '#app/data/database.ts';
import { findPerson, listAppointments, type PersonRecord } from '#app/data/people.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { Refusal } from './act.ts';

/** A person of this school. Throws Refusal: another school's people are not found. */
export function requirePerson(reader: Reader, schoolId: number, personId: number): PersonRecord {
  const person = findPerson(reader, schoolId, personId);
  if (!person) throw new Refusal('not-found', 'There is no such person');
  return person;
}

export type HeldAppointment = ReturnType<typeof listAppointments>[number];

/** An appointment of this very person. Throws Refusal. */
export function requireAppointment(
  reader: Reader,
  personId: number,
  appointmentId: number,
): HeldAppointment {
  const held = listAppointments(reader, personId).find(({ id }) => id === appointmentId);
  if (!held) throw new Refusal('not-found', 'There is no such appointment');
  return held;
}

/** Days from and to, both included; null: open. */
export type Span = { from: Day; to: Day | null };

/** Throws Refusal where the last day comes before the first. */
export function requireOrder({ from, to }: Span): void {
  if (to !== null && to < from) {
    throw new Refusal('wrong', 'The last day must be on or after the first day', 'to');
  }
}

/** Have the two a day in common? */
export function overlaps(one: Span, other: Span): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

/** "from 1 September 2026 to 31 August 2027", "from 1 September 2026". */
export function spanInWords({ from, to }: Span): string {
  return `from ${inWords(from)}${to === null ? '' : ` to ${inWords(to)}`}`;
}
