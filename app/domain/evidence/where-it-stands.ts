import { type Day, inWords } from '../days.ts';
import { type HistoryEntry, returnedBecause, withdrawnWords } from '../history.ts';
import { forWhomInWords } from './checkers.ts';
import { type Waiting, waitedInWords } from './queue.ts';

/** Where something stands that somebody handed in, as they read it themselves. */
export type Stands = {
  completionId: number;
  state: 'waiting' | 'returned' | 'withdrawn' | 'accepted';
  words: string;
};

type Asked = {
  requirementId: number;
  /** The completion by which the requirement stands as it does; null for none. */
  restsOn: number | null;
  history: readonly HistoryEntry[];
  /** The school's queue. */
  queue: readonly Waiting[];
  on: Day;
};

/**
 * Of one requirement: everything that waits, with whom and since when; what came back and was not
 * handed in again; what was withdrawn, while nothing stands in its place; by whom that was accepted
 * by which it stands as it does.
 */
export function whereItStands({ requirementId, restsOn, history, queue, on }: Asked): Stands[] {
  const own = history.filter((entry) => entry.requirementId === requirementId);
  return [
    ...own.flatMap((entry) => waiting(entry, queue, on)),
    ...returned(own),
    ...own.filter((entry) => isMissed(entry, own)).map(withdrawn),
    ...own.filter(({ id }) => id === restsOn).flatMap(accepted),
  ];
}

function waiting(entry: HistoryEntry, queue: readonly Waiting[], on: Day): Stands[] {
  const place = queue.find(({ completionId }) => completionId === entry.id);
  if (!place) return [];
  const words = `${whatOf(entry)} ${waitedInWords(place, on)}. ${forWhomInWords(place.checkers)}.`;
  return [{ completionId: entry.id, state: 'waiting', words }];
}

/** "What you handed in, done on 5 November 2026,". */
function whatOf({ isHandedIn, completedOn }: HistoryEntry): string {
  const what = isHandedIn ? 'What you handed in' : 'What was entered for you';
  return `${what}, done on ${inWords(completedOn)},`;
}

/** The last word on it: once it was handed in again, that one is told of. */
function returned(own: readonly HistoryEntry[]): Stands[] {
  const latest = own.toSorted((a, b) => b.id - a.id).find(({ state }) => state !== 'withdrawn');
  const check = latest?.state === 'returned' ? latest.checks.at(-1) : undefined;
  if (!latest || !check) return [];
  const { on, by } = check;
  const words = `${whatOf(latest)} was returned by ${by} on ${inWords(on)}. ${returnedBecause(check)}`;
  return [{ completionId: latest.id, state: 'returned', words }];
}

/** Handed in, taken back by somebody, and nothing of that day or since stands in its place. */
function isMissed(entry: HistoryEntry, own: readonly HistoryEntry[]): boolean {
  if (entry.state !== 'withdrawn' || !entry.isHandedIn) return false;
  return !own.some(
    (one) =>
      one.completedOn >= entry.completedOn && (one.state !== 'withdrawn' || one.id > entry.id),
  );
}

function withdrawn(entry: HistoryEntry): Stands {
  const words = `${whatOf(entry)} does not count. ${withdrawnWords(entry)}`;
  return { completionId: entry.id, state: 'withdrawn', words };
}

function accepted(entry: HistoryEntry): Stands[] {
  const check = entry.checks.at(-1);
  if (entry.state !== 'counts' || check?.outcome !== 'accepted') return [];
  const words = `${whatOf(entry)} was accepted by ${check.by} on ${inWords(check.on)}.`;
  return [{ completionId: entry.id, state: 'accepted', words }];
}

/** What is said to somebody who has just handed something in: where it stands, with whom. */
export function justHandedInWords(
  { id, requirement, state }: HistoryEntry,
  queue: readonly Waiting[],
): string {
  const place = queue.find(({ completionId }) => completionId === id);
  if (place) {
    return `${requirement} is handed in. ${forWhomInWords(place.checkers)}; you have nothing to do meanwhile.`;
  }
  return `${requirement} is handed in${state === 'counts' ? ', and counts from now on' : ''}.`;
}
