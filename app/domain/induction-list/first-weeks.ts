import { lastDayOf } from '../audience.ts';
import { addDays, type Day, earlier, isWithin, later } from '../days.ts';
import { type Standing, standingOf } from '../standing.ts';
import type { PersonFacts, Policy, Requirement } from '../types.ts';
import { type AskedStep, askedSteps, dayInPost, listsFor } from './asked.ts';
import type { InductionFacts, Side, Tick } from './list.ts';

/** How one step stands for one person on a day. */
export type StepStanding = AskedStep & {
  /** `away`: they are on a long absence, and nothing is asked meanwhile. */
  state: 'done' | 'open' | 'late' | 'away';
  /** The day of the last tick it took, or of what met its requirement. */
  doneOn: Day | null;
  /** First day late. */
  lateSince: Day | null;
  /** What each side said, while it stands. */
  starterTick: Tick | null;
  responsibleTick: Tick | null;
  /** Where a requirement decides: its standing, which says the rest. */
  standing: Standing | null;
};

/** Somebody's first weeks as one list. */
export type FirstWeeks = {
  /** The first day by any of their lists. */
  beganOn: Day;
  lists: string[];
  /** In order of due day. */
  steps: StepStanding[];
  done: number;
  late: number;
  /** Something is left to do: then the list stays, however long ago they began. */
  isOpen: boolean;
};

/** For so many days from their first one, a list that is done can still be looked at. */
const KEPT_DAYS = 84;

/**
 * The first weeks of a person as at a day, by what is known now: null where no list of the school
 * concerns them. Who joined before a list was in use is asked for nothing of it.
 */
export function firstWeeksOf(
  policy: Policy,
  { lists, ticks }: InductionFacts,
  person: PersonFacts,
  on: Day,
): FirstWeeks | null {
  const own = ticks.get(person.id) ?? [];
  const steps = askedSteps(policy, lists, person, on).flatMap(
    (step) => stepStanding(policy, person, step, own, on) ?? [],
  );
  if (steps.length === 0) return null;
  return {
    beganOn: steps.map(({ joinedOn }) => joinedOn).reduce(earlier),
    lists: listsFor(policy, lists, person, on).map(({ list }) => list.name),
    steps: steps.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    done: steps.filter(({ state }) => state === 'done').length,
    late: steps.filter(({ state }) => state === 'late').length,
    isOpen: steps.some(({ state }) => state !== 'done'),
  };
}

/** Is it shown: something is left to do, or they began not long ago? */
export function isShown({ isOpen, beganOn }: FirstWeeks, on: Day): boolean {
  return isOpen || on <= addDays(beganOn, KEPT_DAYS);
}

/** The side whose tick is missing where the other has ticked; null else. */
export function sideLacking(step: StepStanding): Side | null {
  const { state, starterTick, responsibleTick, standing } = step;
  if (state === 'done' || standing !== null) return null;
  if (starterTick !== null && responsibleTick === null) return 'responsible';
  return starterTick === null && responsibleTick !== null ? 'starter' : null;
}

/** What a side said of a step, by its last word up to the day; null: nothing, or taken back. */
export function tickOf(
  { gapDays }: Policy,
  { tickIds, joinedOn }: AskedStep,
  ticks: readonly Tick[],
  side: Side,
  on: Day,
): Tick | null {
  // Whatever lies further back than a bridged gap belongs to an earlier time at the school.
  const since = addDays(joinedOn, -gapDays);
  const last = ticks.findLast(
    (tick) =>
      tick.side === side && tickIds.includes(tick.stepId) && isWithin(tick.tickedOn, since, on),
  );
  return last?.isDone ? last : null;
}

/** The day on which both had ticked; null while one has not. */
export function tickedOn(starter: Tick | null, responsible: Tick | null): Day | null {
  if (starter === null || responsible === null) return null;
  return later(starter.tickedOn, responsible.tickedOn);
}

function stepStanding(
  policy: Policy,
  person: PersonFacts,
  step: AskedStep,
  ticks: readonly Tick[],
  on: Day,
): StepStanding | null {
  const requirement = policy.requirements.find(({ id }) => id === step.requirementId);
  if (requirement) return byRequirement(policy, person, step, requirement, on);
  const starterTick = tickOf(policy, step, ticks, 'starter', on);
  const responsibleTick = tickOf(policy, step, ticks, 'responsible', on);
  const doneOn = tickedOn(starterTick, responsibleTick);
  if (doneOn === null && isAfterLastDay(policy, person, step, on)) return null;
  const isAway = person.absences.some(({ from, to }) => isWithin(on, from, to));
  const isLate = !isAway && step.dueOn < on;
  const state = doneOn !== null ? 'done' : isAway ? 'away' : isLate ? 'late' : 'open';
  const lateSince = state === 'late' ? addDays(step.dueOn, 1) : null;
  return { ...step, state, doneOn, lateSince, starterTick, responsibleTick, standing: null };
}

/** What falls due after somebody's last day is not asked for. */
function isAfterLastDay(
  { gapDays }: Policy,
  person: PersonFacts,
  { dueOn }: AskedStep,
  on: Day,
): boolean {
  const lastDay = lastDayOf(person, dayInPost(person, on) ?? on, gapDays);
  return lastDay !== null && dueOn > lastDay;
}

/** Null where it is not asked of them: not required, exempt, or due after their last day. */
function byRequirement(
  policy: Policy,
  person: PersonFacts,
  step: AskedStep,
  requirement: Requirement,
  on: Day,
): StepStanding | null {
  const standing = standingOf(policy, person, requirement, dayInPost(person, on) ?? on);
  const { status, asked } = standing;
  const one = { ...step, starterTick: null, responsibleTick: null, standing };
  const metOn = metSince(policy, person, standing, step.joinedOn, on);
  if (metOn !== null) return { ...one, state: 'done', doneOn: metOn, lateSince: null };
  if (status === 'not-required' || status === 'exempt' || !asked) return null;
  if (status === 'away') return { ...one, state: 'away', doneOn: null, lateSince: null };
  const dueOn = standing.dueOn ?? step.dueOn;
  // Nobody is chased for what waits for a check.
  const isLate = status === 'overdue' && standing.awaitingCheck === null;
  const lateSince = isLate ? standing.overdueSince : null;
  return { ...one, dueOn, state: isLate ? 'late' : 'open', doneOn: null, lateSince };
}

/**
 * The day by which it was met once since they joined. A new edition or a renewal later on is asked
 * for by the requirement itself, and does not bring first weeks back.
 */
function metSince(
  policy: Policy,
  person: PersonFacts,
  now: Standing,
  joinedOn: Day,
  on: Day,
): Day | null {
  if (isMet(now)) return now.completion?.completedOn ?? on;
  const { requirement } = now;
  const ids = [requirement.id, ...requirement.metBy];
  const later = person.completions
    .filter(({ requirementId }) => ids.includes(requirementId))
    .map(({ completedOn }) => completedOn)
    .filter((day) => isWithin(day, joinedOn, on));
  const days = joinedOn <= on ? [joinedOn, ...later] : later;
  return days.find((day) => isMet(standingOf(policy, person, requirement, day))) ?? null;
}

function isMet({ status }: Standing): boolean {
  return status === 'in-date' || status === 'due-soon';
}
