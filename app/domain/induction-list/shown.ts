import type { Day } from '../days.ts';
import type { Policy } from '../types.ts';
import { type StepStanding, sideLacking } from './first-weeks.ts';
import type { Side } from './list.ts';
import { type Ticking, whyNotTick } from './who-ticks.ts';
import { type Starter, stepSentence } from './words.ts';

/** A press that somebody may make: ticks a side of a step, or takes its tick back. */
export type TickAct = { side: Side; isDone: boolean };

/** A step as a page shows it. */
export type StepShown = {
  id: number;
  words: string;
  state: StepStanding['state'] | 'half';
  /** First day late. */
  lateSince: Day | null;
  sentence: string;
  /** The requirement by which it is done; null: it is ticked. */
  requirementId: number | null;
  acts: TickAct[];
};

type Looking = {
  policy: Policy;
  starter: Starter;
  on: Day;
  /** What the reader may press. */
  actsOf: (step: StepStanding) => TickAct[];
};

/** A step with its words, for whoever looks at it. */
export function stepShown(step: StepStanding, { policy, starter, on, actsOf }: Looking): StepShown {
  const isHalf = step.state === 'open' && sideLacking(step) !== null;
  return {
    id: step.ids[0]!,
    words: step.words,
    state: isHalf ? 'half' : step.state,
    lateSince: step.lateSince,
    sentence: stepSentence(policy, step, starter, on),
    requirementId: step.standing === null ? null : step.requirementId,
    acts: actsOf(step),
  };
}

/** What starters may press on their own list: their side of whatever is ticked. */
export function ownActs({ standing, starterTick }: StepStanding): TickAct[] {
  return standing === null ? [{ side: 'starter', isDone: starterTick === null }] : [];
}

type Acting = Omit<Ticking, 'side' | 'responsible' | 'other'> & {
  /** The records that an account opens. */
  personIdsOf: (accountId: number) => readonly number[];
};

/**
 * What somebody else may press: the side that answers for the step; of the starter's side only the
 * taking back, since that is entered from the signed sheet.
 */
export function actsOnOthers(step: StepStanding, { personIdsOf, ...who }: Acting): TickAct[] {
  const { standing, responsible, starterTick, responsibleTick } = step;
  if (standing !== null) return [];
  const mayTick = (side: Side) => {
    const other = side === 'starter' ? responsibleTick : starterTick;
    const personIds = other?.accountId ? personIdsOf(other.accountId) : [];
    const said = other && { accountId: other.accountId, personIds };
    return whyNotTick({ ...who, side, responsible, other: said }) === null;
  };
  return [
    ...(mayTick('responsible')
      ? [{ side: 'responsible' as const, isDone: responsibleTick === null }]
      : []),
    ...(starterTick !== null && mayTick('starter')
      ? [{ side: 'starter' as const, isDone: false }]
      : []),
  ];
}
