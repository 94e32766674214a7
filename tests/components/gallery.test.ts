import { mkdirSync, writeFileSync } from 'node:fs';
import { compile } from 'sass';
import { describe, expect, it } from 'vitest';
import { galleryPages } from '#tests/support/gallery.tsx';

const pages = galleryPages();

/** Kept where GALLERY names a folder, to be looked at in a browser. */
if (process.env.GALLERY) {
  const { css } = compile('app/styles/main.scss', { loadPaths: ['node_modules'], quietDeps: true });
  mkdirSync(process.env.GALLERY, { recursive: true });
  for (const [name, html] of Object.entries(pages)) {
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${css}</style>`;
    const document = `<!DOCTYPE html><html lang="en-GB"><head>${head}</head><body>${html}</body></html>`;
    writeFileSync(`${process.env.GALLERY}/${name}.html`, document);
  }
}

describe.each(Object.entries(pages))('the page %s', (_name, html) => {
  it('has one h1, one main landmark and a skip link to it', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main[^>]* id="main"/g)).toHaveLength(1);
    expect(html).toMatch(/<a class="govuk-skip-link" href="#main">/);
  });

  it('uses each id once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('styles nothing in its markup and runs nothing there', () => {
    expect(html).not.toMatch(/ style=|<script| on[a-z]+="/);
  });

  it('points only at what is there', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const pointers = [...html.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)];
    const anchors = [...html.matchAll(/ href="#([^"]+)"/g)];
    const named = [...pointers, ...anchors].flatMap(([, names]) => names!.split(' '));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});
