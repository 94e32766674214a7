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
import { Checkboxes } from '#app/components/choices.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { listOf } from '#app/components/typed-values.ts';
import { peopleAt } from '#app/data/update-ground.ts';
import { findUpdate } from '#app/data/updates.ts';
import { inWords } from '#app/domain/days.ts';
import { readBegan } from '#app/forms/began.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseCorrection } from '#app/forms/update.ts';
import { Refusal } from '#app/operations/act.ts';
import { beginningOfRegister } from '#app/operations/keep-register.ts';
import { correctUpdate } from '#app/operations/log-update.ts';

export const meta = titled('Put right who was there');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { update, record, marks } = requireUpdate(args, visit);
  const alsoIds = marks.map(({ personId }) => personId);
  const { heldOn } = update;
  const { audience } = record;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id: update.id,
    title: update.title,
    when: inWords(heldOn),
    began: beginningOfRegister(marks),
    people: peopleAt(visit.database, visit.school.id, { heldOn, audience, alsoIds }),
    there: marks
      .filter(({ attendance }) => attendance === 'there')
      .map(({ personId }) => String(personId)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { update } = requireUpdate(args, visit);
  const form = await args.request.formData();
  const parsed = parseCorrection(form);
  if (!parsed.ok) return data({ ...parsed, began: readBegan(form) }, { status: 422 });
  try {
    await correctUpdate(actOf(visit, form), { sessionId: update.id, ...parsed.command });
    return redirect(`/dsl/updates/${update.id}?done=corrected`, 303);
  } catch (error) {
    // Whoever has been told of the other correction, and saves all the same, begins from that.
    const isConflict = error instanceof Refusal && error.kind === 'conflict';
    const began = isConflict ? null : parsed.command.began;
    return refusedForm(error, { values: typedValues(form), began });
  }
}

/** The update that the address names, of this school. Throws 404. */
function requireUpdate({ params }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const found = findUpdate(database, school.id, parseId(params.id));
  if (!found) throw notFound();
  return found;
}

export default function CorrectPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = givenBack(answered);
  return (
    <QuestionPage
      title="Put right who was there"
      caption={`${page.title}, ${page.when}`}
      shell={page.shell}
      back={{ href: `/dsl/updates/${page.id}`, label: 'Back to the update' }}
      formKey={page.formKey}
      errors={form.errors}
      button="Put it right"
      lead={
        <p className="govuk-body">
          What was recorded for whoever was not there is withdrawn with your reason; what it
          completes is recorded for whoever is added. Everything else stays as it is.
        </p>
      }
    >
      <input type="hidden" name="began" value={answered?.began ?? page.began} />
      <Checkboxes
        name="people"
        label="Who was there, or read it"
        choices={page.people}
        values={answered ? listOf(answered.values, 'people') : page.there}
        layout="columns"
        errors={form.errors}
      />
      <Textarea
        name="reason"
        label="Why it is put right"
        rows={2}
        value={form.value('reason')}
        errors={form.errors}
        maxLength={300}
      />
    </QuestionPage>
  );
}
