import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { MatrixFilter } from '#app/components/matrix-filter.tsx';
import { MatrixTable } from '#app/components/matrix-table.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { titled } from '#app/components/shell.ts';
import { DescriptionOfStatuses } from '#app/components/status.tsx';
import { schoolStandings } from '#app/data/derived.ts';
import { type KnownPerson, schoolPolicy } from '#app/data/facts.ts';
import { appointmentsInWords } from '#app/domain/appointments.ts';
import type { Day } from '#app/domain/days.ts';
import {
  dayThatMatters,
  type MatrixRow,
  type MatrixView,
  matrixOf,
  overduePeople,
} from '#app/domain/matrix.ts';
import { pageOf, pagesFor } from '#app/domain/pages.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import type { Policy } from '#app/domain/types.ts';
import { counted } from '#app/domain/words.ts';
import { matrixWasLeft, rememberMatrix } from '#app/forms/matrix-memory.ts';
import { matrixQuery, readMatrixView } from '#app/forms/matrix-view.ts';

const ROWS_ON_A_PAGE = 40;

export const meta = titled('Matrix');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-training');
  const url = new URL(args.request.url);
  const left = matrixWasLeft(args.request.headers.get('Cookie'));
  if (url.search === '' && left !== '') throw redirect(`/dsl/matrix?${left}`, 303);

  const policy = schoolPolicy(visit.database, visit.school.id);
  const view = readMatrixView(url.searchParams, {
    requirements: policy.requirements.map(({ key }) => key),
    kinds: policy.appointmentKinds.map(({ key }) => key),
  });
  const { rows: people } = schoolStandings(visit.database, visit.school.id, visit.today);
  const { requirements, appointmentKinds: kinds } = policy;
  const { columns, rows } = matrixOf(people, { requirements, kinds, on: visit.today }, view);
  const query = matrixQuery(view);
  const body = {
    shell: shellOf(visit),
    view,
    query,
    columns: columns.map(({ id, key, name }) => ({ id, key, name })),
    rows: pageOf(rows, view.page, ROWS_ON_A_PAGE).map((row) => rowShown(policy, row, visit.today)),
    answer: answerOf(rows, people.length),
    shown: rows.length,
    of: people.length,
    pages: pagesFor(rows.length, ROWS_ON_A_PAGE),
    requirements: requirements.map(({ key, name }) => ({ value: key, label: name })),
    kinds: kinds.map(({ key, label }) => ({ value: key, label })),
  };
  return data(body, { headers: { 'Set-Cookie': rememberMatrix(query) } });
}

export default function MatrixPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, view, query, columns, rows, shown, of, pages } = page;
  return (
    <Page title="Matrix" shell={shell} width="wide" answer={page.answer}>
      <MatrixFilter view={view} requirements={page.requirements} kinds={page.kinds} />
      {rows.length === 0 ? (
        <EmptyState title="Nobody fits this view">
          <p className="govuk-body">
            Choose fewer filters, or{' '}
            <a className="govuk-link" href="/dsl/matrix?all">
              show everybody
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <MatrixTable
          columns={columns}
          rows={rows}
          view={view}
          sortedBy={(sort) => addressOf({ ...view, ...sort, page: 1 })}
        />
      )}
      <Pagination
        page={view.page}
        pages={pages}
        label="People"
        hrefOf={(page) => addressOf({ ...view, page })}
      />
      <p className="govuk-body no-print">
        <a className="govuk-link" href={`/dsl/matrix.csv?${query}`}>
          Download what is shown as CSV ({shown} of {of} people)
        </a>
      </p>
      <DescriptionOfStatuses />
    </Page>
  );
}

/** `all`: as usual, and not as it was left. */
function addressOf(view: MatrixView): string {
  return `/dsl/matrix?${matrixQuery(view) || 'all'}`;
}

/** How many are shown, and how many of them are overdue for something that is shown. */
function answerOf(rows: MatrixRow[], of: number): string {
  const overdue = overduePeople(rows);
  const everybody = counted(of, 'person', 'people');
  if (rows.length === of) {
    return overdue === 0
      ? `None of ${everybody} is overdue.`
      : `${overdue} of ${everybody} ${overdue === 1 ? 'is' : 'are'} overdue for something.`;
  }
  const shown = `${rows.length} of ${everybody} ${rows.length === 1 ? 'is' : 'are'} shown`;
  return rows.length === 0
    ? `${shown}.`
    : `${shown}, ${overdue} of them overdue for what is shown.`;
}

function rowShown(policy: Policy, { person, standings, group }: MatrixRow<KnownPerson>, on: Day) {
  return {
    id: person.id,
    name: person.sortName,
    group,
    appointments: appointmentsInWords(person, policy.appointmentKinds, on),
    cells: standings.map((standing) => ({
      status: standing.status,
      day: dayThatMatters(standing),
      sentence: sentenceOf(policy, standing),
      isWaiting: standing.awaitingCheck !== null,
      isBooked: standing.booked !== null,
    })),
  };
}
