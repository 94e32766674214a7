import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  newFormKey,
  parseId,
  requireSchoolVisit,
  type SchoolVisit,
} from '#app/auth/visit.ts';
import { AccountForms } from '#app/components/account-forms.tsx';
import { SummaryList } from '#app/components/content.tsx';
import { Handover } from '#app/components/handover.tsx';
import { Page } from '#app/components/page.tsx';
import { accountRows } from '#app/components/person-account.tsx';
import { titled } from '#app/components/shell.ts';
import { accountInWords, listAccountStates } from '#app/data/account-states.ts';
import { doneWords } from '#app/forms/done.ts';
import { grantAdministrator, revokeAdministrator } from '#app/operations/administrators.ts';
import { makeLink } from '#app/operations/make-link.ts';
import { linkInWords } from '#app/operations/one-time-link.ts';

export const meta = titled('An account');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const account = accountInWords(findOne(args, visit));
  return {
    shell: shellOf(visit),
    formKeys: { link: newFormKey(), administrator: newFormKey() },
    account,
    isOwn: account.accountId === visit.accountId,
    done: doneWords(DONE, new URL(args.request.url).searchParams),
  };
}

const DONE: Record<string, string> = {
  granted: 'They are administrator now.',
  revoked: 'They are no longer administrator.',
  shown: 'A link was made and shown once. If it is lost, make another.',
};

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { accountId } = findOne(args, visit);
  const form = await args.request.formData();
  const act = actOf(visit, form);
  const home = `/admin/accounts/${accountId}`;
  try {
    switch (form.get('intent')) {
      case 'link':
        return answerLink(args, await makeLink(act, { accountId }), home);
      case 'grant':
        await grantAdministrator(act, { accountId });
        return redirect(`${home}?done=granted`, 303);
      case 'revoke':
        await revokeAdministrator(act, { accountId });
        // Whoever took it from themselves may no longer open this page.
        return redirect(accountId === visit.accountId ? '/' : `${home}?done=revoked`, 303);
      default:
        return data({ link: null, errors: [WHAT_TO_DO] }, { status: 422 });
    }
  } catch (error) {
    return refusedForm(error, { link: null });
  }
}

const WHAT_TO_DO = { field: '', message: 'Choose what to do with this account' };

type Link = Awaited<ReturnType<typeof makeLink>>;

/** A link that was shown before is not shown again. */
function answerLink({ context }: ActionFunctionArgs, link: Link, home: string) {
  if (link === null) return redirect(`${home}?done=shown`, 303);
  return data({ link: linkInWords(link, context.settings.origin), errors: [] });
}

function findOne({ params }: LoaderFunctionArgs, { database, school, now }: SchoolVisit) {
  const accountId = parseId(params.accountId);
  const accounts = listAccountStates(database, school.id, now);
  const account = accounts.find((one) => one.accountId === accountId);
  if (!account) throw notFound();
  return account;
}

export default function AccountPage() {
  const { shell, formKeys, account, isOwn, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title={account.name}
      caption="Account"
      shell={shell}
      back={{ href: '/admin/accounts', label: 'Back to accounts' }}
      errors={answered?.errors}
      notification={answered ? null : done}
    >
      {answered?.link ? <Handover link={answered.link} name={account.name} /> : null}
      <SummaryList rows={accountRows(account)} />
      {account.personId ? (
        <p className="govuk-body">
          It opens <a href={`/admin/people/${account.personId}`}>the record of {account.name}</a>.
        </p>
      ) : (
        <p className="govuk-body">It opens no record of a person here.</p>
      )}
      <AccountForms account={account} isOwn={isOwn} formKeys={formKeys} />
    </Page>
  );
}
