import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from '#app/components/markdown.tsx';

function drawn(children: string, under?: 1 | 2 | 3): string {
  return renderToStaticMarkup(createElement(Markdown, { children, under }));
}

const ELEMENTS = new Set('div h2 h3 h4 h5 h6 p ul ol li blockquote hr strong em a br'.split(' '));
const ADDRESS = /^(https?:\/\/[^\s"\\]+|mailto:[^"]+|tel:[+\d][^"]*|\/(?!\/)[^"\\]*)$/;

/** What of a page's HTML is not on the short list of what a section may hold. */
function strangers(html: string): string[] {
  return [...html.matchAll(/<(\/?)([^\s>/]+)([^>]*)>/g)].flatMap(([tag, close, name, rest]) => {
    if (!ELEMENTS.has(name ?? '')) return [tag];
    const attributes = [...(rest ?? '').matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)];
    return attributes
      .filter(([, key, value]) => !isKnown(name ?? '', key ?? '', value ?? '', close === '/'))
      .map(() => tag);
  });
}

function isKnown(name: string, key: string, value: string, isEnd: boolean): boolean {
  if (isEnd) return false;
  if (key === 'class') return /^prose( prose--plain)?$/.test(value);
  if (key === 'start') return name === 'ol' && /^\d+$/.test(value);
  return key === 'href' && name === 'a' && ADDRESS.test(value);
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  'a <script>alert(1)</script> b',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"/>',
  'a <b onclick=alert(1)>b</b>',
  '<p onmouseover=alert(1)>a</p>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
  '<math><mi xlink:href="javascript:alert(1)">a</mi></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="javascript:alert(1)">',
  '<embed src="data:text/html,x">',
  '<style>body{background:url(javascript:alert(1))}</style>',
  '<link rel=stylesheet href=https://evil.example>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name=a><button>b</button></form>',
  '<details open ontoggle=alert(1)>',
  '<!-- <script>alert(1)</script> -->',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php alert(1) ?>',
  '<a href="javascript:alert(1)">a</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<div style="position:fixed">a</div>',
  '[a](javascript:alert(1))',
  '[a](JAVASCRIPT:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a]( javascript:alert(1))',
  '[a](<javascript:alert(1)>)',
  '[a](<java\tscript:alert(1)>)',
  '[a](java\tscript:alert(1))',
  '[a](\u0001javascript:alert(1))',
  '[a](\u00a0javascript:alert(1))',
  '[a](\u200bjavascript:alert(1))',
  '[a](&#106;avascript:alert(1))',
  '[a](&#x6A;&#x61;vascript:alert(1))',
  '[a](&#0000106avascript:alert(1))',
  '[a](javascript&colon;alert(1))',
  '[a](java&Tab;script:alert(1))',
  '[a](java&NewLine;script:alert(1))',
  '[a](javascript%3Aalert(1))',
  '[a](%6Aavascript:alert(1))',
  '[a](\\javascript:alert(1))',
  '[a](java\\script:alert(1))',
  '[a](javascript://https://www.gov.uk/%0aalert(1))',
  '[a](vbscript:msgbox(1))',
  '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[a](DATA:text/html,<script>alert(1)</script>)',
  '[a](data:image/svg+xml,<svg onload=alert(1)>)',
  '[a](file:///etc/passwd)',
  '[a](blob:https://example.org/1)',
  '[a](view-source:https://example.org)',
  '[a](//evil.example)',
  '[a](/\\evil.example)',
  '[a](\\\\evil.example)',
  '[a](https:evil.example)',
  '[a](ircs://evil.example)',
  '[a](xmpp:evil@example.org)',
  '<javascript:alert(1)>',
  '<JAVASCRIPT:alert(1)>',
  '<data:text/html,x>',
  '<vbscript:msgbox(1)>',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '[a]\n\n[a]: <javascript:alert(1)> "title"',
  '[b]: javascript:alert(1)\n\n![a][b]',
  '[a](https://www.gov.uk "onmouseover=alert(1)")',
  '[a](https://www.gov.uk "\\" onmouseover=\\"alert(1)")',
  '[a](https://www.gov.uk/"onmouseover="alert(1))',
  "[a](https://www.gov.uk/'onmouseover='alert(1))",
  '[a](https://www.gov.uk/<script>)',
  '[a](</offer" onclick="alert(1)>)',
  '[<script>alert(1)</script>](https://www.gov.uk)',
  '[<img src=x onerror=alert(1)>](https://www.gov.uk)',
  '[[a](javascript:alert(1))](https://www.gov.uk)',
  '[![a](javascript:alert(1))](javascript:alert(1))',
  '![a](https://evil.example/a.png)',
  '![a](javascript:alert(1))',
  '![a](x" onerror="alert(1))',
  '![a][b]\n\n[b]: https://evil.example/a.png',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '```js onload=alert(1)\nalert(1)\n```',
  '    <script>alert(1)</script>',
  '# <script>alert(1)</script>',
  '| a | b |\n|---|---|\n| <script> | x |',
  '- [ ] <script>alert(1)</script>',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
  '[constructor](__proto__)',
  '[a](constructor)',
  '> '.repeat(3000),
  `${'['.repeat(5000)}a${']'.repeat(5000)}`,
  `${'[a]('.repeat(2000)}javascript:alert(1)`,
  `${'*a **b '.repeat(2000)}`,
  '<a '.repeat(2000),
  '<!--'.repeat(2000),
  '\u0000<script>\u0000alert(1)</script>',
  '\u202e[a](javascript:alert(1))',
];

