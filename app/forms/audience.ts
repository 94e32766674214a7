import { type Audience, CATEGORIES } from '#app/domain/types.ts';
import type { Fields } from './fields.ts';

/**
 * Whom something is for: groups, and roles of the school by their keys, as `AudienceFields` asks for
 * them. Nobody is refused.
 */
export function readAudience(fields: Fields, kinds: readonly string[], missing: string): Audience {
  const audience = {
    categories: fields.choices('categories', CATEGORIES, missing),
    kinds: fields.choices('kinds', kinds, 'Choose among the roles of this school'),
  };
  const isNobody = audience.categories.length + audience.kinds.length === 0;
  if (isNobody && !fields.isWrong('categories', 'kinds')) fields.fail('categories', missing);
  return audience;
}
