import { describe, expect, test } from 'vitest';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import { writeQuestions } from '#app/forms/files/questions/write-questions.ts';
import { SCENARIO } from './samples.ts';

function read(text: string) {
  const outcome = readQuestionFile(new TextEncoder().encode(text), 'questions.txt');
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
}

/** As trainers write it, and as Moodle and the editors of GIFT export it. */
const FILE = `// question: 0  name: Switch category to $course$/top/FGM
$CATEGORY: $course$/top/FGM


// question: 41  name: Who must report
// [tag:fgm] [tag:2026]
::Who must report::[html]<p>A girl of 12 tells you it was done to her.<br>Who must report it?</p>{
	=<p>You, a teacher</p>#<p>The duty is the teacher’s own.</p>
	~The DSL#The DSL helps\\: the duty stays with you.
	// a comment in the middle
	~Her parents#They may have\\: agreed \\{to it\\}.
}

::Signs:: Which may be signs?
{
   ~%50%A long holiday \\= a worry # It may be.
   ~%50%Pain#It may be.
   ~%-100%New shoes#No.
}

::Age:: FGM happens only to girls under 5. {F#It happens at any age up to 18, and after.#Right, at any age.
####See the guidance.}

// question: 44  name: Who does what
Match each with what they do. {
   =A teacher -> Reports a known case
   =Others -> Tell the DSL at once
   = -> Ask the girl for proof
   ####Each has a part.
}

A known case is reported to {=the police#By law. ~the school nurse#She is told, but not first. ~nobody#It is the law.} without delay.
`;

test('a file from elsewhere, each type of question that we have', () => {
  const open = { section: '', mustPass: false, story: null, source: { document: '', place: '' } };
  const common = { ...open, topic: 'fgm', extras: [] };
  const right = { isRight: true, answer: null };
  const wrong = { isRight: false, answer: null };
  expect(read(FILE)).toEqual({
    ok: true,
    questions: [
      {
        ...common,
        key: 'who-must-report',
        type: 'one',
        text: 'A girl of 12 tells you it was done to her. Who must report it?',
        options: [
          { ...right, text: 'You, a teacher', why: 'The duty is the teacher’s own.' },
          { ...wrong, text: 'The DSL', why: 'The DSL helps: the duty stays with you.' },
          { ...wrong, text: 'Her parents', why: 'They may have: agreed {to it}.' },
        ],
      },
      {
        ...common,
        key: 'signs',
        type: 'several',
        text: 'Which may be signs?',
        options: [
          { ...right, text: 'A long holiday = a worry', why: 'It may be.' },
          { ...right, text: 'Pain', why: 'It may be.' },
          { ...wrong, text: 'New shoes', why: 'No.' },
        ],
      },
      {
        ...common,
        key: 'age',
        type: 'true-false',
        text: 'FGM happens only to girls under 5.',
        options: [
          { ...wrong, text: 'True', why: 'It happens at any age up to 18, and after.' },
          { ...right, text: 'False', why: 'Right, at any age.' },
        ],
      },
      {
        ...common,
        key: 'match-each-with-what-they-do',
        type: 'match',
        text: 'Match each with what they do.',
        options: [
          {
            isRight: true,
            text: 'A teacher',
            answer: 'Reports a known case',
            why: 'Each has a part.',
          },
          {
            isRight: true,
            text: 'Others',
            answer: 'Tell the DSL at once',
            why: 'Each has a part.',
          },
        ],
        extras: ['Ask the girl for proof'],
      },
      {
        ...common,
        key: 'a-known-case-is-reported-to-without-delay',
        type: 'one',
        text: 'A known case is reported to _____ without delay.',
        options: [
          { ...right, text: 'the police', why: 'By law.' },
          { ...wrong, text: 'the school nurse', why: 'She is told, but not first.' },
          { ...wrong, text: 'nobody', why: 'It is the law.' },
        ],
      },
    ],
    lines: [
      {
        number: 3,
        what: 'Question 3 (“Age”), line 21',
        why: 'Taken all the same. What everybody is told afterwards (its general feedback) was left out: its answers have explanations of their own.',
      },
      {
        number: 4,
        what: 'Question 4, line 25',
        why: 'Taken all the same. What everybody is told afterwards (its general feedback) became the explanation of each answer that had none.',
      },
    ],
  });
});

