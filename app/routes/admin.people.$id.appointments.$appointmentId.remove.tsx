import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import { listAppointments } from '#app/data/people.ts';
import { daysInWords } from '#app/domain/person-words.ts';
import { parseRemoval } from '#app/forms/appointment.ts';
import { typedValues } from '#app/forms/fields.ts';
import { removeAppointment } from '#app/operations/change-appointment.ts';

export const meta = titled('Take an appointment away');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const person = requirePersonAt(args, visit);
  const id = parseId(args.params.appointmentId);
  const held = listAppointments(visit.database, person.id).find((one) => one.id === id);
  if (!held) throw notFound();
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    person: { id: person.id, name: person.name },
    appointmentId: id,
    what: `${held.label}, ${daysInWords(held, visit.today)}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { id: personId } = requirePersonAt(args, visit);
  const appointmentId = parseId(args.params.appointmentId);
  const form = await args.request.formData();
  const parsed = parseRemoval(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const command = { personId, appointmentId, ...parsed.command };
    await removeAppointment(actOf(visit, form), command);
    return redirect(`/admin/people/${personId}?done=appointment-removed`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function RemoveAppointmentPage() {
  const { shell, formKey, person, appointmentId, what } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  const back = `/admin/people/${person.id}/appointments/${appointmentId}`;
  return (
    <QuestionPage
      title="Take this appointment away?"
      caption={person.name}
      shell={shell}
      back={{ href: back, label: 'Back to the appointment' }}
      formKey={formKey}
      errors={form.errors}
      button="Take it away"
      isRemoval
      lead={
        <p className="govuk-body">
          <strong>{what}.</strong> Only where it never was. Every day will be reckoned as if they
          had not held it. Somebody who stops holding it is given a last day instead.
        </p>
      }
    >
      <TextInput
        name="why"
        label="What was wrong with it?"
        maxLength={500}
        value={form.value('why')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}
