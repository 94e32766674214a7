import type { Day } from '#app/domain/days.ts';
import { CATEGORY_LABELS } from '#app/domain/labels.ts';
import { CATEGORIES, type Category, type Policy } from '#app/domain/types.ts';
import { isRetired } from '#app/domain/versions.ts';

/** The requirements that something can be recorded for: those retired stay out of the list. */
export function requirementChoices(policy: Policy, on: Day): { value: string; label: string }[] {
  return policy.requirements
    .filter((requirement) => !isRetired(requirement, on))
    .map(({ id, name }) => ({ value: String(id), label: name }));
}

/** The editions that somebody may have read, the newest first: drafts and announced ones never count. */
export function editionChoices(policy: Policy) {
  return policy.publications.map(({ title, editions }) => ({
    label: title,
    options: editions
      .filter(({ state }) => state === 'confirmed')
      .map((edition) => ({ value: edition.key, label: edition.title }))
      .reverse(),
  }));
}

/** The kinds of appointment, in the groups that they belong to. */
export function kindOptions(kinds: readonly { id: number; label: string; category: Category }[]) {
  return CATEGORIES.flatMap((category) => {
    const own = kinds.filter((kind) => kind.category === category);
    if (own.length === 0) return [];
    const options = own.map(({ id, label }) => ({ value: String(id), label }));
    return [{ label: CATEGORY_LABELS[category], options }];
  });
}
