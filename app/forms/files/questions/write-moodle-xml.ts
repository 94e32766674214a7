import { topicLabel } from '#app/domain/offer/topics.ts';
import type { KeyedQuestion, QuestionOption } from '#app/domain/quiz/question.ts';
import { barelyEscaped, escapeXml } from './html.ts';
import { feedbackHtml, storyHtml, tagsOf } from './marks.ts';
import { shareOf } from './weights.ts';

/** The questions as a file that Moodle imports, in categories of their topics. */
export function writeMoodleXml(questions: readonly KeyedQuestion[]): string {
  const parts = questions.flatMap((question, place) => {
    const isSame = questions[place - 1]?.topic === question.topic;
    return isSame ? [entry(question)] : [category(question.topic), entry(question)];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`;
}

function category(topic: string): string {
  const path = `$course$/top/InDate/${topicLabel(topic).replaceAll('/', '//')}`;
  return `<question type="category">\n<category>${words(path)}</category>\n</question>`;
}

const TYPES: Record<KeyedQuestion['type'], string> = {
  one: 'multichoice',
  several: 'multichoice',
  scenario: 'multichoice',
  'true-false': 'truefalse',
  order: 'ordering',
  match: 'matching',
};

function entry(question: KeyedQuestion): string {
  const { type, key } = question;
  const lines = [
    `<question type="${TYPES[type]}">`,
    `<name>${words(key)}</name>`,
    stemOf(question),
    html('generalfeedback', feedbackHtml(question)),
    `<idnumber>${escapeXml(key)}</idnumber>`,
    ...answersOf(question),
    `<tags>${tagsOf(question)
      .map((tag) => `<tag>${words(tag)}</tag>`)
      .join('')}</tags>`,
    '</question>',
  ];
  return lines.join('\n');
}

function stemOf({ story, text }: KeyedQuestion): string {
  if (story === null) return plain('questiontext', text);
  return html('questiontext', storyHtml(story, text));
}

function answersOf({ type, options, extras }: KeyedQuestion): string[] {
  switch (type) {
    case 'true-false':
      return options.map((option) =>
        answer({ ...option, text: option.text.toLowerCase() }, '100', '0'),
      );
    case 'several': {
      const share = shareOf(options.filter(({ isRight }) => isRight).length);
      return ['<single>false</single>', ...options.map((option) => answer(option, share, '-100'))];
    }
    case 'order':
      return [
        '<layouttype>VERTICAL</layouttype>',
        '<selecttype>ALL</selecttype>',
        '<selectcount>0</selectcount>',
        ...options.map(
          ({ text }, place) => `<answer fraction="${place + 1}" ${PLAIN}>${words(text)}</answer>`,
        ),
      ];
    case 'match':
      return [
        ...options.map(({ text, answer }) => pair(text, answer ?? '')),
        ...extras.map((extra) => pair('', extra)),
      ];
    default:
      return ['<single>true</single>', ...options.map((option) => answer(option, '100', '0'))];
  }
}

function answer({ text, isRight, why }: QuestionOption, right: string, wrong: string): string {
  const fraction = isRight ? right : wrong;
  return `<answer fraction="${fraction}" ${PLAIN}>${words(text)}${plain('feedback', why)}</answer>`;
}

/** Moodle's answers to match with take no HTML and yet show entities as characters. */
function pair(text: string, goesWith: string): string {
  return `<subquestion ${PLAIN}>${words(text)}<answer>${words(barelyEscaped(goesWith))}</answer></subquestion>`;
}

const PLAIN = 'format="plain_text"';

function plain(name: string, text: string): string {
  return `<${name} ${PLAIN}>${words(text)}</${name}>`;
}

/** HTML names every > of a text, so that nothing in it ends the CDATA. */
function html(name: string, text: string): string {
  return `<${name} format="html"><text><![CDATA[${text}]]></text></${name}>`;
}

function words(text: string): string {
  return `<text>${escapeXml(text)}</text>`;
}
