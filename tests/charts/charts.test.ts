import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CountBars } from '#app/charts/count-bars.tsx';
import { CoverLine } from '#app/charts/cover-line.tsx';
import { ProportionBars } from '#app/charts/proportion-bars.tsx';
import type { ProportionRow } from '#app/charts/proportion-words.ts';
import { day } from '#app/domain/days.ts';
import { countWith, GalleryCharts } from '#tests/support/gallery.tsx';

function proportions(rows: ProportionRow[]): string {
  const props = { id: 'p', title: 'In date', rowsAre: 'Group', rows };
  return renderToString(createElement(ProportionBars, props));
}

describe('a chart', () => {
  const html = renderToString(createElement(GalleryCharts));

  it('is complete on the server, wide and narrow, with words for who does not see it', () => {
    const drawings = html.match(/<svg[^>]*role="img"/g) ?? [];
    expect(drawings).toHaveLength(6);
    expect(html.match(/<svg[^>]*><title id="[^"]+">[^<]{20,}<\/title>/g)).toHaveLength(6);
  });

  it('carries no style attribute, which the Content-Security-Policy would refuse', () => {
    expect(html).not.toContain('style=');
  });

  it('has each of its figures in a table too', () => {
    expect(html.match(/<table/g)).toHaveLength(3);
    expect(html).toContain('>44 of 47</td>');
    expect(html).toContain('>14 March 2027</td>');
  });

  it('names each pattern once', () => {
    const ids = [...html.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows a hostile name as text', () => {
    const drawn = proportions([{ label: '<img onerror=alert(1)>', shown: 'all' }]);
    expect(drawn).not.toContain('<img');
  });
});

describe('proportion bars', () => {
  it('are as long as their share of d, from zero', () => {
    const html = proportions([{ label: 'All', shown: countWith(40, 30, 0, 10) }]);
    expect(html).toMatch(/class="chart__fill--in-date" x="0" y="[^"]+" width="47[78]/);
    expect(html).toContain('30 of 40 in date');
    expect(html).toContain('10 not yet due');
  });

  it('give no number of a small group, in the drawing or in the table', () => {
    const html = proportions([{ label: 'Volunteers', shown: 'not-all', lastTerm: 'all' }]);
    expect(html).toContain('not all in date');
    expect(html).toContain('>Last term all<');
    expect(html).not.toMatch(/\d of \d/);
  });

  it('say that nobody is in an empty group', () => {
    expect(proportions([{ label: 'Visitors', shown: 'no-one' }])).toContain('no one in this group');
  });

  it('can be drawn with no row at all', () => {
    expect(proportions([])).toContain('<svg');
  });
});

describe('count bars', () => {
  it('measure every bar by the same d', () => {
    const rows = [
      { label: '1 to 30 days', n: 6 },
      { label: '31 to 90 days', n: 0 },
    ];
    const props = { id: 'a', title: 'Overdue', rows, of: 8, rowsAre: 'x', numbersAre: 'y' };
    const html = renderToString(createElement(CountBars, props));
    expect(html).toContain('6 of 8');
    expect(html).toContain('0 of 8');
  });

  it('can all be nought', () => {
    const rows = [{ label: 'None', n: 0 }];
    const props = { id: 'n', title: 'None', rows, of: 0, rowsAre: 'x', numbersAre: 'y' };
    expect(renderToString(createElement(CountBars, props))).toContain('0 of 0');
  });
});

describe('the line of cover', () => {
  it('turns on the first bad day', () => {
    const cover = {
      securesToday: true,
      secureUntil: day('2026-12-31'),
      failsOn: day('2027-01-01'),
    };
    const span = { from: day('2026-12-22'), to: day('2027-01-10') };
    const props = { id: 'c', title: 'Cover', rows: [{ name: 'DSL', cover }], ...span };
    const html = renderToString(createElement(CoverLine, props));
    expect(html).toMatch(/class="chart__fill--in-date" x="0" y="[^"]+" width="3(19|20)/);
    expect(html).toContain('secure until 31 December 2026');
  });
});
