import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage } from '#app/auth/answers.ts';
import { declaredParts, requirePublicationAt, schoolReads } from '#app/auth/publication-page.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { READER_COLUMNS, readerRows } from '#app/domain/publications/shown.ts';
import { csvAnswer } from '#app/forms/files/csv-answer.ts';

/** Who has read the edition in force and who has not, by name, as the publication's page counts them. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => readersFile(args));

async function readersFile(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-publications');
  const publication = requirePublicationAt(visit, args.params.id);
  const rows = readerRows(schoolReads(visit), publication, declaredParts(visit, publication));
  const name = `read-${publication.key}-${visit.school.key}-${visit.today}.csv`;
  return csvAnswer([[...READER_COLUMNS], ...rows], name);
}
