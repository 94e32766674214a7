import { appendAudit } from '#app/data/audit.ts';
import { transact } from '#app/data/database.ts';
import { insertPolicy } from '#app/data/policy-file.ts';
import { findSchoolByKey } from '#app/data/schools.ts';
import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import { type Act, Refusal } from './act.ts';

/**
 * Adds a school to a trust with everything that its policy file states. Throws Refusal where a school
 * has the key already.
 */
export function loadPolicy(
  act: Act,
  { trustId, policy }: { trustId: number; policy: PolicyFile },
): Promise<{ schoolId: number }> {
  return transact(act.database, (transaction) => {
    const { key, name } = policy.school;
    if (findSchoolByKey(transaction, key)) {
      throw new Refusal('conflict', `There is a school ${key} already`);
    }
    const schoolId = insertPolicy(transaction, trustId, policy, act.now);
    appendAudit(transaction, {
      action: 'school.added',
      schoolId,
      at: act.now,
      actor: act.actor,
      about: name,
      after: policy,
    });
    return { schoolId };
  });
}
