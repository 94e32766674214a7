import { addCompletion, findEditionId } from '#app/data/completions.ts';
import type { Transaction } from '#app/data/database.ts';
import { addCompletionFiles } from '#app/data/evidence.ts';
import { findPeople, listPersonIdsOf, type PersonRecord } from '#app/data/people.ts';
import { policyOf } from '#app/data/policy.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import type { EvidenceKind, Policy, Requirement } from '#app/domain/types.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { filesTold, requireFiles } from './require-files.ts';

/** The same training, done by these people on one day. */
export type RecordCompletions = {
  personIds: number[];
  requirementId: number;
  completedOn: Day;
  printedExpiryOn: Day | null;
  /** The key of the edition that was read, for what is declared by edition. */
  edition: string | null;
  evidence: EvidenceKind;
  provider: string | null;
  level?: string | null;
  reference: string | null;
  /** How many days it took. */
  trainingDays?: number | null;
  note: string | null;
  earnedElsewhere: boolean;
  /** Of files that wait for this form; only where it is about one person. */
  tokens?: readonly string[];
};

/**
 * Records that people met a requirement, all of them or none. It counts at once, being entered by
 * somebody who may check; what concerns the actor's own record waits for somebody else's check.
 * Throws Refusal.
 */
export function recordCompletions(
  act: Act,
  command: RecordCompletions,
): Promise<{ completionIds: number[] }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const policy = policyOf(transaction, schoolId);
    const requirement = requireRequirement(policy, command.requirementId);
    requireSensible(act, requirement, command);
    const editionId = requireEdition(transaction, schoolId, requirement, command);
    const people = requirePeople(transaction, schoolId, command.personIds);
    const { personIds: _, edition, tokens = [], ...facts } = command;
    const files = requireFiles(transaction, act, tokens);
    const completionIds = people.map((person) => {
      const needsCheck = isOwnRecord(transaction, act, person.id);
      const id = addCompletion(transaction, {
        ...facts,
        personId: person.id,
        editionId,
        needsCheck,
        recordedAt: act.now,
        recordedOn: act.today,
        recordedBy: act.actor.accountId,
      });
      addCompletionFiles(transaction, id, files);
      audit({
        action: 'completion.recorded',
        personId: person.id,
        about: `${requirement.name}, ${inWords(command.completedOn)}`,
        after: {
          completion: id,
          edition,
          ...facts,
          ...filesTold(files),
          needsCheck,
        },
      });
      return id;
    });
    return { completionIds };
  });
}

/** A requirement of this policy. Throws Refusal. */
export function requireRequirement(policy: Policy, requirementId: number): Requirement {
  const requirement = policy.requirements.find(({ id }) => id === requirementId);
  if (!requirement) throw new Refusal('wrong', 'Choose a requirement', 'requirement');
  return requirement;
}

function requireSensible(act: Act, requirement: Requirement, command: RecordCompletions): void {
  const { completedOn, printedExpiryOn } = command;
  if (completedOn > act.today) {
    const message = 'The day it was completed must be today or in the past';
    throw new Refusal('wrong', message, 'completedOn');
  }
  if (printedExpiryOn !== null && printedExpiryOn < completedOn) {
    const message = 'The printed expiry must be on or after the day it was completed';
    throw new Refusal('wrong', message, 'printedExpiryOn');
  }
  if (command.earnedElsewhere && requirement.siteSpecific) {
    const message = `${requirement.name} counts only when it is done at this school`;
    throw new Refusal('wrong', message, 'earnedElsewhere');
  }
}

/** What is declared by edition names one; nothing else does. */
function requireEdition(
  transaction: Transaction,
  schoolId: number,
  requirement: Requirement,
  { edition }: RecordCompletions,
): number | null {
  const publication = publicationOf(requirement);
  if (publication === null) return null;
  const id = edition ? findEditionId(transaction, schoolId, publication, edition) : null;
  if (id === null) throw new Refusal('wrong', 'Choose the edition that was read', 'edition');
  return id;
}

/** The key of the publication whose editions this requirement is about, or null. */
export function publicationOf(requirement: Requirement): string | null {
  for (const line of requirement.versions.at(-1)?.lines ?? []) {
    if (line.cycle.kind === 'edition') return line.cycle.publication;
  }
  return null;
}

function requirePeople(transaction: Transaction, schoolId: number, ids: number[]): PersonRecord[] {
  const wanted = new Set(ids);
  if (wanted.size === 0) throw new Refusal('wrong', 'Choose at least one person', 'people');
  const found = findPeople(transaction, schoolId, [...wanted]);
  if (found.length !== wanted.size) throw new Refusal('not-found', 'There is no such person');
  return found;
}

/** Is this one of the records that the actor's own account opens? */
export function isOwnRecord(transaction: Transaction, act: Act, personId: number): boolean {
  if (act.actor.accountId === null) return false;
  return listPersonIdsOf(transaction, act.actor.accountId).includes(personId);
}
