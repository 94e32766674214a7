import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState, LinkList } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { QuestionForm } from '#app/components/question-form.tsx';
import { titled } from '#app/components/shell.ts';
import { sectionHashes } from '#app/data/offer.ts';
import { questionPlaces } from '#app/data/question-places.ts';
import { QUESTION_TYPES } from '#app/domain/quiz/question.ts';
import { TYPE_HINTS, TYPE_LABELS } from '#app/domain/quiz/question-words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseQuestion, readType } from '#app/forms/question.ts';
import { placesOf, readSectionWords, rowsOf, wordsValues } from '#app/forms/question-values.ts';
import { addQuestion } from '#app/operations/save-question.ts';

export const meta = titled('Write a question');

const PATH = '/dsl/questions/new';

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    type: typeOf(args),
    places: questionPlaces(visit.database, visit.school.id, visit.today),
    values: wordsValues(sectionHashes(visit.database, visit.school.id)),
  };
}

/** The type is chosen first, and stands in the address from then on. */
function typeOf({ request }: LoaderFunctionArgs) {
  return readType(new URL(request.url).searchParams.get('type'));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const type = typeOf(args);
  const form = await args.request.formData();
  const places = questionPlaces(visit.database, visit.school.id, visit.today);
  if (type === null) {
    const errors = [{ field: 'type', message: 'Choose what kind of question it is' }];
    return data({ errors, values: typedValues(form) }, { status: 422 });
  }
  const parsed = parseQuestion(form, type, placesOf(places));
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const question = parsed.command;
    const sectionWords = readSectionWords(form, question.section);
    const added = await addQuestion(actOf(visit, form), { question, sectionWords });
    const done = added.isConfirmed ? 'added' : 'added-to-check';
    return redirect(`/dsl/questions/${added.questionId}?done=${done}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function NewQuestionPage() {
  const { shell, formKey, type, places, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered?.values ?? page.values;
  const back =
    type === null
      ? { href: '/dsl/questions', label: 'Back to the questions' }
      : { href: PATH, label: 'Choose another kind of question' };
  return (
    <Page
      title="Write a question"
      caption={type === null ? undefined : TYPE_LABELS[type]}
      shell={shell}
      back={back}
      errors={answered?.errors}
    >
      {places.sections.length === 0 ? <NoOffer /> : null}
      {type === null ? <Types /> : null}
      {type !== null && places.sections.length > 0 ? (
        <QuestionForm
          path={`${PATH}?type=${type}`}
          type={type}
          formKey={formKey}
          revisionId={null}
          values={values}
          errors={answered?.errors}
          rows={rowsOf(type, values)}
          {...places}
          cancelHref="/dsl/questions"
        />
      ) : null}
    </Page>
  );
}

function Types() {
  return (
    <section id="type" aria-labelledby="type-title" tabIndex={-1}>
      <h2 id="type-title">What kind of question is it?</h2>
      <LinkList
        links={QUESTION_TYPES.map((type) => ({
          href: `${PATH}?type=${type}`,
          label: TYPE_LABELS[type],
          note: TYPE_HINTS[type],
        }))}
      />
    </section>
  );
}

function NoOffer() {
  return (
    <EmptyState title="The offer comes first">
      <p className="govuk-body">
        Every question rests on a section of the school’s offer, and none is published yet.{' '}
        <a href="/dsl/offer">Publish the first section</a>, then write questions on it.
      </p>
    </EmptyState>
  );
}
