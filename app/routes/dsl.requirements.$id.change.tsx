import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { Page } from '#app/components/page.tsx';
import { RequirementForm } from '#app/components/requirement-form.tsx';
import { RequirementPreview } from '#app/components/requirement-preview.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolFacts, schoolPolicy } from '#app/data/facts.ts';
import { findOwnNotice } from '#app/data/requirements.ts';
import { inWords } from '#app/domain/days.ts';
import { askedLines } from '#app/domain/rule-words.ts';
import { isSaving, keyOf } from '#app/forms/requirement.ts';
import { lineCount } from '#app/forms/requirement-lines.ts';
import { nextStep } from '#app/forms/requirement-steps.ts';
import { requirementChoicesFor, valuesOf } from '#app/forms/requirement-values.ts';
import { answerGiven } from '#app/operations/act.ts';
import { changeRequirement } from '#app/operations/save-requirement.ts';

export const meta = titled('Change a requirement');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-requirements');
  const policy = schoolPolicy(visit.database, visit.school.id);
  const id = parseId(args.params.id);
  const requirement = policy.requirements.find((known) => known.id === id);
  if (!requirement) throw notFound();
  const { startsOn, lines } = requirement.versions.at(-1)!;
  const ownNotice = findOwnNotice(visit.database, visit.school.id, requirement.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    today: visit.today,
    name: requirement.name,
    home: `/dsl/requirements/${requirement.id}`,
    values: valuesOf(requirement, ownNotice),
    choices: requirementChoicesFor(policy, requirement),
    existing: { since: inWords(startsOn), hasBegun: startsOn <= visit.today },
    asked: askedLines(lines),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-requirements');
  const facts = schoolFacts(visit.database, visit.school.id);
  const id = parseId(args.params.id);
  const existing = facts.policy.requirements.find((known) => known.id === id);
  if (!existing) throw notFound();
  const form = await args.request.formData();
  const act = actOf(visit, form);
  const given = answerGiven(act);
  const saved = `/dsl/requirements/${id}?done=changed`;
  if (given && isSaving(form)) return redirect(saved, 303);
  const step = nextStep(form, { ...facts, existing, today: visit.today });
  const formKey = given ? newFormKey() : keyOf(form);
  if (step.view !== 'save') return data({ ...step, formKey }, { status: step.status });
  try {
    await changeRequirement(act, { ...step, requirementId: id });
    return redirect(saved, 303);
  } catch (error) {
    return refusedForm(error, { ...step.previewStep, formKey });
  }
}

export default function ChangeRequirementPage() {
  const { shell, home, name, choices, existing, asked, today, ...page } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const formKey = answered?.formKey ?? page.formKey;
  const values = answered?.values ?? page.values;
  const isPreview = answered?.view === 'preview';
  return (
    <Page
      title={isPreview ? 'Before you save' : 'Change a requirement'}
      caption={name}
      shell={shell}
      back={{ href: home, label: `Back to ${name}` }}
      errors={answered?.errors}
    >
      {isPreview ? (
        <RequirementPreview
          path={`${home}/change`}
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
          path={`${home}/change`}
          formKey={formKey}
          values={values}
          errors={answered?.errors}
          lineCount={lineCount(values)}
          existing={existing}
          asked={asked}
          cancelHref={home}
        />
      )}
    </Page>
  );
}
