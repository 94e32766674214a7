import { addDays, type Day } from './days.ts';
import type { PersonFacts, Requirement } from './types.ts';

/** Why a day is the due day. */
export type DueReason = 'ran-out' | 'joined' | 'roll-out' | 'return' | 'overdue-before';

/** The last day on which something is not yet overdue; it is overdue from the day after. */
export type Due = { on: Day; because: DueReason };

/** Days away or exempt, without a break; `to` is null where the end is not known. */
export type TimeOut = { from: Day; to: Day | null };

const NONE: TimeOut[] = [];

/**
 * When the person was away or exempt from this requirement, in order; what overlaps or follows on
 * the next day is one time.
 */
export function timesOut(person: PersonFacts, requirement: Requirement): TimeOut[] {
  const exempt = exemptionsOf(person, requirement);
  if (exempt.length === 0 && person.absences.length === 0) return NONE;
  return merged([...exempt, ...person.absences]);
}

/** The person's exemptions from this requirement. */
export function exemptionsOf(person: PersonFacts, requirement: Requirement) {
  if (person.exemptions.length === 0) return person.exemptions;
  return person.exemptions.filter(({ requirementId }) => requirementId === requirement.id);
}

/** The times in order, with what overlaps or touches made one. */
export function merged(times: readonly TimeOut[]): TimeOut[] {
  const inOrder = [...times].sort((a, b) => (a.from < b.from ? -1 : 1));
  const whole: TimeOut[] = [];
  for (const { from, to } of inOrder) {
    const last = whole.at(-1);
    if (last === undefined || (last.to !== null && addDays(last.to, 1) < from)) {
      whole.push({ from, to });
    } else if (last.to !== null && (to === null || to > last.to)) last.to = to;
  }
  return whole;
}

/**
 * What would become overdue during a time out is due `returnDays` after the day of return (the
 * day after its last day), and again so if that falls into a later time out. What was overdue
 * before the time out, or falls due after it, keeps its day.
 */
export function afterReturn(due: Due, times: TimeOut[], returnDays: number): Due {
  let moved = due;
  for (const { from, to } of times) {
    if (to === null || moved.on > to || moved.on < addDays(from, -1)) continue;
    moved = { on: addDays(to, 1 + returnDays), because: 'return' };
  }
  return moved;
}

/** The latest of the due days that apply, of which there is at least one; on a tie the later named. */
export function latest(dues: Due[]): Due {
  let last = dues[0]!;
  for (const due of dues) if (due.on >= last.on) last = due;
  return last;
}
