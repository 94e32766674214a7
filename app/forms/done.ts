/**
 * What a page says of the act that led to it, as `?done=` in its address names it; null where it names
 * none of these. An address can name anything, what every object of JavaScript has included.
 */
export function doneWords(words: Record<string, string>, query: URLSearchParams): string | null {
  const done = query.get('done') ?? '';
  return Object.hasOwn(words, done) ? (words[done] ?? null) : null;
}
