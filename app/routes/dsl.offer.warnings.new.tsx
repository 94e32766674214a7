import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea, TextInput } from '#app/components/text-input.tsx';
import { typedValues } from '#app/forms/fields.ts';
import { parseWarning } from '#app/forms/offer.ts';
import { addWarning } from '#app/operations/offer-warnings.ts';

export const meta = titled('Note something that is out of date');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  return { shell: shellOf(visit), formKey: newFormKey() };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const form = await args.request.formData();
  const parsed = parseWarning(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await addWarning(actOf(visit, form), parsed.command);
    return redirect('/dsl/offer/warnings?done=added', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function NewWarningPage() {
  const { shell, formKey } = useLoaderData<typeof loader>();
  const { errors, value } = givenBack(useActionData<typeof action>());
  const field = (name: string) => ({ name, value: value(name), errors });
  return (
    <QuestionPage
      title="Note something that is out of date or wrong"
      shell={shell}
      back={{ href: '/dsl/offer/warnings', label: 'Back to the list' }}
      formKey={formKey}
      errors={errors}
      button="Note it"
    >
      <TextInput
        {...field('place')}
        label="Where in the school’s document"
        hint="In words: “The part on online safety, in the list of links”"
      />
      <Textarea {...field('says')} label="What it says there" rows={2} />
      <Textarea {...field('problem')} label="Why it is out of date or wrong" rows={3} />
      <Textarea {...field('action')} label="What is to be done about it" rows={3} />
    </QuestionPage>
  );
}
