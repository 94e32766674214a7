import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** An odd number near 2³² divided by the golden ratio: multiplying by it loses nothing and spreads. */
const SPREAD = 0x9e3779b1;

/**
 * Chance that comes out the same for the same whole numbers (of 32 bits), and unlike for others. The
 * Mersenne Twister, since what xoroshiro128plus gives first is nearly its seed: numbers that are
 * neighbours, as the ids of revisions are, would come out alike.
 */
export function chanceOf(seed: number, ...more: number[]): RandomGenerator {
  return mersenne(more.reduce((mixed, number) => Math.imul(mixed ^ number, SPREAD), seed));
}

/** The same things in an order by chance, each order as likely as any other. */
export function shuffled<T>(things: readonly T[], chance: RandomGenerator): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(uniformInt(chance, 0, left.length - 1), 1));
}
