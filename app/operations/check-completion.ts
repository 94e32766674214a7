import { addCheck, type CompletionRecord, findCompletion } from '#app/data/completions.ts';
import type { Transaction } from '#app/data/database.ts';
import { inWords } from '#app/domain/days.ts';
import {
  ASKED_WORDS,
  type AskedField,
  type CertificateFields,
  fieldOf,
  missingOf,
} from '#app/domain/evidence/asked.ts';
import type { ReturnReason } from '#app/domain/evidence/returns.ts';
import { returnedBecause } from '#app/domain/history.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { isOwnRecord } from './record-completions.ts';

/** `read`: what was not typed, and whoever looks has read off the evidence. */
type Acceptance = { outcome: 'accepted'; read: CertificateFields };
type Return = { outcome: 'returned'; returnedFor: ReturnReason; note: string | null };
export type CheckCompletion = { completionId: number } & (Acceptance | Return);

export type Checked = { completionId: number; outcome: 'accepted' | 'returned' };

/**
 * A second person's look at what stands behind a completion: the only way in which anything that waits
 * comes to count. Nobody checks their own, and nothing is accepted that lacks what its requirement
 * asks for. Throws Refusal.
 */
export function checkCompletion(act: Act, command: CheckCompletion): Promise<Checked> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { completionId, outcome } = command;
    const completion = requireWaiting(transaction, act, schoolId, completionId);
    const { said, told } = outcome === 'accepted' ? accept(completion, command) : giveBack(command);
    addCheck(transaction, {
      completionId,
      outcome,
      ...said,
      checkedAt: act.now,
      checkedOn: act.today,
      checkedBy: requireAccount(act),
    });
    audit({
      action: `completion.${outcome}`,
      personId: completion.personId,
      about: `${completion.requirementName}, ${inWords(completion.completedOn)}`,
      ...told,
    });
    return { completionId, outcome };
  });
}

/** What was typed stays as it was typed: only what was left empty is added. */
function accept(completion: CompletionRecord, { read }: Acceptance) {
  const said: CertificateFields = {
    provider: completion.provider === null ? read.provider : null,
    level: completion.level === null ? read.level : null,
    reference: completion.reference === null ? read.reference : null,
    trainingDays: completion.trainingDays === null ? read.trainingDays : null,
  };
  const [missing] = missingOf(completion, {
    provider: completion.provider ?? said.provider,
    level: completion.level ?? said.level,
    reference: completion.reference ?? said.reference,
    trainingDays: completion.trainingDays ?? said.trainingDays,
  });
  if (missing) throw lacking(missing, completion);
  const added = Object.entries(said).filter(([, value]) => value !== null);
  const after = { completion: completion.id, ...Object.fromEntries(added) };
  return { said, told: { after } };
}

function lacking(missing: AskedField, { requirementName }: CompletionRecord): Refusal {
  const message = `${requirementName} asks for ${ASKED_WORDS[missing]}: read it off, or return it`;
  return new Refusal('wrong', message, fieldOf(missing));
}

function giveBack({ completionId, returnedFor, note }: Return & { completionId: number }) {
  if (returnedFor === 'other' && note === null) {
    throw new Refusal('wrong', 'Say what is wrong with it, so that they know what to do', 'note');
  }
  const said = { returnedFor, reason: note };
  return { said, told: { after: { completion: completionId }, why: returnedBecause(said) } };
}

function requireWaiting(
  transaction: Transaction,
  act: Act,
  schoolId: number,
  completionId: number,
): CompletionRecord {
  const completion = findCompletion(transaction, schoolId, completionId);
  if (!completion) throw new Refusal('not-found', 'There is no such completion');
  if (isOwnRecord(transaction, act, completion.personId)) {
    throw new Refusal('not-allowed', 'Somebody else must check what concerns you');
  }
  if (completion.withdrawn || !completion.needsCheck || completion.outcome !== null) {
    throw new Refusal('conflict', decidedInWords(completion));
  }
  return completion;
}

function decidedInWords({ withdrawn, outcome, checkedBy }: CompletionRecord): string {
  if (withdrawn) return 'This was withdrawn meanwhile, and waits for nothing any more';
  if (outcome === null) return 'This waits for no check';
  return `${checkedBy ?? 'Somebody'} has ${outcome} this already: what you decided was not saved`;
}

function requireAccount(act: Act): number {
  if (act.actor.accountId === null) throw new Refusal('not-allowed', 'Sign in to check evidence');
  return act.actor.accountId;
}
