import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { KindSelect, SpanFields } from '#app/components/person-fields.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { listAppointmentKinds } from '#app/data/policy.ts';
import { parseAppointment } from '#app/forms/appointment.ts';
import { kindOptions } from '#app/forms/choices.ts';
import { typedValues } from '#app/forms/fields.ts';
import { appoint } from '#app/operations/appoint.ts';

export const meta = titled('Add an appointment');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const person = requirePersonAt(args, visit);
  const kinds = kindOptions(listAppointmentKinds(visit.database, visit.school.id));
  const { id, name } = person;
  return { shell: shellOf(visit), formKey: newFormKey(), id, name, kinds };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { id: personId } = requirePersonAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseAppointment(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await appoint(actOf(visit, form), { personId, ...parsed.command });
    return redirect(`/admin/people/${personId}?done=appointed`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function AppointPage() {
  const { shell, formKey, id, name, kinds } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  return (
    <QuestionPage
      title="Add an appointment"
      caption={name}
      shell={shell}
      back={{ href: `/admin/people/${id}`, label: `Back to ${name}` }}
      formKey={formKey}
      errors={form.errors}
      button="Add the appointment"
      lead={
        <p className="govuk-body">
          Somebody who becomes something else keeps the old appointment, with a last day, and gets a
          new one. Training that is asked of both carries on.
        </p>
      }
    >
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
