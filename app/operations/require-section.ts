import type { Transaction } from '#app/data/database.ts';
import type { SectionRevision } from '#app/data/offer.ts';
import { type EditedSection, findEditedSection } from '#app/data/offer-editing.ts';
import { beginningOf } from '#app/domain/offer/editing.ts';
import { type Act, Refusal, requireSchool } from './act.ts';

/** A section of this school's offer. Throws Refusal where it is not theirs. */
export function requireSection(
  transaction: Transaction,
  act: Act,
  sectionId: number,
): EditedSection {
  const section = findEditedSection(transaction, requireSchool(act), sectionId);
  if (!section) throw new Refusal('not-found', 'There is no such section');
  return section;
}

/** The draft that was looked at. Throws Refusal where it is gone, or says something else by now. */
export function requireDraft(section: EditedSection, began: string): SectionRevision {
  if (!section.draft) {
    throw new Refusal('conflict', 'There is no draft any more: it was published or thrown away');
  }
  if (beginningOf(section) !== began) {
    const message = 'Somebody has changed the draft since you opened this page. Look at it again';
    throw new Refusal('conflict', message);
  }
  return section.draft;
}

/** Who saves, and when. */
export function savedBy({ now, actor }: Act): { at: string; by: number | null } {
  return { at: now, by: actor.accountId };
}
