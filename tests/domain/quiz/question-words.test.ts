import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '#app/domain/quiz/question.ts';
import { questionHistory } from '#app/domain/quiz/question-history.ts';
import { factsOf, questionChanges, reasonIn, shortened } from '#app/domain/quiz/question-words.ts';
import { option, question, right, someQuestion } from './support.ts';

const before = question('several');
const options = before.options;
const [dsl, colleague, deputy, wholeClass] = options;

describe('what a revision says that the one before it did not', () => {
  test.each<[string, Partial<Question>, string[]]>([
    ['nothing', {}, []],
    ['the words', { text: 'Whom do you tell?' }, ['The question is worded differently.']],
    ['the topic', { topic: 'fgm' }, ['It belongs to another topic.']],
    ['the section', { section: 'fgm' }, ['It cites another section.']],
    ['the source', { source: { document: 'Policy', place: '' } }, ['Another source is given.']],
    ['whether it must be passed', { mustPass: true }, ['It must be passed now.']],
    ['one answer more', { options: [...options, option('Nobody')] }, ['1 answer more.']],
    ['two answers fewer', { options: options.slice(0, 2) }, ['2 answers fewer.']],
    [
      'an answer’s words',
      { options: [{ ...dsl!, text: 'The lead' }, colleague!, deputy!, wholeClass!] },
      ['1 answer worded differently.'],
    ],
    [
      'what is right',
      { options: [option('The DSL'), right('A colleague'), deputy!, wholeClass!] },
      ['2 answers marked differently.'],
    ],
    [
      'an explanation',
      { options: [{ ...dsl!, why: 'Always' }, colleague!, deputy!, wholeClass!] },
      ['1 answer explained differently.'],
    ],
  ])('%s', (_, more, changes) => {
    expect(questionChanges(before, { ...before, ...more })).toEqual(changes);
  });

  test('answers that go with nothing', () => {
    const match = question('match');
    expect(questionChanges(match, { ...match, extras: [] })).toEqual([
      'Other answers that go with nothing.',
    ]);
  });

  test('something, wherever two questions are not the same', () => {
    fc.assert(
      fc.property(someQuestion, someQuestion, (one, other) => {
        const isSame = isDeepStrictEqual(one, other);
        expect(questionChanges(one, other).length === 0).toBe(isSame);
        expect(questionChanges(one, one)).toEqual([]);
      }),
    );
  });
});

test('what became of a question, the newest first: a decision after the words that it is about', () => {
  const words = question('one');
  const by = 'Dora Lead';
  const events = questionHistory(
    [
      { id: 8, number: 2, at: '2026-10-01T09:00:00.000Z', by, words: { ...words, text: 'Who?' } },
      { id: 7, number: 1, at: '2026-09-01T09:00:00.000Z', by: null, words },
    ],
    [
      { id: 3, decision: 'confirmed', why: null, at: '2026-10-01T09:00:00.000Z', by },
      { id: 4, decision: 'set-aside', why: 'Too hard.', at: '2026-10-02T09:00:00.000Z', by },
    ],
  );
  expect(events.map(({ title, words: told }) => [title, ...told])).toEqual([
    ['Set aside', 'Too hard.'],
    ['Confirmed: it fits its section'],
    ['Changed: revision 2', 'The question is worded differently.'],
    ['Written'],
  ]);
});

test('short words for lists', () => {
  expect(reasonIn('Check me: its section has changed.')).toBe('Its section has changed.');
  expect(shortened('abcdef', 6)).toBe('abcdef');
  expect(shortened('abcdefg', 6)).toBe('abcde…');
  const shown = { topic: 'fgm', type: 'scenario', mustPass: true, isShared: false } as const;
  expect(factsOf(shown)).toEqual([
    'FGM and honour-based abuse',
    'Scenario',
    'Must pass',
    'The school’s own',
  ]);
});
