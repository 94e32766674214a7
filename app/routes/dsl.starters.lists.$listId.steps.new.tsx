import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { listGround, requireListAt, valuesOf } from '#app/auth/list-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { StepFields } from '#app/components/induction-forms.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { typedValues } from '#app/forms/fields.ts';
import { NEW_STEP, parseInductionStep } from '#app/forms/induction-list.ts';
import { addInductionStep } from '#app/operations/save-induction-step.ts';

export const meta = titled('Add to a list');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const { name } = requireListAt(args, visit);
  return { shell: shellOf(visit), formKey: newFormKey(), name, ground: listGround(visit) };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const { id: listId } = requireListAt(args, visit);
  const form = await args.request.formData();
  const { kinds, requirements } = listGround(visit);
  const choices = { kinds: valuesOf(kinds), requirements: valuesOf(requirements) };
  const parsed = parseInductionStep(form, choices);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await addInductionStep(actOf(visit, form), { listId, ...parsed.command });
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
  return redirect(`/dsl/starters/lists?done=step-added#list-${listId}`, 303);
}

export default function NewStepPage() {
  const { shell, formKey, name, ground } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <QuestionPage
      title="Add to a list"
      caption={name}
      shell={shell}
      back={{ href: '/dsl/starters/lists', label: 'Back to what starters do' }}
      formKey={formKey}
      errors={answered?.errors}
      button="Add it"
      lead={
        <p className="govuk-body">
          It is asked of those who join from today on; whoever has begun is not made late by it.
        </p>
      }
    >
      <StepFields values={answered?.values ?? NEW_STEP} errors={answered?.errors} {...ground} />
    </QuestionPage>
  );
}
