import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage } from '#app/auth/answers.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { schoolStandings } from '#app/data/derived.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { appointmentsInWords } from '#app/domain/appointments.ts';
import { STATUS_LABELS } from '#app/domain/labels.ts';
import { dayThatMatters, matrixOf } from '#app/domain/matrix.ts';
import type { Standing } from '#app/domain/standing.ts';
import { csvAnswer } from '#app/forms/files/csv-answer.ts';
import { readMatrixView } from '#app/forms/matrix-view.ts';

/** What the matrix page shows with these filters: the same people, columns and order, all pages. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => matrixFile(args));

async function matrixFile(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-training');
  const { requirements, appointmentKinds } = schoolPolicy(visit.database, visit.school.id);
  const view = readMatrixView(new URL(args.request.url).searchParams, {
    requirements: requirements.map(({ key }) => key),
    kinds: appointmentKinds.map(({ key }) => key),
  });
  const { rows: people } = schoolStandings(visit.database, visit.school.id, visit.today);
  const seen = { requirements, kinds: appointmentKinds, on: visit.today };
  const { columns, rows } = matrixOf(people, seen, view);
  const heading = ['name', 'appointments', ...columns.map(({ name }) => name)];
  const cells = rows.map(({ person, standings }) => [
    person.sortName,
    appointmentsInWords(person, appointmentKinds, visit.today),
    ...standings.map(cellOf),
  ]);
  return csvAnswer([heading, ...cells], `matrix-${visit.school.key}-${visit.today}.csv`);
}

/** "In date 2027-09-01": the word and the day that the page shows; nothing where nothing is asked. */
function cellOf(standing: Standing): string {
  if (standing.status === 'not-required') return '';
  const marks = [standing.awaitingCheck && 'awaiting check', standing.booked && 'booked'].filter(
    Boolean,
  );
  const words = [STATUS_LABELS[standing.status], dayThatMatters(standing)]
    .filter(Boolean)
    .join(' ');
  return [words, ...marks].join(', ');
}
