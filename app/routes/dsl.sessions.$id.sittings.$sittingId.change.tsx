import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSittingAt } from '#app/auth/session-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { RemoveForm } from '#app/components/remove-form.tsx';
import { titled } from '#app/components/shell.ts';
import { SittingFields } from '#app/components/sitting-fields.tsx';
import { whenInWords } from '#app/domain/sessions/session-words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseSitting, valuesOfSitting } from '#app/forms/sitting.ts';
import { changeSitting, removeSitting } from '#app/operations/sittings.ts';

export const meta = titled('Change a sitting');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { session, sitting, home } = requireSittingAt(args, visit);
  return {
    shell: shellOf(visit),
    formKeys: { change: newFormKey(), remove: newFormKey() },
    title: session.title,
    home,
    values: valuesOfSitting(sitting),
    when: whenInWords(sitting),
    isOnly: session.sittings.length === 1,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { session, sitting, home } = requireSittingAt(args, visit);
  const at = { sessionId: session.id, sittingId: sitting.id };
  const form = await args.request.formData();
  const act = actOf(visit, form);
  try {
    if (form.get('remove') === 'yes') {
      await removeSitting(act, at);
      return redirect(`/dsl/sessions/${session.id}?done=removed`, 303);
    }
    const parsed = parseSitting(form);
    if (!parsed.ok) return data(parsed, { status: 422 });
    await changeSitting(act, { ...at, ...parsed.command });
    return redirect(`${home}?done=moved`, 303);
  } catch (error) {
    const isRemoval = form.get('remove') === 'yes';
    return refusedForm(error, { values: isRemoval ? valuesOfSitting(sitting) : typedValues(form) });
  }
}

export default function ChangeSittingPage() {
  const { shell, formKeys, title, home, when, isOnly, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <QuestionPage
      title="Change when and where"
      caption={`${title}, ${when}`}
      shell={shell}
      back={{ href: home, label: 'Back to the register' }}
      formKey={formKeys.change}
      errors={answered?.errors}
      button="Save"
      more={
        isOnly ? null : (
          <RemoveForm formKey={formKeys.remove} title="Take this sitting away">
            What was ticked on its register goes with it. A register that was final once cannot be
            taken away.
          </RemoveForm>
        )
      }
    >
      <SittingFields values={answered?.values ?? page.values} errors={answered?.errors} />
    </QuestionPage>
  );
}
