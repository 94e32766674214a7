import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { listGround, valuesOf } from '#app/auth/list-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { ListFields } from '#app/components/induction-forms.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseInductionList, valuesOfList } from '#app/forms/induction-list.ts';
import { addInductionList } from '#app/operations/save-induction-list.ts';

export const meta = titled('Begin a list');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const audience = { categories: [], kinds: [] };
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    kinds: listGround(visit).kinds,
    values: valuesOfList({ name: '', audience, startsOn: visit.today }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const form = await args.request.formData();
  const parsed = parseInductionList(form, valuesOf(listGround(visit).kinds));
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { listId } = await addInductionList(actOf(visit, form), parsed.command);
    return redirect(`/dsl/starters/lists?done=added#list-${listId}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function NewListPage() {
  const { shell, formKey, kinds, values } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <QuestionPage
      title="Begin a list"
      shell={shell}
      back={{ href: '/dsl/starters/lists', label: 'Back to what starters do' }}
      formKey={formKey}
      errors={answered?.errors}
      button="Begin the list"
    >
      <ListFields values={answered?.values ?? values} errors={answered?.errors} kinds={kinds} />
    </QuestionPage>
  );
}
