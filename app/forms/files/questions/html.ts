import { keptText } from './kept-text.ts';

/** HTML's names of the characters from 160 on, in their order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const FURTHER =
  'ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger† Dagger‡ bull• hellip… permil‰ prime′ lsaquo‹ rsaquo› euro€ trade™ larr← uarr↑ rarr→ darr↓ harr↔ ne≠ le≤ ge≥ minus− infin∞ check✓ OElig\u0152 oelig\u0153 Scaron\u0160 scaron\u0161 Yuml\u0178 ensp\u2002 emsp\u2003 thinsp\u2009';

const XML_NAMES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const HTML_NAMES = new Map([
  ...XML_NAMES,
  ...LATIN.split(' ').map((name, place): [string, string] => [
    name,
    String.fromCharCode(160 + place),
  ]),
  ...FURTHER.split(' ').map((pair): [string, string] => [pair.slice(0, -1), pair.slice(-1)]),
]);

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,7}));/gi;

/** The text with the names and numbers of characters replaced by the characters, each once. */
export function decodeEntities(text: string, names: Map<string, string> = HTML_NAMES): string {
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return names.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return characterOf(code) ?? whole;
  });
}

/** As `decodeEntities`, with the five names that XML itself has: no file can add others. */
export function decodeXmlEntities(text: string): string {
  return decodeEntities(text, XML_NAMES);
}

function characterOf(code: number): string | null {
  // Old editors number characters as Windows does, and browsers understand them.
  if (code >= 0x80 && code <= 0x9f) {
    return new TextDecoder('windows-1252').decode(new Uint8Array([code]));
  }
  const isOne = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isOne ? String.fromCodePoint(code) : null;
}

const TAG = /<\/?([a-z][a-z0-9]*)\b[^<>]*>/gi;
/** What a browser shows inside a line; every other tag parts words. */
const INSIDE_A_LINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);

/** What somebody reads in HTML, on one line. */
export function textOfHtml(html: string): string {
  const plain = withoutUnread(html).replace(TAG, (_, name: string) =>
    INSIDE_A_LINE.has(name.toLowerCase()) ? '' : ' ',
  );
  return keptText(decodeEntities(plain).replace(/\s+/g, ' '));
}

/** The text of which `htmlOf` made this HTML, each space and end of a line as it was. */
export function exactTextOfHtml(html: string): string {
  const plain = withoutUnread(html).replace(TAG, (_, name: string) =>
    INSIDE_A_LINE.has(name.toLowerCase()) ? '' : '\n',
  );
  return keptText(decodeEntities(plain));
}

/** A text as HTML. */
export function htmlOf(text: string): string {
  return escapeXml(text).replaceAll('\n', '<br>');
}

/** A text as it stands in XML, in whatever element or attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** As a place that takes no HTML shows it: only what would be taken for an entity or a tag is named. */
export function barelyEscaped(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;').replaceAll('<', '&lt;');
}

/** What `barelyEscaped` made: a place that takes no HTML shows entities as characters all the same. */
export function barelyDecoded(text: string): string {
  return decodeEntities(text);
}

/** The inside of the first element of this name and class, as an editor may have left it; null: none. */
export function insideOf(html: string, name: string, ofClass: string): string | null {
  return elementOf(name, ofClass).exec(html)?.[1] ?? null;
}

/** The HTML without that element. */
export function withoutElement(html: string, name: string, ofClass: string): string {
  return html.replace(elementOf(name, ofClass), '');
}

/** Bounded on every side, so that no file can make it look for long. */
function elementOf(name: string, ofClass: string): RegExp {
  const opening = `<${name}\\b[^<>]{0,300}?\\bclass="${ofClass}"[^<>]{0,300}>`;
  return new RegExp(`${opening}((?:(?!<${name}\\b)[\\s\\S])*?)</${name}>`, 'i');
}

const MEDIA = /<(img|audio|video|iframe|object|embed|svg|math)\b/i;

/** Is something in it that cannot be read as words: a picture, a recording? */
export function hasMedia(html: string): boolean {
  return MEDIA.test(html);
}

const UNREAD: [RegExp, RegExp][] = [
  [/<!--/g, /-->/g],
  [/<script\b/gi, /<\/script\s*>/gi],
  [/<style\b/gi, /<\/style\s*>/gi],
];

/** Without comments, scripts and styles; what is never closed goes to the end, as in a browser. */
function withoutUnread(html: string): string {
  return UNREAD.reduce((left, [opening, closing]) => without(left, opening, closing), html);
}

function without(html: string, opening: RegExp, closing: RegExp): string {
  let kept = '';
  let from = 0;
  while (true) {
    opening.lastIndex = from;
    const start = opening.exec(html);
    if (!start) return kept + html.slice(from);
    kept += html.slice(from, start.index);
    closing.lastIndex = opening.lastIndex;
    if (!closing.exec(html)) return kept;
    from = closing.lastIndex;
  }
}
