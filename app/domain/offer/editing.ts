import type { SectionWords } from './section.ts';

type Saved = { id: number; savedAt: string };

/**
 * Names the words from which somebody begins: the draft's, or those that are read. Where it is another
 * when they save, somebody else has saved meanwhile.
 */
export function beginningOf({
  draft,
  published,
}: {
  draft: Saved | null;
  published: Saved | null;
}): string {
  const latest = draft ?? published;
  return latest ? `${latest.id} ${latest.savedAt}` : '';
}

/** What a section says, without what else is known of the revision. */
export function wordsOf(revision: SectionWords): SectionWords {
  const { title, summary, body, audience, source, checkedOn, reviewBy, owner } = revision;
  return { title, summary, body, audience, source, checkedOn, reviewBy, owner };
}

/** Is what questions rest on the same? By it they stay in use. */
export function haveSameText(one: SectionWords, other: SectionWords): boolean {
  return one.title === other.title && one.body === other.body;
}
