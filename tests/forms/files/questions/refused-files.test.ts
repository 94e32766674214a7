import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import { writeQuestions } from '#app/forms/files/questions/write-questions.ts';
import { SCENARIO } from './samples.ts';

const MOODLE = writeQuestions([SCENARIO], 'moodle').text;
const GIFT = writeQuestions([SCENARIO], 'gift').text;
const CSV = writeQuestions([SCENARIO], 'csv').text;

const bytesOf = (text: string) => strToU8(text);

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
}

/** As older programs on Windows write it. */
function windows(text: string): Uint8Array {
  return new Uint8Array(
    Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1'),
  );
}

describe.each([
  ['Moodle XML', MOODLE],
  ['GIFT', GIFT],
  ['CSV', CSV],
])('%s is read from every encoding that trainers have', (_, text) => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16(text)],
    ['UTF-16, big end first', utf16(text, { bigEndian: true })],
    ['UTF-16 without a mark', utf16(text, { mark: false })],
    ['Windows-1252', windows(text)],
    ['blank lines before it', bytesOf(`\n\n${text}`)],
  ])('%s', (_name, bytes) => {
    expect(readQuestionFile(bytes, 'questions')).toEqual({
      ok: true,
      questions: [SCENARIO],
      lines: [],
    });
  });
});

test.each([
  ['xml called csv', MOODLE, 'bank.csv'],
  ['GIFT called xml', GIFT, 'bank.xml'],
  ['CSV without a name', CSV, ''],
])('the name says nothing: %s', (_, text, name) => {
  expect(readQuestionFile(bytesOf(text), name)).toMatchObject({ ok: true, questions: [SCENARIO] });
});

const CUT =
  'The file ends before all that it opens is closed, as if it was cut off on its way. Nothing was taken. Export the questions again.';
const DOCTYPE =
  'The file defines names of its own (a DOCTYPE), which no file of questions needs and which can hide harm. It was not read. Export the questions from Moodle again.';
const BUILT =
  'The file is built as no Moodle file is: more than 20 elements in each other, or names that are not allowed. Nothing was taken.';
const WEB_PAGE =
  'This is a web page. Download the file of questions itself: in Moodle, choose Question bank, Export, Moodle XML.';
const PACKED =
  'This is a packed file: an Excel workbook, a Word document or a backup. Save a table as CSV; from Moodle, export the question bank as Moodle XML or GIFT.';
const NO_TEXT =
  'The file holds characters that no text has, so it is no Moodle XML, GIFT or CSV, or it was damaged on its way.';
const LARGE =
  'The file is larger than 512 kB. Export fewer questions at a time, and leave pictures out.';
const EMPTY = 'The file is empty.';
const NONE = 'The file holds no question.';
const NOTHING_LIKE =
  'In “file” is nothing that looks like Moodle XML, GIFT or our own CSV, whose first row names the columns type, text, option_1, why_1 and so on.';
const otherXml = (name: string) =>
  `The file is XML, but no questions in Moodle’s form: it begins with <${name}>, not with <quiz>. In Moodle, choose Question bank, Export, Moodle XML.`;
const notXml = (line: number, stood: string) =>
  `Line ${line} cannot be read as XML: “${stood}”. Nothing was taken. Export the questions again.`;
const notGift = (line: number, stood: string) =>
  `Line ${line} cannot be read as GIFT: “${stood}”. The signs ~ = # { } and : need a \\ before them where they are only text. Nothing was taken from the file.`;
const unclosed = (line: number) =>
  `The question in line ${line} opens its answers with { and does not close them with } before the next blank line. Nothing was taken from the file.`;

