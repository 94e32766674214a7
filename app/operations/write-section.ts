import {
  deleteDraft,
  deleteSection,
  insertDraft,
  insertSection,
  updateDraft,
} from '#app/data/offer-changes.ts';
import { listEditedSections } from '#app/data/offer-editing.ts';
import { freeKey } from '#app/domain/keys.ts';
import { beginningOf, wordsOf } from '#app/domain/offer/editing.ts';
import type { SectionWords } from '#app/domain/offer/section.ts';
import { RESERVED_TOPICS, TOPICS, type Topic } from '#app/domain/offer/topics.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireDraft, requireSection, savedBy } from './require-section.ts';

export type AddSection = {
  /** One of the topics that every school has; null: one of its own. */
  topic: Topic | null;
  words: SectionWords;
};

/** Adds a section as a draft, which nobody reads yet. Throws Refusal. */
export function addSection(act: Act, { topic, words }: AddSection): Promise<{ sectionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const known = listEditedSections(transaction, schoolId).map((section) => section.topic);
    if (topic !== null && known.includes(topic)) {
      throw new Refusal('conflict', 'There is a section on this already', 'topic');
    }
    const taken = new Set([...known, ...TOPICS, ...RESERVED_TOPICS]);
    const key = topic ?? freeKey(words.title, taken, { otherwise: 'section' });
    const sectionId = insertSection(transaction, schoolId, key);
    insertDraft(transaction, sectionId, words, savedBy(act));
    audit({ action: 'section.added', about: words.title, after: words });
    return { sectionId };
  });
}

export type SaveDraft = {
  sectionId: number;
  /** Which words the writer began from: see `beginningOf`. */
  began: string;
  words: SectionWords;
};

/**
 * Keeps what was written as the section's draft. Throws Refusal, a conflict where somebody else has
 * saved or published other words since the writer began.
 */
export function saveDraft(
  act: Act,
  { sectionId, began, words }: SaveDraft,
): Promise<{ sectionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const section = requireSection(transaction, act, sectionId);
    if (beginningOf(section) !== began) throw new Refusal('conflict', SAVED_MEANWHILE);
    const { draft, published } = section;
    if (draft) updateDraft(transaction, draft.id, words, savedBy(act));
    else insertDraft(transaction, sectionId, words, savedBy(act));
    const before = draft ?? published;
    audit({
      action: 'section.draft-saved',
      about: words.title,
      before: before ? wordsOf(before) : null,
      after: words,
    });
    return { sectionId };
  });
}

const SAVED_MEANWHILE =
  'Somebody else has saved this section since you began. What you typed stands below. Look at theirs first: saved again, yours takes its place';

export type LookedAtDraft = { sectionId: number; began: string };

/** Throws a draft away; what is published stays. A section that never was goes with it. */
export function throwDraftAway(
  act: Act,
  { sectionId, began }: LookedAtDraft,
): Promise<{ isGone: boolean }> {
  return carryOut(act, (transaction, audit) => {
    const section = requireSection(transaction, act, sectionId);
    const draft = requireDraft(section, began);
    deleteDraft(transaction, draft.id);
    const isGone = section.published === null;
    if (isGone) deleteSection(transaction, sectionId);
    audit({
      action: 'section.draft-thrown-away',
      about: draft.title,
      before: wordsOf(draft),
    });
    return { isGone };
  });
}
