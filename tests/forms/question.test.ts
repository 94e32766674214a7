import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question, QuestionType } from '#app/domain/quiz/question.ts';
import type { FormValues } from '#app/forms/parsed.ts';
import { parseQuestion, readType, rowsFor } from '#app/forms/question.ts';
import { rowsOf, valuesOfQuestion } from '#app/forms/question-values.ts';
import { question, right, someQuestion, someType } from '#tests/domain/quiz/support.ts';

const PLACES = { topics: ['whom-to-tell', 'fgm'], sections: ['whom-to-tell', 'fgm'] };

function sent(values: FormValues): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

const parsed = (type: QuestionType, values: FormValues) =>
  parseQuestion(sent(values), type, PLACES);

function errorsOf(type: QuestionType, values: FormValues): Record<string, string> {
  const outcome = parsed(type, values);
  if (outcome.ok) return {};
  return Object.fromEntries(outcome.errors.map(({ field, message }) => [field, message]));
}

test('a question of each type comes back from its form as it was', () => {
  const extras = ['The headteacher', 'The local authority'];
  for (const type of ['one', 'several', 'true-false', 'order', 'match', 'scenario'] as const) {
    const whole = question(type, type === 'match' ? { extras } : {});
    expect(parsed(type, valuesOfQuestion(whole))).toEqual({ ok: true, command: whole });
  }
});

test('whatever the rules allow comes back as it was; whatever they refuse is refused', () => {
  fc.assert(
    fc.property(someQuestion, (some) => {
      const outcome = parsed(some.type, valuesOfQuestion(asRead(some)));
      if (outcome.ok) expect(outcome.command).toEqual(asRead(some));
      else expect(outcome.errors.length).toBeGreaterThan(0);
    }),
  );
});

/** True and False are called so, and nothing else, by the form. */
function asRead(some: Question): Question {
  if (some.type !== 'true-false') return some;
  const [first, second] = some.options;
  return {
    ...some,
    options: [
      { ...first!, text: 'True' },
      { ...second!, text: 'False' },
    ],
  };
}

describe('rows', () => {
  const WHOLE = valuesOfQuestion(question('one'));

  test('that are empty are left out, wherever they stand', () => {
    const { 'options.1.text': text = '', 'options.1.why': why = '', ...rest } = WHOLE;
    const moved = { ...rest, right: '5', 'options.5.text': text, 'options.5.why': why };
    const outcome = parsed('one', { ...moved, 'options.1.text': ' ', 'options.4.text': '' });
    expect(outcome.ok && outcome.command.options.map((one) => [one.text, one.isRight])).toEqual([
      ['Wait', false],
      ['Tell the parents first', false],
      ['Tell the DSL', true],
    ]);
  });

  test('are told of by the place where they stand', () => {
    const gap = { ...WHOLE, 'options.1.text': '', 'options.1.why': '', right: '2' };
    const more = { ...gap, 'options.4.text': 'Wait.', 'options.4.why': '' };
    expect(errorsOf('one', more)).toEqual({
      'options.4.why': 'Enter why option 5 is right or wrong',
      'options.4.text': 'Change option 5: it says the same as option 1',
    });
  });

  test('that are marked right and say nothing are asked for', () => {
    const errors = errorsOf('several', {
      ...valuesOfQuestion(question('several')),
      right: ['0', '5'],
    });
    expect(errors).toMatchObject({ 'options.5.text': 'Enter option 6' });
  });

  test.each<[QuestionType, number, number]>([
    ['one', 0, 6],
    ['several', 7, 7],
    ['order', 8, 8],
    ['match', 12, 8],
    ['true-false', 0, 2],
  ])('%s with %i options shows %i of them', (type, options, rows) => {
    expect(rowsFor(type, options)).toBe(rows);
  });

  test('are as many as what was typed takes', () => {
    expect(rowsOf('order', { 'options.6.why': 'Because' })).toBe(7);
    expect(rowsOf('order', { 'options.6.why': '' })).toBe(6);
  });
});

describe('what is wrong is told where it is', () => {
  test('an empty form', () => {
    fc.assert(
      fc.property(someType, (type) => {
        expect(errorsOf(type, {})).toMatchObject({
          topic: 'Choose the topic',
          section: 'Choose the section of the offer',
          text: 'Enter the question',
          'source.document': 'Enter the document that it comes from',
        });
      }),
    );
  });

  test.each<[string, QuestionType, FormValues, Record<string, string>]>([
    ['a topic that nobody knows', 'one', { topic: '__proto__' }, { topic: 'Choose the topic' }],
    [
      'a section that is not in the offer',
      'one',
      { section: 'prevent' },
      { section: 'Choose the section of the offer' },
    ],
    ['nothing right', 'one', { right: [] }, { options: 'Mark exactly one option as right, not 0' }],
    [
      'everything right',
      'several',
      { right: ['0', '1', '2', '3'] },
      { options: 'Leave at least one option wrong' },
    ],
    [
      'a scenario without a story',
      'scenario',
      { story: ' ' },
      { story: 'Enter what happens in the scenario' },
    ],
    [
      'a pair of which half is missing',
      'match',
      { 'options.1.answer': '' },
      { 'options.1.answer': 'Enter what pair 2 goes with' },
    ],
    [
      'an item without why',
      'order',
      { 'options.2.why': '' },
      { 'options.2.why': 'Enter why item 3 stands where it does' },
    ],
    [
      'an extra that is an answer',
      'match',
      { extras: 'The DSL' },
      { extras: 'Change further answer 1: it is among the answers already' },
    ],
    [
      'words that nobody sees',
      'one',
      { text: 'What\u200bnow?' },
      { text: 'The question has a hidden character in it. Type it rather than paste it' },
    ],
    [
      'a whole book',
      'one',
      { text: 'x'.repeat(501) },
      { text: 'Shorten the question: 500 characters or fewer' },
    ],
  ])('%s', (_, type, more, errors) => {
    expect(errorsOf(type, { ...valuesOfQuestion(question(type)), ...more })).toEqual(errors);
  });

  test('and what was typed is kept', () => {
    const typed = { ...valuesOfQuestion(question('one')), topic: '' };
    const outcome = parsed('one', typed);
    expect(outcome.ok).toBe(false);
    expect(!outcome.ok && outcome.values).toMatchObject({ 'options.1.why': 'Why Tell the DSL' });
  });
});

test('what is put in order or matched is right as it stands, whatever a form says', () => {
  const outcome = parsed('order', { ...valuesOfQuestion(question('order')), right: ['0'] });
  expect(outcome.ok && outcome.command.options.every(({ isRight }) => isRight)).toBe(true);
});

test('a story belongs to a scenario alone', () => {
  const outcome = parsed('one', { ...valuesOfQuestion(question('one')), story: 'Once' });
  expect(outcome.ok && outcome.command.story).toBeNull();
});

test.each([
  ['one', 'one'],
  ['true-false', 'true-false'],
  ['essay', null],
  ['toString', null],
  [undefined, null],
])('the type %s', (text, type) => {
  expect(readType(text)).toBe(type);
});

test('lines may be broken where somebody broke them', () => {
  const whole = question('one', {
    text: 'One.\nTwo?',
    options: [...question('one').options, right('x\ny', { isRight: false })],
  });
  expect(parsed('one', valuesOfQuestion(whole))).toEqual({ ok: true, command: whole });
});
