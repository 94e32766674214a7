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
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { WarningText } from '#app/components/warning-list.tsx';
import { findWarning } from '#app/data/offer-warnings.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseWarningDecision } from '#app/forms/offer.ts';
import { dealWithWarning, reopenWarning } from '#app/operations/offer-warnings.ts';

export const meta = titled('Dealt with');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  return { shell: shellOf(visit), formKey: newFormKey(), warning: warningAt(args, visit) };
}

function warningAt({ params }: Pick<LoaderFunctionArgs, 'params'>, visit: SchoolVisit) {
  const warning = findWarning(visit.database, visit.school.id, parseId(params.id));
  if (!warning) throw notFound();
  return warning;
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { id: warningId } = warningAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseWarningDecision(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { how } = parsed.command;
  try {
    if (how === null) await reopenWarning(actOf(visit, form), { warningId });
    else await dealWithWarning(actOf(visit, form), { warningId, how });
    const done = how === null ? 'reopened' : 'dealt-with';
    return redirect(`/dsl/offer/warnings?done=${done}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function WarningPage() {
  const { shell, formKey, warning } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  const isOpen = warning.dealtWithOn === null;
  return (
    <QuestionPage
      title={isOpen ? 'Is this dealt with?' : 'Open this again?'}
      shell={shell}
      back={{ href: '/dsl/offer/warnings', label: 'Back to the list' }}
      formKey={formKey}
      errors={form.errors}
      button={isOpen ? 'It is dealt with' : 'Open it again'}
      lead={
        <div className="offer-sheet warnings__item">
          <WarningText warning={warning} level={2} />
        </div>
      }
    >
      <input type="hidden" name="act" value={isOpen ? 'deal' : 'reopen'} />
      {isOpen ? (
        <Textarea
          name="how"
          label="What was done about it?"
          hint="Like “Taken out of the document on the website”"
          rows={3}
          maxLength={500}
          value={form.value('how')}
          errors={form.errors}
        />
      ) : null}
    </QuestionPage>
  );
}
