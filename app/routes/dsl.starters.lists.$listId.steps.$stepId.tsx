import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { refusedForm } from '#app/auth/answers.ts';
import { listGround, namesMadeLate, requireStepAt, valuesOf } from '#app/auth/list-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { Details } from '#app/components/content.tsx';
import { StepFields } from '#app/components/induction-forms.tsx';
import { LateAgreement } from '#app/components/late-agreement.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import type { InductionStep } from '#app/domain/induction-list/list.ts';
import { withStep } from '#app/domain/induction-list/made-late.ts';
import { isRetired } from '#app/domain/versions.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseInductionStep, readLateAgreed, valuesOfStep } from '#app/forms/induction-list.ts';
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
  const form = await args.request.formData();
  const change: Change = { visit, form, ids: { listId: list.id, stepId: step.id } };
  const act = form.get('act');
  return act === 'retire' || act === 'ask-again'
    ? retireOrAsk(change, act === 'retire')
    : changeStep(change, step);
}

type Change = { visit: SchoolVisit; form: FormData; ids: { listId: number; stepId: number } };

async function retireOrAsk({ visit, form, ids }: Change, isToRetire: boolean) {
  const lateAgreed = readLateAgreed(form);
  try {
    const command = { ...ids, isRetired: isToRetire, lateAgreed };
    await retireInductionStep(actOf(visit, form), command);
  } catch (error) {
    const shown = { values: undefined, late: [], isAgain: true };
    if (isToRetire) return refusedForm(error, shown);
    return refusedForm(error, { ...shown, late: lateBy(visit, ids, { retiredFrom: null }) });
  }
  return redirect(doneAt(ids.listId, isToRetire ? 'step-retired' : 'step-again'), 303);
}

async function changeStep({ visit, form, ids }: Change, step: InductionStep) {
  const { kinds, requirements } = listGround(visit, step.requirementId);
  const choices = { kinds: valuesOf(kinds), requirements: valuesOf(requirements) };
  const parsed = parseInductionStep(form, choices);
  if (!parsed.ok) return data({ ...parsed, late: [], isAgain: false }, { status: 422 });
  try {
    const command = { ...ids, lateAgreed: readLateAgreed(form), ...parsed.command };
    await changeInductionStep(actOf(visit, form), command);
  } catch (error) {
    const late = lateBy(visit, ids, parsed.command);
    return refusedForm(error, { values: typedValues(form), late, isAgain: false });
  }
  return redirect(doneAt(ids.listId, 'step-changed'), 303);
}

function lateBy(visit: SchoolVisit, { stepId }: Change['ids'], change: Partial<InductionStep>) {
  return namesMadeLate(visit, (lists) => withStep(lists, stepId, change));
}

function doneAt(listId: number, done: string): string {
  return `/dsl/starters/lists?done=${done}#list-${listId}`;
}

export default function StepPage() {
  const { shell, formKey, otherKey, name, ground, values, isOut } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const late = <LateAgreement names={answered?.late} errors={answered?.errors} />;
  const isAgain = answered?.isAgain ?? false;
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
          governors’ figure too. What was ticked stays ticked. Before it is saved, you see who
          becomes late by it.
        </p>
      }
      more={
        <RetireForm formKey={otherKey} isOut={isOut} isOpen={isAgain}>
          {isAgain ? late : null}
        </RetireForm>
      }
    >
      <StepFields values={answered?.values ?? values} errors={answered?.errors} {...ground} />
      {isAgain ? null : late}
    </QuestionPage>
  );
}

type RetireProps = { formKey: string; isOut: boolean; isOpen: boolean; children: ReactNode };

function RetireForm({ formKey, isOut, isOpen, children }: RetireProps) {
  return (
    <Details summary={isOut ? 'Ask for it again' : 'Take it out of the list'} isOpen={isOpen}>
      <form method="post">
        <FormKey value={formKey} />
        <input type="hidden" name="act" value={isOut ? 'ask-again' : 'retire'} />
        <p className="govuk-body">
          {isOut
            ? 'It stands in first weeks again as it was, with what was ticked.'
            : 'From today it is asked of nobody. What was ticked stays on record.'}
        </p>
        {children}
        <Button kind={isOut ? 'secondary' : 'warning'}>
          {isOut ? 'Ask for it again' : 'Take it out'}
        </Button>
      </form>
    </Details>
  );
}
