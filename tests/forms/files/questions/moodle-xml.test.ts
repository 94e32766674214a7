import { describe, expect, test } from 'vitest';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import { writeQuestions } from '#app/forms/files/questions/write-questions.ts';
import { SCENARIO } from './samples.ts';

function read(text: string) {
  const outcome = readQuestionFile(new TextEncoder().encode(text), 'questions.xml');
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
}

/** As Moodle 4.4 exports a category of its question bank. */
const EXPORT = `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<!-- question: 0  -->
  <question type="category">
    <category>
      <text>$course$/top/Staff training/Prevent</text>
    </category>
    <info format="html">
      <text></text>
    </info>
    <idnumber></idnumber>
  </question>

<!-- question: 1207  -->
  <question type="multichoice">
    <name>
      <text>First thing to do</text>
    </name>
    <questiontext format="html">
      <text><![CDATA[<p dir="ltr" style="text-align: left;">A parent makes a remark&nbsp;that worries you.<br></p><p>What do you do <strong>first</strong>?</p>]]></text>
    </questiontext>
    <generalfeedback format="html">
      <text></text>
    </generalfeedback>
    <defaultgrade>1.0000000</defaultgrade>
    <penalty>0.3333333</penalty>
    <hidden>0</hidden>
    <idnumber></idnumber>
    <single>true</single>
    <shuffleanswers>true</shuffleanswers>
    <answernumbering>abc</answernumbering>
    <showstandardinstruction>0</showstandardinstruction>
    <correctfeedback format="html">
      <text>Your answer is correct.</text>
    </correctfeedback>
    <partiallycorrectfeedback format="html">
      <text>Your answer is partially correct.</text>
    </partiallycorrectfeedback>
    <incorrectfeedback format="html">
      <text>Your answer is incorrect.</text>
    </incorrectfeedback>
    <shownumcorrect/>
    <answer fraction="100" format="html">
      <text><![CDATA[<p>Tell the DSL &amp; note it</p>]]></text>
      <feedback format="html">
        <text><![CDATA[<p>The DSL knows what else is known.</p>]]></text>
      </feedback>
    </answer>
    <answer fraction="0" format="html">
      <text>&lt;p&gt;Ask the parent what was meant&lt;/p&gt;</text>
      <feedback format="html">
        <text>That may warn somebody.</text>
      </feedback>
    </answer>
    <answer fraction="0" format="html">
      <text>Wait &#8217;til Friday</text>
      <feedback format="html">
        <text>Nobody else may have seen it.</text>
      </feedback>
    </answer>
    <tags>
      <tag><text>prevent</text></tag>
    </tags>
  </question>

<!-- question: 1208  -->
  <question type="multichoice">
    <name><text>Signs</text></name>
    <questiontext format="moodle_auto_format"><text>Which may be signs?</text></questiontext>
    <generalfeedback format="html"><text></text></generalfeedback>
    <single>false</single>
    <answer fraction="50" format="plain_text"><text>New &lt;b&gt; friends</text><feedback format="html"><text>It can be.</text></feedback></answer>
    <answer fraction="50" format="html"><text>Secrecy</text><feedback format="html"><text>It can be.</text></feedback></answer>
    <answer fraction="-100" format="html"><text>A school trip</text><feedback format="html"><text>No.</text></feedback></answer>
  </question>

<!-- question: 1209  -->
  <question type="truefalse">
    <name><text>Everybody</text></name>
    <questiontext format="html"><text><![CDATA[<p>The duty is everybody’s.</p>]]></text></questiontext>
    <generalfeedback format="html"><text></text></generalfeedback>
    <answer fraction="0" format="moodle_auto_format"><text>false</text><feedback format="html"><text>It is not for leads alone.</text></feedback></answer>
    <answer fraction="100" format="moodle_auto_format"><text>true</text><feedback format="html"><text>Everybody notices and tells.</text></feedback></answer>
  </question>

<!-- question: 1210  -->
  <question type="matching">
    <name><text>Who does what</text></name>
    <questiontext format="html"><text><![CDATA[<p>Match them.</p>]]></text></questiontext>
    <generalfeedback format="html"><text><![CDATA[<p>Each has a part.</p>]]></text></generalfeedback>
    <shuffleanswers>true</shuffleanswers>
    <subquestion format="html"><text><![CDATA[<p>You</p>]]></text><answer><text>Tell</text></answer></subquestion>
    <subquestion format="html"><text><![CDATA[<p>The DSL</p>]]></text><answer><text>Decide &amp;amp; refer</text></answer></subquestion>
    <subquestion format="html"><text></text><answer><text>Investigate</text></answer></subquestion>
  </question>

<!-- question: 1211  -->
  <question type="ordering">
    <name><text>Three steps</text></name>
    <questiontext format="html"><text>Put in order.</text></questiontext>
    <generalfeedback format="html"><text>Notice, check, share.</text></generalfeedback>
    <layouttype>VERTICAL</layouttype>
    <selecttype>ALL</selecttype>
    <selectcount>0</selectcount>
    <gradingtype>ABSOLUTE_POSITION</gradingtype>
    <showgrading>SHOW</showgrading>
    <answer fraction="1.0000000" format="html"><text>Notice</text></answer>
    <answer fraction="2.0000000" format="html"><text>Check</text></answer>
    <answer fraction="3.0000000" format="html"><text>Share</text></answer>
  </question>
</quiz>
`;

