import { isWhole } from '../requirement-problems.ts';
import { answersOf, type Question, type QuestionAnswer, type QuestionType } from './question.ts';
import type { Quiz } from './quiz.ts';

/** What has to be known of a question to mark an answer. */
export type Marked = Pick<Question, 'type' | 'options' | 'extras'>;

/** In what form a question of this type is answered. */
export function answerKindOf(type: QuestionType): QuestionAnswer['kind'] {
  return type === 'order' || type === 'match' ? type : 'chosen';
}

/**
 * Can an answer be taken back? What is chosen from one of several radios cannot, so a form without an
 * answer is one that was opened before it was given: it says nothing.
 */
export function canBeTakenBack(type: QuestionType): boolean {
  return type === 'several' || answerKindOf(type) !== 'chosen';
}

/**
 * Is the question answered rightly? All or nothing: exactly the right options, every place, every
 * match. What is not answered, or does not fit the question, is wrong.
 */
export function isRight(question: Marked, answer: QuestionAnswer | null): boolean {
  if (!isComplete(question, answer)) return false;
  if (answer.kind === 'chosen') return areAllRight(question, answer.chosen);
  if (answer.kind === 'order') return answer.places.every((place, index) => place === index + 1);
  return areAllMatched(question, answer.answers);
}

/**
 * Is every part answered? One option, or at least one where several may be right; every place of an
 * order, none given twice; something for every option of a match.
 */
export function isComplete(
  { type, options, extras }: Marked,
  answer: QuestionAnswer | null,
): answer is QuestionAnswer {
  if (answer === null || answer.kind !== answerKindOf(type) || options.length === 0) return false;
  if (answer.kind === 'chosen') {
    const { chosen } = answer;
    const isEnough = type === 'several' ? chosen.length > 0 : chosen.length === 1;
    return isEnough && areApart(chosen) && areBetween(chosen, 0, options.length - 1);
  }
  if (answer.kind === 'order') {
    const { places } = answer;
    return (
      places.length === options.length && areApart(places) && areBetween(places, 1, options.length)
    );
  }
  const last = options.length + extras.length - 1;
  return answer.answers.length === options.length && areBetween(answer.answers, 0, last);
}

function areAllRight({ options }: Marked, chosen: readonly number[]): boolean {
  const right = options.filter((option) => option.isRight);
  return chosen.length === right.length && chosen.every((place) => options[place]?.isRight);
}

/** By the text of the answer: where two answers say the same, either is right. */
function areAllMatched(question: Marked, answers: readonly (number | null)[]): boolean {
  const texts = answersOf(question);
  return question.options.every(({ answer }, index) => {
    const given = answers[index];
    return typeof given === 'number' && texts[given] === answer;
  });
}

function areApart(numbers: readonly (number | null)[]): boolean {
  return new Set(numbers).size === numbers.length;
}

function areBetween(numbers: readonly (number | null)[], min: number, max: number): boolean {
  return numbers.every((number) => number !== null && isWhole(number, min, max));
}

/** How an attempt came out. */
export type Outcome = {
  score: number;
  outOf: number;
  hasPassed: boolean;
  /** The must-pass questions that were answered wrongly, as places in what was marked, from 0. */
  missedMustPass: number[];
};

/** An attempt passes with so many right answers, if every must-pass question is among them. */
export function outcomeOf(
  { passMark }: Pick<Quiz, 'passMark'>,
  marked: readonly { isRight: boolean; mustPass: boolean }[],
): Outcome {
  const score = marked.filter((question) => question.isRight).length;
  const missedMustPass = marked.flatMap((question, place) =>
    question.mustPass && !question.isRight ? [place] : [],
  );
  const hasPassed = score >= passMark && missedMustPass.length === 0;
  return { score, outOf: marked.length, hasPassed, missedMustPass };
}
