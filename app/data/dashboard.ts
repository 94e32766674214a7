import { type Dashboard, dashboardOf } from '#app/domain/dashboard/dashboard.ts';
import type { Learnt } from '#app/domain/dashboard/knowledge.ts';
import { academicYearOf, type Day } from '#app/domain/days.ts';
import { firstDayCounted, termOf } from '#app/domain/induction.ts';
import { periodOf } from '#app/domain/quiz/period.ts';
import { type NamedSummary, type SchoolSummary, summaryOf } from '#app/domain/trust.ts';
import { isRetired } from '#app/domain/versions.ts';
import type { Database } from './database.ts';
import { schoolStandings } from './derived.ts';
import { schoolFacts } from './facts.ts';
import { quizYear } from './quiz-year.ts';
import { rememberedByDay, rememberedByTrust } from './remembered.ts';
import { listSchools } from './schools.ts';
import { schoolFirstWeeks } from './starters.ts';
import { listHeld } from './updates.ts';

/**
 * What a school's governors see on a day: the one source of page, print and CSV. Remembered until the
 * school's facts change.
 */
export function schoolDashboard(database: Database, schoolId: number, on: Day): Dashboard {
  return rememberedByDay(database, schoolId, on, 'dashboard', () => {
    const { policy, people } = schoolFacts(database, schoolId);
    const standingsOn = (day: Day) => schoolStandings(database, schoolId, day);
    const learnt = learntIn(database, schoolId, on);
    const firstWeeks = schoolFirstWeeks(database, schoolId);
    const term = termOf(policy, on);
    const from = term && firstDayCounted(policy, term);
    const held = from === null ? [] : listHeld(database, schoolId, { from, to: on });
    return dashboardOf({ policy, people, standingsOn, learnt, firstWeeks, held }, on);
  });
}

/** What the quizzes of this academic year say: those that the school still has. */
function learntIn(database: Database, schoolId: number, on: Day): Learnt {
  const period = periodOf(academicYearOf(on), on);
  const { quizzes, topics } = quizYear(database, schoolId, period);
  const kept = quizzes.filter(({ quiz }) => !isRetired(quiz, on));
  return {
    period,
    quizzes: kept.map(({ quiz: { title }, results }) => ({ title, results })),
    topics,
  };
}

/**
 * Each school of a trust in figures. All of them are remembered until the facts of one change, and
 * then that one alone is reckoned anew: the page asks the database no more for a hundred schools.
 */
export function trustSummaries(database: Database, trustId: number, on: Day): NamedSummary[] {
  const schools = listSchools(database, trustId);
  const summaries = rememberedByTrust(database, trustId, `${on} summaries`, () => {
    return new Map(schools.map(({ id }) => [id, schoolSummary(database, id, on)]));
  });
  return schools.map(({ id, name, shortName }) => {
    // A school that was only just added has raised no version yet.
    return { id, name, shortName, ...(summaries.get(id) ?? schoolSummary(database, id, on)) };
  });
}

function schoolSummary(database: Database, schoolId: number, on: Day): SchoolSummary {
  return rememberedByDay(database, schoolId, on, 'summary', () => {
    const { policy, people } = schoolFacts(database, schoolId);
    return summaryOf(policy, people, schoolStandings(database, schoolId, on));
  });
}