const GENERAL =
  'Taken all the same. What everybody is told afterwards (its general feedback) became the explanation of each answer that had none.';

test('an export from Moodle, each type of question that we have', () => {
  const open = { section: '', mustPass: false, story: null, source: { document: '', place: '' } };
  const common = { ...open, topic: 'prevent', extras: [] };
  const right = { isRight: true, answer: null };
  const wrong = { isRight: false, answer: null };
  expect(read(EXPORT)).toEqual({
    ok: true,
    questions: [
      {
        ...common,
        key: 'first-thing-to-do',
        type: 'one',
        text: 'A parent makes a remark that worries you. What do you do first?',
        options: [
          { ...right, text: 'Tell the DSL & note it', why: 'The DSL knows what else is known.' },
          { ...wrong, text: 'Ask the parent what was meant', why: 'That may warn somebody.' },
          { ...wrong, text: 'Wait ’til Friday', why: 'Nobody else may have seen it.' },
        ],
      },
      {
        ...common,
        key: 'signs',
        type: 'several',
        text: 'Which may be signs?',
        options: [
          { ...right, text: 'New <b> friends', why: 'It can be.' },
          { ...right, text: 'Secrecy', why: 'It can be.' },
          { ...wrong, text: 'A school trip', why: 'No.' },
        ],
      },
      {
        ...common,
        key: 'everybody',
        type: 'true-false',
        text: 'The duty is everybody’s.',
        options: [
          { ...right, text: 'True', why: 'Everybody notices and tells.' },
          { ...wrong, text: 'False', why: 'It is not for leads alone.' },
        ],
      },
      {
        ...common,
        key: 'who-does-what',
        type: 'match',
        text: 'Match them.',
        options: [
          { isRight: true, text: 'You', answer: 'Tell', why: 'Each has a part.' },
          { isRight: true, text: 'The DSL', answer: 'Decide & refer', why: 'Each has a part.' },
        ],
        extras: ['Investigate'],
      },
      {
        ...common,
        key: 'three-steps',
        type: 'order',
        text: 'Put in order.',
        options: [
          { ...right, text: 'Notice', why: 'Notice, check, share.' },
          { ...right, text: 'Check', why: 'Notice, check, share.' },
          { ...right, text: 'Share', why: 'Notice, check, share.' },
        ],
      },
    ],
    lines: [
      { number: 4, what: 'Question 4 (“Who does what”)', why: GENERAL },
      { number: 5, what: 'Question 5 (“Three steps”)', why: GENERAL },
    ],
  });
});

/** One question of an export, with what a test is about in it. */
function multichoice({ inside = '', single = 'true', weights = ['100', '0', '0'] } = {}): string {
  const answers = weights.map(
    (weight, n) =>
      `<answer fraction="${weight}"><text>Answer ${n + 1}</text><feedback><text>Why ${n + 1}</text></feedback></answer>`,
  );
  return `<question type="multichoice"><name><text>Q</text></name>
<questiontext format="html"><text>What?</text></questiontext>
<single>${single}</single>${answers.join('')}${inside}</question>`;
}

const quiz = (...questions: string[]) => `<quiz>${questions.join('')}</quiz>`;

