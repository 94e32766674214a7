import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { stateOf } from '#app/components/person-account.tsx';
import { titled } from '#app/components/shell.ts';
import { Table } from '#app/components/table.tsx';
import { accountInWords, listAccountStates } from '#app/data/account-states.ts';
import { pageOf, pagesFor } from '#app/domain/pages.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { readPage } from '#app/forms/page-number.ts';

const ACCOUNTS_ON_A_PAGE = 50;

export const meta = titled('Accounts');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const accounts = listAccountStates(visit.database, visit.school.id, visit.now);
  const page = readPage(new URL(args.request.url).searchParams);
  return {
    shell: shellOf(visit),
    count: accounts.length,
    able: accounts.filter(({ canSignIn }) => canSignIn).length,
    administrators: accounts.filter(({ isAdministrator }) => isAdministrator).length,
    page,
    pages: pagesFor(accounts.length, ACCOUNTS_ON_A_PAGE),
    accounts: pageOf(accounts, page, ACCOUNTS_ON_A_PAGE).map(accountInWords),
  };
}

export default function AccountsPage() {
  const { shell, count, able, administrators, accounts, page, pages } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title="Accounts"
      shell={shell}
      width="wide"
      back={{ href: '/admin', label: 'Back to people and settings' }}
      answer={`${sentenceCase(counted(able, 'person', 'people'))} can sign in; ${counted(
        administrators,
        'is administrator',
        'are administrators',
      )}.`}
    >
      <p className="govuk-body">
        Somebody without an account is invited from their own page, under{' '}
        <a href="/admin/people">People</a>, or <a href="/admin/accounts/invite">several at once</a>.
      </p>
      {count === 0 ? (
        <EmptyState title="No accounts yet">
          <p className="govuk-body">Invite somebody from their own page.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Accounts"
          isCaptionHidden
          columns={COLUMNS}
          rows={accounts.map((account) => ({
            key: account.accountId,
            cells: {
              name: <a href={`/admin/accounts/${account.accountId}`}>{account.name}</a>,
              email: account.email,
              state: stateOf(account),
              last: account.signedInAt ?? 'Not now',
              administrator: account.isAdministrator ? 'Yes' : 'No',
            },
          }))}
        />
      )}
      <Pagination
        label="Accounts"
        page={page}
        pages={pages}
        hrefOf={(n) => `/admin/accounts?page=${n}`}
      />
    </Page>
  );
}

const COLUMNS = [
  { key: 'name', head: 'Name', isRowHead: true },
  { key: 'email', head: 'Signs in as' },
  { key: 'state', head: 'State' },
  { key: 'last', head: 'Signed in since' },
  { key: 'administrator', head: 'Administrator' },
];
