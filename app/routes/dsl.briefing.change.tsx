import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { RemoveForm } from '#app/components/remove-form.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { findPoint } from '#app/data/briefing.ts';
import { LONGEST_POINT } from '#app/domain/briefing.ts';
import { parsePoint, readPointId } from '#app/forms/briefing.ts';
import { typedValues } from '#app/forms/fields.ts';
import { changePoint, removePoint } from '#app/operations/briefing-points.ts';

export const meta = titled('Change a point');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const point = findPoint(visit.database, visit.school.id, requirePointId(args));
  if (point === null || point.saidOn !== null) throw notFound();
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    removeKey: newFormKey(),
    words: point.words,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const pointId = requirePointId(args);
  const form = await args.request.formData();
  try {
    if (form.get('remove') === 'yes') {
      await removePoint(actOf(visit, form), { pointId });
      return redirect('/dsl/briefing?done=removed', 303);
    }
    requirePoint(visit, pointId);
    const parsed = parsePoint(form);
    if (!parsed.ok) return data(parsed, { status: 422 });
    await changePoint(actOf(visit, form), { pointId, ...parsed.command });
    return redirect('/dsl/briefing?done=changed', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

/** Throws 404. */
function requirePointId({ request }: LoaderFunctionArgs): number {
  const pointId = readPointId(new URL(request.url).searchParams);
  if (pointId === null) throw notFound();
  return pointId;
}

function requirePoint({ database, school }: SchoolVisit, pointId: number) {
  if (findPoint(database, school.id, pointId) === null) throw notFound();
}

export default function ChangePointPage() {
  const { shell, formKey, removeKey, words } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>(), { words });
  return (
    <QuestionPage
      title="Change a point"
      caption="For the next briefing"
      shell={shell}
      back={{ href: '/dsl/briefing', label: 'Back to the list' }}
      formKey={formKey}
      errors={form.errors}
      button="Save the point"
      more={
        <RemoveForm formKey={removeKey} title="Take it off the list">
          It will not be on the sheet for the next briefing. That it was on the list, and who took
          it off, is kept.
        </RemoveForm>
      }
    >
      <Textarea
        name="words"
        label="What is to be said"
        rows={6}
        value={form.value('words')}
        errors={form.errors}
        maxLength={LONGEST_POINT}
      />
    </QuestionPage>
  );
}
