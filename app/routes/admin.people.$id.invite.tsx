import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { Handover } from '#app/components/handover.tsx';
import { Page } from '#app/components/page.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import { findAccountOf } from '#app/data/people.ts';
import { parseInvitation } from '#app/forms/email.ts';
import { typedValues } from '#app/forms/fields.ts';
import { invite } from '#app/operations/invite.ts';
import { linkInWords } from '#app/operations/one-time-link.ts';

export const meta = titled('Invite to sign in');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const person = requirePersonAt(args, visit);
  const email = findAccountOf(visit.database, person.id)?.email ?? person.email;
  const { id, name } = person;
  return { shell: shellOf(visit), formKey: newFormKey(), id, name, email };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { id: personId } = requirePersonAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseInvitation(form);
  if (!parsed.ok) return data({ ...parsed, link: null }, { status: 422 });
  try {
    const invited = await invite(actOf(visit, form), { personId, ...parsed.command });
    if (invited.kind === 'linked') return redirect(`/admin/people/${personId}?done=linked`, 303);
    // A link that was shown before is not shown again: the account's page says how to make another.
    if (invited.link === null) return redirect(`/admin/accounts/${invited.accountId}`, 303);
    return data({ link: linkInWords(invited.link, args.context.settings.origin), errors: [] });
  } catch (error) {
    return refusedForm(error, { values: typedValues(form), link: null });
  }
}

export default function InvitePage() {
  const { shell, formKey, id, name, email } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const back = { href: `/admin/people/${id}`, label: `Back to ${name}` };
  if (answered?.link) {
    return (
      <Page title={`${name} is invited`} shell={shell} back={back}>
        <Handover link={answered.link} name={name} />
      </Page>
    );
  }
  const form = givenBack(answered, { email });
  return (
    <QuestionPage
      title={`Invite ${name} to sign in`}
      shell={shell}
      back={back}
      formKey={formKey}
      errors={form.errors}
      button="Make the invitation"
      lead={
        <p className="govuk-body">
          InDate sends no mail yet. You get a link that works once, for a week, and hand it over
          yourself.
        </p>
      }
    >
      <TextInput
        name="email"
        label="E-mail address"
        hint="They sign in with it. If it opens a record at another school already, it opens this one too."
        type="email"
        width={30}
        autoComplete="off"
        spellCheck={false}
        value={form.value('email')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}
