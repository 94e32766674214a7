import type { Transaction } from '#app/data/database.ts';
import {
  deleteExemption,
  insertExemption,
  listExemptions,
  updateExemption,
} from '#app/data/exemptions.ts';
import type { PersonRecord } from '#app/data/people.ts';
import { policyOf } from '#app/data/policy.ts';
import type { Day } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { isOwnRecord, requireRequirement } from './record-completions.ts';
import { overlaps, requireOrder, requirePerson, spanInWords } from './require-person.ts';

type Decision = { from: Day; to: Day; reason: string };

export type Exempt = Decision & { personId: number; requirementId: number };

/**
 * Decides that a requirement does not apply to somebody up to and with a last day. Nobody decides
 * this for themselves. Throws Refusal.
 */
export function exempt(act: Act, command: Exempt): Promise<{ exemptionId: number }> {
  const schoolId = requireSchool(act);
  const { personId, requirementId, from, to, reason } = command;
  return carryOut(act, (transaction, audit) => {
    const person = requireOther(transaction, act, schoolId, personId);
    const requirement = requireRequirement(policyOf(transaction, schoolId), requirementId);
    requireFits(transaction, command);
    const decision = { startsOn: from, endsOn: to, reason };
    const exemptionId = insertExemption(transaction, { personId, requirementId, ...decision });
    audit({
      action: 'exemption.decided',
      personId,
      about: `${person.name}, ${requirement.name} ${spanInWords(command)}`,
      after: { exemption: exemptionId, requirement: requirement.key, from, to },
      why: reason,
    });
    return { exemptionId };
  });
}

export type ChangeExemption = Decision & { personId: number; exemptionId: number };

/** Changes the days or the reason of an exemption; an earlier last day ends it. Throws Refusal. */
export function changeExemption(act: Act, command: ChangeExemption): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  const { personId, exemptionId, from, to, reason } = command;
  return carryOut(act, (transaction, audit) => {
    const person = requireOther(transaction, act, schoolId, personId);
    const before = requireExemption(transaction, personId, exemptionId);
    requireFits(transaction, { ...command, requirementId: before.requirementId }, exemptionId);
    updateExemption(transaction, exemptionId, { startsOn: from, endsOn: to, reason });
    audit({
      action: 'exemption.changed',
      personId,
      about: `${person.name}, ${before.requirementName} ${spanInWords(command)}`,
      before: { exemption: exemptionId, from: before.from, to: before.to, reason: before.reason },
      after: { exemption: exemptionId, from, to, reason },
      why: reason,
    });
    return { personId };
  });
}

/** Takes away an exemption that was entered wrongly: it never was. Throws Refusal. */
export function removeExemption(
  act: Act,
  { personId, exemptionId }: { personId: number; exemptionId: number },
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const person = requireOther(transaction, act, schoolId, personId);
    const before = requireExemption(transaction, personId, exemptionId);
    deleteExemption(transaction, exemptionId);
    audit({
      action: 'exemption.removed',
      personId,
      about: `${person.name}, ${before.requirementName} ${spanInWords(before)}`,
      before: { exemption: exemptionId, from: before.from, to: before.to, reason: before.reason },
    });
    return { personId };
  });
}

function requireOther(
  transaction: Transaction,
  act: Act,
  schoolId: number,
  personId: number,
): PersonRecord {
  const person = requirePerson(transaction, schoolId, personId);
  if (isOwnRecord(transaction, act, personId)) {
    throw new Refusal('not-allowed', 'Somebody else must decide what you are exempt from');
  }
  return person;
}

function requireExemption(transaction: Transaction, personId: number, exemptionId: number) {
  const exemption = listExemptions(transaction, personId).find(({ id }) => id === exemptionId);
  if (!exemption) throw new Refusal('not-found', 'There is no such exemption');
  return exemption;
}

function requireFits(
  transaction: Transaction,
  { personId, requirementId, from, to }: Exempt,
  exceptId: number | null = null,
): void {
  requireOrder({ from, to });
  const other = listExemptions(transaction, personId).find(
    (one) =>
      one.requirementId === requirementId && one.id !== exceptId && overlaps(one, { from, to }),
  );
  if (!other) return;
  const message = `They are exempt ${spanInWords(other)} already: change that exemption`;
  throw new Refusal('wrong', message, 'from');
}
