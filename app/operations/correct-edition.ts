import { addEditionNote, addEdition as writeEdition } from '#app/data/publication-changes.ts';
import type { FileChange } from '#app/domain/publications/edition-draft.ts';
import {
  correctedEdition,
  problemsOfReadingAgain,
  type ReadAgain,
} from '#app/domain/publications/edition-rules.ts';
import { type Act, carryOut, Refusal } from './act.ts';
import {
  fileOfForm,
  requireEditionOf,
  requireFreeTitle,
  requireNoProblem,
} from './require-edition.ts';

/** Notes what was put right in an edition that nobody has to read again for it. Throws Refusal. */
export function noteCorrection(
  act: Act,
  { editionId, words }: { editionId: number; words: string },
): Promise<{ editionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const { edition } = requireEditionOf(transaction, act, editionId);
    if (edition.state === 'draft') {
      throw new Refusal('conflict', 'A draft is changed itself: nobody has seen it yet');
    }
    addEditionNote(transaction, {
      editionId,
      words,
      notedOn: act.today,
      notedAt: act.now,
      notedBy: act.actor.accountId,
    });
    audit({ action: 'edition.noted', about: edition.title, after: { words } });
    return { editionId };
  });
}

/**
 * Has the edition in force read again as it stands corrected: the corrected one is an edition of its
 * own, confirmed at once, with a due-by day. Answers the id of that one. Throws Refusal.
 */
export function haveReadAgain(
  act: Act,
  {
    editionId,
    correction,
    ...files
  }: { editionId: number; correction: ReadAgain & { link: string | null } } & FileChange,
): Promise<{ editionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const { edition, publication } = requireEditionOf(transaction, act, editionId);
    requireNoProblem(problemsOfReadingAgain(publication, edition, correction, act.today));
    const corrected = correctedEdition(publication, edition, correction, act.today);
    requireFreeTitle(publication, corrected.title, null);
    const { key, title, inForceFrom, state, confirmedOn, dueBy, whatChanged } = corrected;
    const { parts, reads, checkTopics, correctsId } = corrected;
    const fields = { title, inForceFrom, state, confirmedOn, dueBy, whatChanged };
    const { link } = correction;
    const file = fileOfForm(transaction, act, files);
    const addedId = writeEdition(transaction, publication.id, {
      key,
      ...fields,
      link,
      parts,
      reads,
      checkTopics,
      correctsId,
      ...file,
    });
    audit({
      action: 'edition.corrected',
      about: edition.title,
      after: { id: addedId, ...fields, link, ...file },
    });
    return { editionId: addedId };
  });
}
