import { type Context, countUnknown, problemWith, type Row, read } from './context.ts';
import type { KnownRequirement, Problem } from './types.ts';
import { sameWords } from './words.ts';

/** The requirement that a row names, or null with the problem added. */
export function requireRequirement(
  context: Context,
  row: Row,
  problems: Problem[],
): KnownRequirement | null {
  const text = read(context, row, 'requirement');
  const words = sameWords(text);
  const found = context.requirements.get(words);
  if (found && words !== '') return found;
  if (words !== '') countUnknown(context, 'requirement', text);
  const todo =
    words === '' ? 'Say which training it was' : 'Say which requirement this is, or leave it out';
  problems.push(problemWith(context, row, 'requirement', todo));
  return null;
}
