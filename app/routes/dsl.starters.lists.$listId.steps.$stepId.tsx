import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { listGround, requireStepAt, valuesOf } from '#app/auth/list-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { Details } from '#app/components/content.tsx';
import { StepFields } from '#app/components/induction-forms.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { isRetired } from '#app/domain/versions.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseInductionStep, valuesOfStep } from '#app/forms/induction-list.ts';
import { changeInductionStep, retireInductionStep } from '#app/operations/save-induction-step.ts';

export const meta = titled('Change what starters do');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const { list, step } = requireStepAt(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    otherKey: newFormKey(),
    name: list.name,
    ground: listGround(visit, step.requirementId),
    values: valuesOfStep(step),
    isOut: isRetired(step, visit.today),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const { list, step } = requireStepAt(args, visit);
  const ids = { listId: list.id, stepId: step.id };
  const form = await args.request.formData();
  const act = form.get('act');
  try {
    if (act === 'retire' || act === 'ask-again') {
      const isToRetire = act === 'retire';
      await retireInductionStep(actOf(visit, form), { ...ids, isRetired: isToRetire });
      return redirect(doneAt(list.id, isToRetire ? 'step-retired' : 'step-again'), 303);
    }
    const { kinds, requirements } = listGround(visit, step.requirementId);
    const choices = { kinds: valuesOf(kinds), requirements: valuesOf(requirements) };
    const parsed = parseInductionStep(form, choices);
    if (!parsed.ok) return data(parsed, { status: 422 });
    await changeInductionStep(actOf(visit, form), { ...ids, ...parsed.command });
    return redirect(doneAt(list.id, 'step-changed'), 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

function doneAt(listId: number, done: string): string {
  return `/dsl/starters/lists?done=${done}#list-${listId}`;
}

export default function StepPage() {
  const { shell, formKey, otherKey, name, ground, values, isOut } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <QuestionPage
      title="Change what starters do"
      caption={name}
      shell={shell}
      back={{ href: '/dsl/starters/lists', label: 'Back to what starters do' }}
      formKey={formKey}
      errors={answered?.errors}
      button="Save it"
      lead={
        <p className="govuk-body">
          Other words and other days hold for everybody in whose first weeks it stands, in the
          governors’ figure too. What was ticked stays ticked.
        </p>
      }
      more={<RetireForm formKey={otherKey} isOut={isOut} />}
    >
      <StepFields values={answered?.values ?? values} errors={answered?.errors} {...ground} />
    </QuestionPage>
  );
}

function RetireForm({ formKey, isOut }: { formKey: string; isOut: boolean }) {
  return (
    <Details summary={isOut ? 'Ask for it again' : 'Take it out of the list'}>
      <form method="post">
        <FormKey value={formKey} />
        <input type="hidden" name="act" value={isOut ? 'ask-again' : 'retire'} />
        <p className="govuk-body">
          {isOut
            ? 'It stands in first weeks again as it was, with what was ticked.'
            : 'From today it is asked of nobody. What was ticked stays on record.'}
        </p>
        <Button kind={isOut ? 'secondary' : 'warning'}>
          {isOut ? 'Ask for it again' : 'Take it out'}
        </Button>
      </form>
    </Details>
  );
}
