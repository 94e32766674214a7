import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Page } from '#app/components/page.tsx';
import { RequirementForm } from '#app/components/requirement-form.tsx';
import { RequirementPreview } from '#app/components/requirement-preview.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolFacts, schoolPolicy } from '#app/data/facts.ts';
import { isSaving, keyOf } from '#app/forms/requirement.ts';
import { lineCount } from '#app/forms/requirement-lines.ts';
import { nextStep } from '#app/forms/requirement-steps.ts';
import { NEW_REQUIREMENT, requirementChoicesFor } from '#app/forms/requirement-values.ts';
import { answerGiven } from '#app/operations/act.ts';
import { addRequirement } from '#app/operations/save-requirement.ts';

export const meta = titled('Add a requirement');

const PATH = '/dsl/requirements/new';

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-requirements');
  const policy = schoolPolicy(visit.database, visit.school.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    today: visit.today,
    choices: requirementChoicesFor(policy, null),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-requirements');
  const form = await args.request.formData();
  const act = actOf(visit, form);
  const given = answerGiven<{ requirementId: number }>(act);
  if (given && isSaving(form)) return savedTo(given.requirementId);
  const facts = schoolFacts(visit.database, visit.school.id);
  const step = nextStep(form, { ...facts, existing: null, today: visit.today });
  const formKey = given ? newFormKey() : keyOf(form);
  if (step.view !== 'save') return data({ ...step, formKey }, { status: step.status });
  try {
    const { requirementId } = await addRequirement(act, step);
    return savedTo(requirementId);
  } catch (error) {
    return refusedForm(error, { ...step.previewStep, formKey });
  }
}

function savedTo(requirementId: number): Response {
  return redirect(`/dsl/requirements/${requirementId}?done=added`, 303);
}

export default function AddRequirementPage() {
  const { shell, choices, today, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const formKey = answered?.formKey ?? page.formKey;
  const values = answered?.values ?? NEW_REQUIREMENT;
  const isPreview = answered?.view === 'preview';
  return (
    <Page
      title={isPreview ? 'Before you save' : 'Add a requirement'}
      caption={isPreview ? answered.name : undefined}
      shell={shell}
      back={{ href: '/dsl/requirements', label: 'Back to the requirements' }}
      errors={answered?.errors}
    >
      {isPreview ? (
        <RequirementPreview
          path={PATH}
          formKey={formKey}
          values={values}
          errors={answered.errors}
          name={answered.name}
          change={answered.preview}
          tried={answered.tried}
          today={today}
        />
      ) : (
        <RequirementForm
          {...choices}
          path={PATH}
          formKey={formKey}
          values={values}
          errors={answered?.errors}
          lineCount={lineCount(values)}
          existing={null}
          asked={{}}
          cancelHref="/dsl/requirements"
        />
      )}
    </Page>
  );
}
