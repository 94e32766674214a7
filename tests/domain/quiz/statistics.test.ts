import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  discriminationIndex,
  facilityIndex,
  type MarkedOnce,
  statisticsOf,
  statisticWords,
} from '#app/domain/quiz/statistics.ts';

function rowsOf(marks: number[], rests: (number | null)[]): MarkedOnce[] {
  return marks.map((mark, index) => ({ mark, restMark: rests[index] ?? null }));
}

describe('worked out by hand', () => {
  test('ten people, of whom five answer rightly and do all the rest or nothing of it', () => {
    // Right on the question and on the rest: 4; right and nothing: 1; wrong and the rest: 1; neither: 4.
    // Facility: 5 of 10, 50%. Means 0.5 and 0.5, so every deviation is ±0.5 and every product ±0.25:
    // C = (8 − 2) × 0.25 = 1.5; V(x) = V(X) = 10 × 0.25 = 2.5; D = 100 × 1.5 / √(2.5 × 2.5) = 60.
    const rows = rowsOf([1, 1, 1, 1, 1, 0, 0, 0, 0, 0], [1, 1, 1, 1, 0, 1, 0, 0, 0, 0]);
    expect(statisticsOf(rows)).toEqual({ attempts: 10, facility: 50, discrimination: 60 });
  });

  test('ten people, of whom six answer rightly', () => {
    // Facility: 60%. Sum of the rest: 4.2 of those who are right, 1.6 of the others, 5.8 in all.
    // C = Σ xX − Σx ΣX / 10 = 4.2 − 6 × 5.8 / 10 = 0.72.
    // V(x) = 6 − 36 / 10 = 2.4. V(X) = 3.72 − 5.8² / 10 = 0.356.
    // D = 100 × 0.72 / √(2.4 × 0.356) = 72 / 0.924338 = 77.8936.
    const rests = [0.8, 0.8, 0.6, 0.6, 0.8, 0.6, 0.4, 0.4, 0.6, 0.2];
    const rows = rowsOf([1, 1, 1, 1, 1, 1, 0, 0, 0, 0], rests);
    expect(facilityIndex(rows)).toBeCloseTo(60, 10);
    expect(discriminationIndex(rows)).toBeCloseTo(77.8936, 3);
  });

  test('ten people who do as well on the rest whether they are right or wrong', () => {
    const rows = rowsOf([1, 0, 1, 0, 1, 0, 1, 0, 1, 0], [1, 1, 0, 0, 0.5, 0.5, 0.2, 0.2, 0.7, 0.7]);
    expect(discriminationIndex(rows)).toBeCloseTo(0, 10);
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
    const rows = MOODLE_ATTEMPTS.map(([sum, marks]) => {
      const mark = Number(marks[question - 13]);
      return { mark, restMark: (sum - mark) / (MOODLE_MOST - 1) };
    });
    expect(facilityIndex(rows)).toBeCloseTo(facility, 6);
    expect(discriminationIndex(rows)).toBeCloseTo(discrimination, 6);
  });
});

describe('nothing is said', () => {
  const nine = rowsOf([1, 1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 1, 0, 1, 0, 0, 0, 0]);

  test('below ten first attempts', () => {
    expect(statisticsOf(nine)).toEqual({ attempts: 9, facility: null, discrimination: null });
    const ten = statisticsOf([...nine, { mark: 1, restMark: 0.5 }]);
    expect(ten.facility).toBe(60);
    expect(ten.discrimination).toBeGreaterThan(0);
  });

  test('of discrimination below ten attempts with a rest', () => {
    const statistics = statisticsOf([...nine, { mark: 1, restMark: null }]);
    expect(statistics.facility).toBe(60);
    expect(statistics.discrimination).toBeNull();
  });

  test('of discrimination where all marks on the question, or all on the rest, are the same', () => {
    const alike = [...Array(12).keys()];
    const rests = alike.map((n) => n / 12);
    expect(
      discriminationIndex(
        rowsOf(
          alike.map(() => 1),
          rests,
        ),
      ),
    ).toBeNull();
    expect(
      discriminationIndex(
        rowsOf(
          alike.map((n) => n % 2),
          alike.map(() => 0.7),
        ),
      ),
    ).toBeNull();
  });
});

/** Attempts with nine other questions each. */
const someRows = fc.array(fc.record({ mark: fc.constantFrom(0, 1), others: fc.nat({ max: 9 }) }), {
  minLength: 10,
  maxLength: 60,
});

describe('the discrimination index', () => {
  test('lies between −100 and 100 and turns its sign when right and wrong change places', () => {
    fc.assert(
      fc.property(someRows, (attempts) => {
        const rows = attempts.map(({ mark, others }) => ({ mark, restMark: others / 9 }));
        const index = discriminationIndex(rows);
        fc.pre(index !== null);
        expect(Math.abs(index)).toBeLessThanOrEqual(100 + 1e-9);
        const turned = rows.map(({ mark, restMark }) => ({ mark: 1 - mark, restMark }));
        expect(discriminationIndex(turned)).toBeCloseTo(-index, 6);
      }),
    );
  });

  test('is the same of the mean of the rest as of its sum, where all have the same length', () => {
    fc.assert(
      fc.property(someRows, (attempts) => {
        const of = (rest: (others: number) => number) =>
          discriminationIndex(
            attempts.map(({ mark, others }) => ({ mark, restMark: rest(others) })),
          );
        const byMean = of((others) => others / 9);
        const bySum = of((others) => others);
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
