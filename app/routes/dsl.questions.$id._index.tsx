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
import { QuestionActs } from '#app/components/question-acts.tsx';
import { QuestionSheet } from '#app/components/question-sheet.tsx';
import { Section } from '#app/components/section.tsx';
import { SectionBeside } from '#app/components/section-beside.tsx';
import { titled } from '#app/components/shell.ts';
import { Timeline } from '#app/components/timeline.tsx';
import { type BankedQuestion, listDecisions, readBank, revisionAuthors } from '#app/data/bank.ts';
import { findSectionOn } from '#app/data/offer.ts';
import { listQuestionRevisions } from '#app/data/questions.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { may } from '#app/domain/permissions.ts';
import { questionHistory } from '#app/domain/quiz/question-history.ts';
import { factsOf } from '#app/domain/quiz/question-words.ts';
import { doneWords } from '#app/forms/done.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseQuestionDecision, type QuestionDecision } from '#app/forms/question-decision.ts';
import { confirmQuestion, setQuestionAside } from '#app/operations/decide-on-question.ts';
import { makeQuestionOwn } from '#app/operations/make-question-own.ts';
import { dayInSchool } from '#app/platform/clock.ts';

export const meta = titled('A question');

const DONE = {
  added: 'The question is written and in use.',
  'added-to-check': 'The question is saved; its section changed meanwhile: check it.',
  changed: 'The question is changed, and confirmed against its section as it stands.',
  'changed-to-check': 'The question is saved; its section changed meanwhile: check it.',
  same: 'It says exactly that already, so there is no new revision.',
  'same-to-check':
    'It says exactly that already, so there is no new revision; its section changed meanwhile: check it.',
  confirmed: 'It fits its section, and is in use.',
  aside: 'The question is set aside: it is not asked any more.',
  own: 'It is the school’s own now, and the shared one is set aside here. Change it as you like.',
  'own-to-check':
    'It is the school’s own now, and the shared one is set aside here. It is not asked until somebody has checked it.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-quizzes');
  const question = findQuestion(args, visit);
  const section = findSectionOn(visit.database, visit.school.id, question.section, visit.today);
  const { type, story, text, options, extras, source, state, because } = question;
  return {
    shell: shellOf(visit),
    formKeys: { confirm: newFormKey(), aside: newFormKey(), own: newFormKey() },
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    id: question.questionId,
    answer: because,
    asideBecause: state === 'set-aside' ? (question.decision?.why ?? null) : null,
    facts: factsOf(question),
    sheet: { type, story, text, options, extras },
    state,
    isShared: question.isShared,
    seen: { revisionId: question.id, sectionWords: question.sectionWords },
    section: section && { topic: section.topic, title: section.title, body: section.body },
    sectionTopic: question.section,
    sectionName: section?.title ?? topicLabel(question.section),
    source: [source.document, source.place].filter(Boolean).join(', '),
    history: historyOf(visit, question),
    mayChange: may(visit.roles, 'change-quizzes'),
  };
}

function historyOf({ database, school }: SchoolVisit, { questionId }: BankedQuestion) {
  const authors = revisionAuthors(database, questionId);
  const revisions = listQuestionRevisions(database, school.id, questionId).map((words) => {
    return { ...words, words, at: words.savedAt, by: authors.get(words.id) ?? null };
  });
  return questionHistory(revisions, listDecisions(database, school.id, questionId)).map(
    ({ at, ...event }) => ({ ...event, on: dayInSchool(at) }),
  );
}

function findQuestion({ params }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const id = parseId(params.id);
  const question = readBank(database, school.id).find(({ questionId }) => questionId === id);
  if (!question) throw notFound();
  return question;
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const { questionId } = findQuestion(args, visit);
  const form = await args.request.formData();
  const parsed = parseQuestionDecision(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const done = await carryOutDecision(visit, form, questionId, parsed.command);
    return redirect(done, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

/** Answers where it leads. */
async function carryOutDecision(
  visit: SchoolVisit,
  form: FormData,
  questionId: number,
  command: QuestionDecision,
): Promise<string> {
  const act = actOf(visit, form);
  const home = `/dsl/questions/${questionId}`;
  switch (command.act) {
    case 'confirm': {
      const { revisionId, sectionWords } = command;
      await confirmQuestion(act, { questionId, revisionId, sectionWords });
      return `${home}?done=confirmed`;
    }
    case 'set-aside':
      await setQuestionAside(act, { questionId, why: command.why });
      return `${home}?done=aside`;
    case 'make-own': {
      const own = await makeQuestionOwn(act, { questionId, revisionId: command.revisionId });
      return `/dsl/questions/${own.questionId}?done=${own.isInUse ? 'own' : 'own-to-check'}`;
    }
  }
}

export default function QuestionRoute() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { id, sheet, section, state, isShared, seen, formKeys } = page;
  return (
    <Page
      title="A question"
      caption={page.facts.join(' · ')}
      answer={page.answer}
      shell={page.shell}
      width="wide"
      back={{ href: '/dsl/questions', label: 'Back to the questions' }}
      notification={answered ? null : page.done}
      errors={answered?.errors}
    >
      {page.asideBecause ? <p className="govuk-body">{page.asideBecause}</p> : null}
      <div className="beside">
        <div>
          <QuestionSheet question={sheet} />
          {page.mayChange ? (
            <QuestionActs
              {...{ id, state, isShared, seen, formKeys }}
              section={page.sectionTopic}
              errors={answered?.errors}
              typedWhy={answered?.values.why}
            />
          ) : null}
        </div>
        <aside aria-label="Where it comes from">
          <Sources {...page} />
          <SectionBeside section={section} isOpen={state !== 'in-use'} />
        </aside>
      </div>
      <Section title="What became of it">
        <Timeline
          entries={page.history.map(({ key, on, by, title, words }) => ({
            key,
            on,
            by,
            title,
            children: words.map((line) => (
              <p className="timeline__text" key={line}>
                {line}
              </p>
            )),
          }))}
        />
      </Section>
    </Page>
  );
}

type SourcesProps = Pick<Awaited<ReturnType<typeof loader>>, 'section' | 'sectionName' | 'source'>;

function Sources({ section, sectionName, source }: SourcesProps) {
  return (
    <dl className="sources">
      <dt>Rests on</dt>
      <dd>
        {section ? (
          <a href={`/offer/${section.topic}`}>{sectionName}</a>
        ) : (
          `${sectionName}, which is not in the school’s offer`
        )}
      </dd>
      <dt>Comes from</dt>
      <dd>{source}</dd>
    </dl>
  );
}