describe('what is taken, though not whole', () => {
  test.each<[string, string, string]>([
    [
      'part marks',
      multichoice({ weights: ['100', '50', '0'] }),
      'Part marks were left out: only the right answer counts.',
    ],
    [
      'marks taken off',
      multichoice({ weights: ['100', '-25', '0'] }),
      'Marks taken off were left out: a wrong answer counts nothing.',
    ],
    [
      'uneven shares',
      multichoice({ single: 'false', weights: ['75', '25', '-50'] }),
      'Its answers gave different shares of the mark. That was left out: all right answers and no other must be chosen.',
    ],
    [
      'general feedback beside feedback of its own',
      multichoice({ inside: '<generalfeedback><text>Well.</text></generalfeedback>' }),
      'What everybody is told afterwards (its general feedback) was left out: its answers have explanations of their own.',
    ],
    [
      'a picture',
      multichoice().replace('What?', '&lt;img src="@@PLUGINFILE@@/a.png" alt="A"&gt;What?'),
      'A picture or recording in it was left out.',
    ],
    [
      'feedback for the whole answer',
      multichoice({ inside: '<incorrectfeedback><text>See page 3</text></incorrectfeedback>' }),
      'Its feedback for all right, partly right or wrong was left out.',
    ],
    [
      'hints',
      multichoice({ inside: '<hint><text>Think</text></hint>' }),
      'Its hints were left out.',
    ],
    [
      'a weight of its own',
      multichoice({ inside: '<defaultgrade>2.0000000</defaultgrade>' }),
      'Its weight in a quiz was left out: every question counts the same.',
    ],
  ])('%s', (_, question, note) => {
    const { questions, lines } = read(quiz(question));
    expect(questions).toHaveLength(1);
    expect(lines).toEqual([
      { number: 1, what: 'Question 1 (“Q”)', why: `Taken all the same. ${note}` },
    ]);
  });

  test('even shares that Moodle rounds are no scheme of their own', () => {
    const weights = ['33.33333', '33.33333', '33.33333', '-100'];
    expect(read(quiz(multichoice({ single: 'false', weights }))).lines).toEqual([]);
  });
});

describe('what is not taken', () => {
  const plain = (type: string) =>
    `<question type="${type}"><name><text>Q</text></name><questiontext><text>What?</text></questiontext></question>`;
  const typed = 'It asks for an answer to be typed. Here answers are chosen.';
  test.each<[string, string, string]>([
    [
      'essay',
      plain('essay'),
      'It asks for an essay. Here answers are chosen, so that they can be marked at once.',
    ],
    ['shortanswer', plain('shortanswer'), typed],
    ['numerical', plain('numerical'), 'It asks for a number to be typed. Here answers are chosen.'],
    [
      'cloze',
      plain('multianswer'),
      'It is a text with gaps (Cloze), which quizzes here do not have.',
    ],
    ['description', plain('description'), 'It is a text to be read, with nothing to answer.'],
    [
      'calculated',
      plain('calculatedmulti'),
      'It asks for a result to be reckoned. Here answers are chosen.',
    ],
    [
      'ddwtos',
      plain('ddwtos'),
      'It has words or pictures dragged into gaps, which cannot be done here.',
    ],
    ['a type that a plugin adds', plain('stack'), 'It is of a kind that is not read: “stack”.'],
    [
      'a type named like a part of every object',
      plain('constructor'),
      'It is of a kind that is not read: “constructor”.',
    ],
    [
      'no type',
      '<question><name><text>Q</text></name></question>',
      'It is of a kind that is not read: “”.',
    ],
    [
      'no right answer',
      multichoice({ weights: ['50', '0', '0'] }),
      'No answer gives the whole mark, so none is right.',
    ],
    [
      'two right answers where one is chosen',
      multichoice({ weights: ['100', '100', '0'] }),
      '2 answers each give the whole mark: say which one is right.',
    ],
    [
      'no right answer of several',
      multichoice({ single: 'false', weights: ['0', '0', '-1'] }),
      'No answer gives any mark, so none is right.',
    ],
    [
      'every answer right',
      multichoice({ single: 'false', weights: ['50', '25', '25'] }),
      'Leave at least one option wrong.',
    ],
    [
      'a mark that is no number',
      multichoice({ weights: ['100', 'half', '0'] }),
      'The mark of answer 2 is no number: “half”.',
    ],
    ['two answers', multichoice({ weights: ['100', '0'] }), 'Give 3 to 6 options, not 2 options.'],
    ['51 answers', multichoice({ weights: Array(51).fill('0') }), 'It has more than 50 answers.'],
    [
      'the same answer twice',
      multichoice().replace('Answer 2', 'answer 1.'),
      'Change option 2: it says the same as option 1.',
    ],
    [
      'one answer without feedback',
      multichoice().replace('Why 2', ''),
      'Enter why option 2 is right or wrong.',
    ],
    [
      'no feedback at all',
      multichoice().replace(/Why \d/g, ''),
      'No answer says why it is right or wrong: write feedback for each and import it again.',
    ],
    [
      'no question, only a picture',
      multichoice().replace('What?', '&lt;img src="a.png"&gt;'),
      'Enter the question.',
    ],
    [
      'a picture written into the text',
      multichoice().replace(
        'What?',
        `&lt;img src="data:image/png;base64,${'A'.repeat(10_000)}"&gt;What?`,
      ),
      'One of its texts has more than 10,000 characters. Leave pictures out that are written into the text.',
    ],
    [
      'a question that is too long',
      multichoice().replace('What?', 'What? '.repeat(100)),
      'Shorten the question: 500 characters or fewer.',
    ],
    [
      'tags that are not text',
      multichoice().replace('What?', '<p>What?</p>'),
      'There are tags in its text that are not marked as text (CDATA).',
    ],
    [
      'a picture to be matched',
      plain('matching').replace(
        '</question>',
        '<subquestion format="html"><text>&lt;img src="a.png"&gt;</text><answer><text>A</text></answer></subquestion></question>',
      ),
      'One of its pairs shows a picture and no words.',
    ],
    [
      'true and false by other names',
      plain('truefalse').replace(
        '</question>',
        '<answer fraction="100"><text>yes</text></answer><answer fraction="0"><text>no</text></answer></question>',
      ),
      'Its answers are not true and false.',
    ],
  ])('%s', (_, question, why) => {
    const other = multichoice().replace('<text>Q<', '<text>Another<');
    const { questions, lines } = read(quiz(question, other));
    expect(questions.map(({ key }) => key)).toEqual(['another']);
    expect(lines).toEqual([{ number: 1, what: expect.stringContaining('Question 1'), why }]);
  });
});

