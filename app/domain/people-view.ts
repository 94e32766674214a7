import { isPresentOn } from './audience.ts';
import { type Day, isWithin } from './days.ts';
import type { Appointment, Category, PersonFacts } from './types.ts';

/** Whether somebody is in post on a day, comes later, or has left. */
export type Presence = 'here' | 'coming' | 'left';

/** Here on this day, still to come, or gone: whoever has never had an appointment is gone. */
export function presenceOn(person: PersonFacts, on: Day): Presence {
  if (isPresentOn(person, on)) return 'here';
  return person.appointments.some(({ from }) => from > on) ? 'coming' : 'left';
}

type Named = PersonFacts & { name: string; sortName: string; ref: string; email: string | null };

type Wanted = {
  q: string;
  category: Category | null;
  kind: string | null;
  who: Presence | 'all';
};

/** Those whom a view shows, in the order given. `q` is looked for as it stands, accents aside. */
export function peopleIn<Person extends Named>(
  people: readonly Person[],
  { q, category, kind, who }: Wanted,
  on: Day,
): Person[] {
  const sought = folded(q);
  return people.filter((person) => {
    if (who !== 'all' && presenceOn(person, on) !== who) return false;
    const held = shownAppointments(person, on);
    if (category !== null && !held.some((one) => one.category === category)) return false;
    if (kind !== null && !held.some((one) => one.kind === kind)) return false;
    return sought === '' || wordsOf(person).some((words) => words.includes(sought));
  });
}

/** What somebody is: the appointments of the day, the next for who is coming, the last for who left. */
export function shownAppointments(person: PersonFacts, on: Day): Appointment[] {
  const { appointments } = person;
  if (isPresentOn(person, on)) return appointments.filter((one) => isWithin(on, one.from, one.to));
  const coming = appointments.filter(({ from }) => from > on);
  if (coming.length > 0) return coming;
  const lastDay = appointments
    .map(({ to }) => to ?? '')
    .sort()
    .at(-1);
  return appointments.filter(({ to }) => to === lastDay);
}

function wordsOf({ name, sortName, ref, email }: Named): string[] {
  return [name, sortName, ref, email ?? ''].map(folded);
}

/** "Zoë" is found by "zoe". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
