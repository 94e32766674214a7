/** Which answers are right, by the marks they give; or why that cannot be said. */
export type Weighed = { right: boolean[]; notes: string[] } | { why: string };

const WHOLE = 99.99;

/** One answer may be chosen: the one with the whole mark is right. */
export function weighOne(weights: readonly number[]): Weighed {
  const right = weights.map((weight) => weight >= WHOLE);
  const count = right.filter(Boolean).length;
  if (count === 0) return { why: 'No answer gives the whole mark, so none is right.' };
  if (count > 1) {
    return { why: `${count} answers each give the whole mark: say which one is right.` };
  }
  const hasParts = weights.some((weight) => weight > 0 && weight < WHOLE);
  const hasLosses = weights.some((weight) => weight < 0);
  return {
    right,
    notes: [
      ...(hasParts ? ['Part marks were left out: only the right answer counts.'] : []),
      ...(hasLosses ? ['Marks taken off were left out: a wrong answer counts nothing.'] : []),
    ],
  };
}

/** Several may be chosen: those that give part of the mark are right. */
export function weighSeveral(weights: readonly number[]): Weighed {
  const right = weights.map((weight) => weight > 0);
  const positive = weights.filter((weight) => weight > 0);
  if (positive.length === 0) return { why: 'No answer gives any mark, so none is right.' };
  const share = 100 / positive.length;
  const isEven = positive.every((weight) => Math.abs(weight - share) < 0.01);
  return { right, notes: isEven ? [] : [UNEVEN] };
}

const UNEVEN =
  'Its answers gave different shares of the mark. That was left out: all right answers and no other must be chosen.';

/** The share of the mark that each right answer of several gives, as Moodle writes it. */
export function shareOf(count: number): string {
  return String(Number((100 / Math.max(1, count)).toFixed(5)));
}
