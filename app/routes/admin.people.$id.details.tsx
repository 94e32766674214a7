import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { PersonFields } from '#app/components/person-fields.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parsePerson } from '#app/forms/person.ts';
import { changePerson } from '#app/operations/change-person.ts';

export const meta = titled('Change details');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const person = requirePersonAt(args, visit);
  const { id, name, firstName, lastName, email, ref } = person;
  const known = { firstName, lastName, email, ref };
  return { shell: shellOf(visit), formKey: newFormKey(), id, name, known };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { id: personId } = requirePersonAt(args, visit);
  const form = await args.request.formData();
  const parsed = parsePerson(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await changePerson(actOf(visit, form), { personId, ...parsed.command });
    return redirect(`/admin/people/${personId}?done=changed`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function DetailsPage() {
  const { shell, formKey, id, name, known } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>(), known);
  return (
    <QuestionPage
      title="Change details"
      caption={name}
      shell={shell}
      back={{ href: `/admin/people/${id}`, label: `Back to ${name}` }}
      formKey={formKey}
      errors={form.errors}
      button="Save"
    >
      <PersonFields form={form} />
    </QuestionPage>
  );
}
