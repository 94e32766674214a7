import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { AuditList } from '#app/components/audit-list.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { titled } from '#app/components/shell.ts';
import { AUDIT_PAGE, countAudit } from '#app/data/audit.ts';
import { listAuditInWords } from '#app/data/audit-shown.ts';
import { findPerson } from '#app/data/people.ts';
import { pagesFor } from '#app/domain/pages.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { readPage } from '#app/forms/page-number.ts';

export const meta = titled('What was changed');

export async function loader(args: LoaderFunctionArgs) {
  const { database, school, ...visit } = await requireSchoolVisit(args, 'administer');
  const query = new URL(args.request.url).searchParams;
  const personId = query.has('person') ? parseId(query.get('person') ?? '') : undefined;
  const person = personId === undefined ? null : findPerson(database, school.id, personId);
  if (personId !== undefined && person === null) throw notFound();
  const page = readPage(query);
  const count = countAudit(database, { schoolId: school.id, personId });
  return {
    shell: shellOf({ ...visit, database, school }),
    person: person ? { id: person.id, name: person.name } : null,
    count,
    page,
    pages: pagesFor(count, AUDIT_PAGE),
    entries: listAuditInWords(database, { schoolId: school.id, personId, page }),
  };
}

export default function AuditPage() {
  const { shell, person, count, page, pages, entries } = useLoaderData<typeof loader>();
  const about = person ? `person=${person.id}&` : '';
  return (
    <Page
      title="What was changed"
      caption={person?.name}
      shell={shell}
      back={
        person
          ? { href: `/admin/people/${person.id}`, label: `Back to ${person.name}` }
          : { href: '/admin', label: 'Back to people and settings' }
      }
    >
      <p className="govuk-body">
        {sentenceCase(counted(count, 'change', 'changes'))}, the newest first. Nothing here can be
        altered or taken out without that being found.
      </p>
      {entries.length === 0 ? (
        <EmptyState title={count === 0 ? 'Nothing was changed yet' : 'There is no such page'}>
          <p className="govuk-body">
            {count === 0 ? 'Every change appears here.' : <a href="/admin/audit">The newest</a>}
          </p>
        </EmptyState>
      ) : (
        <AuditList
          entries={person ? entries.map((entry) => ({ ...entry, person: null })) : entries}
        />
      )}
      <Pagination
        label="Changes"
        page={page}
        pages={pages}
        hrefOf={(n) => `/admin/audit?${about}page=${n}`}
      />
    </Page>
  );
}
