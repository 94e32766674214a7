import type { CreditedCompletion } from './credits.ts';

/**
 * Does what a register credits to somebody wait for a check? Registers count at once, being made here,
 * the lead's own attendance too: the others who were there are its witnesses. A register of nobody but
 * the one who makes it final has none, and nobody checks their own.
 */
export function waitsForCheck(
  credited: readonly CreditedCompletion[],
  own: readonly number[],
): boolean {
  return credited.every(({ personId }) => own.includes(personId));
}
