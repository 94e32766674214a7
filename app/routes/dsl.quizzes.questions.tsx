import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { FigureQuestions } from '#app/components/figure-questions.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { AboutIndices } from '#app/components/question-looks.tsx';
import { titled } from '#app/components/shell.ts';
import { pointsOfQuestions } from '#app/data/briefing.ts';
import { bankFigures } from '#app/data/question-figures.ts';
import { pageOf, pagesFor } from '#app/domain/pages.ts';
import { may } from '#app/domain/permissions.ts';
import { lookShown } from '#app/domain/quiz/look-shown.ts';
import { figuresAnswer, sortedBy } from '#app/domain/quiz/question-figures.ts';
import { parseQuestionPoint } from '#app/forms/briefing.ts';
import { doneWords } from '#app/forms/done.ts';
import { questionsAddress, readQuestionsView } from '#app/forms/quiz-view.ts';
import { addQuestionPoint } from '#app/operations/briefing-points.ts';

const QUESTIONS_ON_A_PAGE = 25;

const DONE = { pointed: 'The question is on the list for the next briefing.' };

export const meta = titled('All questions with their figures');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-quizzes');
  const query = new URL(args.request.url).searchParams;
  const view = readQuestionsView(query);
  const figures = bankFigures(visit.database, visit.school.id, visit.today);
  const pages = pagesFor(figures.length, QUESTIONS_ON_A_PAGE);
  const page = Math.min(view.page, pages);
  const shown = pageOf(sortedBy(figures, view.sort), page, QUESTIONS_ON_A_PAGE);
  const points = pointsOfQuestions(visit.database, visit.school.id);
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, query),
    answer: figuresAnswer(figures),
    sort: view.sort,
    page,
    pages,
    questions: shown.map((figured) => ({
      ...lookShown(figured, points.get(figured.question.id)),
      statistics: figured.statistics,
      formKey: newFormKey(),
    })),
    mayChange: may(visit.roles, 'change-quizzes'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const form = await args.request.formData();
  const parsed = parseQuestionPoint(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const view = readQuestionsView(new URL(args.request.url).searchParams);
  try {
    await addQuestionPoint(actOf(visit, form), parsed.command);
    const home = questionsAddress(view);
    return redirect(`${home}${home.includes('?') ? '&' : '?'}done=pointed`, 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function FigureQuestionsPage() {
  const view = useLoaderData<typeof loader>();
  const { shell, answer, done, sort, page, pages, questions, mayChange } = view;
  return (
    <Page
      title="All questions with their figures"
      shell={shell}
      answer={answer}
      notification={done}
      back={{ href: '/dsl/quizzes', label: 'Back to quizzes' }}
      errors={useActionData<typeof action>()?.errors}
      width="wide"
    >
      {questions.length === 0 ? (
        <EmptyState title="There are no questions yet">
          <p className="govuk-body">
            <a href="/dsl/questions">Write or import some</a>
          </p>
        </EmptyState>
      ) : (
        <FigureQuestions questions={questions} sort={sort} mayAdd={mayChange} />
      )}
      <Pagination
        page={page}
        pages={pages}
        label="Questions"
        hrefOf={(n) => questionsAddress({ sort, page: n })}
      />
      <AboutIndices />
    </Page>
  );
}
