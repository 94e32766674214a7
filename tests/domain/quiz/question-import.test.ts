import { describe, expect, test } from 'vitest';
import { importAnswer, importWarnings } from '#app/domain/quiz/import-words.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import {
  importCounts,
  type KnownQuestion,
  planQuestionImport,
} from '#app/domain/quiz/question-import.ts';
import { option, question, right } from './support.ts';

const WORDS = question('one', {
  text: 'A parent tells you at the gate that an uncle frightens the child. Whom do you tell?',
});

function known(key: string, more: Partial<KnownQuestion> = {}): KnownQuestion {
  return {
    questionId: 1,
    revisionId: 1,
    key,
    isShared: false,
    isSetAside: false,
    words: WORDS,
    ...more,
  };
}

const read = (key: string, more: Partial<KeyedQuestion> = {}) => ({ key, ...WORDS, ...more });
const reworded = { text: WORDS.text.replace('Whom do you tell?', 'Whom do you tell first?') };
const another = question('several', {
  text: 'Which of these signs point to a child who is missing education?',
  options: [right('Long gaps'), right('No school on file'), option('A new bag')],
});

const outcomes = (bank: KnownQuestion[], file: KeyedQuestion[]) =>
  planQuestionImport(bank, file).map(({ outcome, key }) => [outcome, key]);

describe('what becomes of a question of a file', () => {
  test.each<[string, KnownQuestion[], KeyedQuestion[], [string, string][]]>([
    ['an empty bank takes it under its key', [], [read('gate')], [['new', 'gate']]],
    ['the same under its key', [known('gate')], [read('gate')], [['same', 'gate']]],
    ['the same under another key', [known('gate')], [read('question-1')], [['same', 'gate']]],
    ['reworded under its key', [known('gate')], [read('gate', reworded)], [['revision', 'gate']]],
    ['reworded under another key', [known('gate')], [read('x', reworded)], [['new', 'x']]],
    [
      'explained anew under another key',
      [known('gate')],
      [read('x', { source: { document: 'Policy', place: '' } })],
      [['revision', 'gate']],
    ],
    [
      'quite another question that happens to have the key',
      [known('question-1')],
      [{ key: 'question-1', ...another }],
      [['new', 'question-1-2']],
    ],
    [
      'a shared question is there',
      [known('gate', { isShared: true })],
      [read('gate')],
      [['same', 'gate']],
    ],
    [
      'a shared one explained anew stays as it is',
      [known('gate', { isShared: true })],
      [read('gate', { source: { document: 'Policy', place: '' } })],
      [['same', 'gate']],
    ],
    [
      'a shared one reworded becomes an own one, under a key of its own',
      [known('gate', { isShared: true })],
      [read('gate', reworded)],
      [['new', 'gate-2']],
    ],
    [
      'twice in the file',
      [],
      [read('a'), read('b')],
      [
        ['new', 'a'],
        ['twice', 'b'],
      ],
    ],
    [
      'twice in the file, and in the bank',
      [known('gate')],
      [read('gate', reworded), read('x')],
      [
        ['revision', 'gate'],
        ['twice', 'x'],
      ],
    ],
    [
      'a key that the file gives to a later question is not taken',
      [known('gate', { isShared: true })],
      [read('gate', reworded), { key: 'gate-2', ...another }],
      [
        ['new', 'gate-3'],
        ['new', 'gate-2'],
      ],
    ],
  ])('%s', (_, bank, file, expected) => {
    expect(outcomes(bank, file)).toEqual(expected);
  });
});

test('options in another order are the same question; steps in another order are not', () => {
  const turned = { options: WORDS.options.toReversed() };
  expect(outcomes([known('gate')], [read('x', turned)])).toEqual([['revision', 'gate']]);
  const steps = question('order');
  const file = [{ key: 'x', ...steps, options: steps.options.toReversed() }];
  expect(outcomes([known('steps', { words: steps })], file)).toEqual([['new', 'x']]);
});

test('what is to be known beforehand is told', () => {
  const notesOf = (bank: KnownQuestion, file: KeyedQuestion) =>
    planQuestionImport([bank], [file])[0]?.notes;
  expect(notesOf(known('gate'), read('gate', reworded))).toEqual([
    'The question is worded differently.',
  ]);
  expect(notesOf(known('gate', { isSetAside: true }), read('gate', reworded))).toEqual([
    'The question is worded differently.',
    'It stays set aside.',
  ]);
  const shared = known('gate', { isShared: true });
  expect(notesOf(shared, read('gate', reworded))?.[0]).toMatch(/^It is like a shared question/);
  expect(notesOf({ ...shared, isSetAside: true }, read('gate', reworded))).toEqual([]);
});

test('the counts and the first sentence', () => {
  const bank = [known('gate')];
  const file = [read('gate'), read('x'), read('y', another)];
  const counts = importCounts(planQuestionImport(bank, file));
  expect(counts).toEqual({ new: 1, revision: 0, same: 1, twice: 1 });
  expect(importAnswer(counts, 2)).toBe(
    '1 new question; 1 there already; 1 in the file twice; 2 not taken, or not whole. Nothing is written yet.',
  );
  expect(importAnswer({ new: 0, revision: 0, same: 3, twice: 0 }, 0)).toBe(
    'Nothing new; 3 there already. Nothing is written yet.',
  );
});

describe('what a preview warns of', () => {
  const warningsOf = (file: KeyedQuestion[], bank: KnownQuestion[] = []) =>
    importWarnings(planQuestionImport(bank, file), ['whom-to-tell', 'mental-health']);
  const at = (key: string, topic: string, section: string): KeyedQuestion => ({
    ...read(key, { text: `${WORDS.text} ${key}` }),
    topic,
    section,
  });

  test.each<[string, KeyedQuestion[], string[]]>([
    ['nothing, where the offer has all', [at('a', 'mental-health', 'whom-to-tell')], []],
    ['no topic that every school knows', [at('a', 'prevent', 'whom-to-tell')], []],
    [
      'a section that is missing',
      [at('a', 'prevent', 'prevent')],
      ['1 question cites what is no section of the school’s offer: prevent.'],
    ],
    [
      'topics and sections',
      [at('a', 'sport', 'prevent'), at('b', 'sport', 'sport'), at('c', 'fgm', 'prevent')],
      [
        '2 questions belong to what is no topic of the school’s offer: sport.',
        '3 questions cite what is no section of the school’s offer: prevent and sport.',
      ],
    ],
    [
      'the first ten of many',
      [...Array(12).keys()].map((n) => at(`q-${n}`, 'fgm', `s-${n}`)),
      [
        '12 questions cite what is no section of the school’s offer: s-0, s-1, s-2, s-3, s-4, s-5, s-6, s-7, s-8, s-9 and 2 more.',
      ],
    ],
  ])('%s', (_, file, warnings) => {
    expect(warningsOf(file)).toEqual(warnings);
  });

  test('what is not written is not warned of', () => {
    const there = at('gate', 'sport', 'sport');
    const { key, ...words } = there;
    expect(warningsOf([there], [known(key, { words })])).toEqual([]);
  });
});
