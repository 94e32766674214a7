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
import { DateInput, dateFields, typedDate } from '#app/components/date-input.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import { inWords } from '#app/domain/days.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseRetirement } from '#app/forms/retirement.ts';
import { retireQuiz } from '#app/operations/retire-quiz.ts';

export const meta = titled('Retire a quiz');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const { id, title, retiredFrom, requirementName } = requireQuiz(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    today: visit.today,
    title,
    home: `/dsl/quizzes/${id}`,
    retiredFrom,
    requirementName,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const { id: quizId } = requireQuiz(args, visit);
  const form = await args.request.formData();
  const parsed = parseRetirement(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { retiredFrom } = parsed.command;
  try {
    await retireQuiz(actOf(visit, form), { quizId, retiredFrom });
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
  return redirect(`/dsl/quizzes?done=${retiredFrom === null ? 'again' : 'retired'}`, 303);
}

function requireQuiz({ params }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const quiz = findQuiz(database, school.id, parseId(params.id));
  if (!quiz) throw notFound();
  return quiz;
}

export default function RetireQuizPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { shell, formKey, today, title, home, retiredFrom, requirementName } = page;
  const isRetired = retiredFrom !== null;
  return (
    <QuestionPage
      title={isRetired ? 'Offer a quiz again' : 'Retire a quiz'}
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      formKey={formKey}
      errors={answered?.errors}
      button={isRetired ? 'Offer it again' : 'Retire it'}
      isRemoval={!isRetired}
      lead={
        <p className="govuk-body">
          {isRetired
            ? `It ${retiredFrom <= today ? 'has not been offered since' : 'is to be offered no longer from'} ${inWords(retiredFrom)}. Offered again, it is as it was.`
            : `From the day that you give, nobody can begin it, and what is begun and not handed in counts as practice. What was passed stays passed, and certificates stay valid.${
                requirementName === null
                  ? ''
                  : ` Look how ${requirementName} is to be completed from then on.`
              }`}
        </p>
      }
    >
      <input type="hidden" name="act" value={isRetired ? 'ask-again' : 'retire'} />
      {isRetired ? null : (
        <DateInput
          name="retiredFrom"
          label="First day on which it is no longer offered"
          value={answered ? typedDate(answered.values, 'retiredFrom') : dateFields(today)}
          errors={answered?.errors}
        />
      )}
    </QuestionPage>
  );
}
