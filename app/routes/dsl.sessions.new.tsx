import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Page } from '#app/components/page.tsx';
import { SessionForm } from '#app/components/session-form.tsx';
import { titled } from '#app/components/shell.ts';
import { sessionGround } from '#app/data/session-ground.ts';
import { typedValues } from '#app/forms/fields.ts';
import { NEW_SESSION, parseNewSession } from '#app/forms/session.ts';
import { planSession } from '#app/operations/plan-session.ts';

export const meta = titled('Plan a session');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    ground: sessionGround(visit.database, visit.school.id, visit.today),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const form = await args.request.formData();
  const ground = sessionGround(visit.database, visit.school.id, visit.today);
  const parsed = parseNewSession(form, ground);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { sessionId } = await planSession(actOf(visit, form), parsed.command);
    return redirect(`/dsl/sessions/${sessionId}?done=planned`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function NewSessionPage() {
  const { shell, formKey, ground } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="Plan a session"
      shell={shell}
      back={{ href: '/dsl/sessions', label: 'Back to sessions' }}
      errors={answered?.errors}
    >
      <p className="govuk-body">
        A session can be planned for a day to come, or entered with its register after it has been.
      </p>
      <SessionForm
        formKey={formKey}
        values={answered?.values ?? NEW_SESSION}
        errors={answered?.errors}
        {...ground}
        isNew
        button="Plan it"
        cancelHref="/dsl/sessions"
      />
    </Page>
  );
}
