import { expect, test } from 'vitest';
import { compare, percentile, tellCompared } from './reckon.ts';

test('a percentile is one of the samples', () => {
  const samples = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.95, 1].map((share) => percentile(samples, share))).toEqual([1, 3, 5, 5]);
  expect(() => percentile([], 0.5)).toThrow();
});

test('a slow round moves the furthest ratio and not the median', () => {
  const rounds = [
    { ours: [2, 2, 9], floor: [1, 1, 1] },
    { ours: [4, 4, 4], floor: [2, 2, 2] },
    { ours: [60, 60, 60], floor: [2, 2, 2] },
  ];
  const compared = compare('/my', 1.5, rounds);
  expect(compared).toEqual({
    ...{ name: '/my', ratio: 2, ours: 4, floor: 2, min: 2, max: 30, goal: 1.5, rounds: 3 },
  });
  expect(tellCompared(compared)).toBe(
    '/my: 2.00 (ours 4.00 ms, floor 2.00 ms, 2.00 to 30.00; goal 1.5)',
  );
  expect(compare('/my', 1.5, rounds, 0.95)).toMatchObject({ min: 2, ours: 9 });
});
