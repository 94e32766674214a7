import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requirePermission } from '#app/auth/visit.ts';
import { ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { TrustTable } from '#app/components/trust-table.tsx';
import { trustSummaries } from '#app/data/dashboard.ts';
import { may } from '#app/domain/permissions.ts';
import { trustAnswer, trustRows } from '#app/domain/trust.ts';

export const meta = titled('Our schools');

/** Figures alone leave the loader: nobody is named, and small groups are in words. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePermission(args, 'see-trust');
  if (visit.trustId === null) throw notFound();
  const summaries = trustSummaries(visit.database, visit.trustId, visit.today);
  return {
    shell: shellOf(visit),
    answer: trustAnswer(summaries),
    rows: trustRows(summaries),
    mayAdd: may(visit.roles, 'add-school'),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

export default function TrustPage() {
  const { shell, answer, rows, mayAdd, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Our schools"
      shell={shell}
      answer={answer}
      width="wide"
      notification={done === 'added' ? ADDED : null}
    >
      {rows.length === 0 ? (
        <EmptyState title="No school yet">
          <p className="govuk-body">Add the first one. Its administrator then enters the people.</p>
        </EmptyState>
      ) : (
        <TrustTable rows={rows} />
      )}
      {mayAdd ? <ButtonLink href="/trust/schools/new">Add a school</ButtonLink> : null}
      {rows.length > 0 ? <Explained /> : null}
    </Page>
  );
}

const ADDED =
  'The school is added. Its administrator has an account already, and finds the school there at the next sign-in.';

function Explained() {
  return (
    <>
      <h2>How to read this</h2>
      <ul>
        <li>
          <strong>Secure</strong>: the school has a rule for DSL cover, and every cover that it has
          a rule for holds today and is not known to fail within its notice (60 days, if the school
          has set no other). People who are overdue do not make a school insecure here: they stand
          beside it.
        </li>
        <li>
          <strong>In date</strong>: people who are overdue for nothing, of those of whom something
          is asked today. Who is exempt or on long absence is left out.
        </li>
        <li>
          A school with fewer than five people to count says “all” or “not all”, so that nobody can
          be told from a figure.
        </li>
      </ul>
      <p className="govuk-body no-print">
        <a className="govuk-link" href="/trust.csv">
          Download the figures as CSV
        </a>
      </p>
    </>
  );
}
