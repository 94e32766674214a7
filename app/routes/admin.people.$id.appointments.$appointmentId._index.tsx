import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  newFormKey,
  parseId,
  requireSchoolVisit,
  type SchoolVisit,
} from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { SpanFields } from '#app/components/person-fields.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { listAppointments } from '#app/data/people.ts';
import { parseAppointmentDays } from '#app/forms/appointment.ts';
import { typedValues } from '#app/forms/fields.ts';
import { changeAppointment } from '#app/operations/change-appointment.ts';

export const meta = titled('Change an appointment');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { person, held } = findHeld(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    person: { id: person.id, name: person.name },
    held: { id: held.id, label: held.label, from: held.from, to: held.to },
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { person, held } = findHeld(args, visit);
  const form = await args.request.formData();
  const parsed = parseAppointmentDays(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const command = { personId: person.id, appointmentId: held.id, ...parsed.command };
  try {
    await changeAppointment(actOf(visit, form), command);
    return redirect(`/admin/people/${person.id}?done=appointment-changed`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

function findHeld({ params }: LoaderFunctionArgs, visit: SchoolVisit) {
  const person = requirePersonAt({ params }, visit);
  const id = parseId(params.appointmentId);
  const held = listAppointments(visit.database, person.id).find((one) => one.id === id);
  if (!held) throw notFound();
  return { person, held };
}

export default function AppointmentPage() {
  const { shell, formKey, person, held } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>(), { from: held.from, to: held.to });
  const home = `/admin/people/${person.id}`;
  return (
    <QuestionPage
      title={held.label}
      caption={person.name}
      shell={shell}
      back={{ href: home, label: `Back to ${person.name}` }}
      formKey={formKey}
      errors={form.errors}
      button="Save the days"
      more={
        <p className="govuk-body">
          <a href={`${home}/appointments/${held.id}/remove`}>
            It was entered wrongly: take it away
          </a>
        </p>
      }
    >
      <SpanFields
        form={form}
        from="First day"
        to="Last day (if it is known)"
        toHint="Leave it empty while no end is known."
      />
    </QuestionPage>
  );
}
