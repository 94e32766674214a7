import { type Count, inDateOf } from './counting.ts';
import { listed } from './words.ts';

/** Groups smaller than this are not told in numbers, since a figure would name somebody. */
export const SMALLEST_SHOWN = 5;

/** What may be told of a count: its figures, or whether all are in date, or that it is empty. */
export type Shown = Count | 'all' | 'not-all' | 'no-one';

/** The figures, unless they are of fewer than five people. */
export function shownCount(count: Count): Shown {
  if (count.of === 0) return 'no-one';
  if (count.of >= SMALLEST_SHOWN) return count;
  return inDateOf(count) === count.of ? 'all' : 'not-all';
}

/** A part of a breakdown and those who are in it. */
export type Group<M> = { name: string; members: readonly M[] };

/**
 * Merges groups of a breakdown where taking the others from the total would tell: all groups of
 * fewer than five become one; where that is still fewer than five, together with the next smallest
 * group. Groups that share some members are merged too, where those whom they share, or those whom
 * one does not share, are fewer than five. Empty groups stay. `sizeOf` is the figure that would be
 * shown (by default, members). A member of several merged groups counts once. The merged group
 * stands where its first part did.
 */
export function mergeSmall<M>(
  groups: readonly Group<M>[],
  sizeOf: SizeOf<M> = (members) => members.length,
): Group<M>[] {
  const alone = groups.map(({ name, members }) => ({ names: [name], members }));
  let apart = mergeParts(alone, smallParts(alone, sizeOf));
  for (let pair = tellingPair(apart, sizeOf); pair !== null; pair = tellingPair(apart, sizeOf)) {
    apart = mergeParts(apart, new Set(pair));
  }
  return apart.map(({ names, members }) => ({ name: listed(names), members }));
}

type SizeOf<M> = (members: readonly M[]) => number;
type Part<M> = { names: string[]; members: readonly M[] };

function smallParts<M>(groups: Part<M>[], sizeOf: SizeOf<M>): Set<Part<M>> {
  const sized = groups.map((group) => ({ group, size: sizeOf(group.members) }));
  const filled = sized.filter(({ size }) => size > 0).sort((a, b) => a.size - b.size);
  const small = filled.filter(({ size }) => size < SMALLEST_SHOWN);
  const parts = new Set(small.map(({ group }) => group));
  for (const { group } of filled) {
    if (parts.size === 0 || sizeOf(unionOf(parts)) >= SMALLEST_SHOWN) break;
    parts.add(group);
  }
  return parts;
}

/** Two groups whose sum, held against the total, would tell of fewer than five. */
function tellingPair<M>(groups: Part<M>[], sizeOf: SizeOf<M>): Part<M>[] | null {
  const isFew = (members: M[]) => {
    const size = sizeOf(members);
    return size > 0 && size < SMALLEST_SHOWN;
  };
  for (const [index, one] of groups.entries()) {
    for (const other of groups.slice(index + 1)) {
      const shared = one.members.filter((member) => other.members.includes(member));
      if (shared.length === 0) continue;
      const alone = [one, other].map((it) => it.members.filter((m) => !shared.includes(m)));
      if ([shared, ...alone].some(isFew)) return [one, other];
    }
  }
  return null;
}

function mergeParts<M>(groups: Part<M>[], parts: Set<Part<M>>): Part<M>[] {
  if (parts.size < 2) return groups;
  const merged = groups.filter((group) => parts.has(group));
  const whole = { names: merged.flatMap(({ names }) => names), members: unionOf(parts) };
  return groups.flatMap((group) =>
    group === merged[0] ? [whole] : parts.has(group) ? [] : [group],
  );
}

function unionOf<M>(groups: Iterable<Part<M>>): M[] {
  return [...new Set([...groups].flatMap(({ members }) => members))];
}
