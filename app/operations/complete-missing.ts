import type { NewCompletion } from '#app/data/completions.ts';
import type { Transaction } from '#app/data/database.ts';
import { addSessionCompletions } from '#app/data/registers.ts';
import { inWords } from '#app/domain/days.ts';
import type { Requirement } from '#app/domain/types.ts';
import type { Act, Audit } from './act.ts';

/** What somebody who missed a session has made up for, and by which decision. */
export type MadeUp = {
  sessionId: number;
  mopUpId: number;
  personId: number;
  requirements: readonly Requirement[];
  facts: Pick<
    NewCompletion,
    'completedOn' | 'evidence' | 'provider' | 'reference' | 'note' | 'needsCheck'
  >;
};

/** Records these completions as written by a decision on whoever missed the session. Answers their ids. */
export function completeMissing(
  { now, today, actor }: Act,
  transaction: Transaction,
  audit: Audit,
  { sessionId, mopUpId, personId, requirements, facts }: MadeUp,
): number[] {
  if (requirements.length === 0) return [];
  const by = { recordedOn: today, recordedAt: now, recordedBy: actor.accountId };
  const written = addSessionCompletions(
    transaction,
    { sessionId, sittingId: null, mopUpId },
    requirements.map(({ id }) => ({ personId, requirementId: id, ...facts, ...by })),
  );
  return written.map(({ completionId, requirementId }) => {
    const name = requirements.find(({ id }) => id === requirementId)?.name ?? '';
    audit({
      action: 'completion.recorded',
      personId,
      about: `${name}, ${inWords(facts.completedOn)}`,
      after: { completion: completionId, ...facts },
    });
    return completionId;
  });
}
