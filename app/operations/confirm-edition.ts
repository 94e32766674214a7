import { changeEditionFields } from '#app/data/publication-changes.ts';
import type { Day } from '#app/domain/days.ts';
import { problemsOfConfirming } from '#app/domain/publications/edition-rules.ts';
import { type Act, carryOut } from './act.ts';
import { requireEditionOf, requireNoProblem } from './require-edition.ts';

/**
 * Confirms an edition: from its first day in force, or from today where that is past, it is the one to
 * read, and those already here have until the due-by day. Throws Refusal.
 */
export function confirmEdition(
  act: Act,
  { editionId, dueBy }: { editionId: number; dueBy: Day },
): Promise<{ editionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const { edition, publication } = requireEditionOf(transaction, act, editionId);
    requireNoProblem(problemsOfConfirming(publication, edition, dueBy, act.today));
    const confirmation = { state: 'confirmed', confirmedOn: act.today, dueBy } as const;
    changeEditionFields(transaction, editionId, confirmation);
    audit({
      action: 'edition.confirmed',
      about: edition.title,
      before: { state: edition.state },
      after: { ...confirmation, inForceFrom: edition.inForceFrom },
    });
    return { editionId };
  });
}
