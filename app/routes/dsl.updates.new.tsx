import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { UpdateForm, UpdateGroundForm } from '#app/components/update-form.tsx';
import { listWaitingPoints } from '#app/data/briefing.ts';
import { peopleAt, updateChoices } from '#app/data/update-ground.ts';
import { inWords } from '#app/domain/days.ts';
import { counted } from '#app/domain/words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseUpdate, readUpdateView } from '#app/forms/update.ts';
import { logUpdate } from '#app/operations/log-update.ts';

export const meta = titled('Log an update');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { database, school, today } = visit;
  const query = new URL(args.request.url).searchParams;
  const { kinds, credits } = updateChoices(database, school.id, today);
  const view = readUpdateView(
    query,
    kinds.map(({ value }) => value),
    today,
  );
  const people = peopleAt(database, school.id, view);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    kinds,
    credits,
    people,
    ground: { values: view.values, errors: view.errors },
    who: `${counted(people.length, 'person was', 'people were')} expected on ${inWords(view.heldOn)}.`,
    points: listWaitingPoints(database, school.id).map(({ id, words }) => ({ id, words })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const form = await args.request.formData();
  const choices = updateChoices(visit.database, visit.school.id, visit.today);
  const values = (all: readonly { value: string }[]) => all.map(({ value }) => value);
  const known = { kinds: values(choices.kinds), credits: values(choices.credits) };
  const parsed = parseUpdate(form, known);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { sessionId } = await logUpdate(actOf(visit, form), parsed.command);
    return redirect(`/dsl/updates/${sessionId}?done=logged`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function NewUpdatePage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = givenBack(answered, { kind: 'bulletin' });
  const { ground, people } = page;
  const isAsked = ground.errors.length === 0;
  return (
    <Page
      title="Log an update"
      shell={page.shell}
      back={{ href: '/dsl/updates', label: 'Back to short updates' }}
      errors={isAsked ? answered?.errors : ground.errors}
    >
      <UpdateGroundForm {...ground} kinds={page.kinds} />
      {isAsked && people.length === 0 ? (
        <EmptyState title="Nobody was expected on that day">
          <p className="govuk-body">Choose another day, or others for whom it was.</p>
        </EmptyState>
      ) : null}
      {isAsked && people.length > 0 ? (
        <UpdateForm
          formKey={page.formKey}
          form={form}
          ground={ground.values}
          points={page.points}
          credits={page.credits}
          people={people}
          ticked={answered?.values ?? null}
        />
      ) : null}
    </Page>
  );
}
