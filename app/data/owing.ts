import { owedOf } from '#app/domain/chase.ts';
import type { Day } from '#app/domain/days.ts';
import type { Standing } from '#app/domain/standing.ts';
import type { Policy, Status } from '#app/domain/types.ts';
import type { Database } from './database.ts';
import { schoolStandings } from './derived.ts';
import type { KnownPerson } from './facts.ts';

/** Somebody who can be asked for something, and what. */
export type Owing = { person: KnownPerson; owed: Standing[] };

/**
 * Who owes something on a day, by name: only with one of these statuses, only for this requirement
 * (by key), where they are given. What they owe is told whole.
 */
export function listOwing(
  database: Database,
  schoolId: number,
  on: Day,
  { statuses, requirement }: { statuses: Status[]; requirement: string | null },
): { policy: Policy; owing: Owing[] } {
  const { policy, rows } = schoolStandings(database, schoolId, on);
  const isChosen = ({ status, requirement: { key } }: Standing) =>
    statuses.includes(status) && (requirement === null || key === requirement);
  const owing = rows
    .map(({ person, standings }) => ({ person, owed: owedOf(standings) }))
    .filter(({ owed }) => owed.some(isChosen));
  return { policy, owing };
}