describe('what is not taken', () => {
  const typed = 'It asks for an answer to be typed. Here answers are chosen.';
  test.each<[string, string, string]>([
    [
      'essay',
      'What do you think? {}',
      'It asks for an essay. Here answers are chosen, so that they can be marked at once.',
    ],
    ['short answer', 'Who decides? {=DSL =The DSL}', typed],
    ['one answer alone', 'Who decides? {DSL}', typed],
    ['number', 'How many? {#3:1}', 'It asks for a number to be typed. Here answers are chosen.'],
    ['description', 'Read this first.', 'It is a text to be read, with nothing to answer.'],
    ['no right answer', 'Who? {~A#x ~B#y ~C#z}', 'No answer gives any mark, so none is right.'],
    [
      'two right answers',
      'Who? {=A#x =B#y ~C#z}',
      '2 answers each give the whole mark: say which one is right.',
    ],
    [
      'no feedback',
      'Who? {=A ~B ~C}',
      'No answer says why it is right or wrong: write feedback for each and import it again.',
    ],
    ['two answers', 'Who? {=A#x ~B#y}', 'Give 3 to 6 options, not 2 options.'],
    [
      'the same answer twice',
      'Who? {=A#x ~B#y ~b.#z}',
      'Change option 3: it says the same as option 2.',
    ],
    [
      'the same match twice',
      'Who? {=A -> x =B -> x ####Why.}',
      'Change what pair 2 goes with: it is the same as for pair 1.',
    ],
    [
      'true or false without reasons',
      'It is so. {T}',
      'No answer says why it is right or wrong: write feedback for each and import it again.',
    ],
    ['true or false with one reason', 'It is so. {T#No}', 'Enter why option 1 is right or wrong.'],
  ])('%s', (_, question, why) => {
    const { questions, lines } = read(`${question}\n\n::Other:: Who? {=A#x ~B#y ~C#z}\n`);
    expect(questions.map(({ key }) => key)).toEqual(['other']);
    expect(lines).toEqual([{ number: 1, what: 'Question 1, line 1', why }]);
  });
});

describe('what stands in a file of ours', () => {
  const written = (question: typeof SCENARIO) => writeQuestions([question], 'gift').text;
  const order = {
    ...SCENARIO,
    type: 'order' as const,
    story: null,
    options: ['Notice', 'Check', 'Share'].map((text) => ({
      text,
      isRight: true,
      answer: null,
      why: `${text} now`,
    })),
  };

  test('a comment before each question, which other programs pass over', () => {
    expect(written(SCENARIO)).toBe(`$CATEGORY: $course$/top/InDate/Early help

// [id:early-help-quiet-girl] [tag:indate] [tag:indate-topic-early-help] [tag:indate-section-whom-to-tell] [tag:indate-must-pass]
::early-help-quiet-girl::[html]<p class\\="indate-story">A Year 4 girl is quiet &amp; pale.<br>She says “nothing”.</p><p class\\="indate-question">What do you do?</p>{
=Tell the DSL today#Small signs add up.
~Wait a week#She may be alone with it.
~Ring home first#Home may be the reason.
####<p class\\="indate-source"><cite class\\="indate-document">Working together to safeguard children</cite> <span class\\="indate-place">Chapter on early help</span></p>
}
`);
  });

  test('an order is matched with numbers, whatever the order of the lines', () => {
    const text = written(order);
    expect(text).toContain('\n=Notice -> 1\n=Check -> 2\n=Share -> 3\n');
    const turned = text.replace('=Notice -> 1\n=Check -> 2\n', '=Check -> 2\n=Notice -> 1\n');
    expect(read(turned)).toEqual({ ok: true, questions: [order], lines: [] });
  });

  test('it is an order by its mark alone', () => {
    const bare = written(order).replace(' [tag:indate-order]', '');
    expect(read(bare).questions[0]).toMatchObject({
      type: 'match',
      options: [
        { text: 'Notice', answer: '1' },
        { text: 'Check', answer: '2' },
        { text: 'Share', answer: '3' },
      ],
    });
  });

  test('an order whose numbers have a gap is not taken', () => {
    const { questions, lines } = read(written(order).replace('-> 3', '-> 4'));
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      {
        number: 1,
        what: 'Question 1 (“early-help-quiet-girl”), line 4',
        why: 'Its items are to be numbered from 1 without a gap, each number once.',
      },
    ]);
  });

  test('without the comment it is a question from elsewhere, with its story and source', () => {
    const bare = written(SCENARIO).replace(/^\/\/.*\n/m, '');
    expect(read(bare)).toEqual({
      ok: true,
      questions: [{ ...SCENARIO, section: '', mustPass: false }],
      lines: [],
    });
  });
});
