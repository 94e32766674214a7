import { type Day, inWords } from '../days.ts';
import { EVIDENCE_LABELS } from '../labels.ts';
import { nameApart } from '../names-apart.ts';
import type { Completion, PersonFacts, Policy } from '../types.ts';
import {
  firstDayOf,
  groupOf,
  type Missed,
  type MissedSession,
  MOP_UP_GROUPS,
  type MopUpGroup,
} from './mop-up.ts';
import { decisionWords, lapsedWords, missingWords, type SittingNamed } from './mop-up-words.ts';

/** Somebody on the list of a session, as a page shows them. */
export type MissedShown = {
  id: number;
  name: string;
  /** What is missing; empty where nothing is. */
  missing: string;
  /** What is arranged or decided, how it was done, or why something else has to be arranged. */
  says: string | null;
  /** Arranged one to one, and so to be noted as done. */
  isOneToOne: boolean;
};

/** A sitting with its place in the words of the list. */
export type ListedSitting = SittingNamed & { id: number };

type Ground = {
  policy: Policy;
  missed: MissedSession;
  sittings: readonly ListedSitting[];
  /** What is added to names that several people have. */
  apart: ReadonlyMap<number, string>;
};

type Named = PersonFacts & { sortName: string };

/** The list under its headings, those that somebody has to look at first; empty headings are left out. */
export function listShown(
  list: readonly Missed<Named>[],
  ground: Ground,
): { group: MopUpGroup; people: MissedShown[] }[] {
  const byGroup = Map.groupBy(list, groupOf);
  return MOP_UP_GROUPS.flatMap((group) => {
    const own = byGroup.get(group);
    return own ? [{ group, people: own.map((one) => missedShown(one, ground)) }] : [];
  });
}

/** One person of the list. */
export function missedShown(one: Missed<Named>, ground: Ground): MissedShown {
  const { policy, apart } = ground;
  const { person, missing, decision, state } = one;
  const names = policy.requirements.filter(({ id }) => missing.includes(id));
  return {
    id: person.id,
    name: nameApart(person.sortName, apart.get(person.id)),
    missing: missingWords(names.map(({ name }) => name)),
    says: saysOf(one, ground),
    isOneToOne: state === 'arranged' && decision?.outcome === 'one-to-one',
  };
}

function saysOf(one: Missed<Named>, ground: Ground): string | null {
  const { decision, lapsed, tickedAt, state } = one;
  const named = (id: number | null) => ground.sittings.find((sitting) => sitting.id === id) ?? null;
  if (state === 'done') return doneWords(one, ground);
  if (tickedAt !== null && state === 'arranged') {
    const on = named(tickedAt)?.heldOn;
    return `Is ticked as there${on ? ` on ${inWords(on)}` : ''}; it counts when that register is final`;
  }
  if (decision === null) return null;
  const sitting = named(decision.sittingId);
  return lapsed === null ? decisionWords(decision, sitting) : lapsedWords(lapsed, sitting);
}

/** "17 September 2026, by register": how the last of what was missing was done. */
function doneWords({ person, decision }: Missed<Named>, { policy, missed }: Ground): string {
  const last = lastDone(person, policy, missed);
  if (last === null) return 'Nothing that it credits is asked of them';
  const check = last.check === 'awaiting-check' ? ', waits for a check' : '';
  if (decision?.outcome === 'one-to-one' && last.evidence === 'register') {
    return `${inWords(last.completedOn)}, one to one with ${decision.withWhom}${check}`;
  }
  const isAtSitting = last.evidence === 'register' && wasThere(missed, person.id, last.completedOn);
  if (isAtSitting) return `At the sitting of ${inWords(last.completedOn)}${check}`;
  return `${inWords(last.completedOn)}, by ${EVIDENCE_LABELS[last.evidence].toLowerCase()}${check}`;
}

function wasThere({ sittings }: MissedSession, personId: number, on: Day): boolean {
  return sittings.some(
    ({ heldOn, marks }) =>
      heldOn === on &&
      marks.some((mark) => mark.personId === personId && mark.attendance !== 'not-there'),
  );
}

function lastDone(person: Named, policy: Policy, missed: MissedSession): Completion | null {
  const since: Day | null = firstDayOf(missed);
  const credited = policy.requirements.filter(({ id }) => missed.credits.includes(id));
  const ids = credited.flatMap(({ id, metBy }) => [id, ...metBy]);
  const done = person.completions.filter(
    ({ requirementId, completedOn, check }) =>
      ids.includes(requirementId) && since !== null && completedOn >= since && check !== 'returned',
  );
  return done.sort((a, b) => (a.completedOn < b.completedOn ? -1 : 1)).at(-1) ?? null;
}
