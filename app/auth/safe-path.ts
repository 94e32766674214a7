const HERE = 'http://own.invalid';
const LONGEST = 2000;

/**
 * The path and query of a page of this site, or null: whatever would lead to another site (`//evil`,
 * `/\evil`, `javascript:`), or back to signing in or out, is none.
 */
export function safePath(text: unknown): string | null {
  if (typeof text !== 'string' || !text.startsWith('/') || text.length > LONGEST) return null;
  if (!URL.canParse(text, HERE)) return null;
  const { origin, pathname, search } = new URL(text, HERE);
  // The parser takes `/..//evil` to be the path `//evil`: sent on, it would be another site.
  if (origin !== HERE || pathname.startsWith('//')) return null;
  if (/^\/sign-(in|out)(\/|$)/.test(pathname)) return null;
  return pathname + search;
}
