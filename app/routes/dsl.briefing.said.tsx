import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { InsetText } from '#app/components/content.tsx';
import { DateInput } from '#app/components/date-input.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { findPoint } from '#app/data/briefing.ts';
import { LONGEST_POINT } from '#app/domain/briefing.ts';
import { parseSaid, readPointId } from '#app/forms/briefing.ts';
import { typedValues } from '#app/forms/fields.ts';
import { sayPoint } from '#app/operations/briefing-points.ts';

export const meta = titled('What was said');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const point = requirePoint(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    words: point.words,
    said: point.said,
    saidOn: point.saidOn ?? visit.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const { id: pointId } = requirePoint(args, visit);
  const form = await args.request.formData();
  const parsed = parseSaid(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await sayPoint(actOf(visit, form), { pointId, ...parsed.command });
    return redirect('/dsl/briefing?done=said', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

/** The point that the address names, of this school. Throws 404. */
function requirePoint({ request }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const pointId = readPointId(new URL(request.url).searchParams);
  const point = pointId === null ? null : findPoint(database, school.id, pointId);
  if (point === null) throw notFound();
  return point;
}

export default function SaidPage() {
  const { shell, formKey, words, said, saidOn } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>(), { said, saidOn });
  return (
    <QuestionPage
      title="What was said"
      caption="Briefing"
      shell={shell}
      back={{ href: '/dsl/briefing', label: 'Back to the list' }}
      formKey={formKey}
      errors={form.errors}
      button="Note it as said"
      lead={<InsetText>{words}</InsetText>}
    >
      <DateInput
        name="saidOn"
        label="The day on which it was said"
        value={form.date('saidOn')}
        errors={form.errors}
      />
      <Textarea
        name="said"
        label="What was said (if you want to keep it)"
        hint="Who was there, what was asked, what was agreed. No child’s name, and nobody’s score."
        rows={5}
        value={form.value('said')}
        errors={form.errors}
        maxLength={LONGEST_POINT}
      />
    </QuestionPage>
  );
}
