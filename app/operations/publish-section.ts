import { insertDraft, publishDraft } from '#app/data/offer-changes.ts';
import type { Day } from '#app/domain/days.ts';
import { beginningOf, wordsOf } from '#app/domain/offer/editing.ts';
import { type Act, carryOut, Refusal } from './act.ts';
import { requireDraft, requireSection, savedBy } from './require-section.ts';
import type { LookedAtDraft } from './write-section.ts';

/** Makes a draft what everybody reads; what was read before is kept as it was. Throws Refusal. */
export function publishSection(
  act: Act,
  { sectionId, began }: LookedAtDraft,
): Promise<{ sectionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const section = requireSection(transaction, act, sectionId);
    if (section.retiredFrom !== null) {
      throw new Refusal('conflict', 'This section is retired. Bring it back before you publish it');
    }
    const draft = requireDraft(section, began);
    publishDraft(transaction, draft, savedBy(act));
    audit({
      action: 'section.published',
      about: draft.title,
      before: section.published ? wordsOf(section.published) : null,
      after: wordsOf(draft),
    });
    return { sectionId };
  });
}

export type CheckSectionAgain = LookedAtDraft & { checkedOn: Day; reviewBy: Day };

/**
 * Says that a section was held against its source again and is right as it stands: the same words are
 * published with new days. Throws Refusal where a draft stands beside it, which has days of its own.
 */
export function checkSectionAgain(
  act: Act,
  { sectionId, began, checkedOn, reviewBy }: CheckSectionAgain,
): Promise<{ sectionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const section = requireSection(transaction, act, sectionId);
    const { published, draft } = section;
    if (!published) throw new Refusal('conflict', 'Nothing of this section is published yet');
    if (draft) {
      const message =
        'A draft of this section waits. Put the days into it and publish it, or throw it away first';
      throw new Refusal('conflict', message);
    }
    if (beginningOf(section) !== began) {
      const message =
        'Somebody has published other words since you opened this page. Read it again';
      throw new Refusal('conflict', message);
    }
    const words = { ...wordsOf(published), checkedOn, reviewBy };
    const id = insertDraft(transaction, sectionId, words, savedBy(act));
    publishDraft(transaction, { id, sectionId, ...words }, savedBy(act));
    audit({
      action: 'section.checked-again',
      about: published.title,
      before: { checkedOn: published.checkedOn, reviewBy: published.reviewBy },
      after: { checkedOn, reviewBy },
    });
    return { sectionId };
  });
}
