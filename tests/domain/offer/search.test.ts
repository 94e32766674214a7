import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FOUND_BEGINS, FOUND_ENDS, foundParts, searchFor } from '#app/domain/offer/search.ts';

test.each([
  ['prevent', '"prevent"*', '"prevent"*'],
  ['Online Safety', '"Online"* AND "Safety"*', '"Online"* OR "Safety"*'],
  ['honour-based', '"honour"* AND "based"*', '"honour"* OR "based"*'],
  ['who do I tell', '"tell"*', '"tell"*'],
  ['what is it', '"what"* AND "is"* AND "it"*', '"what"* OR "is"* OR "it"*'],
  ['NEAR("a" b*) NOT c', '"NEAR"* AND "b"* AND "c"*', '"NEAR"* OR "b"* OR "c"*'],
  ['title:x', '"title"* AND "x"*', '"title"* OR "x"*'],
  ['café', '"café"*', '"café"*'],
])('%s is looked for as all of %s, or any of %s', (typed, all, any) => {
  expect(searchFor(typed)).toEqual({ all, any });
});

test.each(['', ' ', '"', '*', '%', '_', "'", '( )', '--', ';', '\\', '^', '🙂', '\u0000'])(
  '%j is nothing to look for',
  (typed) => {
    expect(searchFor(typed)).toBeNull();
  },
);

test('whatever is typed, nothing but letters and digits stands between the quotes', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(typed, (text) => {
      const asked = searchFor(text);
      if (asked === null) return;
      const WORDS = /^"[\p{L}\p{N}\p{M}]+"\*(?: (?:AND|OR) "[\p{L}\p{N}\p{M}]+"\*){0,11}$/u;
      expect(asked.all).toMatch(WORDS);
      expect(asked.any).toMatch(WORDS);
    }),
  );
});

test('found words are parts of their own, and no text is lost', () => {
  const mark = (word: string) => `${FOUND_BEGINS}${word}${FOUND_ENDS}`;
  expect(foundParts(`The ${mark('Prevent')} duty and ${mark('preventing')}`)).toEqual([
    { text: 'The ', isFound: false },
    { text: 'Prevent', isFound: true },
    { text: ' duty and ', isFound: false },
    { text: 'preventing', isFound: true },
  ]);
  expect(foundParts('nothing <b>here</b>')).toEqual([
    { text: 'nothing <b>here</b>', isFound: false },
  ]);
  expect(foundParts('')).toEqual([]);
});
