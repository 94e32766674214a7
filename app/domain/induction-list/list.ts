import type { Day } from '../days.ts';
import type { Audience } from '../types.ts';
import { isRetired } from '../versions.ts';

/** The two who say that a step is done: whoever starts, and whoever answers for it. */
export const SIDES = ['starter', 'responsible'] as const;
export type Side = (typeof SIDES)[number];

/** One thing of somebody's first weeks. */
export type InductionStep = {
  id: number;
  /** The same in two lists: the same step, done once. */
  key: string;
  words: string;
  /** Days from joining; 0: by the end of the first day. */
  within: number;
  /** Done when this is met; then nobody ticks it. */
  requirementId: number | null;
  /** The kind of appointment whose holder ticks it beside the starter. */
  responsible: string;
  /** For those who join on this day or later; null: for all of the list's. */
  startsOn: Day | null;
  /** First day on which it is no longer asked. */
  retiredFrom: Day | null;
};

/** What those who join an audience do in their first weeks. */
export type InductionList = {
  id: number;
  key: string;
  name: string;
  audience: Audience;
  /** For those who join on this day or later; null: whenever they joined. */
  startsOn: Day | null;
  /** In the order in which they are shown. */
  steps: InductionStep[];
};

/** What one side said of a step, or took back. */
export type Tick = {
  stepId: number;
  side: Side;
  isDone: boolean;
  tickedOn: Day;
  /** Null: by a file, which says for whom and not from which account. */
  accountId: number | null;
  /** The account's name. */
  name: string | null;
  /** By an account that opens the starter's own record. */
  isOwn: boolean;
};

/** Everything about first weeks that a school has: its lists, and who ticked what, by person. */
export type InductionFacts = {
  lists: InductionList[];
  /** Of each person in the order in which they were made. */
  ticks: ReadonlyMap<number, Tick[]>;
};

export const NO_LISTS: InductionFacts = { lists: [], ticks: new Map() };

/** The steps that a list asks on a day. */
export function stepsOn({ steps }: Pick<InductionList, 'steps'>, on: Day): InductionStep[] {
  return steps.filter((step) => !isRetired(step, on));
}
