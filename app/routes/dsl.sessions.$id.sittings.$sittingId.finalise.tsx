import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSittingAt } from '#app/auth/session-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonGroup, FormKey } from '#app/components/button.tsx';
import { Checkbox } from '#app/components/choices.tsx';
import { InsetText } from '#app/components/content.tsx';
import { FinalPreview } from '#app/components/final-preview.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { type SchoolFacts, schoolFacts } from '#app/data/facts.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { finalShown } from '#app/domain/sessions/final-shown.ts';
import { finalInWords, whenInWords } from '#app/domain/sessions/session-words.ts';
import { parseFinalise } from '#app/forms/register.ts';
import { finaliseRegister, previewFinal } from '#app/operations/finalise-register.ts';

export const meta = titled('Make a register final');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { session, sitting, home } = requireSittingAt(args, visit);
  // Final already: what it recorded stands on its own page.
  if (sitting.finalisedAt !== null) throw redirect(home, 303);
  const facts = schoolFacts(visit.database, visit.school.id);
  const preview = previewFinal(visit.database, facts, {
    session,
    sitting,
    accountId: visit.accountId,
  });
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title: session.title,
    when: whenInWords(sitting),
    home,
    comesOn: sitting.heldOn > visit.today ? inWords(sitting.heldOn) : null,
    answer: finalInWords(preview.difference),
    trainer: preview.trainer,
    reopenedFor: preview.reopenedFor,
    began: preview.began,
    needsCheck: preview.fields.needsCheck && preview.difference.add.length > 0,
    shown: finalShown(facts.policy, preview, sitting.heldOn, nameIn(facts, visit.today)),
  };
}

/** As a register names people: two of one name are told apart. */
function nameIn({ policy, people }: SchoolFacts, today: Day) {
  const apart = namesApart(people, policy.appointmentKinds, today);
  const names = new Map(people.map(({ id, name }) => [id, nameApart(name, apart.get(id))]));
  return (personId: number) => names.get(personId) ?? 'Somebody';
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { session, sitting, home } = requireSittingAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseFinalise(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const at = { sessionId: session.id, sittingId: sitting.id };
  try {
    await finaliseRegister(actOf(visit, form), { ...at, ...parsed.command });
    return redirect(`${home}?done=final`, 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function FinalisePage() {
  const view = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const { shell, title, when, home, comesOn, answer, reopenedFor, shown } = view;
  return (
    <Page
      title="Make the register final"
      caption={`${title}, ${when}`}
      shell={shell}
      back={{ href: home, label: 'Back to the register' }}
      answer={
        comesOn
          ? `This sitting is on ${comesOn}: its register can be made final from that day on.`
          : answer
      }
      errors={errors}
    >
      {reopenedFor ? <InsetText>It was opened again: {reopenedFor}</InsetText> : null}
      <FinalPreview {...shown} />
      {comesOn ? null : <Finalise view={view} errors={errors} />}
    </Page>
  );
}

type Errors = NonNullable<ReturnType<typeof useActionData<typeof action>>>['errors'];

function Finalise({ view, errors }: { view: View; errors: Errors | undefined }) {
  const { formKey, began, trainer, home, needsCheck } = view;
  return (
    <form method="post" noValidate>
      <FormKey value={formKey} />
      <input type="hidden" name="began" value={began} />
      {trainer && trainer.holds !== true ? <InsetText>{trainer.sentence}</InsetText> : null}
      {trainer?.holds === false ? (
        <Checkbox
          name="acceptCascade"
          label="Record it all the same"
          hint="That it was recorded so, and by whom, is kept"
          errors={errors}
        />
      ) : null}
      <p className="govuk-body">
        {needsCheck
          ? 'Nobody else was there, so it waits for somebody else’s check before it counts.'
          : 'Everybody’s record has it at once, with the register as its evidence.'}{' '}
        A mistake can be put right later: the register can be opened again, with a reason.
      </p>
      <ButtonGroup>
        <Button>Make it final</Button>
        <a href={home}>Back to the register</a>
      </ButtonGroup>
    </form>
  );
}
