import type { Day } from '../days.ts';
import { whyNotCompletable } from '../quiz/completable.ts';
import type { Requirement } from '../types.ts';
import type { Attendance, RegisterMark } from './register.ts';

/** A requirement that a session credits; `minutesNeeded` null: how long is not said. */
export type Credited = Pick<Requirement, 'id' | 'minutesNeeded'>;

/**
 * What being there completes. There in part counts only where the requirement says how long is needed
 * and the minutes reach it: where nothing is said, a session is what it is as a whole.
 */
export function creditsOf(
  { attendance, minutes }: { attendance: Attendance | null; minutes: number | null },
  credited: readonly Credited[],
): number[] {
  if (attendance === 'there') return credited.map(({ id }) => id);
  if (attendance !== 'in-part' || minutes === null) return [];
  return credited
    .filter(({ minutesNeeded }) => minutesNeeded !== null && minutes >= minutesNeeded)
    .map(({ id }) => id);
}

/** What a session can credit on a day: nothing that is read by edition, nothing that is retired. */
export function isCreditable(requirement: Requirement, on: Day): boolean {
  return whyNotCompletable(requirement, on) === null;
}

/** A completion as a register makes it. */
export type CreditedCompletion = { personId: number; requirementId: number };

/** Every completion that a register with these marks stands for. */
export function completionsOf(
  marks: readonly RegisterMark[],
  credited: readonly Credited[],
): CreditedCompletion[] {
  return marks.flatMap((mark) =>
    creditsOf(mark, credited).map((requirementId) => ({ personId: mark.personId, requirementId })),
  );
}