describe('keys', () => {
  test('questions of the same name are told apart, and one without a name is known by its words', () => {
    const nameless = multichoice().replace('<name><text>Q</text></name>', '');
    const { questions } = read(quiz(multichoice(), nameless, multichoice(), multichoice()));
    expect(questions.map(({ key }) => key)).toEqual(['q', 'what', 'q-2', 'q-3']);
  });

  test('an id number is a better name', () => {
    const { questions } = read(quiz(multichoice({ inside: '<idnumber>PRV 01</idnumber>' })));
    expect(questions.map(({ key }) => key)).toEqual(['prv-01']);
  });

  test('a name in letters that no key has', () => {
    const { questions } = read(quiz(multichoice(), multichoice().replace('>Q<', '>日本<')));
    expect(questions.map(({ key }) => key)).toEqual(['q', 'question-2']);
  });

  test('of two questions of ours with the same key the second is not taken', () => {
    const { text } = writeQuestions([SCENARIO, { ...SCENARIO, text: 'And then?' }], 'moodle');
    const { questions, lines } = read(text);
    expect(questions).toEqual([SCENARIO]);
    expect(lines).toEqual([
      {
        number: 2,
        what: `Question 2 (“${SCENARIO.key}”)`,
        why: `An earlier question of the file has the key ${SCENARIO.key} already.`,
      },
    ]);
  });
});

describe('topics', () => {
  const under = (path: string) =>
    read(
      quiz(
        `<question type="category"><category><text>${path}</text></category></question>`,
        multichoice(),
      ),
    ).questions.map(({ topic }) => topic);

  test.each([
    ['$course$/top/Prevent', 'prevent'],
    ['$course$/top/Early help/Autumn', 'early-help'],
    ['top/Child sexual and criminal exploitation', 'exploitation'],
    ['$system$/whom-to-tell', 'whom-to-tell'],
    ['$course$/top/Default for Staff', ''],
  ])('%s is the topic “%s”', (path, topic) => {
    expect(under(path)).toEqual([topic]);
  });
});

describe('what Moodle does to a file of ours', () => {
  test('a scenario is a choice whose story stands before the question', () => {
    const { text } = writeQuestions([SCENARIO], 'moodle');
    expect(text).toContain('<question type="multichoice">');
    expect(text).toContain(
      '<p class="indate-story">A Year 4 girl is quiet &amp; pale.<br>She says “nothing”.</p>',
    );
  });

  test('what its editor adds to our paragraphs is no loss', () => {
    const { text } = writeQuestions([SCENARIO], 'moodle');
    const edited = text
      .replaceAll('<p class', '<p dir="ltr" class')
      .replaceAll('</p>', '<br></p>\n');
    expect(read(edited)).toEqual({ ok: true, questions: [SCENARIO], lines: [] });
  });

  test('without our tags and id number the story and the source are still known', () => {
    const { text } = writeQuestions([SCENARIO], 'moodle');
    const bare = text.replace(/<tags>.*<\/tags>/, '').replace(/<idnumber>.*<\/idnumber>/, '');
    expect(read(bare)).toEqual({
      ok: true,
      questions: [{ ...SCENARIO, section: '', mustPass: false }],
      lines: [],
    });
  });

  test('the reason of a pair whose words were put right stays with it', () => {
    const match = {
      ...SCENARIO,
      type: 'match' as const,
      story: null,
      options: ['One', 'Two'].map((text) => ({
        text,
        isRight: true,
        answer: `The ${text}`,
        why: `Because of ${text}`,
      })),
      extras: ['Nothing'],
    };
    const { text } = writeQuestions([match], 'moodle');
    const [first] = read(text.replace('<text>One</text>', '<text>The first</text>')).questions;
    expect(first?.options[0]).toEqual({
      text: 'The first',
      isRight: true,
      answer: 'The One',
      why: 'Because of One',
    });
  });
});
