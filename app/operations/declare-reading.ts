import { findPersonFacts } from '#app/data/facts.ts';
import { findConfirmable } from '#app/data/own-reading.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireAsShown, requireEdition, writeDeclaration } from './declaring.ts';

export type DeclareReading = {
  personId: number;
  editionId: number;
  /** The hash of what the person was shown. */
  shown: string;
};

/**
 * Somebody declares that they have read their parts of an edition. The words are made anew here; where
 * they are not those that were shown, nothing is declared. Throws Refusal.
 */
export function declareReading(
  act: Act,
  { personId, editionId, shown }: DeclareReading,
): Promise<{ completionIds: number[] }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const at = requireEdition(transaction, schoolId, editionId);
    const person = findPersonFacts(act.database, schoolId, personId);
    if (!person) throw new Refusal('not-found', 'There is no such person');
    const confirmable = findConfirmable(transaction, at, person, act.today);
    requireAsShown(confirmable, at.edition, shown, 'declare');
    const declared = { personId, edition: at.edition, confirmable, on: act.today };
    return {
      completionIds: writeDeclaration(transaction, act, audit, { ...declared, isOnBehalf: false }),
    };
  });
}
