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
import { Page } from '#app/components/page.tsx';
import { QuizForm } from '#app/components/quiz-form.tsx';
import { titled } from '#app/components/shell.ts';
import { quizGround } from '#app/data/quiz-ground.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import { readBegan } from '#app/forms/began.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseQuiz, valuesOfQuiz } from '#app/forms/quiz.ts';
import { Refusal } from '#app/operations/act.ts';
import { beginningOfQuiz, changeQuiz } from '#app/operations/save-quiz.ts';

export const meta = titled('Change a quiz');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const quiz = requireQuiz(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title: quiz.title,
    home: `/dsl/quizzes/${quiz.id}`,
    began: beginningOfQuiz(quiz),
    values: valuesOfQuiz(quiz),
    ground: quizGround(visit.database, visit.school.id, visit.today, quiz),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const quiz = requireQuiz(args, visit);
  const form = await args.request.formData();
  const ground = quizGround(visit.database, visit.school.id, visit.today, quiz);
  const began = readBegan(form);
  const parsed = parseQuiz(form, ground);
  if (!parsed.ok) return data({ ...parsed, began }, { status: 422 });
  try {
    await changeQuiz(actOf(visit, form), { quizId: quiz.id, began, ...parsed.command });
    return redirect(`/dsl/quizzes/${quiz.id}?done=changed`, 303);
  } catch (error) {
    // Whoever has been told of the other quiz, and saves all the same, begins from that.
    const isConflict = error instanceof Refusal && error.kind === 'conflict';
    return refusedForm(error, { values: typedValues(form), began: isConflict ? null : began });
  }
}

function requireQuiz({ params }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const quiz = findQuiz(database, school.id, parseId(params.id));
  if (!quiz) throw notFound();
  return quiz;
}

export default function ChangeQuizPage() {
  const { shell, formKey, title, home, ground, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const isConflict = answered !== undefined && answered.began === null;
  return (
    <Page
      title="Change a quiz"
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      errors={answered?.errors}
    >
      {isConflict ? (
        <p className="govuk-body">
          <a href={home}>See what somebody else has saved</a>
        </p>
      ) : null}
      <p className="govuk-body">
        An attempt that has begun keeps the questions and the pass mark that it began with. Where
        the quiz then asks for others, it counts as practice, and whoever began it is told so.
      </p>
      <QuizForm
        path={`${home}/change`}
        formKey={formKey}
        began={answered?.began ?? page.began}
        values={answered?.values ?? page.values}
        errors={answered?.errors}
        {...ground}
        button="Save the quiz"
        cancelHref={home}
      />
    </Page>
  );
}
