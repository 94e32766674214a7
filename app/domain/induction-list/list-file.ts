import type { Day } from '../days.ts';
import type { InductionList, InductionStep, Side } from './list.ts';

/** A list as a school's files state it: its requirements by their keys, and what is still asked. */
export type InductionListFile = Omit<InductionList, 'id' | 'steps'> & {
  steps: (Omit<InductionStep, 'id' | 'requirementId' | 'retiredFrom'> & {
    requirement: string | null;
  })[];
};

/** A tick as a school's file states it: whose, of which list and step, and who made it. */
export type TickRow = {
  ref: string;
  list: string;
  step: string;
  side: Side;
  isDone: boolean;
  on: Day;
  /** The person who ticked; null: not known. */
  by: string | null;
};

type Known = { requirements: ReadonlySet<string>; kinds: ReadonlySet<string> };

/** What lists say that no form would take, one line each; empty where it holds together. */
export function findListFaults(lists: readonly InductionListFile[], known: Known): string[] {
  return [
    ...doublesIn(lists.map(({ key }) => key)).map((key) => `there are two of list ${key}`),
    ...lists.flatMap((list) =>
      listFaults(list, known).map((fault) => `list ${list.key}: ${fault}`),
    ),
  ];
}

function listFaults(
  { audience, steps }: InductionListFile,
  { requirements, kinds }: Known,
): string[] {
  const named = [...audience.kinds, ...steps.map(({ responsible }) => responsible)];
  const unknown = [...new Set(named)].filter((kind) => !kinds.has(kind));
  const unmet = steps.flatMap(({ requirement }) => requirement ?? []);
  return [
    ...doublesIn(steps.map(({ key }) => key)).map((key) => `there are two of step ${key}`),
    ...unknown.map((kind) => `there is no kind of appointment ${kind}`),
    ...unmet.filter((key) => !requirements.has(key)).map((key) => `there is no requirement ${key}`),
  ];
}

function doublesIn(keys: string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))];
}
