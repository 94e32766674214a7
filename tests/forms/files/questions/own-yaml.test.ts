import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestionYaml, writeQuestionYaml } from '#app/forms/files/questions/read-own-yaml.ts';
import { anyBank } from './banks.ts';

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(anyBank, (questions) => {
      expect(readQuestionYaml(writeQuestionYaml(questions))).toEqual({ ok: true, questions });
    }),
    { numRuns: 300 },
  );
});

const HEAD = `
  topic: prevent
  section: prevent
  source: { document: "Prevent duty guidance", place: "Notice, check, share" }`;

/** One question of each kind, as its author writes it. */
const FILE = `
- key: prevent-one${HEAD}
  type: one
  mustPass: true
  story: null
  text: What do you do first?
  options:
    - { text: Tell the DSL, right: true, why: The DSL decides what happens next }
    - { text: Wait, why: "Waiting leaves the child: alone" }
    - { text: Ask, why: Asking more may do harm }
- key: prevent-scenario${HEAD}
  type: scenario
  story: A Year 4 girl says nothing.
  text: And you?
  options:
    - { text: Ask, right: true, why: Kindly }
    - { text: Wait, why: It will not pass }
    - { text: Tell her parents, why: Not before the DSL says so }
- key: prevent-true${HEAD}
  type: true-false
  text: It is everybody’s duty.
  answer: true
  ifTrue: It is.
  ifFalse: It is, though.
- key: prevent-order${HEAD}
  type: order
  text: Put in order.
  items: [{ text: Notice, why: First }, { text: Check, why: Second }, { text: Share, why: Third }]
- key: prevent-match${HEAD}
  type: match
  text: Who does what?
  pairs:
    - { text: DSL, answer: Decides, why: By law }
    - { text: You, answer: Tell, why: At once }
  extras: [Nothing]
`;

test('each kind as it is written by hand', () => {
  const read = readQuestionYaml(FILE);
  const common = { topic: 'prevent', section: 'prevent', mustPass: false, story: null, extras: [] };
  const source = { document: 'Prevent duty guidance', place: 'Notice, check, share' };
  const right = { isRight: true, answer: null };
  expect(read).toEqual({
    ok: true,
    questions: [
      {
        ...common,
        key: 'prevent-one',
        source,
        type: 'one',
        mustPass: true,
        text: 'What do you do first?',
        options: [
          { ...right, text: 'Tell the DSL', why: 'The DSL decides what happens next' },
          { ...right, isRight: false, text: 'Wait', why: 'Waiting leaves the child: alone' },
          { ...right, isRight: false, text: 'Ask', why: 'Asking more may do harm' },
        ],
      },
      {
        ...common,
        key: 'prevent-scenario',
        source,
        type: 'scenario',
        story: 'A Year 4 girl says nothing.',
        text: 'And you?',
        options: [
          { ...right, text: 'Ask', why: 'Kindly' },
          { ...right, isRight: false, text: 'Wait', why: 'It will not pass' },
          {
            ...right,
            isRight: false,
            text: 'Tell her parents',
            why: 'Not before the DSL says so',
          },
        ],
      },
      {
        ...common,
        key: 'prevent-true',
        source,
        type: 'true-false',
        text: 'It is everybody’s duty.',
        options: [
          { ...right, text: 'True', why: 'It is.' },
          { ...right, isRight: false, text: 'False', why: 'It is, though.' },
        ],
      },
      {
        ...common,
        key: 'prevent-order',
        source,
        type: 'order',
        text: 'Put in order.',
        options: [
          { ...right, text: 'Notice', why: 'First' },
          { ...right, text: 'Check', why: 'Second' },
          { ...right, text: 'Share', why: 'Third' },
        ],
      },
      {
        ...common,
        key: 'prevent-match',
        source,
        type: 'match',
        text: 'Who does what?',
        options: [
          { ...right, text: 'DSL', answer: 'Decides', why: 'By law' },
          { ...right, text: 'You', answer: 'Tell', why: 'At once' },
        ],
        extras: ['Nothing'],
      },
    ],
  });
});

describe('what is wrong is said under the question’s key', () => {
  const key = 'prevent-one';
  test.each<[string, string, string, string[]]>([
    [
      'no key',
      '- key: prevent-one',
      '- title: x',
      [
        'question 1: key: Invalid input: expected string, received undefined',
        'question 1: Unrecognized key: "title"',
      ],
    ],
    [
      'a key of other signs',
      '- key: prevent-one',
      '- key: Prevent One',
      ['Prevent One: key: use small letters, digits and hyphens'],
    ],
    [
      'a key twice',
      'key: prevent-match',
      'key: prevent-one',
      [`${key}: more than one question has this key`],
    ],
    [
      'an unknown type',
      'type: one',
      'type: essay',
      [`${key}: type: the type is one, several, true-false, order, match or scenario`],
    ],
    [
      'an unknown word',
      'mustPass: true',
      'mustpass: true',
      [`${key}: Unrecognized key: "mustpass"`],
    ],
    [
      'no reason',
      ', why: The DSL decides what happens next',
      '',
      [`${key}: options.0.why: write words, in quotes where they are a number or like "yes"`],
    ],
    [
      'an empty reason',
      'why: The DSL decides what happens next',
      'why: " "',
      [`${key}: options.0.why: say something here`],
    ],
    [
      'a number for words',
      'text: Tell the DSL',
      'text: 999',
      [`${key}: options.0.text: write words, in quotes where they are a number or like "yes"`],
    ],
    [
      'a mark of no width',
      'text: Tell the DSL',
      'text: "Tell\\u200b the DSL"',
      [`${key}: options.0.text: there are characters in it that nobody can see`],
    ],
    [
      'a story where none belongs',
      'story: null',
      'story: Once',
      [`${key}: story: only a scenario has a story`],
    ],
    [
      'a scenario without a story',
      '  story: A Year 4 girl says nothing.\n',
      '',
      ['prevent-scenario: story: write words, in quotes where they are a number or like "yes"'],
    ],
    [
      'two right answers where one is asked',
      'Wait, why: "Waiting',
      'Wait, right: true, why: "Waiting',
      [`${key}: Mark exactly one option as right, not 2`],
    ],
    [
      'an answer in other words',
      'answer: true',
      'answer: perhaps',
      ['prevent-true: answer: write true or false'],
    ],
    [
      'the same thing twice',
      'mustPass: true',
      'mustPass: true\n  mustPass: true',
      ['Map keys must be unique at line 8, column 3:'],
    ],
  ])('%s', (_, from, to, faults) => {
    expect(FILE).toContain(from);
    expect(readQuestionYaml(FILE.replace(from, to))).toEqual({ ok: false, faults });
  });

  test.each<[string, string, string[]]>([
    ['no list', 'key: x', ['the file is a list of questions']],
    ['nothing', '', ['the file is a list of questions']],
    [
      'aliases, which could make a small file very large',
      'a: &a [x]\nb: [*a, *a]',
      ['write everything out: parts marked with & and repeated with * are not read'],
    ],
  ])('%s', (_, text, faults) => {
    expect(readQuestionYaml(text)).toEqual({ ok: false, faults });
  });
});
