import { appointmentsInWords } from './appointments.ts';
import type { Day } from './days.ts';
import type { AppointmentKind, PersonFacts } from './types.ts';

type Named = PersonFacts & { ref: string; name: string };

/**
 * What is added to a name that several of these people have, by id: "(Teacher, GRA-031)". Nobody
 * else is in it.
 */
export function namesApart(
  people: readonly Named[],
  kinds: readonly AppointmentKind[],
  on: Day,
): Map<number, string> {
  const byName = Map.groupBy(people, ({ name }) => name.toLocaleLowerCase('en-GB'));
  const shared = [...byName.values()].filter((same) => same.length > 1).flat();
  return new Map(
    shared.map((person) => {
      const words = [appointmentsInWords(person, kinds, on), person.ref].filter(Boolean);
      return [person.id, `(${words.join(', ')})`];
    }),
  );
}

/** A name with what tells it apart, where something must. */
export function nameApart(name: string, addition: string | undefined): string {
  return addition ? `${name} ${addition}` : name;
}
