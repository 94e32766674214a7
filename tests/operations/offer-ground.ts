import { findEditedSection } from '#app/data/offer-editing.ts';
import { beginningOf } from '#app/domain/offer/editing.ts';
import type { SectionWords } from '#app/domain/offer/section.ts';
import type { Topic } from '#app/domain/offer/topics.ts';
import type { Act } from '#app/operations/act.ts';
import { publishSection } from '#app/operations/publish-section.ts';
import { addSection, saveDraft } from '#app/operations/write-section.ts';
import { words } from '#tests/support/section-words.ts';

type At = { act: Act };

/** A section that everybody reads. Answers its id. */
export async function published(
  { act }: At,
  more: Partial<SectionWords> = {},
  topic: Topic | null = null,
): Promise<number> {
  const { sectionId } = await addSection(act, { topic, words: words(more) });
  await publishSection(act, { sectionId, began: beganAt({ act }, sectionId) });
  return sectionId;
}

/** Publishes other words for it, at a later instant. */
export async function republished(
  ground: At,
  sectionId: number,
  more: Partial<SectionWords>,
  now = '2026-11-17T09:00:00.000Z',
): Promise<void> {
  const act = { ...ground.act, now };
  const began = beganAt(ground, sectionId);
  await saveDraft(act, { sectionId, began, words: words(more) });
  await publishSection(act, { sectionId, began: beganAt(ground, sectionId) });
}

/** Which words somebody begins from who opens the section now. */
export function beganAt({ act }: At, sectionId: number): string {
  const section = findEditedSection(act.database, act.schoolId ?? 0, sectionId);
  if (!section) throw new Error(`There is no section ${sectionId}`);
  return beginningOf(section);
}
