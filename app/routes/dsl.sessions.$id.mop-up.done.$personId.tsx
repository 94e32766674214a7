import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { groundOf, mopUpHome, requireMopUpAt } from '#app/auth/mop-up-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  newFormKey,
  parseId,
  requireSchoolVisit,
  type SchoolVisit,
} from '#app/auth/visit.ts';
import { DateInput } from '#app/components/date-input.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { missedShown } from '#app/domain/sessions/mop-up-shown.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseFinished } from '#app/forms/mop-up.ts';
import { finishOneToOne } from '#app/operations/finish-one-to-one.ts';

export const meta = titled('Done one to one');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { mopUp, one } = requireOneToOne(args, visit);
  const { name, missing } = missedShown(one, groundOf(mopUp, visit));
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title: mopUp.session.title,
    home: mopUpHome(mopUp),
    name,
    missing,
    withWhom: one.decision?.withWhom ?? 'somebody',
    isOwn: one.person.id === visit.personId,
    today: visit.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { mopUp, one } = requireListed(args, visit);
  const form = await args.request.formData();
  const parsed = parseFinished(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const at = { sessionId: mopUp.session.id, personId: one.person.id };
    await finishOneToOne(actOf(visit, form), { ...at, ...parsed.command });
    return redirect(`${mopUpHome(mopUp)}?done=finished`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

/** Somebody on the list. Throws 404. */
function requireListed(args: LoaderFunctionArgs, visit: SchoolVisit) {
  const mopUp = requireMopUpAt(args, visit);
  const personId = parseId(args.params.personId);
  const one = mopUp.list.find(({ person }) => person.id === personId);
  if (!one) throw notFound();
  return { mopUp, one };
}

/** Somebody for whom it is arranged one to one. Throws 404. */
function requireOneToOne(args: LoaderFunctionArgs, visit: SchoolVisit) {
  const found = requireListed(args, visit);
  const { state, decision } = found.one;
  if (state === 'nothing-arranged' || decision?.outcome !== 'one-to-one') throw notFound();
  return found;
}

export default function FinishPage() {
  const page = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>(), { doneOn: page.today });
  return (
    <QuestionPage
      title={page.name}
      caption={`${page.title}: done one to one`}
      shell={page.shell}
      back={{ href: page.home, label: 'Back to who missed it' }}
      formKey={page.formKey}
      errors={form.errors}
      button="Note it as done"
      lead={
        <p className="govuk-body">
          {page.missing}. Done with {page.withWhom}, all of that is completed
          {page.isOwn ? ', and waits for somebody else’s check, being your own' : ' at once'}.
        </p>
      }
    >
      <DateInput
        name="doneOn"
        label="The day on which it was done"
        value={form.date('doneOn')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}
