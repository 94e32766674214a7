import { counted } from '../words.ts';

/** With fewer first attempts nothing is said of a question. */
export const FEWEST_ATTEMPTS = 10;

/** A question in somebody's first attempt. */
export type MarkedOnce = {
  /** 0 to 1. */
  mark: number;
  /** The mean mark of the attempt's other questions, 0 to 1; null where it had no other. */
  restMark: number | null;
};

/** In percent; null where there is too little to say. */
export type QuestionStatistics = {
  attempts: number;
  facility: number | null;
  discrimination: number | null;
};

/** What first attempts say of one revision of a question. */
export function statisticsOf(rows: readonly MarkedOnce[]): QuestionStatistics {
  return {
    attempts: rows.length,
    facility: facilityIndex(rows),
    discrimination: discriminationIndex(rows),
  };
}

/**
 * Moodle's facility index: how easy a question is, as the mean mark in percent of what can be had,
 *
 *     F = 100 (x̄ − x_min) / (x_max − x_min)
 *
 * with x the marks on the question; here x_min is 0 and x_max is 1. First attempts only.
 * https://docs.moodle.org/dev/Quiz_statistics_calculations, "Facility index".
 */
export function facilityIndex(rows: readonly MarkedOnce[]): number | null {
  if (rows.length < FEWEST_ATTEMPTS) return null;
  return 100 * meanOf(rows.map(({ mark }) => mark));
}

/**
 * Moodle's discrimination index: do those who do well on the rest do well on this question? It is the
 * correlation of the marks x on the question with the marks X on the rest of the attempt, in percent,
 *
 *     D = 100 C(x, X) / √(V(x) V(X))
 *
 * with C the covariance and V the variances; null where either variance is 0. First attempts only.
 * https://docs.moodle.org/dev/Quiz_statistics_calculations, "Discrimination index"; in Moodle's code
 * `question/classes/statistics/questions/calculator.php`, `discriminationindex`.
 *
 * Moodle takes X as the sum of the other marks. We take their mean, so that attempts at quizzes of
 * different lengths compare: 4 of 4 and 9 of 9 are equally good. Where all have the same length the
 * mean is the sum divided by one number, which no correlation notices, and the index is Moodle's.
 */
export function discriminationIndex(rows: readonly MarkedOnce[]): number | null {
  const paired = rows.flatMap(({ mark, restMark }) =>
    restMark === null ? [] : [{ mark, restMark }],
  );
  if (paired.length < FEWEST_ATTEMPTS) return null;
  const correlation = correlationOf(
    paired.map(({ mark }) => mark),
    paired.map(({ restMark }) => restMark),
  );
  return correlation === null ? null : 100 * correlation;
}

function correlationOf(xs: readonly number[], ys: readonly number[]): number | null {
  // Equal marks are looked for as such: the sum of their squared deviations may be rounded to a hair above 0.
  if (new Set(xs).size < 2 || new Set(ys).size < 2) return null;
  const dx = deviationsOf(xs);
  const dy = deviationsOf(ys);
  // What variances and covariance are divided by is the same number and falls out.
  return sumOfProducts(dx, dy) / Math.sqrt(sumOfProducts(dx, dx) * sumOfProducts(dy, dy));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationsOf(values: readonly number[]): number[] {
  const mean = meanOf(values);
  return values.map((value) => value - mean);
}

function sumOfProducts(xs: readonly number[], ys: readonly number[]): number {
  return xs.reduce((sum, x, index) => sum + x * (ys[index] ?? 0), 0);
}

/** From here a question is called extremely easy: the bands of the Open University, who wrote the report. */
export const TOO_EASY = 95;
export const HALF = 50;
const HARDLY_ANYBODY = 20;
/** Below it Moodle calls a discrimination very weak; below 0, the question probably invalid. */
export const WEAK = 20;

/**
 * What the two figures mean, in plain words. The bands are those of
 * https://docs.moodle.org/dev/Quiz_report_statistics, fewer of them: a quiz that is to be passed is
 * meant to be easier than an examination.
 */
export function statisticWords(statistics: QuestionStatistics): string {
  const { attempts, facility, discrimination } = statistics;
  if (facility === null) {
    const so = counted(attempts, 'first attempt', 'first attempts');
    return `Too few to say anything: ${so}, and ${FEWEST_ATTEMPTS} are needed.`;
  }
  const share = `${Math.round(facility)}% of ${attempts}`;
  if (facility >= TOO_EASY) {
    return `Too easy to tell who knows: ${share} get it right. Keep it if it must be known.`;
  }
  if (facility === 0) {
    return `Nobody of ${attempts} gets it right: check which answer is marked as right.`;
  }
  return `${easeWords(facility, share)} ${tellingWords(discrimination)}`;
}

function easeWords(facility: number, share: string): string {
  if (facility < HARDLY_ANYBODY) return `Hardly anybody gets it right: ${share}.`;
  if (facility < HALF) return `Most miss it: ${share} get it right.`;
  return `Most get it right: ${share}.`;
}

function tellingWords(discrimination: number | null): string {
  if (discrimination === null) return 'The marks differ too little to tell who knows the rest.';
  if (discrimination < 0) return 'Those who know the rest miss this one: check the question.';
  if (discrimination < WEAK) {
    return 'Those who know the rest hardly do better on it: read it again for what may mislead.';
  }
  return 'Those who know the rest do better on it, as they should.';
}
