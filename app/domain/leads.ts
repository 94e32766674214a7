import { type Day, isWithin } from './days.ts';
import type { PersonFacts } from './types.ts';

/** Whoever leads safeguarding on a day, by name. */
export type Leads = { leads: string[]; deputies: string[] };

type Named = PersonFacts & { id: number; name: string };

/** Those in post on the day and not away, but for `exceptId`: nobody hands in to themselves. */
export function leadsOf(people: readonly Named[], on: Day, exceptId?: number): Leads {
  const here = people.filter(
    ({ id, absences }) =>
      id !== exceptId && !absences.some(({ from, to }) => isWithin(on, from, to)),
  );
  const leads = here.filter((person) => holds(person, 'dsl', on));
  const deputies = here.filter((person) => holds(person, 'deputy-dsl', on));
  return { leads: leads.map(nameOf), deputies: deputies.map(nameOf) };
}

/** "Bronwen Sayle, the designated safeguarding lead, or Leanne Okoro or Colin Rudge, deputy". */
export function leadsInWords({ leads, deputies }: Leads): string {
  const first = [
    ...(leads.length > 0 ? [`${oneOf(leads)}, the designated safeguarding lead`] : []),
    ...(deputies.length > 0 ? [`${oneOf(deputies)}, deputy`] : []),
  ];
  return first.join(', or ') || 'the designated safeguarding lead';
}

/** "Leanne Okoro or Colin Rudge". */
export function oneOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function nameOf({ name }: Named): string {
  return name;
}

function holds({ appointments }: Named, kind: string, on: Day): boolean {
  return appointments.some((held) => held.kind === kind && isWithin(on, held.from, held.to));
}
