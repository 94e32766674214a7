import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { requireSittingAt } from '#app/auth/session-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { listWritten } from '#app/data/registers.ts';
import { whenInWords } from '#app/domain/sessions/session-words.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseReopening } from '#app/forms/register.ts';
import { reopenRegister } from '#app/operations/reopen-register.ts';

export const meta = titled('Open a register again');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { session, sitting, home } = requireFinal(args, visit);
  const written = listWritten(visit.database, sitting.id, new Set());
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title: session.title,
    when: whenInWords(sitting),
    home,
    standing: written.filter(({ state }) => state === 'stands').length,
  };
}

/** Only a register that is final can be opened again. Throws 404. */
function requireFinal(args: LoaderFunctionArgs, visit: SchoolVisit) {
  const found = requireSittingAt(args, visit);
  if (found.sitting.finalisedAt === null) throw notFound();
  return found;
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { session, sitting, home } = requireFinal(args, visit);
  const form = await args.request.formData();
  const parsed = parseReopening(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const at = { sessionId: session.id, sittingId: sitting.id };
  try {
    await reopenRegister(actOf(visit, form), { ...at, ...parsed.command });
    return redirect(`${home}?done=reopened`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function ReopenPage() {
  const { shell, formKey, title, when, home, standing } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  return (
    <QuestionPage
      title="Open a register again"
      caption={`${title}, ${when}`}
      shell={shell}
      back={{ href: home, label: 'Back to the register' }}
      formKey={formKey}
      errors={form.errors}
      button="Open it again"
      lead={
        <p className="govuk-body">
          {sentenceCase(counted(standing, 'completion', 'completions'))} that it recorded{' '}
          {standing === 1 ? 'stands' : 'stand'} until it is made final anew. Before that you are
          shown what is withdrawn and what is added; everything else stays as it is.
        </p>
      }
    >
      <Textarea
        name="reason"
        label="Why"
        hint="Whoever loses a completion reads this in their history. Never anything about a child."
        rows={2}
        value={form.value('reason')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}
