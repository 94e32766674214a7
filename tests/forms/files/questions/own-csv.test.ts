import { describe, expect, test } from 'vitest';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import { writeQuestions } from '#app/forms/files/questions/write-questions.ts';
import { SCENARIO } from './samples.ts';

function read(text: string) {
  const outcome = readQuestionFile(new TextEncoder().encode(text), 'questions.csv');
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
}

test('the columns, in their order', () => {
  const [headings = ''] = writeQuestions([SCENARIO], 'csv').text.split('\r\n');
  const of = (n: number) => `option_${n},right_${n},answer_${n},why_${n}`;
  const options = [1, 2, 3, 4, 5, 6, 7, 8].map(of).join(',');
  expect(headings).toBe(
    `key,topic,section,type,must_pass,story,text,source_document,source_place,${options},extra_1,extra_2`,
  );
});

/** As it comes out of a spreadsheet program that separates with semicolons. */
const BY_HAND = `sep=;
Type;Text;Topic;Must pass;Option 1;Right 1;Why 1;Option 2;Right 2;Why 2;Option 3;Right 3;Why 3;Answer 1;Answer 2;Extra 1
one;Whom do you tell?;prevent;x;The DSL;Yes;At once;Nobody;;No;A friend;NO;No
True-false;It is so.;;;TRUE;TRUE;Yes;FALSE;FALSE;No

order;In order;;;Notice;;First;Check;;Second;"Share;
tell";;Third
match;Who does what?;;;You;;By duty;The DSL;;By role;;;;Tell;Decide;Nothing
`;

test('written by hand in a spreadsheet', () => {
  const source = { document: '', place: '' };
  const common = { topic: '', section: '', mustPass: false, story: null, source, extras: [] };
  const right = { isRight: true, answer: null };
  const wrong = { isRight: false, answer: null };
  expect(read(BY_HAND)).toEqual({
    ok: true,
    lines: [],
    questions: [
      {
        ...common,
        key: 'whom-do-you-tell',
        topic: 'prevent',
        mustPass: true,
        type: 'one',
        text: 'Whom do you tell?',
        options: [
          { ...right, text: 'The DSL', why: 'At once' },
          { ...wrong, text: 'Nobody', why: 'No' },
          { ...wrong, text: 'A friend', why: 'No' },
        ],
      },
      {
        ...common,
        key: 'it-is-so',
        type: 'true-false',
        text: 'It is so.',
        options: [
          { ...right, text: 'True', why: 'Yes' },
          { ...wrong, text: 'False', why: 'No' },
        ],
      },
      {
        ...common,
        key: 'in-order',
        type: 'order',
        text: 'In order',
        options: [
          { ...right, text: 'Notice', why: 'First' },
          { ...right, text: 'Check', why: 'Second' },
          { ...right, text: 'Share;\ntell', why: 'Third' },
        ],
      },
      {
        ...common,
        key: 'who-does-what',
        type: 'match',
        text: 'Who does what?',
        options: [
          { isRight: true, text: 'You', answer: 'Tell', why: 'By duty' },
          { isRight: true, text: 'The DSL', answer: 'Decide', why: 'By role' },
        ],
        extras: ['Nothing'],
      },
    ],
  });
});

describe('a row that is not taken, or not whole', () => {
  const HEADINGS =
    'key,topic,type,must_pass,text,option_1,right_1,why_1,option_2,right_2,why_2,option_3,right_3,why_3,answer_1,notes';
  const row = 'q-1,prevent,one,no,Who?,A,yes,Yes,B,no,No,C,no,No,,';
  test.each<[string, string, string]>([
    [
      'an unknown type',
      row.replace('one', 'essay'),
      'The type “essay” is none of one, several, true-false, order, match, scenario.',
    ],
    [
      'no type',
      row.replace('one', ''),
      'The type “” is none of one, several, true-false, order, match, scenario.',
    ],
    [
      'a key of other signs',
      row.replace('q-1', 'Q 1'),
      'Its key is to be small letters, digits and hyphens, 60 characters at most.',
    ],
    [
      'a key of 61 characters',
      row.replace('q-1', 'q'.repeat(61)),
      'Its key is to be small letters, digits and hyphens, 60 characters at most.',
    ],
    [
      'a topic of other signs',
      row.replace('prevent', 'Prevent!'),
      'Write the topic in small letters, digits and hyphens, like early-help.',
    ],
    [
      'a comma that is not in quotes',
      row.replace('Who?', 'Who, then?'),
      'In the column right_1 stands “A”: write yes or no.',
    ],
    [
      'more cells than columns',
      `${row},x`,
      'It has more cells than the first row has columns: put text that has a comma in it in quotation marks.',
    ],
    [
      'must-pass in other words',
      row.replace('one,no', 'one,maybe'),
      'In the column must_pass stands “maybe”: write yes or no.',
    ],
    [
      'right in other words',
      row.replace('B,no', 'B,nearly'),
      'In the column right_2 stands “nearly”: write yes or no.',
    ],
    [
      'an answer where nothing is matched',
      row.replace(/,,$/, ',x,'),
      'Only a question to match has something in the column answer_1.',
    ],
    ['no right answer', row.replace('yes', 'no'), 'Mark exactly one option as right, not 0.'],
    ['no reason', row.replace('B,no,No', 'B,no,'), 'Enter why option 2 is right or wrong.'],
    ['a reason without an option', row.replace('B,no,No', ',no,No'), 'Enter option 2.'],
    [
      'a scenario without a story',
      row.replace('one', 'scenario'),
      'Enter what happens in the scenario.',
    ],
    [
      'true and false the other way round',
      row
        .replace('one', 'true-false')
        .replace('A,yes', 'False,yes')
        .replace('B,', 'True,')
        .replace('C,no,No', ',,'),
      'Call the options True and False, in this order.',
    ],
    [
      'an order in which something is wrong',
      row.replace('one', 'order'),
      'Mark all items as right.',
    ],
  ])('%s', (_, bad, why) => {
    const { questions, lines } = read(`${HEADINGS}\n${bad}\n${row.replace('q-1', 'q-2')}\n`);
    expect(questions.map(({ key }) => key)).toEqual(['q-2']);
    expect(lines).toEqual([{ number: 2, what: expect.stringContaining('Row 2'), why }]);
  });

  test('a key twice', () => {
    const { questions, lines } = read(`${HEADINGS}\n${row}\n${row}\n`);
    expect(questions.map(({ key }) => key)).toEqual(['q-1']);
    expect(lines).toEqual([
      {
        number: 3,
        what: 'Row 3 (“q-1”)',
        why: 'An earlier question of the file has the key q-1 already.',
      },
    ]);
  });

  test('a column that is none of ours', () => {
    const { questions, lines } = read(`${HEADINGS}\n${row}ask Zoë\n`);
    expect(questions.map(({ key }) => key)).toEqual(['q-1']);
    expect(lines).toEqual([
      {
        number: 2,
        what: 'Row 2 (“q-1”)',
        why: 'Taken all the same. The column notes is none of ours and was left out.',
      },
    ]);
  });
});

test('a formula is text, written harmless and read as it was', () => {
  const text = '=HYPERLINK("http://evil.example","See")';
  const question = { ...SCENARIO, text };
  const written = writeQuestions([question], 'csv').text;
  expect(written).toContain(`"'=HYPERLINK(""http://evil.example"",""See"")"`);
  expect(read(written)).toEqual({ ok: true, questions: [question], lines: [] });
});
