import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { Facts } from '#app/components/bank-list.tsx';
import { Button, ButtonGroup, FormKey } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Differences } from '#app/components/differences.tsx';
import { errorsOf } from '#app/components/field-errors.ts';
import { ErrorMessage, FormGroup } from '#app/components/form-group.tsx';
import { Page } from '#app/components/page.tsx';
import { QuestionSheet } from '#app/components/question-sheet.tsx';
import { Section } from '#app/components/section.tsx';
import { SectionBeside } from '#app/components/section-beside.tsx';
import { titled } from '#app/components/shell.ts';
import { listOf } from '#app/components/typed-values.ts';
import { type BankedQuestion, readBank } from '#app/data/bank.ts';
import { findSectionOn, type SectionRevision } from '#app/data/offer.ts';
import { listPublishedRevisions } from '#app/data/offer-editing.ts';
import { questionPlaces } from '#app/data/question-places.ts';
import { differencesBetween } from '#app/domain/offer/differences.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { factsOf, reasonIn } from '#app/domain/quiz/question-words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseConfirmSeveral } from '#app/forms/question-decision.ts';
import { confirmQuestions } from '#app/operations/decide-on-question.ts';

export const meta = titled('Questions to check');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const { database, school, today } = visit;
  const topic = topicOf(args, visit);
  const questions = questionsToCheck(visit, topic);
  const section = findSectionOn(database, school.id, topic, today);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title: section?.title ?? topicLabel(topic),
    topic,
    section: section && { topic, title: section.title, body: section.body },
    sectionWords: questions[0]?.sectionWords ?? null,
    changes: section && changesSince(visit, section, questions),
    questions: questions.map(shownOf),
  };
}

/** A section of the offer, or what a question of the bank cites as one. */
function topicOf({ params }: LoaderFunctionArgs, { database, school, today }: SchoolVisit): string {
  const { topics } = questionPlaces(database, school.id, today);
  const known = topics.find(({ value }) => value === params.section)?.value;
  const topic =
    known ??
    readBank(database, school.id).find(({ section }) => section === params.section)?.section;
  if (topic === undefined) throw notFound();
  return topic;
}

function questionsToCheck({ database, school }: SchoolVisit, topic: string): BankedQuestion[] {
  return readBank(database, school.id).filter(
    ({ section, state }) => section === topic && state === 'check-me',
  );
}

/**
 * What the section says otherwise than when its questions were confirmed; null where they were
 * confirmed against different words, or against none that are known.
 */
function changesSince(
  { database, school }: SchoolVisit,
  section: SectionRevision,
  questions: readonly BankedQuestion[],
) {
  const confirmed = new Set(questions.map(({ decision }) => decision?.sectionWords ?? null));
  const [hash] = confirmed;
  if (confirmed.size !== 1 || !hash) return null;
  const before = listPublishedRevisions(database, school.id, section.sectionId).find(
    ({ wordsHash }) => wordsHash === hash,
  );
  if (!before) return null;
  return differencesBetween({ ...section, title: before.title, body: before.body }, section, []);
}

function shownOf(question: BankedQuestion) {
  const { id: revisionId, questionId, type, story, text, options, extras, because } = question;
  return {
    revisionId,
    questionId,
    sheet: { type, story, text, options, extras },
    facts: factsOf(question),
    because: reasonIn(because),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const section = topicOf(args, visit);
  const form = await args.request.formData();
  const parsed = parseConfirmSeveral(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { confirmed } = await confirmQuestions(actOf(visit, form), {
      section,
      ...parsed.command,
    });
    return redirect(`/dsl/questions?done=confirmed-${confirmed === 1 ? 'one' : 'several'}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function CheckQuestionsPage() {
  const { shell, title, topic, section, changes, questions, ...page } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const ticked = listOf(answered?.values ?? {}, 'revision');
  return (
    <Page
      title="Questions to check"
      caption={title}
      answer={answerOf(questions.length)}
      shell={shell}
      width="wide"
      back={{ href: '/dsl/questions', label: 'Back to the questions' }}
      errors={answered?.errors}
    >
      {changes ? (
        <Section title="What changed in the section since they were confirmed">
          <Differences differences={changes} />
        </Section>
      ) : null}
      {questions.length === 0 ? (
        <EmptyState title="All of them are held against the section">
          <p className="govuk-body">
            When the section changes, its questions come here before they are asked again.
          </p>
        </EmptyState>
      ) : (
        <div className="beside">
          <form method="post" action={`/dsl/questions/check/${topic}`}>
            <FormKey value={page.formKey} />
            <input type="hidden" name="words" value={page.sectionWords ?? ''} />
            <Ticked questions={questions} errors={answered?.errors ?? []} ticked={ticked} />
            <ButtonGroup>
              <Button>Confirm the ticked ones</Button>
              <a href="/dsl/questions">Cancel</a>
            </ButtonGroup>
            <p className="govuk-body soft">What is not ticked stays to be checked.</p>
          </form>
          <SectionBeside section={section} isOpen isSticky />
        </div>
      )}
    </Page>
  );
}

function answerOf(count: number): string {
  if (count === 0) return 'Nothing is to be checked here.';
  if (count === 1) return '1 question waits for somebody to say that it still fits the section.';
  return `${count} questions wait for somebody to say that they still fit the section.`;
}

type Shown = ReturnType<typeof shownOf>;
type TickedProps = {
  questions: readonly Shown[];
  errors: readonly { field: string; message: string }[];
  /** By their revisions; none until somebody has read one and ticks it. */
  ticked: readonly string[];
};

function Ticked({ questions, errors, ticked }: TickedProps) {
  const wrong = errorsOf(errors, 'revision');
  return (
    <FormGroup isWrong={wrong.length > 0}>
      <ErrorMessage id="revision" errors={wrong} />
      {questions.map(({ revisionId, questionId, sheet, facts, because }, index) => (
        <div className="tick" key={revisionId}>
          <div className="govuk-checkboxes govuk-checkboxes--small">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                name="revision"
                value={revisionId}
                id={index === 0 ? 'revision' : `revision-${index + 1}`}
                defaultChecked={ticked.includes(String(revisionId))}
              />
              <label
                className="govuk-label govuk-checkboxes__label"
                htmlFor={index === 0 ? 'revision' : `revision-${index + 1}`}
              >
                It still fits<span className="govuk-visually-hidden">: {sheet.text}</span>
              </label>
            </div>
          </div>
          <QuestionSheet question={sheet} />
          <Facts facts={facts} />
          <p className="tick__because">
            {because} <a href={`/dsl/questions/${questionId}`}>Open it</a> to change it or to set it
            aside.
          </p>
        </div>
      ))}
    </FormGroup>
  );
}
