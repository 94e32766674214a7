import { isPresentOn, joinedOn } from '../audience.ts';
import { addDays, type Day, earlier } from '../days.ts';
import { afterReturn, merged } from '../due.ts';
import type { PersonFacts, Policy } from '../types.ts';
import { type InductionList, type InductionStep, stepsOn } from './list.ts';

/** A step as it is asked of one person: once, though several of their lists may hold it. */
export type AskedStep = Pick<
  InductionStep,
  'key' | 'words' | 'within' | 'requirementId' | 'responsible'
> & {
  /** The step's id in each of their lists. */
  ids: number[];
  /**
   * Its id in each list of the school that holds it, with what is retired: a tick of one counts for
   * all, and stays when a role, and with it a list, falls away.
   */
  tickIds: number[];
  joinedOn: Day;
  /** Last day on which it is not late. */
  dueOn: Day;
};

/** Whoever begins within so many days is shown beside those who have begun. */
export const COMING_DAYS = 14;

/**
 * The day as at which lists are looked up: `on` for whoever is in post; their first day for whoever
 * begins soon; null for everybody else.
 */
export function dayInPost(person: PersonFacts, on: Day): Day | null {
  if (isPresentOn(person, on)) return on;
  const soon = addDays(on, COMING_DAYS);
  const coming = person.appointments.map(({ from }) => from).filter((from) => from > on);
  const first = coming.length > 0 ? coming.reduce(earlier) : null;
  return first !== null && first <= soon ? first : null;
}

/**
 * The lists that concern somebody on a day: of those whose audience they are in, those that were in
 * use when they joined it.
 */
export function listsFor(
  policy: Policy,
  lists: readonly InductionList[],
  person: PersonFacts,
  on: Day,
): { list: InductionList; joined: Day }[] {
  const at = dayInPost(person, on);
  if (at === null) return [];
  return lists.flatMap((list) => {
    const joined = joinedOn(policy, person, list.audience, at);
    const isAsked = joined !== null && (list.startsOn === null || joined >= list.startsOn);
    return isAsked ? [{ list, joined }] : [];
  });
}

/**
 * The union of the steps of their lists, in order of due day: joined + `within`, moved past a long
 * absence as every due day is. What stands in several lists is asked once, by its earliest day.
 */
export function askedSteps(
  policy: Policy,
  lists: readonly InductionList[],
  person: PersonFacts,
  on: Day,
): AskedStep[] {
  const times = merged(person.absences);
  const asked = new Map<string, AskedStep>();
  const byKey = Map.groupBy(
    lists.flatMap(({ steps }) => steps),
    ({ key }) => key,
  );
  for (const { list, joined } of listsFor(policy, lists, person, on)) {
    for (const step of stepsOn(list, on)) {
      if (step.startsOn !== null && joined < step.startsOn) continue;
      const due = { on: addDays(joined, step.within), because: 'joined' as const };
      const { on: dueOn } = afterReturn(due, times, policy.returnDays);
      const { id, key, words, within, requirementId, responsible } = step;
      const one = { key, words, within, requirementId, responsible };
      const name = nameOfStep(step);
      const tickIds = (byKey.get(key) ?? []).map((same) => same.id);
      const now = { ...one, ids: [id], tickIds, joinedOn: joined, dueOn };
      asked.set(name, joinedTo(asked.get(name), now));
    }
  }
  return [...asked.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** What makes two steps the same one. */
export function nameOfStep({ key, requirementId }: Pick<InductionStep, 'key' | 'requirementId'>) {
  return requirementId === null ? key : `requirement ${requirementId}`;
}

function joinedTo(known: AskedStep | undefined, step: AskedStep): AskedStep {
  if (known === undefined) return step;
  const sooner = step.dueOn < known.dueOn ? step : known;
  return { ...sooner, ids: [...known.ids, ...step.ids] };
}
