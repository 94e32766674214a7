import type { Day } from './days.ts';
import { sentenceOf } from './sentence.ts';
import type { Standing } from './standing.ts';
import type { Policy } from './types.ts';

/** The columns of the export of where everybody stands. */
export const STANDING_COLUMNS = [
  'school',
  'person_id',
  'name',
  'requirement',
  'status',
  'valid_to',
  'due_on',
  'overdue_since',
  'completed_on',
  'evidence',
  'reason',
] as const;

/**
 * One person's rows, one for each requirement that is in force on the day, not-required included.
 * Days in ISO; `valid_to` is empty where the cycle that reckons the completion has none; the last
 * column is the sentence.
 */
export function standingRows(
  school: string,
  policy: Policy,
  person: { ref: string; name: string },
  standings: Standing[],
): (string | null)[][] {
  return standings.filter(isInForce).map((standing) => {
    const { requirement, status, validTo, dueOn, overdueSince, completion } = standing;
    const days: (Day | null)[] = [validTo, dueOn, overdueSince];
    return [
      school,
      person.ref,
      person.name,
      requirement.name,
      status,
      ...days,
      completion?.completedOn ?? null,
      completion?.evidence ?? null,
      sentenceOf(policy, standing),
    ];
  });
}

function isInForce({ notRequiredBecause }: Standing): boolean {
  return notRequiredBecause !== 'not-begun' && notRequiredBecause !== 'retired';
}
