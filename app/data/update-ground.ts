import type { Day } from '#app/domain/days.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { isCreditable } from '#app/domain/sessions/credits.ts';
import { isExpectedAt } from '#app/domain/sessions/register.ts';
import type { Audience } from '#app/domain/types.ts';
import type { Database } from './database.ts';
import { schoolFacts } from './facts.ts';

/** What an update of a day can complete, and the roles of the school. */
export function updateChoices(database: Database, schoolId: number, on: Day) {
  const { policy } = schoolFacts(database, schoolId);
  return {
    kinds: policy.appointmentKinds.map(({ key, label }) => ({ value: key, label })),
    credits: policy.requirements
      .filter((one) => isCreditable(one, on))
      .map(({ id, name }) => ({ value: String(id), label: name })),
  };
}

/** Everybody for whom an update of that day was, as boxes to tick; and those named beside them. */
export function peopleAt(
  database: Database,
  schoolId: number,
  { heldOn, audience, alsoIds = [] }: { heldOn: Day; audience: Audience; alsoIds?: number[] },
) {
  const { policy, people } = schoolFacts(database, schoolId);
  const apart = namesApart(people, policy.appointmentKinds, heldOn);
  const at = { heldOn, isMopUp: false };
  return people
    .filter((person) => isExpectedAt(at, audience, person) || alsoIds.includes(person.id))
    .map(({ id, sortName }) => ({ value: String(id), label: nameApart(sortName, apart.get(id)) }));
}
