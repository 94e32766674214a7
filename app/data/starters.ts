import type { Day } from '#app/domain/days.ts';
import { type Induction, inductionOnTime } from '#app/domain/induction.ts';
import { type FirstWeeks, firstWeeksOf } from '#app/domain/induction-list/first-weeks.ts';
import type { InductionFacts, InductionList } from '#app/domain/induction-list/list.ts';
import { madeLateBy } from '#app/domain/induction-list/made-late.ts';
import {
  type Starters,
  type StarterTask,
  startersOf,
  starterTaskOf,
} from '#app/domain/induction-list/starters.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import type { Database } from './database.ts';
import { type KnownPerson, schoolFacts, schoolPolicy } from './facts.ts';
import { listInductionLists } from './induction-lists.ts';
import { listTicks } from './induction-ticks.ts';
import { rememberedByDay, rememberedBySchool } from './remembered.ts';

/** A school's lists for first weeks and what was ticked. Remembered until its facts change. */
export function schoolFirstWeeks(database: Database, schoolId: number): InductionFacts {
  return rememberedBySchool(database, schoolId, 'first-weeks', () => ({
    lists: listInductionLists(database, schoolId),
    ticks: listTicks(database, schoolId),
  }));
}

/** The first weeks of one of a school's people on a day; null where no list is for them. */
export function firstWeeksOfPerson(
  database: Database,
  schoolId: number,
  person: PersonFacts,
  on: Day,
): FirstWeeks | null {
  const policy = schoolPolicy(database, schoolId);
  return firstWeeksOf(policy, schoolFirstWeeks(database, schoolId), person, on);
}

/** Everybody of a school who is in their first weeks on a day, or soon will be. Remembered so too. */
export function listStarters(database: Database, schoolId: number, on: Day): Starters<KnownPerson> {
  return rememberedByDay(database, schoolId, on, 'starters', () => {
    const { policy, people } = schoolFacts(database, schoolId);
    return startersOf(policy, schoolFirstWeeks(database, schoolId), people, on);
  });
}

/** Whose first weeks have something to tick that is late, or due this week. */
export function listStarterTasks(
  database: Database,
  schoolId: number,
  on: Day,
): { person: KnownPerson; steps: StarterTask }[] {
  const { open, coming } = listStarters(database, schoolId, on);
  return [...open, ...coming].flatMap(({ person, weeks }) => {
    const steps = starterTaskOf(weeks, on);
    return steps === null ? [] : [{ person, steps }];
  });
}

/** Who would be late on a day if these were the school's lists, and is not by those that it has. */
export function listMadeLate(
  database: Database,
  schoolId: number,
  lists: InductionList[],
  on: Day,
): KnownPerson[] {
  const { policy, people } = schoolFacts(database, schoolId);
  return madeLateBy(policy, schoolFirstWeeks(database, schoolId), lists, people, on);
}

/** The governors' figure of a school on a day, with its numbers. */
export function schoolInduction(database: Database, schoolId: number, on: Day): Induction | null {
  const { policy, people } = schoolFacts(database, schoolId);
  return inductionOnTime(policy, people, on, schoolFirstWeeks(database, schoolId));
}
