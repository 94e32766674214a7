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
import { QuestionForm } from '#app/components/question-form.tsx';
import { SectionBeside } from '#app/components/section-beside.tsx';
import { titled } from '#app/components/shell.ts';
import { findSectionOn, sectionHashes } from '#app/data/offer.ts';
import { questionPlaces } from '#app/data/question-places.ts';
import { listQuestionRevisions } from '#app/data/questions.ts';
import { TYPE_LABELS } from '#app/domain/quiz/question-words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseQuestion } from '#app/forms/question.ts';
import {
  placesOf,
  readRevision,
  readSectionWords,
  rowsOf,
  valuesOfQuestion,
  wordsValues,
} from '#app/forms/question-values.ts';
import { changeQuestion } from '#app/operations/save-question.ts';

export const meta = titled('Change a question');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const question = findOwnQuestion(args, visit);
  const { database, school, today } = visit;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    home: `/dsl/questions/${question.questionId}`,
    type: question.type,
    revisionId: question.id,
    values: {
      ...valuesOfQuestion(question),
      ...wordsValues(sectionHashes(database, school.id)),
    },
    places: questionPlaces(database, school.id, today, question),
    section: findSectionOn(database, school.id, question.section, today),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const question = findOwnQuestion(args, visit);
  const { questionId, type } = question;
  const form = await args.request.formData();
  const places = questionPlaces(visit.database, visit.school.id, visit.today, question);
  const parsed = parseQuestion(form, type, placesOf(places));
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { outcome } = await changeQuestion(actOf(visit, form), {
      questionId,
      revisionId: readRevision(form),
      question: parsed.command,
      sectionWords: readSectionWords(form, parsed.command.section),
    });
    return redirect(`/dsl/questions/${questionId}?done=${outcome}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

/** A shared question is nobody's to change here. */
function findOwnQuestion({ params }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const [latest] = listQuestionRevisions(database, school.id, parseId(params.id));
  if (latest === undefined || latest.isShared) throw notFound();
  return latest;
}

export default function ChangeQuestionPage() {
  const { shell, home, type, places, section, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered?.values ?? page.values;
  return (
    <Page
      title="Change a question"
      caption={TYPE_LABELS[type]}
      shell={shell}
      back={{ href: home, label: 'Back to the question' }}
      errors={answered?.errors}
    >
      <SectionBeside section={section} isOpen={false} />
      <QuestionForm
        path={`${home}/change`}
        type={type}
        formKey={page.formKey}
        revisionId={page.revisionId}
        values={values}
        errors={answered?.errors}
        rows={rowsOf(type, values)}
        {...places}
        cancelHref={home}
      />
    </Page>
  );
}
