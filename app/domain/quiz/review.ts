import { topicLabel } from '../offer/topics.ts';
import { answersOf, type QuestionAnswer } from './question.ts';
import { type Drawn, optionOrder } from './shown.ts';

/** What can be chosen, and what was: in the order in which the attempt showed it. */
type ReviewedOption = { text: string; isRight: boolean; isChosen: boolean; why: string };
/** A step in its right place, and where it was put; null: nowhere. */
type ReviewedStep = { text: string; place: number; given: number | null; why: string };
/** What belongs together, and what was matched; null: nothing. */
type ReviewedPair = { text: string; answer: string; given: string | null; why: string };

/** A question of a submitted attempt: what was answered, what was right, and what each option means. */
export type Review =
  | { kind: 'chosen'; options: ReviewedOption[] }
  | { kind: 'order'; steps: ReviewedStep[] }
  | { kind: 'match'; pairs: ReviewedPair[] };

/** What became of one question, for who has handed it in. */
export function reviewOf(drawn: Drawn, answer: QuestionAnswer | null): Review {
  const { type } = drawn.revision;
  if (type === 'order') return { kind: 'order', steps: stepsOf(drawn, answer) };
  if (type === 'match') return { kind: 'match', pairs: pairsOf(drawn, answer) };
  return { kind: 'chosen', options: optionsOf(drawn, answer) };
}

function optionsOf(drawn: Drawn, answer: QuestionAnswer | null): ReviewedOption[] {
  const chosen = answer?.kind === 'chosen' ? answer.chosen : [];
  return optionOrder(drawn).flatMap((place) => {
    const option = drawn.revision.options[place];
    if (option === undefined) return [];
    const { text, isRight, why } = option;
    return [{ text, isRight, why, isChosen: chosen.includes(place) }];
  });
}

function stepsOf({ revision }: Drawn, answer: QuestionAnswer | null): ReviewedStep[] {
  const places = answer?.kind === 'order' ? answer.places : [];
  return revision.options.map(({ text, why }, index) => {
    return { text, place: index + 1, given: places[index] ?? null, why };
  });
}

function pairsOf({ revision }: Drawn, kept: QuestionAnswer | null): ReviewedPair[] {
  const answers = kept?.kind === 'match' ? kept.answers : [];
  const texts = answersOf(revision);
  return revision.options.map(({ text, answer, why }, index) => {
    const given = answers[index] ?? null;
    return {
      text,
      answer: answer ?? '',
      given: given === null ? null : (texts[given] ?? null),
      why,
    };
  });
}

/** A section of the offer, as far as a question cites it. */
export type CitedSection = { topic: string; title: string };

/** The section that a question cites, by its title; `isThere` is false where the offer has none now. */
export type Cited = CitedSection & { isThere: boolean };

/** What a question cites, among the sections that the offer has today. */
export function citedSection(sections: readonly CitedSection[], topic: string): Cited {
  const section = sections.find((one) => one.topic === topic);
  return { topic, title: section?.title ?? topicLabel(topic), isThere: section !== undefined };
}

/** What to read before another try: the sections of what was answered wrongly, each once. */
export function readFirst(questions: readonly { isRight: boolean; section: Cited }[]): Cited[] {
  const wrong = questions.filter(({ isRight }) => !isRight);
  const byTopic = new Map(wrong.map(({ section }) => [section.topic, section]));
  return [...byTopic.values()].filter(({ isThere }) => isThere);
}
