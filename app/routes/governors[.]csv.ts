import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage } from '#app/auth/answers.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { schoolDashboard } from '#app/data/dashboard.ts';
import { dashboardCsv } from '#app/domain/dashboard/csv.ts';
import { csvAnswer } from '#app/forms/files/csv-answer.ts';

/** Everything that the governors' page says, one line each. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => dashboardFile(args));

async function dashboardFile(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-dashboard');
  const dashboard = schoolDashboard(visit.database, visit.school.id, visit.today);
  return csvAnswer(dashboardCsv(dashboard), `governors-${visit.school.key}-${visit.today}.csv`);
}
