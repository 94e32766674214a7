import { isPresentOn } from '#app/domain/audience.ts';
import type { Day } from '#app/domain/days.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { isCreditable } from '#app/domain/sessions/credits.ts';
import type { Database } from './database.ts';
import { schoolFacts } from './facts.ts';

type Chosen = {
  trainerPersonId: number | null;
  trainerHoldsId: number | null;
  creditIds: number[];
};

const NOTHING: Chosen = { trainerPersonId: null, trainerHoldsId: null, creditIds: [] };

/** What the form of a session offers on a day; of a session that is changed, what it has already too. */
export function sessionGround(
  database: Database,
  schoolId: number,
  today: Day,
  chosen: Chosen = NOTHING,
) {
  const { policy, people } = schoolFacts(database, schoolId);
  const apart = namesApart(people, policy.appointmentKinds, today);
  const { trainerPersonId, trainerHoldsId, creditIds } = chosen;
  const held = [...creditIds, trainerHoldsId];
  return {
    kinds: policy.appointmentKinds.map(({ key, label }) => ({ value: key, label })),
    people: people
      .filter((person) => isPresentOn(person, today) || person.id === trainerPersonId)
      .map(({ id, sortName }) => ({
        value: String(id),
        label: nameApart(sortName, apart.get(id)),
      })),
    requirements: policy.requirements
      .filter((one) => isCreditable(one, today) || held.includes(one.id))
      .map(({ id, name }) => ({ value: String(id), label: name })),
  };
}
