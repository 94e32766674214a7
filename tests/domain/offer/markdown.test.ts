import { expect, test } from 'vitest';
import { findMarkdownFaults, isTangled, plainWords } from '#app/domain/offer/markdown.ts';

test.each([
  'Tell the DSL **at once**.\n\n## Then\n\n- Listen\n- Write it down',
  'See [the guidance](https://www.gov.uk/a_(b)) or <https://www.gov.uk>.',
  'Write to <office@example.org> or [ring](tel:0345) or [look here](/offer/prevent).',
  'Fewer than 3 < 4, and 5 > 4; a & b; <3',
  '---\n\n* * * * * * * *\n\n_ _ _',
  '> Somebody said so.\n\n1. One\n   - and more',
  '[the guidance][g]\n\n[g]: https://www.gov.uk',
])('%j is shown as it was meant', (body) => {
  expect(findMarkdownFaults(body)).toEqual([]);
});

test.each([
  ['A <b>bold</b> word', 'Write it without HTML: take “<b>” out'],
  ['<script>alert(1)</script>', 'Write it without HTML: take “<script>” out'],
  [
    '<img src=x onerror=alert(1)>',
    'Write it without HTML: take “<img src=x onerror=alert(1)>” out',
  ],
  ['a <!-- hidden --> b', 'Write it without HTML: take “<!-- hidden -->” out'],
  ['a <svg', 'Write it without HTML: take “<svg” out'],
  ['![a](https://example.org/a.png)', 'Pictures cannot be shown: take the picture out'],
  ['![a][b]', 'Pictures cannot be shown: take the picture out'],
  [
    '[a](javascript:alert)',
    '“javascript:alert” cannot be linked to: use an address that begins with https://',
  ],
  [
    '[a][b]\n\n[b]: data:text/html,x',
    '“data:text/html,x” cannot be linked to: use an address that begins with https://',
  ],
  ['<vbscript:x>', '“vbscript:x” cannot be linked to: use an address that begins with https://'],
  ['[a](www.gov.uk)', '“www.gov.uk” cannot be linked to: use an address that begins with https://'],
  [
    '[a](&#106;avascript:x)',
    '“&#106;avascript:x” cannot be linked to: use an address that begins with https://',
  ],
  ['[a]()', 'One of the links leads nowhere: give it an address'],
])('%j: %s', (body, fault) => {
  expect(findMarkdownFaults(body)).toContain(fault);
});

test.each([
  ['quotations in quotations', `${'> '.repeat(6)}a`],
  ['quotations without spaces', `${'>'.repeat(2000)}a`],
  ['lists in lists', `${'- '.repeat(6)}a`],
  ['lists in quotations', `${'> 1. '.repeat(3)}a`],
  ['stars that never close', '**a *b '.repeat(100)],
  ['a run of stars', `${'*'.repeat(10)}a${'*'.repeat(10)}`],
  ['more than anybody reads', 'a'.repeat(12_001)],
])('%s are too much to be read', (_what, body) => {
  expect(isTangled(body)).toBe(true);
  expect(findMarkdownFaults(body)).toHaveLength(1);
});

test('what is looked through is words alone', () => {
  const body = [
    '## When a child *tells* you',
    '',
    '- **Listen**. See [the guidance](https://www.gov.uk/x) at <https://www.gov.uk>.',
    '1. Write it down\\!',
    '> Said `so`',
    '',
    '[g]: https://www.gov.uk',
  ].join('\n');
  expect(plainWords(body)).toBe(
    'When a child tells you Listen. See the guidance at . Write it down! Said so',
  );
});
