import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage } from '#app/auth/answers.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { schoolTables } from '#app/data/export-tables.ts';
import { may } from '#app/domain/permissions.ts';
import { schoolFolder, zipFolder } from '#app/forms/files/school-folder.ts';

/** Everything that the school holds, in the format that the importer reads. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => schoolFile(args));

async function schoolFile(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const wanted = { on: visit.today, withResults: may(visit.roles, 'see-quizzes') };
  const zip = zipFolder(schoolFolder(schoolTables(visit.database, visit.school.id, wanted)));
  return new Response(zip as BodyInit, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="indate-${visit.school.key}-${visit.today}.zip"`,
      'Cache-Control': 'no-store',
    },
  });
}
