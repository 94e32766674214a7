import { day } from '#app/domain/days.ts';
import type { SectionWords } from '#app/domain/offer/section.ts';

/** What a section says, for tests that are about one thing in it. */
export function words(more: Partial<SectionWords> = {}): SectionWords {
  return {
    title: 'Prevent',
    summary: 'Notice, check, share.',
    body: 'Tell the DSL.',
    audience: { categories: ['staff'], kinds: [] },
    source: { document: 'Our policy', place: 'Section 4' },
    checkedOn: day('2026-09-07'),
    reviewBy: day('2027-08-31'),
    owner: 'dsl',
    ...more,
  };
}
