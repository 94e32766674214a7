import { addCompletion } from '#app/data/completions.ts';
import type { Database, Transaction } from '#app/data/database.ts';
import { copyCompletionFiles } from '#app/data/evidence.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { listOtherRecords } from '#app/data/other-records.ts';
import { policyOf } from '#app/data/policy.ts';
import { type Carriable, carriableOf } from '#app/domain/carry-over.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { isOwnRecord } from './record-completions.ts';
import { filesTold } from './require-files.ts';
import { requirePerson } from './require-person.ts';

export type CarryOver = { personId: number; completionId: number; requirementId: number };

/**
 * Records here what the same account's record at another school shows, while it is still valid, with
 * the certificate behind it and what was read off that there. It counts at once where somebody else does it; one's own waits for a check. Throws Refusal.
 */
export function carryOverCompletion(
  act: Act,
  command: CarryOver,
): Promise<{ completionId: number }> {
  const schoolId = requireSchool(act);
  const { personId } = command;
  return carryOut(act, (transaction, audit) => {
    requirePerson(transaction, schoolId, personId);
    const carried = requireCarriable(act, schoolId, command);
    const { completion, requirement, schoolName } = carried;
    const facts = factsOf(transaction, carried);
    const completionId = addCompletion(transaction, {
      ...facts,
      personId,
      requirementId: requirement.id,
      needsCheck: isOwnRecord(transaction, act, personId),
      recordedAt: act.now,
      recordedOn: act.today,
      recordedBy: act.actor.accountId,
    });
    const files = copyCompletionFiles(transaction, { from: completion.id, to: completionId });
    audit({
      action: 'completion.carried-over',
      personId,
      about: `${requirement.name}, ${inWords(completion.completedOn)}, from ${schoolName}`,
      after: { completion: completionId, ...facts, ...filesTold(files) },
    });
    return { completionId };
  });
}

/** `otherId`: their record there. */
export type Offered = Carriable & { schoolName: string; otherId: number };

/** What could be carried over to this person's record here, the latest first. */
export function listCarriable(
  database: Database,
  { schoolId, personId, today }: { schoolId: number; personId: number; today: Day },
): Offered[] {
  const others = listOtherRecords(database, personId);
  const person = others.length > 0 ? findPersonFacts(database, schoolId, personId) : null;
  if (person === null) return [];
  const here = { person, policy: policyOf(database, schoolId) };
  return others
    .flatMap(({ schoolName, ...there }) =>
      carriableOf(here, there, today).map((one) => ({
        ...one,
        schoolName,
        otherId: there.person.id,
      })),
    )
    .sort((a, b) => (a.completion.completedOn > b.completion.completedOn ? -1 : 1));
}

function requireCarriable(
  { database, today }: Act,
  schoolId: number,
  { personId, completionId, requirementId }: CarryOver,
): Offered {
  const offered = listCarriable(database, { schoolId, personId, today }).find(
    ({ completion, requirement }) =>
      completion.id === completionId && requirement.id === requirementId,
  );
  if (!offered) throw new Refusal('conflict', 'This can no longer be carried over');
  return offered;
}

function factsOf(transaction: Transaction, { completion, schoolName, otherId }: Offered) {
  const { id, completedOn, printedExpiryOn, evidence } = completion;
  const entry = historyOf(transaction, otherId).find((one) => one.id === id);
  return {
    completedOn,
    printedExpiryOn,
    evidence,
    provider: entry?.provider ?? null,
    level: entry?.level ?? null,
    reference: entry?.reference ?? null,
    trainingDays: entry?.trainingDays ?? null,
    note: `Carried over from ${schoolName}`,
    earnedElsewhere: true,
  };
}
