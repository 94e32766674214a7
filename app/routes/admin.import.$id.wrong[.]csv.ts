import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage, notFound } from '#app/auth/answers.ts';
import { parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { findImport, type PlannedImport, planOfImport } from '#app/data/imports.ts';
import { csvAnswer } from '#app/forms/files/csv-answer.ts';

/** The rows of a waiting import that are wrong or left out, as they stood, with what to do. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => wrongRowsFile(args));

async function wrongRowsFile(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const record = findImport(visit.database, visit.school.id, parseId(args.params.id));
  const planned = record && planOfImport(visit.database, record, visit.today);
  if (!planned) throw notFound();
  return csvAnswer(wrongRows(planned), `wrong-rows-${record.id}.csv`);
}

function wrongRows({ plan, staged: { sheet, mapping } }: PlannedImport): (string | number)[][] {
  const wrong = plan.rows.filter(({ outcome }) => outcome === 'wrong' || outcome === 'left-out');
  const byRow = Map.groupBy(wrong, ({ row }) => row);
  const headings = sheet.rows[mapping.headingRow] ?? [];
  const rows = [...byRow].map(([row, plans]) => {
    const cells = headings.map((_, column) => sheet.rows[row - 1]?.[column] ?? '');
    const problems = plans.flatMap((one) => one.problems);
    const todo = problems.map(({ column, read, todo }) => `${column} "${read}": ${todo}`);
    return [...cells, row, todo.join('; ')];
  });
  return [[...headings, 'row', 'what to do'], ...rows];
}
