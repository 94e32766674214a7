import type { Question } from '#app/domain/quiz/question.ts';
import { exactTextOfHtml, htmlOf, insideOf, textOfHtml, withoutElement } from './html.ts';

/**
 * What our questions hold and other programs have no place for. It travels as tags ("indate",
 * "indate-topic-prevent", "indate-section-prevent", "indate-must-pass", "indate-order") and as
 * paragraphs of a class of their own, which those programs keep and show: the story before the
 * question; in the general feedback the source, and why each item or pair is where it is.
 */
export type Marks = { topic: string; section: string; mustPass: boolean; isOrder: boolean };

const OURS = 'indate';
const TOPIC = 'indate-topic-';
const SECTION = 'indate-section-';
const MUST_PASS = 'indate-must-pass';
/** Of a question to put in order, where it stands as one to match with numbers. */
export const ORDER = 'indate-order';

export function tagsOf({ topic, section, mustPass }: Question): string[] {
  return [OURS, `${TOPIC}${topic}`, `${SECTION}${section}`, ...(mustPass ? [MUST_PASS] : [])];
}

/** Null: not a question that we wrote. */
export function readTags(tags: readonly string[]): Marks | null {
  if (!tags.includes(OURS)) return null;
  const after = (start: string) => {
    const tag = tags.find((one) => one.startsWith(start));
    return tag === undefined ? '' : tag.slice(start.length);
  };
  return {
    topic: after(TOPIC),
    section: after(SECTION),
    mustPass: tags.includes(MUST_PASS),
    isOrder: tags.includes(ORDER),
  };
}

const STORY = 'indate-story';
const QUESTION = 'indate-question';

/** The story of a scenario and its question, one paragraph each. */
export function storyHtml(story: string, text: string): string {
  return `<p class="${STORY}">${htmlOf(story)}</p><p class="${QUESTION}">${htmlOf(text)}</p>`;
}

/** Null: no story stands in it. */
export function readStoryHtml(html: string): { story: string; text: string } | null {
  const story = insideOf(html, 'p', STORY);
  if (story === null) return null;
  const text = insideOf(html, 'p', QUESTION) ?? withoutElement(html, 'p', STORY);
  return { story: exactTextOfHtml(story), text: exactTextOfHtml(text) };
}

const WHY = 'indate-why';
const SOURCE = 'indate-source';
const DOCUMENT = 'indate-document';
const PLACE = 'indate-place';

/** What everybody is told afterwards: why, where answers have no feedback of their own; the source. */
export function feedbackHtml({ type, options, source }: Question): string {
  const told = type === 'order' || type === 'match' ? options : [];
  const whys = told.map(({ text, why }) => `<dt>${htmlOf(text)}</dt><dd>${htmlOf(why)}</dd>`);
  const list = whys.length === 0 ? '' : `<dl class="${WHY}">${whys.join('')}</dl>`;
  const document = `<cite class="${DOCUMENT}">${htmlOf(source.document)}</cite>`;
  const place = `<span class="${PLACE}">${htmlOf(source.place)}</span>`;
  return `${list}<p class="${SOURCE}">${document} ${place}</p>`;
}

export type Feedback = {
  whys: { text: string; why: string }[];
  source: Question['source'];
  /** What else it says. */
  rest: string;
};

const TOLD =
  /<dt\b[^<>]*>((?:(?!<\/?d[dt]\b)[\s\S])*)<\/dt>\s*<dd\b[^<>]*>((?:(?!<\/?d[dt]\b)[\s\S])*)<\/dd>/gi;

export function readFeedbackHtml(html: string): Feedback {
  const list = insideOf(html, 'dl', WHY) ?? '';
  const from = insideOf(html, 'p', SOURCE) ?? '';
  return {
    whys: [...list.matchAll(TOLD)].map(([, text = '', why = '']) => ({
      text: exactTextOfHtml(text),
      why: exactTextOfHtml(why),
    })),
    source: {
      document: exactTextOfHtml(insideOf(from, 'cite', DOCUMENT) ?? ''),
      place: exactTextOfHtml(insideOf(from, 'span', PLACE) ?? ''),
    },
    rest: textOfHtml(withoutElement(withoutElement(html, 'dl', WHY), 'p', SOURCE)),
  };
}
