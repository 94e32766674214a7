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
import { DateInput } from '#app/components/date-input.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { findPerson } from '#app/data/people.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseTalk } from '#app/forms/quiz-talk.ts';
import { noteTalk } from '#app/operations/note-talk.ts';

export const meta = titled('Note a talk');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const { person, quiz } = requireBoth(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    name: person.name,
    title: quiz.title,
    home: `/dsl/quizzes/${quiz.id}`,
    today: visit.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const { person, quiz } = requireBoth(args, visit);
  const form = await args.request.formData();
  const parsed = parseTalk(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await noteTalk(actOf(visit, form), {
      personId: person.id,
      quizId: quiz.id,
      ...parsed.command,
    });
    return redirect(`/dsl/quizzes/${quiz.id}?done=talked`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

/** A quiz and a person, both of this school. Throws 404. */
function requireBoth({ params }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const quiz = findQuiz(database, school.id, parseId(params.id));
  const person = findPerson(database, school.id, parseId(params.personId));
  if (!quiz || !person) throw notFound();
  return { quiz, person };
}

export default function TalkPage() {
  const { shell, formKey, name, title, home, today } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>(), { talkedOn: today });
  return (
    <QuestionPage
      title="Note a talk"
      caption={name}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      formKey={formKey}
      errors={form.errors}
      button="I have talked with them"
      lead={
        <p className="govuk-body">
          About {title}. Only the day is kept, and who noted it: what was said stays between you.
          They can take the quiz again as before.
        </p>
      }
    >
      <DateInput
        name="talkedOn"
        label="The day of the talk"
        value={form.date('talkedOn')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}
