import type { Day } from '../days.ts';
import { firstDayCounted, termOf } from '../induction.ts';
import { isThere, type RegisterMark } from '../sessions/register.ts';
import type { SessionKind } from '../sessions/session.ts';
import { SMALLEST_SHOWN } from '../small-groups.ts';
import type { Policy } from '../types.ts';

/** A sitting that was held, with its final register. */
export type HeldSitting = {
  sessionId: number;
  kind: SessionKind;
  title: string;
  heldOn: Day;
  marks: readonly RegisterMark[];
};

/** How many of those expected were there, as it may be told: of fewer than five in words alone. */
export type ShownThere = { there: number; of: number } | 'all' | 'not-all' | 'no-one';

/** What was given in a term, fit to be shown: no names, and small groups in words. */
export type Delivered = {
  /** "Autumn term 2026". */
  term: string;
  /** In the order in which they were given; of a session with several sittings, all its days. */
  events: { kind: SessionKind; title: string; days: Day[]; shown: ShownThere }[];
};

/**
 * What was given in the term of the day up to it, or in the term before where it is holiday. What was
 * given since the term before ended is of this one: INSET is often before the first day of school. A session
 * with its mop-ups is one: whoever was at any of its sittings was there. Null where no term is entered.
 */
export function deliveredOf(
  policy: Policy,
  sittings: readonly HeldSitting[],
  on: Day,
): Delivered | null {
  const term = termOf(policy, on);
  if (term === null) return null;
  const from = firstDayCounted(policy, term);
  const held = sittings.filter(({ heldOn }) => heldOn >= from && heldOn <= on);
  const bySession = [...Map.groupBy(held, ({ sessionId }) => sessionId).values()];
  const events = bySession.map((of) => ({
    kind: of[0]!.kind,
    title: of[0]!.title,
    days: [...new Set(of.map(({ heldOn }) => heldOn))].sort(),
    shown: shownThere(of.flatMap(({ marks }) => marks)),
  }));
  return { term: term.name, events: events.sort((a, b) => (a.days[0]! < b.days[0]! ? -1 : 1)) };
}

/** Each person once, though they stand on several registers. */
function shownThere(marks: readonly RegisterMark[]): ShownThere {
  const expected = new Set(marks.map(({ personId }) => personId));
  const came = marks.filter(isThere);
  const there = new Set(came.map(({ personId }) => personId)).size;
  const of = expected.size;
  if (of === 0) return 'no-one';
  if (of >= SMALLEST_SHOWN) return { there, of };
  return there === of ? 'all' : 'not-all';
}
