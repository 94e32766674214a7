import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { listGround, namesMadeLate, requireListAt, valuesOf } from '#app/auth/list-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { ListFields } from '#app/components/induction-forms.tsx';
import { LateAgreement } from '#app/components/late-agreement.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { withList } from '#app/domain/induction-list/made-late.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseInductionList, readLateAgreed, valuesOfList } from '#app/forms/induction-list.ts';
import { changeInductionList } from '#app/operations/save-induction-list.ts';

export const meta = titled('Whom a list is for');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const list = requireListAt(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    kinds: listGround(visit).kinds,
    name: list.name,
    values: valuesOfList(list),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const { id: listId } = requireListAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseInductionList(form, valuesOf(listGround(visit).kinds));
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const lateAgreed = readLateAgreed(form);
    await changeInductionList(actOf(visit, form), { listId, lateAgreed, ...parsed.command });
  } catch (error) {
    const late = namesMadeLate(visit, (lists) => withList(lists, listId, parsed.command));
    return refusedForm(error, { values: typedValues(form), late });
  }
  return redirect(`/dsl/starters/lists?done=changed#list-${listId}`, 303);
}

export default function ListPage() {
  const { shell, formKey, kinds, name, values } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const late = answered && 'late' in answered ? answered.late : [];
  return (
    <QuestionPage
      title="Whom a list is for"
      caption={name}
      shell={shell}
      back={{ href: '/dsl/starters/lists', label: 'Back to what starters do' }}
      formKey={formKey}
      errors={answered?.errors}
      button="Save the list"
      lead={
        <p className="govuk-body">
          An earlier first day asks it of those who joined since then too, and what is past is late
          for them. Before it is saved, you see who that is.
        </p>
      }
    >
      <ListFields values={answered?.values ?? values} errors={answered?.errors} kinds={kinds} />
      <LateAgreement names={late} errors={answered?.errors} />
    </QuestionPage>
  );
}
