import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRight } from '#app/domain/quiz/mark.ts';
import type { Question, QuestionOption, QuestionType } from '#app/domain/quiz/question.ts';
import { QUESTION_TYPES } from '#app/domain/quiz/question.ts';
import { findQuestionFaults } from '#app/domain/quiz/question-faults.ts';
import { everyAnswer, option, question, right, someQuestion } from './support.ts';

function choices(count: number): QuestionOption[] {
  return [...Array(count).keys()].map((n) => option(`Option ${n}`, { isRight: n === 0 }));
}

function items(count: number): QuestionOption[] {
  return [...Array(count).keys()].map((n) => right(`Item ${n}`));
}

function pairs(...answers: (string | null)[]): QuestionOption[] {
  return answers.map((answer, n) => right(`Pair ${n}`, { answer }));
}

/** The options of the type with one of them changed. */
function changed(type: QuestionType, at: number, more: Partial<QuestionOption>) {
  const { options } = question(type);
  return { options: options.map((one, place) => (place === at ? { ...one, ...more } : one)) };
}

describe('nothing is wrong with', () => {
  test.each(QUESTION_TYPES)('a whole question of type %s', (type) => {
    expect(findQuestionFaults(question(type))).toEqual([]);
  });

  test.each<[string, QuestionType, Partial<Question>]>([
    ['six options', 'one', { options: choices(6) }],
    ['eight options of which several are right', 'several', { options: choices(8) }],
    ['eight items', 'order', { options: items(8) }],
    ['two pairs without further answers', 'match', { options: pairs('a', 'b'), extras: [] }],
    ['a story left empty', 'one', { story: '' }],
    ['the longest text', 'one', { text: 'a'.repeat(500) }],
    ['the longest story', 'scenario', { story: 'a'.repeat(1_000) }],
    ['the longest why', 'one', changed('one', 0, { why: 'a'.repeat(600) })],
    ['the longest option', 'one', changed('one', 0, { text: 'a'.repeat(300) })],
  ])('%s', (_, type, more) => {
    expect(findQuestionFaults(question(type, more))).toEqual([]);
  });
});

