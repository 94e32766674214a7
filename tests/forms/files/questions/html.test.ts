import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactTextOfHtml, htmlOf, textOfHtml } from '#app/forms/files/questions/html.ts';
import { anyText } from './banks.ts';

describe('what somebody reads in HTML', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One Two'],
    ['One<br>Two<br/>Three', 'One Two Three'],
    ['<ul><li>One</li><li>Two</li></ul>', 'One Two'],
    ['<b>S</b>top <i>now</i>', 'Stop now'],
    ['a&nbsp;b&#160;c&#xA0;d', 'a b c d'],
    ['&lt;b&gt; &amp;amp; &quot;x&quot;', '<b> &amp; "x"'],
    ['it&#8217;s &rsquo; &#146; &eacute;&#x1F600;', 'it’s ’ ’ é😀'],
    ['&nosuch; &#0; &#xD800; &#1114112; &', '&nosuch; &#0; &#xD800; &#1114112; &'],
    ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ['a<b', 'a<b'],
    ['x<!-- <p>not shown</p> -->y', 'xy'],
    ['x<script>alert("1 < 2")</script>y<style>p{}</style>z', 'xyz'],
    ['x<script>never closed', 'x'],
    ['x<!-- never closed', 'x'],
    ['<img src=x onerror=alert(1)>Look', 'Look'],
    ['<a href="javascript:alert(1)">here</a>', 'here'],
    ['zero\u200bwidth &#8203;and \u202eturned', 'zerowidth and turned'],
    ['Zoe\u0308', 'Zoë'],
    ['  \n\t ', ''],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});

test('a text written as HTML is read as it was, and holds no tag but the end of a line', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const html = htmlOf(text);
      expect(exactTextOfHtml(html)).toBe(text);
      expect(html.replaceAll('<br>', '')).not.toMatch(/[<>"\n]/);
    }),
    { numRuns: 1_000 },
  );
});
