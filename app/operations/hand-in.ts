import { addCompletion } from '#app/data/completions.ts';
import type { Transaction } from '#app/data/database.ts';
import { addCompletionFiles, type EvidenceFile } from '#app/data/evidence.ts';
import { policyOf } from '#app/data/policy.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import type { CertificateFields } from '#app/domain/evidence/asked.ts';
import { dayFault, takesHandIns } from '#app/domain/evidence/hand-in.ts';
import type { Requirement } from '#app/domain/types.ts';
import { type Act, type Audit, carryOut, Refusal, requireSchool } from './act.ts';
import { isOwnRecord, requireRequirement } from './record-completions.ts';
import { filesTold, requireFiles } from './require-files.ts';
import { requirePerson } from './require-person.ts';

/** What somebody hands in of their own. */
export type HandIn = CertificateFields & {
  personId: number;
  requirementId: number;
  completedOn: Day;
  printedExpiryOn: Day | null;
  /** `self-reported`: there is no certificate, and the note says what was done. */
  evidence: 'certificate' | 'self-reported';
  note: string | null;
  /** Of the files that wait for this form. */
  tokens: readonly string[];
};

export type HandedIn = { completionId: number; needsCheck: boolean };

/**
 * Hands in what somebody did, with its files. It counts when it is checked, or at once where the school
 * chose so for the requirement. What the requirement asks for and is not typed does not stop it: the
 * check asks for it. Throws Refusal.
 */
export function handIn(act: Act, command: HandIn): Promise<HandedIn> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { personId, requirementId, tokens } = command;
    requirePerson(transaction, schoolId, personId);
    if (!isOwnRecord(transaction, act, personId)) {
      throw new Refusal('not-allowed', 'Everybody hands in their own');
    }
    const requirement = requireRequirement(policyOf(transaction, schoolId), requirementId);
    requireSensible(act, requirement, command);
    const files = requireFiles(transaction, act, tokens);
    return writeHandedIn(transaction, audit, act, { command, requirement, files });
  });
}

function requireSensible(act: Act, requirement: Requirement, command: HandIn): void {
  if (!takesHandIns(requirement, act.today)) {
    const message = `Nothing is handed in for ${requirement.name}`;
    throw new Refusal('wrong', message, 'requirement');
  }
  const fault = dayFault(command, act.today);
  if (fault) throw new Refusal('wrong', fault.message, fault.field);
  if (command.evidence === 'certificate' && command.tokens.length === 0) {
    throw new Refusal('wrong', 'Choose the certificate, or say that you have none', 'files');
  }
  if (command.evidence === 'self-reported' && command.note === null) {
    throw new Refusal('wrong', 'Say what you did, and where', 'note');
  }
}

type Written = { command: HandIn; requirement: Requirement; files: readonly EvidenceFile[] };

/** Writes it with its files and its audit entry, whoever has looked whether it may be. */
export function writeHandedIn(
  transaction: Transaction,
  audit: Audit,
  act: Act,
  { command, requirement, files }: Written,
): HandedIn {
  const { personId, tokens: _, ...facts } = command;
  const needsCheck = requirement.handedInCounts === 'when-checked';
  const completionId = addCompletion(transaction, {
    ...facts,
    personId,
    needsCheck,
    isHandedIn: true,
    recordedAt: act.now,
    recordedOn: act.today,
    recordedBy: act.actor.accountId,
  });
  addCompletionFiles(transaction, completionId, files);
  const { requirementId: __, ...told } = facts;
  audit({
    action: 'completion.handed-in',
    personId,
    about: `${requirement.name}, ${inWords(command.completedOn)}`,
    after: { completion: completionId, ...told, ...filesTold(files), needsCheck },
  });
  return { completionId, needsCheck };
}
