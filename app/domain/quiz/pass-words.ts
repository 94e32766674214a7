import type { Day } from '../days.ts';
import type { PersonFacts, Policy } from '../types.ts';
import { whyNotCompletable } from './completable.ts';
import { completesNothingInWords, countsInWords } from './result-words.ts';
import { lastingOf } from './valid-to.ts';

type Pass = {
  passedOn: Day;
  /** What it made, where it completed something. */
  completed: { requirementId: number; completionId: number } | null;
  /** What the quiz names as completed by a pass; null: nothing. */
  requirementId: number | null;
};

/**
 * What a pass counts for, and until when, as seen on `on`; or why it completes nothing though the quiz
 * names a requirement. Null where there is nothing to say.
 */
export function passInWords(
  policy: Policy,
  person: PersonFacts,
  { passedOn, completed, requirementId }: Pass,
  on: Day,
): string | null {
  const named = completed?.requirementId ?? requirementId;
  const requirement = policy.requirements.find(({ id }) => id === named);
  if (requirement === undefined) return null;
  if (completed !== null) {
    return countsInWords(requirement.name, lastingOf(policy, person, completed, on));
  }
  const why = whyNotCompletable(requirement, passedOn);
  return why && completesNothingInWords(requirement.name, why);
}
