import { coverOf } from '#app/domain/cover.ts';
import type { Day } from '#app/domain/days.ts';
import { type OverdueFigures, overdueFigures, type Task, tasksOf } from '#app/domain/tasks.ts';
import type { Policy } from '#app/domain/types.ts';
import { checkQueue } from './checks.ts';
import type { Database } from './database.ts';
import { schoolStandings } from './derived.ts';
import { schoolFacts } from './facts.ts';
import { listMopUps } from './mop-ups.ts';
import { listPastReview } from './offer-editing.ts';
import { listToConfirm } from './publications.ts';
import { quizNeeds } from './quiz-needs.ts';
import { listOpenReadingQuestions } from './reading-questions.ts';
import { rememberedByDay } from './remembered.ts';
import { listStarterTasks } from './starters.ts';
import { listUnfinishedSessions } from './unfinished-sessions.ts';

/**
 * What this school's DSL has to do on a day, and how many people are overdue. Remembered until
 * the school's facts change.
 */
export function listTasks(
  database: Database,
  schoolId: number,
  on: Day,
): { policy: Policy; tasks: Task[]; figures: OverdueFigures } {
  return rememberedByDay(database, schoolId, on, 'tasks', () => {
    const { policy, rows } = schoolStandings(database, schoolId, on);
    const covers = policy.cover.map((rule) => ({
      rule,
      ...coverOf(policy, schoolFacts(database, schoolId).people, rule, on),
    }));
    const quizzes = quizNeeds(database, schoolId, on);
    const readingQuestions = listOpenReadingQuestions(database, schoolId, on);
    const mopUps = listMopUps(database, schoolId, on);
    const starters = listStarterTasks(database, schoolId, on);
    const pastSections = listPastReview(database, schoolId, on);
    const tasks = tasksOf({
      policy,
      rows,
      covers,
      waiting: checkQueue(database, schoolId, on),
      quizzes,
      readingQuestions,
      mopUps,
      ...listUnfinishedSessions(database, schoolId, on),
      starters,
      pastSections,
      editionsToConfirm: listToConfirm(database, schoolId, on),
      on,
    });
    return { policy, tasks, figures: overdueFigures(rows) };
  });
}
