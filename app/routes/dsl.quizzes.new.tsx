import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { QuizForm } from '#app/components/quiz-form.tsx';
import { titled } from '#app/components/shell.ts';
import { quizGround } from '#app/data/quiz-ground.ts';
import { typedValues } from '#app/forms/fields.ts';
import { NEW_QUIZ, parseQuiz } from '#app/forms/quiz.ts';
import { addQuiz } from '#app/operations/save-quiz.ts';

export const meta = titled('Set a quiz');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    ground: quizGround(visit.database, visit.school.id, visit.today),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const form = await args.request.formData();
  const parsed = parseQuiz(form, quizGround(visit.database, visit.school.id, visit.today));
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await addQuiz(actOf(visit, form), parsed.command);
    return redirect('/dsl/quizzes?done=added', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function NewQuizPage() {
  const { shell, formKey, ground } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="Set a quiz"
      shell={shell}
      back={{ href: '/dsl/quizzes', label: 'Back to quizzes' }}
      errors={answered?.errors}
    >
      {ground.topics.length === 0 ? (
        <EmptyState title="No question is in use yet">
          <p className="govuk-body">
            A quiz draws its questions from the bank.{' '}
            <a href="/dsl/questions">Write or import some first</a>, or use again what was set
            aside.
          </p>
        </EmptyState>
      ) : (
        <QuizForm
          path="/dsl/quizzes/new"
          formKey={formKey}
          began={null}
          values={answered?.values ?? NEW_QUIZ}
          errors={answered?.errors}
          {...ground}
          button="Set the quiz"
          cancelHref="/dsl/quizzes"
        />
      )}
    </Page>
  );
}
