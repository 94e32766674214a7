import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSessionAt } from '#app/auth/session-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Page } from '#app/components/page.tsx';
import { SessionForm } from '#app/components/session-form.tsx';
import { titled } from '#app/components/shell.ts';
import { sessionGround } from '#app/data/session-ground.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseSession, valuesOfSession } from '#app/forms/session.ts';
import { changeSession } from '#app/operations/plan-session.ts';

export const meta = titled('Change a session');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const session = requireSessionAt(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title: session.title,
    home: `/dsl/sessions/${session.id}`,
    values: valuesOfSession(session),
    ground: sessionGround(visit.database, visit.school.id, visit.today, session),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const session = requireSessionAt(args, visit);
  const form = await args.request.formData();
  const ground = sessionGround(visit.database, visit.school.id, visit.today, session);
  const parsed = parseSession(form, ground);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const sessionId = session.id;
  try {
    await changeSession(actOf(visit, form), { sessionId, ...parsed.command });
    return redirect(`/dsl/sessions/${sessionId}?done=changed`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function ChangeSessionPage() {
  const { shell, formKey, title, home, values, ground } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="Change a session"
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      errors={answered?.errors}
    >
      <p className="govuk-body">
        It can be changed while none of its registers is final. Days and places are changed at each
        sitting.
      </p>
      <SessionForm
        formKey={formKey}
        values={answered?.values ?? values}
        errors={answered?.errors}
        {...ground}
        button="Save the session"
        cancelHref={home}
      />
    </Page>
  );
}