describe('at its field it is said of', () => {
  test.each<[string, QuestionType, Partial<Question>, string, string]>([
    ['no question', 'one', { text: ' ' }, 'text', 'Enter the question'],
    [
      'a long question',
      'one',
      { text: 'a'.repeat(501) },
      'text',
      'Shorten the question: 500 characters or fewer',
    ],
    ['no topic', 'one', { topic: '' }, 'topic', 'Choose the topic'],
    [
      'no document',
      'one',
      { source: { document: '', place: 'Section 2' } },
      'source.document',
      'Enter the document that it comes from',
    ],
    [
      'no place in the document',
      'one',
      { source: { document: 'The offer', place: ' ' } },
      'source.place',
      'Enter the place in the document',
    ],
    [
      'a topic with a capital',
      'one',
      { topic: 'Prevent' },
      'topic',
      'Write the topic in small letters, digits and hyphens, like early-help',
    ],
    [
      'a topic in two words',
      'one',
      { topic: 'early help' },
      'topic',
      'Write the topic in small letters, digits and hyphens, like early-help',
    ],
    [
      'a long topic',
      'one',
      { topic: 'a'.repeat(61) },
      'topic',
      'Shorten the topic: 60 characters or fewer',
    ],
    ['no section', 'one', { section: '' }, 'section', 'Choose the section of the offer'],
    [
      'a section that ends in a hyphen',
      'one',
      { section: 'fgm-' },
      'section',
      'Write the section of the offer in small letters, digits and hyphens, like early-help',
    ],
    [
      'a scenario without a story',
      'scenario',
      { story: null },
      'story',
      'Enter what happens in the scenario',
    ],
    [
      'a long story',
      'scenario',
      { story: 'a'.repeat(1_001) },
      'story',
      'Shorten what happens in the scenario: 1000 characters or fewer',
    ],
    [
      'a story elsewhere',
      'one',
      { story: 'A girl tells.' },
      'story',
      'Only a scenario says what happens: leave this empty',
    ],
    [
      'two options',
      'one',
      { options: choices(2) },
      'options',
      'Give 3 to 6 options, not 2 options',
    ],
    [
      'seven options',
      'scenario',
      { options: choices(7) },
      'options',
      'Give 3 to 6 options, not 7 options',
    ],
    [
      'nine options',
      'several',
      { options: choices(9) },
      'options',
      'Give 3 to 8 options, not 9 options',
    ],
    ['no items', 'order', { options: [] }, 'options', 'Give 3 to 8 items'],
    ['two items', 'order', { options: items(2) }, 'options', 'Give 3 to 8 items, not 2 items'],
    ['one pair', 'match', { options: pairs('a') }, 'options', 'Give 2 to 8 pairs, not 1 pair'],
    [
      'no right option',
      'one',
      changed('one', 1, { isRight: false }),
      'options',
      'Mark exactly one option as right, not 0',
    ],
    [
      'two right options',
      'scenario',
      changed('scenario', 0, { isRight: true }),
      'options',
      'Mark exactly one option as right, not 2',
    ],
    [
      'true and false both right',
      'true-false',
      changed('true-false', 0, { isRight: true }),
      'options',
      'Mark exactly one option as right, not 2',
    ],
    [
      'none of several right',
      'several',
      { options: choices(4).map((one) => ({ ...one, isRight: false })) },
      'options',
      'Mark at least one option as right',
    ],
    [
      'all of several right',
      'several',
      { options: items(4) },
      'options',
      'Leave at least one option wrong',
    ],
    [
      'a wrong item',
      'order',
      changed('order', 1, { isRight: false }),
      'options',
      'Mark all items as right',
    ],
    [
      'a wrong pair',
      'match',
      changed('match', 1, { isRight: false }),
      'options',
      'Mark all pairs as right',
    ],
    [
      'yes and no',
      'true-false',
      changed('true-false', 0, { text: 'Yes' }),
      'options',
      'Call the options True and False, in this order',
    ],
    [
      'false before true',
      'true-false',
      { options: [right('False'), option('True')] },
      'options',
      'Call the options True and False, in this order',
    ],
    ['an empty option', 'one', changed('one', 2, { text: '' }), 'options.2.text', 'Enter option 3'],
    [
      'a long option',
      'one',
      changed('one', 2, { text: 'a'.repeat(301) }),
      'options.2.text',
      'Shorten option 3: 300 characters or fewer',
    ],
    [
      'an option said twice',
      'one',
      changed('one', 2, { text: ' tell  the DSL.' }),
      'options.2.text',
      'Change option 3: it says the same as option 2',
    ],
    [
      'no why',
      'one',
      changed('one', 2, { why: '' }),
      'options.2.why',
      'Enter why option 3 is right or wrong',
    ],
    [
      'no why of an item',
      'order',
      changed('order', 0, { why: '' }),
      'options.0.why',
      'Enter why item 1 stands where it does',
    ],
    [
      'a long why of a pair',
      'match',
      changed('match', 0, { why: 'a'.repeat(601) }),
      'options.0.why',
      'Shorten why pair 1 belongs together: 600 characters or fewer',
    ],
    [
      'a pair with nothing',
      'match',
      { options: pairs('a', null) },
      'options.1.answer',
      'Enter what pair 2 goes with',
    ],
    [
      'two pairs with the same',
      'match',
      { options: pairs('a', 'b', 'A') },
      'options.2.answer',
      'Change what pair 3 goes with: it is the same as for pair 1',
    ],
    [
      'a further answer that is right',
      'match',
      { options: pairs('a', 'b'), extras: ['c', 'b'] },
      'extras.1',
      'Change further answer 2: it is among the answers already',
    ],
    [
      'a further answer twice',
      'match',
      { options: pairs('a', 'b'), extras: ['c', 'c'] },
      'extras.1',
      'Change further answer 2: it is among the answers already',
    ],
    [
      'an empty further answer',
      'match',
      { options: pairs('a', 'b'), extras: [''] },
      'extras.0',
      'Enter further answer 1',
    ],
    [
      'nine further answers',
      'match',
      { options: pairs('a', 'b'), extras: [...'cdefghijk'] },
      'extras',
      'Give 8 further answers or fewer',
    ],
    [
      'further answers elsewhere',
      'one',
      { extras: ['c'] },
      'extras',
      'Only a question to match has further answers',
    ],
    [
      'no document',
      'one',
      { source: { document: '', place: 'Part one' } },
      'source.document',
      'Enter the document that it comes from',
    ],
    [
      'a long place',
      'one',
      { source: { document: 'KCSIE', place: 'a'.repeat(201) } },
      'source.place',
      'Shorten the place in the document: 200 characters or fewer',
    ],
  ])('%s', (_, type, more, field, message) => {
    expect(findQuestionFaults(question(type, more))).toEqual([{ field, message }]);
  });

  test('two empty options, that they are empty and not that they are the same', () => {
    const options = choices(4).map((one, place) => (place > 1 ? { ...one, text: ' ' } : one));
    const fields = findQuestionFaults(question('one', { options })).map(({ field }) => field);
    expect(fields).toEqual(['options.2.text', 'options.3.text']);
  });

  test('an empty question, of everything that it lacks', () => {
    const source = { document: '', place: '' };
    const empty = question('one', { topic: '', section: '', text: '', options: [], source });
    const fields = findQuestionFaults(empty).map(({ field }) => field);
    expect(fields).toEqual([
      ...['topic', 'section', 'text', 'options', 'options'],
      ...['source.document', 'source.place'],
    ]);
  });
});

test('a question with nothing wrong can be answered rightly in exactly one way', () => {
  fc.assert(
    fc.property(someQuestion, (asked) => {
      fc.pre(findQuestionFaults(asked).length === 0);
      expect(everyAnswer(asked).filter((answer) => isRight(asked, answer))).toHaveLength(1);
    }),
  );
});
