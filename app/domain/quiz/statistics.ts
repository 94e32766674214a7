import { counted } from '../words.ts';

/** With fewer first attempts nothing is said of a question. */
export const FEWEST_ATTEMPTS = 10;

/**
 * First attempts, each somebody's first at a quiz in an academic year, in which a question was asked
 * beside so many others, added up. All are whole numbers, so that the sums of schools, added, are
 * exactly the sum of their attempts.
 */
export type MarkSums = {
  /** How many other questions each of these attempts had. */
  others: number;
  attempts: number;
  /** Σ x, with x the mark on the question: 1 where it was right, else 0. */
  right: number;
  /** Σ r, with r how many of the other questions were right. */
  othersRight: number;
  /** Σ r². */
  othersRightSquared: number;
  /** Σ x r. */
  bothRight: number;
};

/** In percent; null where there is too little to say. */
export type QuestionStatistics = {
  attempts: number;
  facility: number | null;
  discrimination: number | null;
};

/** Adds up what was counted of the same question: one is left for each number of other questions. */
export function addMarkSums(sums: readonly MarkSums[]): MarkSums[] {
  const byOthers = new Map<number, MarkSums>();
  for (const one of sums) {
    const so = byOthers.get(one.others);
    byOthers.set(one.others, so ? bothOf(so, one) : one);
  }
  return [...byOthers.values()];
}

function bothOf(one: MarkSums, other: MarkSums): MarkSums {
  return {
    others: one.others,
    attempts: one.attempts + other.attempts,
    right: one.right + other.right,
    othersRight: one.othersRight + other.othersRight,
    othersRightSquared: one.othersRightSquared + other.othersRightSquared,
    bothRight: one.bothRight + other.bothRight,
  };
}

/** What first attempts say of one revision of a question. */
export function statisticsOf(sums: readonly MarkSums[]): QuestionStatistics {
  return {
    attempts: attemptsIn(sums),
    facility: facilityIndex(sums),
    discrimination: discriminationIndex(sums),
  };
}

function attemptsIn(sums: readonly MarkSums[]): number {
  return sums.reduce((sum, { attempts }) => sum + attempts, 0);
}

/**
 * Moodle's facility index: how easy a question is, as the mean mark in percent of what can be had,
 *
 *     F = 100 (x̄ − x_min) / (x_max − x_min)
 *
 * with x the marks on the question; here x_min is 0 and x_max is 1. First attempts only.
 * https://docs.moodle.org/dev/Quiz_statistics_calculations, "Facility index".
 */
export function facilityIndex(sums: readonly MarkSums[]): number | null {
  const attempts = attemptsIn(sums);
  if (attempts < FEWEST_ATTEMPTS) return null;
  return (100 * sums.reduce((sum, { right }) => sum + right, 0)) / attempts;
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
 *
 * From sums over n attempts it is n² C = n Σ xX − Σ x Σ X, and so for V. Such differences are where
 * rounding would hurt, so they are taken of whole numbers: the means are counted in parts that all
 * lengths have in common, which no correlation notices either.
 */
export function discriminationIndex(sums: readonly MarkSums[]): number | null {
  const paired = sums.filter(({ others }) => others > 0);
  if (attemptsIn(paired) < FEWEST_ATTEMPTS) return null;
  const { n, x, rest, restSquared, both } = inCommonParts(paired);
  // x is 0 or 1, and so its own square.
  const spread = n * x - x * x;
  const restSpread = n * restSquared - rest * rest;
  if (spread === 0n || restSpread === 0n) return null;
  const together = Number(n * both - x * rest);
  return (100 * together) / (Math.sqrt(Number(spread)) * Math.sqrt(Number(restSpread)));
}

/** The sums n, Σ x, Σ X, Σ X² and Σ xX, with the mean X of each attempt in parts that all have in common. */
function inCommonParts(sums: readonly MarkSums[]) {
  const parts = sums.reduce((all, { others }) => leastMultiple(all, BigInt(others)), 1n);
  const total = { n: 0n, x: 0n, rest: 0n, restSquared: 0n, both: 0n };
  for (const { others, attempts, right, ...rest } of sums) {
    const each = parts / BigInt(others);
    total.n += BigInt(attempts);
    total.x += BigInt(right);
    total.rest += BigInt(rest.othersRight) * each;
    total.restSquared += BigInt(rest.othersRightSquared) * each * each;
    total.both += BigInt(rest.bothRight) * each;
  }
  return total;
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [divisor, remainder] = [a, b];
  while (remainder !== 0n) [divisor, remainder] = [remainder, divisor % remainder];
  return (a / divisor) * b;
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
