import { expect, test } from 'vitest';
import { safeHref, telHref } from '#app/domain/offer/links.ts';

test.each([
  'https://www.gov.uk/',
  'http://example.org/a?b=c#d',
  'HTTPS://example.org',
  'mailto:office@example.org',
  'tel:+441632960001',
  'tel:999',
  '/offer/prevent',
  '/',
])('%s may be linked to', (href) => {
  expect(safeHref(href)).toBe(href);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\tjavascript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0000script:alert(1)',
  '\u00adjavascript:alert(1)',
  'javascript%3Aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  'ftp://example.org',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https://\\evil.example',
  'https:// evil.example',
  'mailto://evil.example',
  'tel:javascript',
  'evil.example',
  '#fragment',
  '?query',
  '',
])('%j is no link', (href) => {
  expect(safeHref(href)).toBeNull();
});

test.each([
  ['0345 603 7627', 'tel:03456037627'],
  ['+44 (0)1632 960 001', 'tel:+441632960001'],
  ['01632-960-001', 'tel:01632960001'],
  ['999', 'tel:999'],
])('%s is rung as %s', (telephone, href) => {
  expect(telHref(telephone)).toBe(href);
});

test.each(['12', '0345 603 7627 (option 1, children)', 'ask the office', '', '+', '٠٣٤٥٦٠'])(
  '%j is no number',
  (telephone) => {
    expect(telHref(telephone)).toBeNull();
  },
);
