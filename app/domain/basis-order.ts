import { BASIS_KINDS, type BasisKind } from './types.ts';

/** How heavy a basis is, for ordering: 0 for law, the heaviest, to 3 for the school's own policy. */
export function weightOf(basis: BasisKind): number {
  return BASIS_KINDS.indexOf(basis);
}

/** Orders the heavier basis first. */
export function byWeight(a: BasisKind, b: BasisKind): number {
  return weightOf(a) - weightOf(b);
}
