import { type Dashboard, dashboardOf } from '#app/domain/dashboard/dashboard.ts';
import type { Day } from '#app/domain/days.ts';
import { type NamedSummary, type SchoolSummary, summaryOf } from '#app/domain/trust.ts';
import type { Database } from './database.ts';
import { schoolStandings } from './derived.ts';
import { schoolFacts } from './facts.ts';
import { rememberedByDay } from './remembered.ts';
import { listSchools } from './schools.ts';

/**
 * What a school's governors see on a day: the one source of page, print and CSV. Remembered until the
 * school's facts change.
 */
export function schoolDashboard(database: Database, schoolId: number, on: Day): Dashboard {
  return rememberedByDay(database, schoolId, on, 'dashboard', () => {
    const { policy, people } = schoolFacts(database, schoolId);
    const standingsOn = (day: Day) => schoolStandings(database, schoolId, day);
    return dashboardOf({ policy, people, standingsOn }, on);
  });
}

/**
 * Each school of a trust in figures. A school's summary is remembered until its facts change, so that
 * the page costs one small question for each school.
 */
export function trustSummaries(database: Database, trustId: number, on: Day): NamedSummary[] {
  return listSchools(database, trustId).map(({ id, name, shortName }) => ({
    id,
    name,
    shortName,
    ...schoolSummary(database, id, on),
  }));
}

function schoolSummary(database: Database, schoolId: number, on: Day): SchoolSummary {
  return rememberedByDay(database, schoolId, on, 'summary', () => {
    const { policy, people } = schoolFacts(database, schoolId);
    return summaryOf(policy, people, schoolStandings(database, schoolId, on));
  });
}
