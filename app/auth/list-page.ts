import { schoolPolicy } from '#app/data/facts.ts';
import { listMadeLate, schoolFirstWeeks } from '#app/data/starters.ts';
import type { InductionList, InductionStep } from '#app/domain/induction-list/list.ts';
import { isRetired } from '#app/domain/versions.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

type Address = { params: { listId?: string; stepId?: string } };

/** The list that the address names. Throws 404. */
export function requireListAt({ params }: Address, visit: SchoolVisit): InductionList {
  const { lists } = schoolFirstWeeks(visit.database, visit.school.id);
  const listId = parseId(params.listId);
  const list = lists.find(({ id }) => id === listId);
  if (!list) throw notFound();
  return list;
}

/** The step of a list that the address names, with its list. Throws 404. */
export function requireStepAt(
  args: Address,
  visit: SchoolVisit,
): { list: InductionList; step: InductionStep } {
  const list = requireListAt(args, visit);
  const stepId = parseId(args.params.stepId);
  const step = list.steps.find(({ id }) => id === stepId);
  if (!step) throw notFound();
  return { list, step };
}

/** The names of those who become late by a change of the school's lists. */
export function namesMadeLate(
  { database, school, today }: SchoolVisit,
  change: (lists: InductionList[]) => InductionList[],
): string[] {
  const { lists } = schoolFirstWeeks(database, school.id);
  return listMadeLate(database, school.id, change(lists), today).map(({ name }) => name);
}

type Choice = { value: string; label: string };

/** What a list and its steps are chosen from: the school's roles, and its requirements. */
export function listGround(
  { database, school, today }: SchoolVisit,
  present: number | null = null,
): { kinds: Choice[]; requirements: Choice[] } {
  const { appointmentKinds, requirements } = schoolPolicy(database, school.id);
  return {
    kinds: appointmentKinds.map(({ key, label }) => ({ value: key, label })),
    requirements: requirements
      .filter((one) => one.id === present || !isRetired(one, today))
      .map(({ id, name }) => ({ value: String(id), label: name })),
  };
}

/** The values among which a form chooses. */
export function valuesOf(choices: readonly Choice[]): string[] {
  return choices.map(({ value }) => value);
}
