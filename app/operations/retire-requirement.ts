import { policyOf } from '#app/data/policy.ts';
import { setRetiredFrom } from '#app/data/requirements.ts';
import type { Day } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

export type RetireRequirement = {
  requirementId: number;
  /** First day on which it is no longer asked; null: it is asked again, as if never retired. */
  retiredFrom: Day | null;
};

/**
 * Retires a requirement from a day, or asks it again. It is never deleted, and what was completed
 * under it stays. Throws Refusal.
 */
export function retireRequirement(
  act: Act,
  { requirementId, retiredFrom }: RetireRequirement,
): Promise<{ requirementId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { requirements } = policyOf(transaction, schoolId);
    const requirement = requirements.find(({ id }) => id === requirementId);
    if (!requirement) throw new Refusal('not-found', 'There is no such requirement');
    if (retiredFrom !== null && retiredFrom < requirement.versions[0]!.startsOn) {
      const message = 'The day must be on or after the day on which the requirement began';
      throw new Refusal('wrong', message, 'retiredFrom');
    }
    const isTaken = requirements.some(
      ({ id, name, retiredFrom: retired }) =>
        id !== requirementId &&
        retired === null &&
        name.toLowerCase() === requirement.name.toLowerCase(),
    );
    if (retiredFrom === null && isTaken) {
      throw new Refusal('conflict', 'Another requirement has this name now. Rename it first');
    }
    setRetiredFrom(transaction, requirementId, retiredFrom);
    audit({
      action: retiredFrom === null ? 'requirement.asked-again' : 'requirement.retired',
      about: requirement.name,
      before: { requirement: requirementId, retiredFrom: requirement.retiredFrom },
      after: { requirement: requirementId, retiredFrom },
    });
    return { requirementId };
  });
}
