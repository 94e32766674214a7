import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage, notFound } from '#app/auth/answers.ts';
import { requirePermission } from '#app/auth/visit.ts';
import { trustSummaries } from '#app/data/dashboard.ts';
import { TRUST_COLUMNS, trustRows } from '#app/domain/trust.ts';
import { csvAnswer } from '#app/forms/files/csv-answer.ts';

/** The table of the trust's page, in its words and its order. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => trustFile(args));

async function trustFile(args: LoaderFunctionArgs) {
  const visit = await requirePermission(args, 'see-trust');
  if (visit.trustId === null) throw notFound();
  const rows = trustRows(trustSummaries(visit.database, visit.trustId, visit.today));
  const heading = TRUST_COLUMNS.map(({ head }) => head);
  const cells = rows.map((row) => TRUST_COLUMNS.map(({ key }) => row[key]));
  return csvAnswer([heading, ...cells], `trust-${visit.today}.csv`);
}
