import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireStarterAt } from '#app/auth/starter-page.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Checkboxes, Radios } from '#app/components/choices.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { DateInput } from '#app/components/date-input.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { listOf } from '#app/components/typed-values.ts';
import { sideLacking } from '#app/domain/induction-list/first-weeks.ts';
import type { Side } from '#app/domain/induction-list/list.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseSignedSheet } from '#app/forms/tick.ts';
import { tickSteps } from '#app/operations/tick-steps.ts';

export const meta = titled('Enter a signed sheet');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const { person, weeks } = requireStarterAt(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    today: visit.today,
    name: person.name,
    hasAccount: person.hasAccount,
    home: `/dsl/starters/${person.id}`,
    steps: weeks.steps
      .filter(({ standing, state }) => standing === null && state !== 'done')
      .map((step) => ({
        value: String(step.ids[0]),
        label: step.words,
        hint: HALF_HINTS[sideLacking(step) ?? 'none'],
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const { person } = requireStarterAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseSignedSheet(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const command = { personId: person.id, isDone: true, ...parsed.command };
    const { ticked } = await tickSteps(actOf(visit, form), command);
    const done = ticked === 0 ? 'entered-before' : 'entered';
    return redirect(`/dsl/starters/${person.id}?done=${done}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function EnterSheet() {
  const { shell, formKey, today, name, hasAccount, home, steps } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const side = hasAccount ? 'responsible' : 'starter';
  const form = givenBack(answered, { tickedOn: today, side });
  const ofStarter = { value: 'starter', label: `${name}’s`, hint: STARTER_HINT };
  const own = { value: 'responsible', label: 'Mine, as one who answers for it' };
  if (steps.length === 0) {
    return (
      <Page
        title="Enter a signed sheet"
        caption={name}
        shell={shell}
        back={{ href: home, label: `Back to ${name}` }}
      >
        <EmptyState title="Nothing is left to sign">
          <p className="govuk-body">Everything in this list that is ticked has both ticks.</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <QuestionPage
      title="Enter a signed sheet"
      caption={name}
      shell={shell}
      back={{ href: home, label: `Back to ${name}` }}
      formKey={formKey}
      errors={form.errors}
      button="Enter the signatures"
      lead={
        <p className="govuk-body">
          Enter what was signed on paper, one day at a time. Keep the sheet: this says who entered
          it, and when.
        </p>
      }
    >
      <Radios
        name="side"
        label="Whose signatures are they?"
        hint={hasAccount ? `${name} has an account, and ticks their own side there` : undefined}
        choices={hasAccount ? [own] : [ofStarter, own]}
        value={form.value('side')}
        errors={form.errors}
      />
      <Checkboxes
        name="steps"
        label="What was signed"
        choices={steps}
        values={listOf(answered?.values ?? {}, 'steps')}
        errors={form.errors}
      />
      <DateInput
        name="tickedOn"
        label="The day beside the signatures"
        value={form.date('tickedOn')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}

/** What is there of a step that is half ticked, by the side that is lacking. */
const HALF_HINTS: Record<Side | 'none', string | undefined> = {
  starter: 'Ticked for the school: the starter’s signature is missing',
  responsible: 'Ticked by the starter: the school’s signature is missing',
  none: undefined,
};

const STARTER_HINT =
  'Somebody else than you then ticks the other side: nobody answers for both signatures';
