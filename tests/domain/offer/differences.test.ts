import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STANDARD_APPOINTMENT_KINDS } from '#app/domain/appointment-kinds.ts';
import { day } from '#app/domain/days.ts';
import { type Difference, differencesBetween } from '#app/domain/offer/differences.ts';
import { haveSameText } from '#app/domain/offer/editing.ts';
import { words } from '#tests/support/section-words.ts';

const between = (before: ReturnType<typeof words> | null, after: ReturnType<typeof words>) =>
  differencesBetween(before, after, STANDARD_APPOINTMENT_KINDS);

test('what is the same is not told', () => {
  expect(between(words(), words())).toEqual([]);
});

test('a text is told word by word', () => {
  const before = words({ body: 'Tell the DSL today. Listen.' });
  const after = words({ body: 'Tell the DSL at once. Listen.' });
  expect(between(before, after)).toEqual([
    {
      what: 'Text',
      isLong: true,
      parts: [
        { kind: 'same', text: 'Tell the DSL ' },
        { kind: 'removed', text: 'today' },
        { kind: 'added', text: 'at once' },
        { kind: 'same', text: '. Listen.' },
      ],
    },
  ]);
});

test('of two texts that share a word by chance, lines are told', () => {
  const before = words({ body: 'Speak up. You will be heard.\n\nThe same line.\n' });
  const after = words({
    body: 'What the lead wrote, at length and otherwise.\n\nThe same line.\n',
  });
  expect(between(before, after)[0]?.parts).toEqual([
    { kind: 'removed', text: 'Speak up. You will be heard.\n' },
    { kind: 'added', text: 'What the lead wrote, at length and otherwise.\n' },
    { kind: 'same', text: '\nThe same line.\n' },
  ]);
});

test('days, roles, audience and source are told whole, in words and in the order of the form', () => {
  const after = words({
    audience: { categories: ['governor'], kinds: ['lunchtime'] },
    source: { document: 'KCSIE', place: 'Part one' },
    checkedOn: day('2026-11-16'),
    reviewBy: day('2027-03-31'),
    owner: 'headteacher',
  });
  const told = between(words(), after).map(({ what, parts }) => [
    what,
    ...parts.map(({ kind, text }) => `${kind}: ${text}`),
  ]);
  expect(told).toEqual([
    ['Chiefly for', 'removed: All staff', 'added: Governors and lunchtime supervisors'],
    ['Source', 'removed: Our policy', 'added: KCSIE'],
    ['Place in it', 'removed: Section 4', 'added: Part one'],
    ['Checked on', 'removed: 7 September 2026', 'added: 16 November 2026'],
    ['To be looked at again by', 'removed: 31 August 2027', 'added: 31 March 2027'],
    ['Answers for it', 'removed: Designated safeguarding lead', 'added: Headteacher'],
  ]);
});

test('against nothing, all of it is new', () => {
  const told = between(null, words());
  expect(told).toHaveLength(9);
  expect(told.flatMap(({ parts }) => parts.map(({ kind }) => kind))).toEqual(
    Array.from({ length: 9 }, () => 'added'),
  );
});

function text({ parts }: Difference, without: 'added' | 'removed'): string {
  return parts.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
}

test('whatever changes, both texts can be read off the difference', () => {
  const sentence = fc.array(fc.constantFrom('tell', 'the DSL', '.', '\n\n', '**', ' '), {
    maxLength: 60,
  });
  const body = fc.oneof(
    sentence.map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(body, body, (old, now) => {
      const [difference] = between(words({ body: old }), words({ body: now }));
      expect(difference ? text(difference, 'added') : now).toBe(old);
      expect(difference ? text(difference, 'removed') : old).toBe(now);
    }),
  );
});

test('two long texts that have nothing in common are told as one and the other', () => {
  const long = (word: string) => Array.from({ length: 2500 }, (_, n) => `${word}${n}`).join(' ');
  const [difference] = between(words({ body: long('a') }), words({ body: long('b') }));
  expect(difference?.parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

test.each([
  [{}, true],
  [{ reviewBy: day('2028-08-31'), owner: 'headteacher', summary: 'Other' }, true],
  [{ body: 'Other' }, false],
  [{ title: 'Other' }, false],
])('questions rest on title and text: %j', (more, same) => {
  expect(haveSameText(words(), words(more))).toBe(same);
});