describe('nothing hostile gets through', () => {
  test.each(HOSTILE.map((text) => [text.slice(0, 80), text]))('%j', (_short, text) => {
    const html = drawn(text);
    expect(strangers(html)).toEqual([]);
    expect(html).not.toMatch(/href="[^"]*(?:script|data|file|blob|vbscript):/i);
  });

  test('whatever is made of such pieces', () => {
    const pieces = fc.array(
      fc.constantFrom(
        ...['[', ']', '(', ')', '<', '>', '!', '"', "'", '&', ';', ':', '\\', '/', '\n', '\t', ' '],
        ...[
          'javascript:',
          'data:',
          '&#106;',
          'https://',
          'script',
          'img',
          'onerror=',
          'a',
          '`',
          '*',
        ],
        ...['[b]: ', '<!--', '-->', '<svg', '# ', '- ', '> '],
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(strangers(drawn(parts.join('')))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('the check itself sees what is hostile', () => {
    for (const html of [
      '<script>a</script>',
      '<p onclick="a">a</p>',
      '<a href="javascript:a">a</a>',
      '<a href="//evil.example">a</a>',
      '<a href="https://a.example" target="_blank">a</a>',
      '<div class="other"></div>',
    ]) {
      expect(strangers(html)).not.toEqual([]);
    }
  });
});

test('what a section may hold is drawn', () => {
  const text = [
    'Tell the **DSL** *now*, or [ring](tel:0345) or [read](https://www.gov.uk/x) [here](/offer).',
    '## Then',
    '- one\n- two',
    '3. three',
    '> said',
    '---',
    'a  \nb',
  ].join('\n\n');
  expect(drawn(text).replaceAll('\n', '')).toBe(
    '<div class="prose"><p>Tell the <strong>DSL</strong> <em>now</em>, or <a href="tel:0345">ring</a> or <a href="https://www.gov.uk/x">read</a> <a href="/offer">here</a>.</p><h2>Then</h2><ul><li>one</li><li>two</li></ul><ol start="3"><li>three</li></ol><blockquote><p>said</p></blockquote><hr/><p>a<br/>b</p></div>',
  );
});

test('a link that leads nowhere leaves its words', () => {
  expect(drawn('Ask [the DSL](javascript:alert(1)) now')).toBe(
    '<div class="prose"><p>Ask the DSL now</p></div>',
  );
});

test.each([
  [1, '# a\n\n## b\n\n### c\n\n## d', ['h2', 'h2', 'h3', 'h2']],
  [2, '## b\n\n### c\n\n#### d', ['h3', 'h4', 'h5']],
  [1, '### c\n\n## b', ['h2', 'h2']],
  [1, '## b\n\n###### f', ['h2', 'h3']],
  [3, '# a\n\n## b\n\n### c\n\n#### d\n\n##### e', ['h4', 'h4', 'h5', 'h6', 'h6']],
  [1, 'b\n=\n\nc\n-', ['h2', 'h2']],
  [1, '##\n\n## \n\n## [](https://a.example)\n\n## b', ['h2']],
] as const)(
  'under a heading of level %i, headings go on without a gap: %j',
  (under, text, levels) => {
    expect([...drawn(text, under).matchAll(/<(h\d)>/g)].map(([, level]) => level)).toEqual(levels);
  },
);

test('what would take too long to read stands there as it was typed', () => {
  const text = `${'> '.repeat(1000)}<script>`;
  expect(drawn(text)).toContain('<p class="prose prose--plain">&gt; &gt; ');
  expect(strangers(drawn(text))).toEqual([]);
});

test('no other component puts anybody’s HTML into a page', () => {
  const files = ['markdown', 'offer-section', 'offer-search', 'differences', 'section-form'];
  for (const file of files) {
    const source = readFileSync(`app/components/${file}.tsx`, 'utf8');
    expect(source).not.toMatch(/dangerouslySetInnerHTML|innerHTML/);
  }
});
