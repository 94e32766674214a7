import { LONGEST_POINT } from '../briefing.ts';
import { counted } from '../words.ts';
import type { Marked } from './mark.ts';
import type { Question } from './question.ts';
import type { QuestionState } from './question-state.ts';
import type { SumsByRevision } from './question-sums.ts';
import { shortened } from './question-words.ts';
import {
  FEWEST_ATTEMPTS,
  HALF,
  type QuestionStatistics,
  statisticsOf,
  TOO_EASY,
  WEAK,
} from './statistics.ts';
import { mostChosenWrong, NO_ANSWERS, type WrongChoice } from './wrong-choice.ts';

/** A question as it is worded now, with what first attempts say of that wording. */
export type Figured<Q> = {
  question: Q;
  statistics: QuestionStatistics;
  missed: WrongChoice | null;
};

/** The figures of each question, in their order. */
export function figuredOf<Q extends Marked & { id: number }>(
  questions: readonly Q[],
  sums: SumsByRevision,
): Figured<Q>[] {
  return questions.map((question) => {
    const { marks, answers } = sums.get(question.id) ?? { marks: [], answers: NO_ANSWERS };
    const missed = mostChosenWrong(question, answers);
    return { question, statistics: statisticsOf(marks), missed };
  });
}

/** Why a question deserves a look: most miss it, or knowing the rest does not help with it. */
export type Look = 'missed' | 'misleading';

/**
 * Does a question deserve a look, and why? Never on fewer than ten first attempts. What nearly
 * everybody gets right tells nobody apart, and is no worse for it.
 */
export function lookOf({ facility, discrimination }: QuestionStatistics): Look | null {
  if (facility === null || facility >= TOO_EASY) return null;
  if (discrimination !== null && discrimination < WEAK) return 'misleading';
  return facility < HALF ? 'missed' : null;
}

/** Those that deserve a look, the most often missed first. What is set aside has been looked at. */
export function deservingLook<Q extends { state: QuestionState }>(
  figured: readonly Figured<Q>[],
): Figured<Q>[] {
  const looks = figured.filter(
    ({ question, statistics }) => question.state !== 'set-aside' && lookOf(statistics) !== null,
  );
  return sortedBy(looks, 'facility');
}

export const QUESTION_SORTS = ['facility', 'discrimination'] as const;
export type QuestionSort = (typeof QUESTION_SORTS)[number];

/** The lowest first; questions of which nothing can be said stand last, in their order. */
export function sortedBy<Q>(figured: readonly Figured<Q>[], sort: QuestionSort): Figured<Q>[] {
  const known = figured.filter(({ statistics }) => statistics[sort] !== null);
  const unknown = figured.filter(({ statistics }) => statistics[sort] === null);
  const figure = ({ statistics }: Figured<Q>) => statistics[sort] ?? 0;
  return [
    ...known.toSorted((a, b) => figure(a) - figure(b)),
    ...unknown.toSorted((a, b) => b.statistics.attempts - a.statistics.attempts),
  ];
}

/** "12 of 102 questions have ten first attempts or more; 3 of them deserve a look." */
export function figuresAnswer(figured: readonly Figured<{ state: QuestionState }>[]): string {
  const known = figured.filter(({ statistics }) => statistics.facility !== null);
  const looks = deservingLook(figured).length;
  const of = counted(figured.length, 'question', 'questions');
  const have = `${known.length} of ${of} ${known.length === 1 || figured.length === 1 ? 'has' : 'have'} ten first attempts or more`;
  if (known.length === 0) return `${have}.`;
  if (looks === 0) return `${have}; none of them deserves a look.`;
  return `${have}; ${looks} of them ${looks === 1 ? 'deserves' : 'deserve'} a look.`;
}

/** "Facility 45%, discrimination 12%"; below ten first attempts how many there are so far. */
export function indexWords({ attempts, facility, discrimination }: QuestionStatistics): string {
  if (facility === null) return attemptsSoFar(attempts);
  const tells = discrimination === null ? 'cannot be told' : percent(discrimination);
  return `Facility ${percent(facility)}, discrimination ${tells}, of ${attempts} first attempts`;
}

/** "6 of 10 attempts so far". */
export function attemptsSoFar(attempts: number): string {
  return `${attempts} of ${FEWEST_ATTEMPTS} attempts so far`;
}

/** With a minus that is not taken for a dash. */
export function percent(index: number): string {
  const rounded = Math.round(index);
  return `${rounded < 0 ? `−${-rounded}` : rounded}%`;
}

/**
 * What is put down for the next briefing about a question: what it asks, what was missed, what is
 * right. As long as a point may be: the story gives way first.
 */
export function pointWords(
  { story, text, options, type }: Pick<Question, 'story' | 'text' | 'options' | 'type'>,
  missed: WrongChoice | null,
): string {
  const right = options
    .filter(({ isRight }) => isRight)
    .map((option) => `‘${unstopped(option.text)}’`);
  const hasRight = type !== 'order' && type !== 'match' && right.length > 0;
  const rest = [text, missed?.words, hasRight ? `Right: ${right.join('; ')}.` : null]
    .filter(Boolean)
    .join(' ');
  const room = LONGEST_POINT - [...rest].length - 1;
  const told = story !== null && room > 0 ? `${shortened(story, room)} ${rest}` : rest;
  return shortened(told, LONGEST_POINT);
}

function unstopped(text: string): string {
  return text.replace(/\.$/, '');
}
