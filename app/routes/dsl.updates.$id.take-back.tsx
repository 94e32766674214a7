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
import { listWritten } from '#app/data/registers.ts';
import { findUpdate } from '#app/data/updates.ts';
import { inWords } from '#app/domain/days.ts';
import { takingBackWords } from '#app/domain/sessions/updates.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseTakingBack } from '#app/forms/update.ts';
import { takeBackUpdate } from '#app/operations/take-back-update.ts';

export const meta = titled('Take a short update back');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { update, sitting } = requireUpdate(args, visit);
  const written = listWritten(visit.database, sitting.id, new Set());
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id: update.id,
    caption: `${update.title}, ${inWords(update.heldOn)}`,
    follows: takingBackWords(written.filter(({ state }) => state === 'stands').length),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { update } = requireUpdate(args, visit);
  const form = await args.request.formData();
  const parsed = parseTakingBack(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await takeBackUpdate(actOf(visit, form), { sessionId: update.id, ...parsed.command });
    return redirect('/dsl/updates?done=taken-back', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

/** The update that the address names, taken back or not, of this school. Throws 404. */
function requireUpdate({ params }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const found = findUpdate(database, school.id, parseId(params.id));
  if (!found) throw notFound();
  return found;
}

export default function TakeBackPage() {
  const { shell, formKey, id, caption, follows } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  return (
    <QuestionPage
      title="Take a short update back"
      caption={caption}
      shell={shell}
      back={{ href: `/dsl/updates/${id}`, label: 'Back to the update' }}
      formKey={formKey}
      errors={form.errors}
      button="Take it back"
      isRemoval
      lead={
        <>
          <p className="govuk-body">
            For what was logged by mistake. {follows} It leaves the year’s list and what governors
            are told, and stays under “What was changed” with your reason.
          </p>
          <p className="govuk-body">
            Points for the next briefing that were noted as said at it stay noted as said.
          </p>
        </>
      }
    >
      <Textarea
        name="reason"
        label="Why it is taken back"
        hint="Whoever loses a completion reads this in their history. Never anything about a child."
        rows={2}
        value={form.value('reason')}
        errors={form.errors}
        maxLength={300}
      />
    </QuestionPage>
  );
}
