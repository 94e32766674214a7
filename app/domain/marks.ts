import type { Day } from './days.ts';
import { type Case, couldCount, isMadeBy } from './line-standing.ts';
import type { Booking, Completion, Line } from './types.ts';

/** The latest that waits for a check and would count for this line. */
export function awaitingCheck(c: Case, line: Line, on: Day): Completion | null {
  let last: Completion | null = null;
  for (const completion of c.completions) {
    if (completion.check !== 'awaiting-check' || !isMadeBy(c, completion, on)) continue;
    if (!couldCount(c, line, completion, on)) continue;
    if (last === null || completion.completedOn >= last.completedOn) last = completion;
  }
  return last;
}

/** The nearest booked course, for this requirement or one by which it is met. */
export function bookedFrom(c: Case, on: Day): Booking | null {
  let nearest: Booking | null = null;
  for (const booking of c.person.bookings) {
    if (booking.on < on || (nearest !== null && booking.on >= nearest.on)) continue;
    const { id, metBy } = c.requirement;
    if (booking.requirementId === id || metBy.includes(booking.requirementId)) nearest = booking;
  }
  return nearest;
}
