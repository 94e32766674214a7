import { shownAnswers, shownOrder } from './draw.ts';
import { isComplete } from './mark.ts';
import { answersOf, type Question, type QuestionAnswer } from './question.ts';

/** A question as an attempt draws it: which revision, and the attempt's own seed. */
export type Drawn = { revision: Question & { id: number }; seed: number };

/**
 * A question as its page shows it. Options and answers are known by the place where they stand on
 * this page, from 0: nothing here tells which is right.
 */
export type ShownQuestion = Pick<Question, 'type' | 'mustPass' | 'story' | 'text'> & {
  options: string[];
  /** What can be matched; empty for other types. What is said twice stands once. */
  answers: string[];
};

/** The question without anything that gives the answer away. */
export function shownQuestion(drawn: Drawn): ShownQuestion {
  const { type, mustPass, story, text, options } = drawn.revision;
  return {
    type,
    mustPass,
    story,
    text,
    options: optionOrder(drawn).map((place) => options[place]?.text ?? ''),
    answers: answerOrder(drawn).map((place) => answersOf(drawn.revision)[place] ?? ''),
  };
}

/** An answer by the places of the revision, as it is kept, by the places on the page. */
export function asShown(drawn: Drawn, kept: QuestionAnswer): QuestionAnswer {
  const options = optionOrder(drawn);
  if (kept.kind === 'chosen') {
    return {
      kind: 'chosen',
      chosen: options.flatMap((place, shown) => (kept.chosen.includes(place) ? [shown] : [])),
    };
  }
  if (kept.kind === 'order') {
    return { kind: 'order', places: options.map((place) => kept.places[place] ?? null) };
  }
  return {
    kind: 'match',
    answers: options.map((place) => shownPlaceOf(drawn, kept.answers[place])),
  };
}

/** An answer by the places on the page, as it is given, by the places of the revision. */
export function asKept(drawn: Drawn, given: QuestionAnswer): QuestionAnswer {
  const options = optionOrder(drawn);
  if (given.kind === 'chosen') {
    const chosen = given.chosen
      .map((shown) => options[shown])
      .filter((place) => place !== undefined);
    return { kind: 'chosen', chosen: chosen.sort((a, b) => a - b) };
  }
  if (given.kind === 'order') {
    return { kind: 'order', places: byPlace(options, given.places) };
  }
  const answers = answerOrder(drawn);
  const kept = given.answers.map((shown) => (shown === null ? null : (answers[shown] ?? null)));
  return { kind: 'match', answers: byPlace(options, kept) };
}

/** How far a question has been answered. */
export type Progress = 'answered' | 'begun' | 'unanswered';

/** Is it answered, in part, or not at all? */
export function progressOf({
  revision,
  answer,
}: {
  revision: Question;
  answer: QuestionAnswer | null;
}): Progress {
  if (answer === null) return 'unanswered';
  return isComplete(revision, answer) ? 'answered' : 'begun';
}

/** The options in the order of the page, as their places in the revision. */
export function optionOrder({ revision: { id, type, options }, seed }: Drawn): number[] {
  return shownOrder(seed, id, options.length, type);
}

/** The places of what can be matched, in the order of the page; the first of those that say the same. */
function answerOrder({ revision, seed }: Drawn): number[] {
  if (revision.type !== 'match') return [];
  const texts = answersOf(revision);
  const shown = shownAnswers(seed, revision.id, texts.length);
  return shown.filter((place) => texts.indexOf(texts[place] ?? '') === place);
}

function shownPlaceOf(drawn: Drawn, place: number | null | undefined): number | null {
  if (place === null || place === undefined) return null;
  const texts = answersOf(drawn.revision);
  const shown = answerOrder(drawn).findIndex((one) => texts[one] === texts[place]);
  return shown === -1 ? null : shown;
}

/** Values in the order of the page, in the order of the revision. */
function byPlace<T>(order: readonly number[], shown: readonly (T | null)[]): (T | null)[] {
  const values: (T | null)[] = order.map(() => null);
  for (const [index, place] of order.entries()) values[place] = shown[index] ?? null;
  return values;
}