const LAUGHS = `<?xml version="1.0"?>
<!DOCTYPE quiz [
<!ENTITY a "ha">
${[...'bcdefghij'].map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghij'[n]};`.repeat(10)}">`).join('\n')}
]>
<quiz><question type="essay"><name><text>&j;</text></name></question></quiz>`;

const nested = (depth: number, inside = '') =>
  `<quiz>${'<question>'.repeat(depth)}${inside}${'</question>'.repeat(depth)}</quiz>`;
const HEADINGS = 'type,text,option_1,right_1,why_1';
const many = (one: string, count: number) => one.repeat(count);

describe('from these nothing is taken, and the reason is said', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', EMPTY],
    ['only a mark', '\ufeff', EMPTY],
    ['only blank lines', ' \n\t\r\n \n', EMPTY],
    ['more than 512 kB', new Uint8Array(512 * 1024 + 1).fill(65), LARGE],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1]), NO_TEXT],
    ['a PDF', new Uint8Array([...strToU8('%PDF-1.7\n'), 0, 1, 2, 0xff]), NO_TEXT],
    ['bytes of all kinds', new Uint8Array(256).map((_, n) => n), NO_TEXT],
    ['a NUL in XML', MOODLE.replace('pale', 'pa\0le'), NO_TEXT],
    ['a NUL in GIFT', GIFT.replace('pale', 'pa\0le'), NO_TEXT],
    ['half of a UTF-16 pair', utf16('::a::\ud83d{T}'), NO_TEXT],
    ['a workbook or a backup of Moodle', zipSync({ 'a.xml': strToU8(MOODLE) }), PACKED],
    ['a packed file', gzipSync(strToU8(MOODLE)), PACKED],
    ['a web page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>', WEB_PAGE],
    ['a web page without a doctype', '<HTML lang="en"><p>Sign in</p></HTML>', WEB_PAGE],
    ['prose', 'Dear Zoë,\nplease find the questions attached.\n', NOTHING_LIKE],
    ['a table of something else', 'Name,Completed\nZoë Lytton,03/09/2026\n', NOTHING_LIKE],

    ['XML that is cut off in a tag', MOODLE.slice(0, MOODLE.indexOf('<answer') + 20), CUT],
    ['XML that is cut off in a text', MOODLE.slice(0, MOODLE.indexOf('pale')), CUT],
    ['XML that is cut off after a question', MOODLE.replace('</quiz>', ''), CUT],
    ['XML whose CDATA never ends', MOODLE.replaceAll(']]>', ''), CUT],
    ['XML whose comment never ends', '<quiz><!-- <question/></quiz>', CUT],
    [
      'tags that cross',
      '<quiz>\n<question>\n<name></question></name>\n</quiz>',
      notXml(3, '<name></question></name>'),
    ],
    [
      'an attribute without quotes',
      '<quiz>\n<question type=essay/>\n</quiz>',
      notXml(2, '<question type=essay/>'),
    ],
    [
      'a bare ampersand',
      '<quiz><question><name><text>Q & A</text></name></question></quiz>',
      notXml(1, '<quiz><question><name><text>Q & A</text></name></question></'),
    ],
    ['two roots', '<quiz></quiz><quiz></quiz>', notXml(1, '<quiz></quiz><quiz></quiz>')],
    ['only a tag’s beginning', '<', notXml(1, '<')],
    ['another root', '<assessmentItem identifier="x"/>', otherXml('assessmentItem')],
    [
      'a Moodle backup’s own XML',
      '<?xml version="1.0"?>\n<question_categories></question_categories>',
      otherXml('question_categories'),
    ],
    [
      'an SVG',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      otherXml('svg'),
    ],
    ['a quiz without a question', '<quiz></quiz>', NONE],
    [
      'a quiz of categories alone',
      '<quiz><question type="category"><category><text>x</text></category></question></quiz>',
      NONE,
    ],
    ['a billion laughs', LAUGHS, DOCTYPE],
    [
      'an external entity',
      '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
      DOCTYPE,
    ],
    [
      'a DOCTYPE after a comment',
      `<!-- x -->${MOODLE.replace('<quiz>', '<!doctype quiz><quiz>').split('\n').slice(1).join('\n')}`,
      DOCTYPE,
    ],
    ['a DOCTYPE inside the root', '<quiz><!DOCTYPE x [<!ENTITY a "b">]></quiz>', DOCTYPE],
    ['elements in each other', nested(25), BUILT],
    ['elements in each other, very deep', nested(20_000), BUILT],
    [
      'a name that every object has',
      '<quiz><question><__proto__><text>x</text></__proto__></question></quiz>',
      BUILT,
    ],
    [
      '301 questions in XML',
      `<quiz>${many('<question type="essay"/>', 301)}</quiz>`,
      'The file holds 301 questions; 300 can be read at a time. Divide it.',
    ],

    ['an unclosed brace', GIFT.replace(/\n\}\n$/, '\n'), unclosed(4)],
    [
      'an unclosed brace, and more after it',
      `One {T#a#b}\n\nTwo {\n=A#x\n~B#y\n\nThree {T#a#b}\n`,
      unclosed(3),
    ],
    ['a brace too many', 'One {T#a#b}}\n', notGift(1, 'One {T#a#b}}')],
    [
      'no blank line between two questions',
      'One {T#a#b}\nTwo {T#a#b}\n',
      notGift(2, 'Two {T#a#b}'),
    ],
    [
      'a sign that needs a backslash',
      '// a comment\n::Q::What?{\n=A: B#x\n~C#y\n}\n',
      notGift(3, '=A: B#x'),
    ],
    ['a weight over 100', 'Q{\n~%150%A#x\n~%-50%B#y\n}\n', notGift(2, '~%150%A#x')],
    [
      'JSON',
      '{"questions": [{"text": "What?"}]}',
      notGift(1, '{"questions": [{"text": "What?"}]}'),
    ],
    ['only comments', '// nothing yet\n// [id:x] [tag:indate]\n', NONE],
    ['only a category', '$CATEGORY: Prevent\n', NONE],
    [
      '301 questions in GIFT',
      many('Q{T}\n\n', 301),
      'The file holds 301 questions; 300 can be read at a time. Divide it.',
    ],
    [
      'a block without an end',
      `Q{=${many('a', 50_001)}}`,
      'From line 1 on more than 50,000 characters stand without a blank line, which parts questions in GIFT. Nothing was taken from the file.',
    ],

    [
      'an unclosed quotation mark',
      `${HEADINGS}\none,"What?,A,yes,Why\none,What?,A,yes,Why\n`,
      'A quotation mark is opened and never closed, near line 3. Put it right in your spreadsheet program and save the file again.',
    ],
    ['headings alone', `${HEADINGS}\n,,,,\n`, NONE],
    [
      'a missing column',
      'type,text,option_1\none,What?,A\n',
      'The first row names no column why_1. The columns are key, topic, section, type, must_pass, story, text, source_document, source_place, and option_1, right_1, answer_1, why_1 and so on.',
    ],
    [
      'a column twice',
      `${HEADINGS},Option 1\none,What?,A,yes,Why,B\n`,
      'The first row names the column option_1 twice.',
    ],
    [
      '300 columns',
      `${HEADINGS}${many(',x', 295)}\none\n`,
      'Row 1 has 300 columns. Is this the right file?',
    ],
    [
      '301 rows',
      `${HEADINGS}\n${many('one,What?,A,yes,Why\n', 301)}`,
      'The file holds 301 questions; 300 can be read at a time. Divide it.',
    ],
    [
      'a row without an end',
      `${HEADINGS}\n${many('"x', 100_001)}\n`,
      'A row is longer than 200,000 characters: is this the right file?',
    ],
  ])('%s', (_, file, message) => {
    const bytes = typeof file === 'string' ? bytesOf(file) : file;
    expect(readQuestionFile(bytes, 'file')).toEqual({ ok: false, message });
  });
});

test('what looks like harm and is only text is taken as text', () => {
  const text = '<!DOCTYPE x [<!ENTITY a "b">]> &a; <script>alert(1)</script> ]]> ../../etc/passwd';
  const question = { ...SCENARIO, text, story: text };
  for (const format of ['moodle', 'gift', 'csv'] as const) {
    const bytes = bytesOf(writeQuestions([question], format).text);
    expect(readQuestionFile(bytes, format)).toEqual({ ok: true, questions: [question], lines: [] });
  }
});

test('300 questions are taken', () => {
  const bank = Array.from({ length: 300 }, (_, n) => ({ ...SCENARIO, key: `question-${n}` }));
  for (const format of ['moodle', 'gift', 'csv'] as const) {
    const bytes = bytesOf(writeQuestions(bank, format).text);
    expect(readQuestionFile(bytes, format)).toEqual({ ok: true, questions: bank, lines: [] });
  }
});
