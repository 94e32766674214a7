import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { Checkbox } from '#app/components/choices.tsx';
import { DateInput } from '#app/components/date-input.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { listAppointments } from '#app/data/people.ts';
import { daysInWords } from '#app/domain/person-words.ts';
import { parseLeaving } from '#app/forms/appointment.ts';
import { typedValues } from '#app/forms/fields.ts';
import { endAppointments, markLeft } from '#app/operations/end-appointments.ts';

export const meta = titled('Enter a last day');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const person = requirePersonAt(args, visit);
  const open = listAppointments(visit.database, person.id).filter(
    ({ to }) => to === null || to > visit.today,
  );
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    otherKey: newFormKey(),
    id: person.id,
    name: person.name,
    leftWithoutDay: person.leftWithoutDay,
    open: open.map((held) => ({
      id: held.id,
      words: `${held.label}, ${daysInWords(held, visit.today)}`,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { id: personId } = requirePersonAt(args, visit);
  const form = await args.request.formData();
  const act = actOf(visit, form);
  if (form.get('hasLeft') === 'no') {
    await markLeft(act, { personId, hasLeft: false });
    return redirect(`/admin/people/${personId}?done=not-left`, 303);
  }
  const parsed = parseLeaving(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { lastDay } = parsed.command;
  try {
    if (lastDay === null) await markLeft(act, { personId, hasLeft: true });
    else await endAppointments(act, { personId, lastDay });
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
  return redirect(`/admin/people/${personId}?done=${lastDay ? 'left' : 'marked-left'}`, 303);
}

export default function LeavePage() {
  const { shell, formKey, otherKey, id, name, leftWithoutDay, open } =
    useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  return (
    <QuestionPage
      title={`When is the last day of ${name}?`}
      shell={shell}
      back={{ href: `/admin/people/${id}`, label: `Back to ${name}` }}
      formKey={formKey}
      errors={form.errors}
      button="Save"
      lead={<WhatEnds open={open} />}
      more={leftWithoutDay ? <NotLeft formKey={otherKey} name={name} /> : null}
    >
      <DateInput
        name="lastDay"
        label="Last day"
        hint="In the past or still to come. What falls due after it is not asked for."
        value={form.date('lastDay')}
        errors={form.errors}
      />
      <Checkbox
        name="notKnown"
        label="They have left, and the day is not known yet"
        hint="They stay in every figure, with a reminder to you, until the day is entered."
        isChecked={form.isTicked('notKnown')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}

function WhatEnds({ open }: { open: readonly { id: number; words: string }[] }) {
  if (open.length === 0) {
    return (
      <p className="govuk-body">All their appointments have a last day in the past already.</p>
    );
  }
  return (
    <>
      <p className="govuk-body">These appointments end on it:</p>
      <ul className="govuk-list govuk-list--bullet">
        {open.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
      <p className="govuk-body">
        Where only one of them ends, change that appointment instead. Nothing is deleted: the record
        stays, and counts for the days before.
      </p>
    </>
  );
}

function NotLeft({ formKey, name }: { formKey: string; name: string }) {
  return (
    <form method="post">
      <FormKey value={formKey} />
      <input type="hidden" name="hasLeft" value="no" />
      <h2>Or have they not left?</h2>
      <Button kind="secondary">{name} has not left</Button>
    </form>
  );
}
