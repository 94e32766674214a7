import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Checkbox } from '#app/components/choices.tsx';
import { errorsOf } from '#app/components/field-errors.ts';
import { givenBack } from '#app/components/given-back.ts';
import { KindSelect, PersonFields, SpanFields } from '#app/components/person-fields.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { listAppointmentKinds } from '#app/data/policy.ts';
import { kindOptions } from '#app/forms/choices.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseNewPerson } from '#app/forms/person.ts';
import { addPerson } from '#app/operations/add-person.ts';

export const meta = titled('Add a person');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const kinds = kindOptions(listAppointmentKinds(visit.database, visit.school.id));
  return { shell: shellOf(visit), formKey: newFormKey(), kinds };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const form = await args.request.formData();
  const parsed = parseNewPerson(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { personId } = await addPerson(actOf(visit, form), parsed.command);
    return redirect(`/admin/people/${personId}?done=added`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function NewPersonPage() {
  const { shell, formKey, kinds } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  const isNamesakeAsked = errorsOf(form.errors, 'isNamesake').length > 0;
  return (
    <QuestionPage
      title="Add a person"
      shell={shell}
      back={{ href: '/admin/people', label: 'Back to people' }}
      formKey={formKey}
      errors={form.errors}
      button="Add this person"
    >
      <PersonFields form={form} />
      {isNamesakeAsked || form.isTicked('isNamesake') ? (
        <Checkbox
          name="isNamesake"
          label="This is somebody else with the same name"
          isChecked={form.isTicked('isNamesake')}
          errors={form.errors}
        />
      ) : null}
      <KindSelect form={form} kinds={kinds} />
      <SpanFields
        form={form}
        from="First day"
        to="Last day (if it is known)"
        toHint="Leave it empty while no end is known."
      />
    </QuestionPage>
  );
}
