import type { Day } from '../days.ts';
import type { PersonFacts, Policy } from '../types.ts';
import { nameOfStep } from './asked.ts';
import { firstWeeksOf } from './first-weeks.ts';
import type { InductionFacts, InductionList, InductionStep } from './list.ts';

/** The lists as they would be with one of them changed. */
export function withList(
  lists: readonly InductionList[],
  listId: number,
  change: Partial<InductionList>,
): InductionList[] {
  return lists.map((list) => (list.id === listId ? { ...list, ...change } : list));
}

/** The lists as they would be with one of their steps changed. */
export function withStep(
  lists: readonly InductionList[],
  stepId: number,
  change: Partial<InductionStep>,
): InductionList[] {
  return lists.map((list) => ({
    ...list,
    steps: list.steps.map((step) => (step.id === stepId ? { ...step, ...change } : step)),
  }));
}

/** Those of whom something is late on a day by the lists as they would be, and is not as they are. */
export function madeLateBy<Person extends PersonFacts>(
  policy: Policy,
  facts: InductionFacts,
  lists: InductionList[],
  people: readonly Person[],
  on: Day,
): Person[] {
  return people.filter((person) => {
    const late = lateSteps(policy, { ...facts, lists }, person, on);
    if (late.length === 0) return false;
    const known = lateSteps(policy, facts, person, on);
    return late.some((name) => !known.includes(name));
  });
}

function lateSteps(policy: Policy, facts: InductionFacts, person: PersonFacts, on: Day): string[] {
  const steps = firstWeeksOf(policy, facts, person, on)?.steps ?? [];
  return steps.filter(({ state }) => state === 'late').map(nameOfStep);
}
