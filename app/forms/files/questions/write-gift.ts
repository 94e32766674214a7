import { topicLabel } from '#app/domain/offer/topics.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { barelyEscaped, htmlOf } from './html.ts';
import { feedbackHtml, ORDER, storyHtml, tagsOf } from './marks.ts';
import { shareOf } from './weights.ts';

/**
 * The questions as GIFT, in HTML, so that every space and line stays. What GIFT has no place for
 * stands in a comment before each question, as Moodle writes ids and tags, and in its HTML.
 */
export function writeGift(questions: readonly KeyedQuestion[]): string {
  return questions
    .map((question, place) => {
      const isSame = questions[place - 1]?.topic === question.topic;
      return isSame ? entry(question) : `${category(question.topic)}\n${entry(question)}`;
    })
    .join('\n');
}

function category(topic: string): string {
  return `$CATEGORY: $course$/top/InDate/${topicLabel(topic).replaceAll('/', '//')}\n`;
}

function entry(question: KeyedQuestion): string {
  const { key, type, story, text } = question;
  const tags = [...tagsOf(question), ...(type === 'order' ? [ORDER] : [])];
  const stem = story === null ? html(text) : escaped(storyHtml(story, text));
  const lines = [
    `// [id:${key}] ${tags.map((tag) => `[tag:${tag}]`).join(' ')}`,
    `::${key}::[html]${stem}{`,
    ...answersOf(question),
    `####${escaped(feedbackHtml(question))}`,
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function answersOf({ type, options, extras }: KeyedQuestion): string[] {
  switch (type) {
    case 'true-false': {
      const why = (isRight: boolean) =>
        html(options.find((option) => option.isRight === isRight)?.why ?? '');
      return [`${options[0]?.isRight ? 'TRUE' : 'FALSE'}#${why(false)}#${why(true)}`];
    }
    case 'order':
      return options.map(({ text }, place) => `=${html(text)} -> ${place + 1}`);
    case 'match':
      return [
        ...options.map(({ text, answer }) => `=${html(text)} -> ${goesWith(answer ?? '')}`),
        ...extras.map((extra) => `= -> ${goesWith(extra)}`),
      ];
    case 'several': {
      const share = shareOf(options.filter(({ isRight }) => isRight).length);
      return options.map(
        ({ text, isRight, why }) => `~%${isRight ? share : '-100'}%${html(text)}#${html(why)}`,
      );
    }
    default:
      return options.map(
        ({ text, isRight, why }) => `${isRight ? '=' : '~'}${html(text)}#${html(why)}`,
      );
  }
}

/** A text of its own: one that begins like a format or a weight is kept from being taken for it. */
function html(text: string): string {
  return escaped(htmlOf(text).replace(/^[[%]/, (sign) => `&#${sign.charCodeAt(0)};`));
}

/** Programs run spaces together here, and take two & for a sign of their own. */
function goesWith(text: string): string {
  const plain = barelyEscaped(text)
    .replace(/&(?=&)/g, '&amp;')
    .replace(/(?<=\s)\s/g, (space) => `&#${space.charCodeAt(0)};`);
  return escaped(plain);
}

function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
}
