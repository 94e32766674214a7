import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requirePersonFactsAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { takeUploads } from '#app/auth/uploads.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { LossWarning } from '#app/components/loss-warning.tsx';
import { Page } from '#app/components/page.tsx';
import { RecordForm } from '#app/components/record-form.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { anniversaryLoss } from '#app/domain/preview.ts';
import { editionChoices, requirementChoices } from '#app/forms/choices.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseRecordCompletions, RECORDED_EVIDENCE } from '#app/forms/record-completions.ts';
import { recordCompletions } from '#app/operations/record-completions.ts';

export const meta = titled('Record a completion');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const policy = schoolPolicy(visit.database, visit.school.id);
  const person = requirePersonFactsAt(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id: person.id,
    name: person.name,
    isOwn: visit.personId === person.id,
    requirement: new URL(args.request.url).searchParams.get('requirement') ?? '',
    requirements: requirementChoices(policy, visit.today),
    editions: editionChoices(policy),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const person = requirePersonFactsAt(args, visit);
  const form = await args.request.formData();
  const { tokens, waiting, errors = [] } = await takeUploads(args, visit, form);
  const again = { values: typedValues(form), waiting, losses: [] };
  const parsed = parseRecordCompletions(form, person.id);
  if (!parsed.ok || errors.length > 0) {
    const all = parsed.ok ? errors : [...parsed.errors, ...errors];
    return data({ ...again, errors: all }, { status: 422 });
  }

  const policy = schoolPolicy(visit.database, visit.school.id);
  const requirement = policy.requirements.find(({ id }) => id === parsed.command.requirementId);
  const loss =
    requirement && anniversaryLoss(policy, person, requirement, parsed.command.completedOn);
  if (loss && form.get('loss') !== 'accepted') {
    const losses = [{ name: person.name, ...loss }];
    return data({ ...again, errors: [], losses });
  }
  try {
    await recordCompletions(actOf(visit, form), { ...parsed.command, tokens });
  } catch (error) {
    return refusedForm(error, again);
  }
  const done = visit.personId === person.id ? 'waits' : 'recorded';
  return redirect(`/dsl/people/${person.id}?done=${done}`, 303);
}

export default function RecordForOne() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const home = `/dsl/people/${page.id}`;
  return (
    <Page
      title="Record a completion"
      caption={page.name}
      shell={page.shell}
      back={{ href: home, label: `Back to ${page.name}` }}
      errors={answered?.errors}
    >
      {page.isOwn ? (
        <p className="govuk-body">
          This is your own record. What you enter waits until somebody else has checked it.
        </p>
      ) : null}
      <LossWarning losses={answered?.losses ?? []} />
      <RecordForm
        formKey={page.formKey}
        form={givenBack(answered, { requirement: page.requirement })}
        requirements={page.requirements}
        editions={page.editions}
        evidence={RECORDED_EVIDENCE}
        isLossAccepted={(answered?.losses.length ?? 0) > 0}
        cancelHref={home}
        files={answered?.waiting ?? []}
      />
    </Page>
  );
}
