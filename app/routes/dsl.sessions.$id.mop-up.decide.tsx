import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { groundOf, mopUpHome, requireMopUpAt } from '#app/auth/mop-up-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Checkboxes } from '#app/components/choices.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { MopUpFields } from '#app/components/mop-up-form.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { missedShown } from '#app/domain/sessions/mop-up-shown.ts';
import { sittingWords } from '#app/domain/sessions/mop-up-words.ts';
import { withStop } from '#app/domain/words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { NEW_SITTING, parseMopUp, readChosenPeople } from '#app/forms/mop-up.ts';
import { decideMopUp } from '#app/operations/decide-mop-up.ts';

export const meta = titled('What becomes of those who missed it');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const mopUp = requireMopUpAt(args, visit);
  const { session, list, quiz, missed } = mopUp;
  const chosen = readChosenPeople(new URL(args.request.url).searchParams);
  const ground = groundOf(mopUp, visit);
  const open = list.filter(({ state }) => state !== 'done');
  const named = open.filter(({ person }) => chosen.includes(person.id));
  const [first] = named;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title: session.title,
    home: mopUpHome(mopUp),
    // Whoever came without ticking anybody ticks here.
    people: (named.length > 0 ? named : open).map((one) => missedShown(one, ground)),
    ticked: named.map(({ person }) => String(person.id)),
    decision: named.length === 1 && first ? first.decision : null,
    sittings: [
      ...session.sittings
        .filter(({ finalisedAt }) => finalisedAt === null)
        .map((sitting) => ({ value: String(sitting.id), label: sittingWords(sitting) })),
      { value: NEW_SITTING, label: 'Add one' },
    ],
    recording: missed.hasRecording && quiz ? { quiz: quiz.title } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const mopUp = requireMopUpAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseMopUp(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const sessionId = mopUp.session.id;
    await decideMopUp(actOf(visit, form), { sessionId, ...parsed.command });
    return redirect(`${mopUpHome(mopUp)}?done=decided`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

function saysOf({ missing, says }: { missing: string; says: string | null }): string {
  return [missing, says].flatMap((words) => (words ? withStop(words) : [])).join(' ');
}

export default function DecidePage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { shell, formKey, title, home, people, ticked, decision } = page;
  const form = givenBack(answered, {
    outcome: decision?.outcome ?? null,
    withWhom: decision?.withWhom ?? null,
    reason: decision?.reason ?? null,
    sitting: decision?.sittingId ? String(decision.sittingId) : null,
  });
  const [only] = people;
  const isOne = people.length === 1 && only && ticked.length === 1;
  return (
    <QuestionPage
      title={isOne ? only.name : 'What becomes of those who missed it'}
      caption={title}
      shell={shell}
      back={{ href: home, label: 'Back to who missed it' }}
      formKey={formKey}
      errors={form.errors}
      button="Save"
    >
      {isOne ? (
        <>
          <p className="govuk-body">{saysOf(only)}</p>
          <input type="hidden" name="people" value={only.id} />
        </>
      ) : (
        <Checkboxes
          name="people"
          label="For whom"
          hint="The same is arranged for each of them."
          choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          values={answered ? [answered.values.people ?? []].flat() : ticked}
          layout="columns"
          errors={form.errors}
        />
      )}
      <MopUpFields
        form={form}
        sittings={page.sittings}
        recording={page.recording}
        recordingHref={`${home}/recording`}
      />
    </QuestionPage>
  );
}
