import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSessionAt } from '#app/auth/session-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { SittingFields } from '#app/components/sitting-fields.tsx';
import { typedValues } from '#app/forms/fields.ts';
import { parseSitting } from '#app/forms/sitting.ts';
import { addSitting } from '#app/operations/sittings.ts';

export const meta = titled('Add a sitting');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { id, title, sittings } = requireSessionAt(args, visit);
  const isMopUp = sittings.some(({ finalisedAt }) => finalisedAt !== null);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title,
    home: `/dsl/sessions/${id}`,
    // Once a register is final, whoever is still to come has missed it.
    values: { isMopUp: isMopUp ? 'yes' : '' },
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { id: sessionId } = requireSessionAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseSitting(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await addSitting(actOf(visit, form), { sessionId, ...parsed.command });
    return redirect(`/dsl/sessions/${sessionId}?done=added`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function NewSittingPage() {
  const { shell, formKey, title, home, values } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <QuestionPage
      title="Add a sitting"
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      formKey={formKey}
      errors={answered?.errors}
      button="Add it"
    >
      <SittingFields values={answered?.values ?? values} errors={answered?.errors} />
    </QuestionPage>
  );
}
