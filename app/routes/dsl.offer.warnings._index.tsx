import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { WarningList } from '#app/components/warning-list.tsx';
import { listWarnings } from '#app/data/offer-warnings.ts';
import { warningsAnswer } from '#app/domain/offer/overview.ts';
import { doneWords } from '#app/forms/done.ts';

export const meta = titled('What is out of date in the document');

const DONE: Record<string, string> = {
  added: 'It is noted.',
  'dealt-with': 'It is noted as dealt with.',
  reopened: 'It is open again.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const warnings = listWarnings(visit.database, visit.school.id);
  const open = warnings.filter(({ dealtWithOn }) => dealtWithOn === null);
  const dealtWith = warnings.filter(({ dealtWithOn }) => dealtWithOn !== null);
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    answer: warningsAnswer(dealtWith.length, warnings.length),
    open,
    dealtWith,
  };
}

export default function WarningsPage() {
  const { shell, done, answer, open, dealtWith } = useLoaderData<typeof loader>();
  return (
    <Page
      title="What is out of date or wrong in the school’s own document"
      shell={shell}
      answer={answer}
      notification={done}
      back={{ href: '/dsl/offer', label: 'Back to the sections' }}
    >
      <p className="govuk-body">
        None of this stands in the sections here. It still stands in the document that the school
        has published. Print this page and hand it to whoever edits that document.
      </p>
      <p className="no-print">
        <ButtonLink href="/dsl/offer/warnings/new" kind="secondary">
          Note something else
        </ButtonLink>
      </p>
      {open.length === 0 ? (
        <EmptyState title="Nothing is open">
          <p className="govuk-body">
            When you find something in the school’s document that is old or wrong, note it here.
          </p>
        </EmptyState>
      ) : (
        <Section title={`To put right: ${open.length}`}>
          <WarningList warnings={open} />
        </Section>
      )}
      {dealtWith.length > 0 ? (
        <Section title={`Dealt with: ${dealtWith.length}`}>
          <WarningList warnings={dealtWith} />
        </Section>
      ) : null}
    </Page>
  );
}
