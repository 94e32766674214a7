import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { AuditList } from '#app/components/audit-list.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { titled } from '#app/components/shell.ts';
import { AUDIT_PAGE, countAudit } from '#app/data/audit.ts';
import { listAuditInWords } from '#app/data/audit-shown.ts';
import { pagesFor } from '#app/domain/pages.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { readPage } from '#app/forms/page-number.ts';

export const meta = titled('What was changed');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-training');
  const { database, school } = visit;
  const person = requirePersonAt(args, visit);
  const asked = { schoolId: school.id, personId: person.id };
  const count = countAudit(database, asked);
  const pages = pagesFor(count, AUDIT_PAGE);
  const page = Math.min(readPage(new URL(args.request.url).searchParams), pages);
  const entries = listAuditInWords(database, { ...asked, page });
  return {
    shell: shellOf(visit),
    home: `/dsl/people/${person.id}`,
    name: person.name,
    count,
    page,
    pages,
    entries: entries.map((entry) => ({ ...entry, person: null })),
  };
}

export default function PersonChangesPage() {
  const { shell, home, name, count, page, pages, entries } = useLoaderData<typeof loader>();
  return (
    <Page
      title="What was changed"
      caption={name}
      shell={shell}
      back={{ href: home, label: `Back to ${name}` }}
    >
      {count === 0 ? (
        <EmptyState title="Nothing was changed yet">
          <p className="govuk-body">Every change to this record appears here.</p>
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            {sentenceCase(counted(count, 'change', 'changes'))}, the newest first. Nothing here can
            be altered or taken out without that being found.
          </p>
          <AuditList entries={entries} />
        </>
      )}
      <Pagination
        label="Changes"
        page={page}
        pages={pages}
        hrefOf={(n) => `${home}/changes?page=${n}`}
      />
    </Page>
  );
}
