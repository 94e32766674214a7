import type { EditionDetails, Reads } from '#app/domain/publications/edition.ts';
import { CATEGORIES } from '#app/domain/types.ts';
import type { Fields } from './fields.ts';
import type { FormValues } from './parsed.ts';

const MOST_PARTS = 12;

/** The fields of the part at this place begin so. */
export function partPrefix(index: number): string {
  return `part-${index}-`;
}

/** How many parts the form has room for. */
export function partCount(values: FormValues): number {
  const text = values.partCount;
  const count = typeof text === 'string' && /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return Math.min(count, MOST_PARTS);
}

/** What was typed, with room for one part more. */
export function withAnotherPart(values: FormValues): FormValues {
  return { ...values, partCount: String(Math.min(partCount(values) + 1, MOST_PARTS)) };
}

/** The parts that have a name, and who reads which of them, one audience a part. */
export function readParts(
  fields: Fields,
  count: number,
  kinds: readonly string[],
): { parts: string[]; reads: Reads[] } {
  const parts: string[] = [];
  const reads: Reads[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = (name: string) => `${partPrefix(index)}${name}`;
    const part = fields.optionalText(at('name'), { what: 'The part', max: 100 });
    const audience = {
      categories: fields.choices(at('categories'), CATEGORIES, 'Choose among these groups'),
      kinds: fields.choices(at('kinds'), kinds, 'Choose among the roles of this school'),
    };
    if (part === null) continue;
    if (parts.includes(part)) fields.fail(at('name'), `${part} stands here twice`);
    parts.push(part);
    if (audience.categories.length + audience.kinds.length > 0) {
      reads.push({ parts: [part], audience });
    }
  }
  return { parts, reads };
}

/** The parts of an edition as the form holds them: each with everybody who reads it. */
export function partValues({ parts, reads }: Pick<EditionDetails, 'parts' | 'reads'>): FormValues {
  const values: FormValues = { partCount: String(parts.length) };
  parts.forEach((part, index) => {
    const theirs = reads.filter((read) => read.parts.includes(part));
    const once = (all: string[]) => [...new Set(all)];
    values[`${partPrefix(index)}name`] = part;
    values[`${partPrefix(index)}categories`] = once(
      theirs.flatMap(({ audience }) => audience.categories),
    );
    values[`${partPrefix(index)}kinds`] = once(theirs.flatMap(({ audience }) => audience.kinds));
  });
  return values;
}
