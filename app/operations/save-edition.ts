import { changeEditionFields, addEdition as writeEdition } from '#app/data/publication-changes.ts';
import { beginningOf } from '#app/domain/editions.ts';
import { freeKey } from '#app/domain/keys.ts';
import type {
  ConfirmedChange,
  EditionDraft,
  FileChange,
} from '#app/domain/publications/edition-draft.ts';
import {
  canChangeFreely,
  hasRollOut,
  problemsOfDueBy,
} from '#app/domain/publications/edition-rules.ts';
import { type Act, carryOut, Refusal } from './act.ts';
import {
  fileOfForm,
  requireEditionOf,
  requireFreeTitle,
  requireNoProblem,
  requirePublication,
} from './require-edition.ts';

/** Adds an edition of a publication: a draft, or announced. Throws Refusal. */
export function addEdition(
  act: Act,
  { publicationId, draft, ...files }: { publicationId: number; draft: EditionDraft } & FileChange,
): Promise<{ editionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const publication = requirePublication(transaction, act, publicationId);
    requireFreeTitle(publication, draft.title, null);
    const taken = new Set(publication.editions.map(({ key }) => key));
    const key = freeKey(draft.title, taken, { otherwise: 'edition' });
    const file = fileOfForm(transaction, act, files);
    const editionId = writeEdition(transaction, publicationId, { key, ...draft, ...file });
    audit({
      action: 'edition.added',
      about: draft.title,
      after: { id: editionId, publication: publication.title, ...draft, ...file },
    });
    return { editionId };
  });
}

/** Changes an edition that is not confirmed yet. Throws Refusal. */
export function changeEdition(
  act: Act,
  { editionId, draft, ...files }: { editionId: number; draft: EditionDraft } & FileChange,
): Promise<{ editionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const { edition, publication } = requireEditionOf(transaction, act, editionId);
    if (!canChangeFreely(edition)) {
      const message = `${edition.title} has been confirmed meanwhile: people read it as it is`;
      throw new Refusal('conflict', message);
    }
    requireFreeTitle(publication, draft.title, editionId);
    const file = fileOfForm(transaction, act, files);
    changeEditionFields(transaction, editionId, { ...draft, ...file });
    const before = Object.fromEntries(
      Object.keys(draft).map((name) => [name, edition[name as keyof EditionDraft]]),
    );
    audit({ action: 'edition.changed', about: draft.title, before, after: { ...draft, ...file } });
    return { editionId };
  });
}

/**
 * Changes what can still be changed of a confirmed edition: where it is read, what changed in it, its
 * check, and the due-by day of its roll-out while that is of any moment. Throws Refusal.
 */
export function changeConfirmedEdition(
  act: Act,
  { editionId, change, ...files }: { editionId: number; change: ConfirmedChange } & FileChange,
): Promise<{ editionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const { edition, publication } = requireEditionOf(transaction, act, editionId);
    const begins = beginningOf(edition);
    if (begins === null) throw new Refusal('conflict', `${edition.title} is not confirmed`);
    const { dueBy: asked, ...words } = change;
    const isMoved = asked !== null && asked !== edition.dueBy;
    if (isMoved && !hasRollOut(publication, edition, act.today)) {
      throw new Refusal('wrong', 'Its roll-out is over: the due-by day stays', 'dueBy');
    }
    if (isMoved) requireNoProblem(problemsOfDueBy(asked, begins, act.today));
    const file = fileOfForm(transaction, act, files);
    const fields = { ...words, dueBy: isMoved ? asked : edition.dueBy, ...file };
    changeEditionFields(transaction, editionId, fields);
    const { link, whatChanged, checkTopics, dueBy } = edition;
    audit({
      action: 'edition.changed',
      about: edition.title,
      before: { link, whatChanged, checkTopics, dueBy },
      after: fields,
    });
    return { editionId };
  });
}

/** Lets people know that a draft is coming. Nothing is asked of them before it is confirmed. Throws Refusal. */
export function announceEdition(
  act: Act,
  { editionId }: { editionId: number },
): Promise<{ editionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const { edition } = requireEditionOf(transaction, act, editionId);
    if (edition.state !== 'draft') {
      throw new Refusal('conflict', `${edition.title} is announced already`);
    }
    changeEditionFields(transaction, editionId, { state: 'announced' });
    audit({
      action: 'edition.announced',
      about: edition.title,
      after: { inForceFrom: edition.inForceFrom },
    });
    return { editionId };
  });
}
