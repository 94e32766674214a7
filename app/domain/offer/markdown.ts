import { safeHref } from './links.ts';

/** As long as a section may be: more than anybody reads. */
export const LONGEST_BODY = 12_000;

/**
 * What is wrong with the Markdown of a section, one sentence each, so that nothing is left out
 * silently when it is read. Empty where all of it is shown as it was meant.
 */
export function findMarkdownFaults(body: string): string[] {
  if (isTangled(body)) {
    return ['Write it more plainly: something stands too deep inside something else'];
  }
  return [...htmlFaults(body), ...pictureFaults(body), ...linkFaults(body)];
}

function htmlFaults(body: string): string[] {
  const [tag] = withoutAutolinks(body).match(/<(?:[a-z/?]|!(?:--|\[|[a-z]))[^>]*>?/i) ?? [];
  return tag ? [`Write it without HTML: take “${short(tag)}” out`] : [];
}

function pictureFaults(body: string): string[] {
  return /!\[[^\]]*\][[(]/.test(body) ? ['Pictures cannot be shown: take the picture out'] : [];
}

/** Written in brackets, as a reference, or as an address between `<` and `>`. */
function linkFaults(body: string): string[] {
  const addresses = [
    ...body.matchAll(/\]\(\s*<?([^\s<>)]*)/g),
    ...body.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]+)/gm),
    ...body.matchAll(/<([a-z][a-z\d+.-]+:[^\s<>]*)>/gi),
  ].map(([, address = '']) => address);
  const wrong = addresses.find((address) => safeHref(address) === null);
  if (wrong === undefined) return [];
  if (wrong === '') return ['One of the links leads nowhere: give it an address'];
  return [`“${short(wrong)}” cannot be linked to: use an address that begins with https://`];
}

const AUTOLINK = /<(?:[a-z][a-z\d+.-]+:[^\s<>]*|[^\s<>@/]+@[^\s<>]+)>/gi;

function withoutAutolinks(body: string): string {
  return body.replace(AUTOLINK, '');
}

function short(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

/**
 * Would reading it take more than a page may take? Quotations and lists inside each other on one
 * line, and stars that open and never close, are read by functions that call themselves.
 */
export function isTangled(body: string): boolean {
  const text = body.replace(RULER, '');
  return (
    text.length > LONGEST_BODY ||
    DEEP.test(text) ||
    LONG_RUN.test(text) ||
    text.split(/\n\s*\n/).some((block) => (block.match(/[*_]+/g)?.length ?? 0) > MOST_RUNS)
  );
}

/** A line across the page. */
const RULER = /^[ \t]*[*_-][*_ \t-]*$/gm;
/** More than five marks of a quotation or of a list at the beginning of a line. */
const DEEP = /^[ \t]*(?:>[ \t]*|(?:[*+-]|\d{1,9}[.)])[ \t]+){6}/m;
const LONG_RUN = /\*{10}|_{10}/;
/** Of stars, in one paragraph. */
const MOST_RUNS = 120;

/** The words of a section without the marks of Markdown: for searching, where they say nothing. */
export function plainWords(body: string): string {
  return withoutAutolinks(body)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^ {0,3}\[[^\]]+\]:.*$/gm, '')
    .replace(/^[ \t]*(?:#{1,6}|>|[*+-]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/[*_`]+/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
