import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { DateInput, dateFields } from '#app/components/date-input.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';

export const meta = titled('Export');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  return { shell: shellOf(visit), today: visit.today };
}

export default function ExportPage() {
  const { shell, today } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Export"
      shell={shell}
      back={{ href: '/admin', label: 'Back to people and settings' }}
    >
      <h2>Where everybody stands</h2>
      <p className="govuk-body">
        A CSV file with one row for each person and each requirement: the status, its days, and the
        sentence that says why.
      </p>
      <form method="get" action="/admin/export.csv">
        <DateInput name="on" label="As at" value={dateFields(today)} />
        <Button>Download the CSV file</Button>
      </form>
      <h2>Everything that this school holds</h2>
      <p className="govuk-body">
        One zip with the policy, people, training, absences, exemptions, bookings, the offer with
        its questions and quizzes, and the audit. It can be imported into another InDate and gives
        the same figures there. It names people and says what they have done: keep it as you keep
        personnel files. The files of evidence are not in it: the backup holds them. How somebody
        did in a quiz is in it only for those who may see that.
      </p>
      <ButtonLink href="/admin/export.zip" kind="secondary">
        Download everything
      </ButtonLink>
    </Page>
  );
}
