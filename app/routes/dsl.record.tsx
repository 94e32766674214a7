import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { Checkboxes } from '#app/components/choices.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { LossWarning } from '#app/components/loss-warning.tsx';
import { Page } from '#app/components/page.tsx';
import { RecordForm } from '#app/components/record-form.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolStandings } from '#app/data/derived.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { anniversaryLoss } from '#app/domain/preview.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { editionChoices, requirementChoices } from '#app/forms/choices.ts';
import { typedValues } from '#app/forms/fields.ts';
import {
  parseRecordCompletions,
  RECORDED_EVIDENCE,
  type RecordCompletionsForm,
} from '#app/forms/record-completions.ts';
import { recordCompletions } from '#app/operations/record-completions.ts';

export const meta = titled('Record for many');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const policy = schoolPolicy(visit.database, visit.school.id);
  const query = new URL(args.request.url).searchParams;
  const done = Number(query.get('done') ?? 0);
  return {
    shell: shellOf(visit),
    notification: done > 0 ? doneInWords(done) : null,
    formKey: newFormKey(),
    requirement: query.get('requirement') ?? '',
    requirements: requirementChoices(policy, visit.today),
    editions: editionChoices(policy),
    people: peopleToTick(visit),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const form = await args.request.formData();
  const parsed = parseRecordCompletions(form);
  if (!parsed.ok) return data({ ...parsed, losses: [] }, { status: 422 });
  const losses = form.get('loss') === 'accepted' ? [] : lossesOf(visit, parsed.command);
  if (losses.length > 0) return data({ errors: [], values: typedValues(form), losses });
  try {
    const { completionIds } = await recordCompletions(actOf(visit, form), parsed.command);
    return redirect(`/dsl/record?done=${completionIds.length}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form), losses: [] });
  }
}

export default function RecordForMany() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = givenBack(answered, { requirement: page.requirement });
  return (
    <Page
      title="Record for many people"
      shell={page.shell}
      back={{ href: '/dsl', label: 'Back to what to do next' }}
      notification={page.notification}
      errors={answered?.errors}
    >
      <LossWarning losses={answered?.losses ?? []} />
      <RecordForm
        formKey={page.formKey}
        form={form}
        requirements={page.requirements}
        editions={page.editions}
        evidence={RECORDED_EVIDENCE}
        isLossAccepted={(answered?.losses.length ?? 0) > 0}
        cancelHref="/dsl"
      >
        <Checkboxes
          name="people"
          label="Who did it"
          hint="Everybody with an appointment today."
          choices={page.people}
          values={[answered?.values.people ?? []].flat()}
          layout="columns"
          errors={answered?.errors}
        />
      </RecordForm>
    </Page>
  );
}

function peopleHere(visit: SchoolVisit) {
  return schoolStandings(visit.database, visit.school.id, visit.today).rows;
}

/** Everybody here as a box to tick: two of one name are told apart. */
function peopleToTick(visit: SchoolVisit) {
  const people = peopleHere(visit).map(({ person }) => person);
  const { appointmentKinds } = schoolPolicy(visit.database, visit.school.id);
  const apart = namesApart(people, appointmentKinds, visit.today);
  return people.map(({ id, sortName }) => ({
    value: String(id),
    label: nameApart(sortName, apart.get(id)),
  }));
}

function lossesOf(visit: SchoolVisit, command: RecordCompletionsForm) {
  const policy = schoolPolicy(visit.database, visit.school.id);
  const requirement = policy.requirements.find(({ id }) => id === command.requirementId);
  if (!requirement) return [];
  return peopleHere(visit).flatMap(({ person }) => {
    if (!command.personIds.includes(person.id)) return [];
    const loss = anniversaryLoss(policy, person, requirement, command.completedOn);
    return loss ? [{ name: person.name, ...loss }] : [];
  });
}

function doneInWords(done: number): string {
  return `${sentenceCase(counted(done, 'completion is', 'completions are'))} recorded.`;
}
