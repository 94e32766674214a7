import type { Day } from '../days.ts';
import type { CreditedCompletion } from './credits.ts';

/** A completion that this register wrote when it was final before. */
export type WrittenCompletion = CreditedCompletion & {
  completionId: number;
  completedOn: Day;
  provider: string | null;
  /** It waited, or waits, for somebody else's check. */
  needsCheck: boolean;
  /** `by-hand`: somebody withdrew it for a reason of their own, and it stays withdrawn. */
  state: 'stands' | 'withdrawn-by-register' | 'withdrawn-by-hand';
};

/** What a register writes with each completion. */
export type WrittenWith = { completedOn: Day; provider: string | null; needsCheck: boolean };

/** What making a register final does to what it wrote before. */
export type RegisterDifference = {
  add: CreditedCompletion[];
  withdraw: WrittenCompletion[];
  keep: WrittenCompletion[];
  /** Credited, and left withdrawn because somebody withdrew it by hand. */
  leave: WrittenCompletion[];
};

/**
 * What is to be written and withdrawn so that exactly what the register credits stands. What it wrote of
 * another day, or by another trainer, does not stand for what it says now; nor does what counted at once,
 * where nobody else is left who was there with whoever makes it final.
 */
export function differenceOf(
  written: readonly WrittenCompletion[],
  credited: readonly CreditedCompletion[],
  now: WrittenWith,
): RegisterDifference {
  const wanted = new Set(credited.map(keyOf));
  const isWanted = (one: WrittenCompletion) => wanted.has(keyOf(one)) && isSame(one, now);
  const standing = written.filter(({ state }) => state === 'stands');
  const keep = standing.filter(isWanted);
  const leave = written.filter(
    (one) => one.state === 'withdrawn-by-hand' && wanted.has(keyOf(one)),
  );
  const settled = new Set([...keep, ...leave].map(keyOf));
  return {
    add: credited.filter((one) => !settled.has(keyOf(one))),
    withdraw: standing.filter((one) => !isWanted(one)),
    keep,
    leave,
  };
}

function isSame(one: WrittenCompletion, now: WrittenWith): boolean {
  if (now.needsCheck && !one.needsCheck) return false;
  return one.completedOn === now.completedOn && one.provider === now.provider;
}

function keyOf({ personId, requirementId }: CreditedCompletion): string {
  return `${personId} ${requirementId}`;
}

/** The reason with which what a short update completed is withdrawn when it is taken back. */
export function withdrawnByTakingBack(reason: string): string {
  return `The short update was taken back: ${reason}`;
}

/** The reason with which a register that was opened again withdraws what it no longer credits. */
export function withdrawnByRegister(reason: string): string {
  return `Its register was opened again: ${reason}`;
}
