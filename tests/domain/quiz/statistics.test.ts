import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMarkSums,
  discriminationIndex,
  facilityIndex,
  type MarkSums,
  statisticsOf,
  statisticWords,
} from '#app/domain/quiz/statistics.ts';

/** A question in somebody's first attempt: its mark, and how many of the others were right. */
type Attempt = { mark: number; othersRight: number; others: number };

/** The sums of one attempt. */
function sumsOfOne({ mark, othersRight, others }: Attempt): MarkSums {
  return {
    others,
    attempts: 1,
    right: mark,
    othersRight,
    othersRightSquared: othersRight ** 2,
    bothRight: mark * othersRight,
  };
}

const sumsOf = (attempts: readonly Attempt[]) => addMarkSums(attempts.map(sumsOfOne));

/** Attempts with so many other questions each. */
function attemptsOf(marks: number[], othersRight: number[], others: number): Attempt[] {
  return marks.map((mark, index) => ({ mark, othersRight: othersRight[index] ?? 0, others }));
}

/** Both indices as their definitions say them, attempt by attempt. */
function byDefinition(attempts: readonly Attempt[]) {
  const paired = attempts.filter(({ others }) => others > 0);
  const marks = paired.map(({ mark }) => mark);
  const rests = paired.map(({ othersRight, others }) => othersRight / others);
  const variances = covarianceOf(marks, marks) * covarianceOf(rests, rests);
  return {
    facility: 100 * meanOf(attempts.map(({ mark }) => mark)),
    discrimination: (100 * covarianceOf(marks, rests)) / Math.sqrt(variances),
    isAlike: new Set(marks).size < 2 || new Set(rests).size < 2,
    paired: paired.length,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covarianceOf(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [meanOf(xs), meanOf(ys)];
  return meanOf(xs.map((one, index) => (one - x) * ((ys[index] ?? 0) - y)));
}

describe('worked out by hand', () => {
  test('ten people, of whom five answer rightly and do all the rest or nothing of it', () => {
    // Right on the question and on the rest: 4; right and nothing: 1; wrong and the rest: 1; neither: 4.
    // Facility: 5 of 10, 50%. Means 0.5 and 0.5, so every deviation is ±0.5 and every product ±0.25:
    // C = (8 − 2) × 0.25 = 1.5; V(x) = V(X) = 10 × 0.25 = 2.5; D = 100 × 1.5 / √(2.5 × 2.5) = 60.
    const attempts = attemptsOf([1, 1, 1, 1, 1, 0, 0, 0, 0, 0], [9, 9, 9, 9, 0, 9, 0, 0, 0, 0], 9);
    expect(statisticsOf(sumsOf(attempts))).toEqual({
      attempts: 10,
      facility: 50,
      discrimination: 60,
    });
  });

  test('ten people, of whom six answer rightly', () => {
    // Facility: 60%. Sum of the rest: 4.2 of those who are right, 1.6 of the others, 5.8 in all.
    // C = Σ xX − Σx ΣX / 10 = 4.2 − 6 × 5.8 / 10 = 0.72.
    // V(x) = 6 − 36 / 10 = 2.4. V(X) = 3.72 − 5.8² / 10 = 0.356.
    // D = 100 × 0.72 / √(2.4 × 0.356) = 72 / 0.924338 = 77.8936.
    const ofFive = [4, 4, 3, 3, 4, 3, 2, 2, 3, 1];
    const sums = sumsOf(attemptsOf([1, 1, 1, 1, 1, 1, 0, 0, 0, 0], ofFive, 5));
    expect(facilityIndex(sums)).toBeCloseTo(60, 10);
    expect(discriminationIndex(sums)).toBeCloseTo(77.8936, 3);
  });

  test('ten people who do as well on the rest whether they are right or wrong', () => {
    const ofTen = [10, 10, 0, 0, 5, 5, 2, 2, 7, 7];
    const sums = sumsOf(attemptsOf([1, 0, 1, 0, 1, 0, 1, 0, 1, 0], ofTen, 10));
    expect(discriminationIndex(sums)).toBeCloseTo(0, 10);
  });

  test('quizzes of two lengths: all of four is as good as all of nine', () => {
    const short = attemptsOf([1, 1, 1, 0, 0], [4, 4, 0, 0, 4], 4);
    const long = attemptsOf([1, 1, 0, 0, 0], [9, 9, 0, 0, 0], 9);
    expect(statisticsOf(sumsOf([...short, ...long]))).toEqual({
      attempts: 10,
      facility: 50,
      discrimination: 60,
    });
  });
});

/**
 * What Moodle's own test of these figures expects, from the attempts of 22 people at one quiz:
 * github.com/moodle/moodle, mod/quiz/report/statistics/tests/statistics_test.php (`test_qstats`, whose
 * figures were worked out in a spreadsheet apart from the code) and fixtures/mdl_question_states.csv.
 * Each line is the sum of somebody's marks and their marks on the questions 13 to 20.
 */
const MOODLE_ATTEMPTS: [sum: number, marks: string][] = [
  [12, '10011001'],
  [7.4, '10010101'],
  [11.7, '00111111'],
  [8.5, '00001001'],
  [10.1, '01001110'],
  [11.3, '01110000'],
  [11.2, '10111111'],
  [14.1, '01111001'],
  [8.6, '01101101'],
  [11.6, '11001000'],
  [9.3, '01001001'],
  [13.1, '01111101'],
  [11.5, '11100110'],
  [11.3, '01011110'],
  [5.5, '10100000'],
  [4.8, '00010001'],
  [8.7, '11011000'],
  [11.8, '01110100'],
  [6, '01000000'],
  [5.9, '01101000'],
  [12.8, '00010011'],
  [13.8, '10111100'],
];
/** Of all 20 questions together: four bear nothing, one bears 8, the others 1 each, three none. */
const MOODLE_MOST = 24;
/** Its marks are given in tenths, so that a tenth counts as one. */
const TENTHS = 10;

describe('Moodle’s own example', () => {
  test.each([
    [13, 36.36363636, -12.99017581],
    [14, 59.09090909, -8.900638238],
    [15, 50, 8.670004606],
    [16, 59.09090909, 29.63337745],
    [17, 63.63636364, 15.18945843],
    [18, 45.45454545, 16.21079629],
    [19, 27.27272727, 15.52451404],
    [20, 50, -8.396734802],
  ])('question %i: facility %f, discrimination %f', (question, facility, discrimination) => {
    const attempts = MOODLE_ATTEMPTS.map(([sum, marks]) => {
      const mark = Number(marks[question - 13]);
      const othersRight = Math.round((sum - mark) * TENTHS);
      return { mark, othersRight, others: (MOODLE_MOST - 1) * TENTHS };
    });
    const sums = sumsOf(attempts);
    expect(facilityIndex(sums)).toBeCloseTo(facility, 6);
    expect(discriminationIndex(sums)).toBeCloseTo(discrimination, 6);
  });
});

describe('nothing is said', () => {
  const nine = attemptsOf([1, 1, 1, 1, 1, 0, 0, 0, 0], [4, 4, 4, 0, 4, 0, 0, 0, 0], 4);

  test('below ten first attempts', () => {
    expect(statisticsOf([])).toEqual({ attempts: 0, facility: null, discrimination: null });
    expect(statisticsOf(sumsOf(nine))).toEqual({
      attempts: 9,
      facility: null,
      discrimination: null,
    });
    const ten = statisticsOf(sumsOf([...nine, { mark: 1, othersRight: 2, others: 4 }]));
    expect(ten.facility).toBe(60);
    expect(ten.discrimination).toBeGreaterThan(0);
  });

  test('of discrimination below ten attempts with a rest', () => {
    const statistics = statisticsOf(sumsOf([...nine, { mark: 1, othersRight: 0, others: 0 }]));
    expect(statistics.facility).toBe(60);
    expect(statistics.discrimination).toBeNull();
  });

  test('of discrimination where all marks on the question, or all on the rest, are the same', () => {
    const twelve = [...Array(12).keys()];
    const allRight = twelve.map((n) => ({ mark: 1, othersRight: n, others: 12 }));
    expect(discriminationIndex(sumsOf(allRight))).toBeNull();
    // One of three and three of nine, 7 of 10 and 14 of 20: alike, however they are rounded.
    for (const [right, others] of [
      [1, 3],
      [7, 10],
    ] as const) {
      const alike = twelve.map((n) => {
        const times = 1 + (n % 3);
        return { mark: n % 2, othersRight: right * times, others: others * times };
      });
      expect(discriminationIndex(sumsOf(alike))).toBeNull();
    }
  });
});

/** Attempts at quizzes of any length that a quiz may have, one question among them. */
const someAttempts = fc.array(
  fc
    .record({ mark: fc.constantFrom(0, 1), others: fc.nat({ max: 49 }), share: fc.nat() })
    .map(({ mark, others, share }) => ({ mark, others, othersRight: share % (others + 1) })),
  { minLength: 10, maxLength: 60 },
);
/** Attempts with nine other questions each. */
const alikeInLength = fc.array(
  fc
    .record({ mark: fc.constantFrom(0, 1), othersRight: fc.nat({ max: 9 }) })
    .map((one) => ({ ...one, others: 9 })),
  { minLength: 10, maxLength: 60 },
);

describe('the indices from sums', () => {
  test('are those that the definitions give attempt by attempt', () => {
    fc.assert(
      fc.property(fc.oneof(someAttempts, alikeInLength), (attempts) => {
        const { facility, discrimination, isAlike, paired } = byDefinition(attempts);
        const statistics = statisticsOf(sumsOf(attempts));
        expect(statistics.attempts).toBe(attempts.length);
        expect(statistics.facility).toBeCloseTo(facility, 8);
        if (isAlike || paired < 10) expect(statistics.discrimination).toBeNull();
        else expect(statistics.discrimination).toBeCloseTo(discrimination, 6);
      }),
    );
  });

  test('are the same to the last digit however the attempts were spread over schools', () => {
    fc.assert(
      fc.property(someAttempts, fc.array(fc.nat({ max: 4 }), { minLength: 60 }), (all, at) => {
        const schools = Map.groupBy(all, (_, index) => at[index]);
        const added = addMarkSums([...schools.values()].flatMap(sumsOf));
        expect(statisticsOf(added)).toEqual(statisticsOf(sumsOf(all)));
      }),
    );
  });

  test('stay true over a hundred thousand attempts that hardly differ', () => {
    const many = (times: number, one: Attempt) => {
      const { others, ...sums } = sumsOfOne(one);
      const multiplied = Object.entries(sums).map(([name, sum]) => [name, sum * times]);
      return { others, ...Object.fromEntries(multiplied) } as MarkSums;
    };
    const sums = addMarkSums([
      many(99_998, { mark: 1, othersRight: 48, others: 49 }),
      many(1, { mark: 0, othersRight: 47, others: 49 }),
      many(1, { mark: 0, othersRight: 46, others: 48 }),
    ]);
    // The two who are wrong are the two who do worse: nearly a straight line.
    expect(discriminationIndex(sums)).toBeGreaterThan(99.9);
    expect(discriminationIndex(sums)).toBeLessThanOrEqual(100);
  });
});

describe('the discrimination index', () => {
  test('lies between −100 and 100 and turns its sign when right and wrong change places', () => {
    fc.assert(
      fc.property(someAttempts, (attempts) => {
        const index = discriminationIndex(sumsOf(attempts));
        fc.pre(index !== null);
        expect(Math.abs(index)).toBeLessThanOrEqual(100 + 1e-9);
        const turned = attempts.map(({ mark, ...rest }) => ({ mark: 1 - mark, ...rest }));
        expect(discriminationIndex(sumsOf(turned))).toBeCloseTo(-index, 6);
      }),
    );
  });

  test('is the same of the mean of the rest as of its sum, where all have the same length', () => {
    fc.assert(
      fc.property(alikeInLength, (attempts) => {
        const byMean = discriminationIndex(sumsOf(attempts));
        const bySum = discriminationIndex(
          sumsOf(attempts.map((attempt) => ({ ...attempt, others: 1 }))),
        );
        if (byMean === null || bySum === null) expect(byMean).toBe(bySum);
        else expect(byMean).toBeCloseTo(bySum, 6);
      }),
    );
  });
});

describe('in plain words', () => {
  test.each([
    [4, null, null, 'Too few to say anything: 4 first attempts, and 10 are needed.'],
    [1, null, null, 'Too few to say anything: 1 first attempt, and 10 are needed.'],
    [
      40,
      100,
      null,
      'Too easy to tell who knows: 100% of 40 get it right. Keep it if it must be known.',
    ],
    [
      40,
      95,
      -20,
      'Too easy to tell who knows: 95% of 40 get it right. Keep it if it must be known.',
    ],
    [
      40,
      80,
      45,
      'Most get it right: 80% of 40. Those who know the rest do better on it, as they should.',
    ],
    [
      40,
      80,
      19.9,
      'Most get it right: 80% of 40. Those who know the rest hardly do better on it: read it again for what may mislead.',
    ],
    [
      40,
      80,
      -1,
      'Most get it right: 80% of 40. Those who know the rest miss this one: check the question.',
    ],
    [
      40,
      80,
      null,
      'Most get it right: 80% of 40. The marks differ too little to tell who knows the rest.',
    ],
    [
      40,
      37.5,
      20,
      'Most miss it: 38% of 40 get it right. Those who know the rest do better on it, as they should.',
    ],
    [
      40,
      5,
      -30,
      'Hardly anybody gets it right: 5% of 40. Those who know the rest miss this one: check the question.',
    ],
    [40, 0, null, 'Nobody of 40 gets it right: check which answer is marked as right.'],
  ])('%i attempts, facility %s, discrimination %s', (attempts, facility, discrimination, words) => {
    expect(statisticWords({ attempts, facility, discrimination })).toBe(words);
  });
});
