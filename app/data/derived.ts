import type { Day } from '#app/domain/days.ts';
import { type Standing, standingsOf } from '#app/domain/standing.ts';
import type { Policy } from '#app/domain/types.ts';
import type { Database } from './database.ts';
import { type KnownPerson, schoolFacts } from './facts.ts';
import { rememberedByDay } from './remembered.ts';

/** One person and where they stand on every requirement, in the policy's order. */
export type Row = { person: KnownPerson; standings: Standing[] };

export type SchoolStandings = { on: Day; policy: Policy; rows: Row[] };

/**
 * Where everybody with an appointment on this day stands on that day, by what is known now.
 * Remembered until the school's facts change.
 */
export function schoolStandings(database: Database, schoolId: number, on: Day): SchoolStandings {
  return rememberedByDay(database, schoolId, on, 'standings', () => {
    const { policy, people } = schoolFacts(database, schoolId);
    const present = people.filter((person) => isPresent(person, on));
    const rows = present.map((person) => ({ person, standings: standingsOf(policy, person, on) }));
    return { on, policy, rows };
  });
}

function isPresent(person: KnownPerson, on: Day): boolean {
  return person.appointments.some(({ from, to }) => from <= on && (to === null || on <= to));
}
