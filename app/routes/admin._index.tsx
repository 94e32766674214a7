import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState, LinkList } from '#app/components/content.tsx';
import { NeedList } from '#app/components/need-list.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { listNeeds } from '#app/data/admin-needs.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';

export const meta = titled('People and settings');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { database, school, today, now } = visit;
  const needs = listNeeds(database, { schoolId: school.id, today, now });
  return { shell: shellOf(visit), needs };
}

export default function AdminPage() {
  const { shell, needs } = useLoaderData<typeof loader>();
  return (
    <Page title="People and settings" shell={shell} answer={answerOf(needs.length)}>
      {needs.length > 0 ? (
        <NeedList needs={needs} />
      ) : (
        <EmptyState title="All in order">
          <p className="govuk-body">
            Everybody has a last day who has left, everybody in post is asked for something, and
            nobody waits for an account.
          </p>
        </EmptyState>
      )}
      <h2>What you can do here</h2>
      <LinkList links={LINKS} />
    </Page>
  );
}

function answerOf(needs: number): string {
  if (needs === 0) return 'Nothing needs you today.';
  return `${sentenceCase(counted(needs, 'thing needs', 'things need'))} you.`;
}

const LINKS = [
  {
    href: '/admin/people',
    label: 'People',
    note: 'Appointments with their days, absences, exemptions, who has left',
  },
  { href: '/admin/people/new', label: 'Add a person', note: 'Somebody who starts, one by one' },
  {
    href: '/admin/import',
    label: 'Import',
    note: 'A staff list, a training log or the spreadsheet that you keep now',
  },
  { href: '/admin/export', label: 'Export', note: 'Everything that this school holds, as files' },
  { href: '/admin/accounts', label: 'Accounts', note: 'Who can sign in, and who is invited' },
  {
    href: '/admin/kinds',
    label: 'Kinds of appointment',
    note: 'What people can be here: add what your school calls differently',
  },
  {
    href: '/admin/school',
    label: 'School and terms',
    note: 'Name, notice, and the terms that figures are compared by',
  },
  {
    href: '/dsl/requirements',
    label: 'Requirements',
    note: 'What is asked of whom, and how often',
  },
  { href: '/admin/audit', label: 'What was changed', note: 'By whom, when and why' },
];
