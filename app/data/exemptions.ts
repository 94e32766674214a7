import { asc, eq } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { exemptions, requirements } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

type Decision = { startsOn: Day; endsOn: Day; reason: string };

/** One person's exemptions with their ids, in order of their first day. */
export function listExemptions(reader: Reader, personId: number) {
  return reader
    .select({
      id: exemptions.id,
      requirementId: exemptions.requirementId,
      requirementName: requirements.name,
      from: exemptions.startsOn,
      to: exemptions.endsOn,
      reason: exemptions.reason,
    })
    .from(exemptions)
    .innerJoin(requirements, eq(requirements.id, exemptions.requirementId))
    .where(eq(exemptions.personId, personId))
    .orderBy(asc(exemptions.startsOn), asc(exemptions.id))
    .all();
}

export function insertExemption(
  transaction: Transaction,
  exemption: Decision & { personId: number; requirementId: number },
): number {
  return transaction.insert(exemptions).values(exemption).returning({ id: exemptions.id }).get().id;
}

export function updateExemption(
  transaction: Transaction,
  exemptionId: number,
  decision: Decision,
): void {
  transaction.update(exemptions).set(decision).where(eq(exemptions.id, exemptionId)).run();
}

export function deleteExemption(transaction: Transaction, exemptionId: number): void {
  transaction.delete(exemptions).where(eq(exemptions.id, exemptionId)).run();
}
