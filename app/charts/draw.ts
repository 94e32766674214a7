import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const REMEMBERED_DRAWINGS = 500;
const drawings = new Map<string, string>();

/**
 * The inside of the `<svg>` that a Recharts chart draws, without the attributes that it styles
 * itself by: they would not pass the Content-Security-Policy, and our style sheet says it all. A
 * chart costs some milliseconds, so one with the same figures is drawn once; `key` holds them all.
 */
export function drawn(key: string, chart: () => ReactElement): string {
  const known = drawings.get(key);
  if (known !== undefined) return known;
  if (drawings.size >= REMEMBERED_DRAWINGS) drawings.clear();
  const drawing = insideOf(renderToStaticMarkup(chart()));
  drawings.set(key, drawing);
  return drawing;
}

function insideOf(html: string): string {
  const start = html.indexOf('>', html.indexOf('<svg')) + 1;
  return html
    .slice(start, html.lastIndexOf('</svg>'))
    .replace('<title></title><desc></desc>', '')
    .replaceAll(/<defs><clipPath.*?<\/clipPath><\/defs>/g, '')
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(/ class="recharts-[^"]*"/g, '');
}

/** Words in lines of at most so many characters; a longer word stands alone. */
export function inLines(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > characters) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** A place on the drawing, to a tenth of a unit. */
export function rounded(place: number): number {
  return Math.round(place * 10) / 10;
}
