import { findPersonFacts, type KnownPerson, schoolPolicy } from '#app/data/facts.ts';
import { listPersonIdsOf } from '#app/data/people.ts';
import { firstWeeksOfPerson } from '#app/data/starters.ts';
import { isWithin } from '#app/domain/days.ts';
import type { FirstWeeks } from '#app/domain/induction-list/first-weeks.ts';
import type { Ticker } from '#app/domain/induction-list/who-ticks.ts';
import type { Policy } from '#app/domain/types.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

export type StarterAt = { policy: Policy; person: KnownPerson; weeks: FirstWeeks };

/** The starter whom the address names, with their list. Throws 404 where no list is for them. */
export function requireStarterAt(
  { params }: { params: { personId?: string } },
  { database, school, today }: SchoolVisit,
): StarterAt {
  const person = findPersonFacts(database, school.id, parseId(params.personId));
  if (!person) throw notFound();
  const policy = schoolPolicy(database, school.id);
  const weeks = firstWeeksOfPerson(database, school.id, person, today);
  if (!weeks) throw notFound();
  return { policy, person, weeks };
}

/** The visitor as one who ticks: what they hold at this school today. */
export function tickerOfVisit({ database, school, accountId, today }: SchoolVisit): Ticker {
  const personIds = listPersonIdsOf(database, accountId);
  const kinds = personIds.flatMap((id) => {
    const held = findPersonFacts(database, school.id, id)?.appointments ?? [];
    return held.filter(({ from, to }) => isWithin(today, from, to)).map(({ kind }) => kind);
  });
  return { accountId, personIds, kinds };
}
