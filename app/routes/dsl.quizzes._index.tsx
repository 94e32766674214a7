import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { AboutIndices, QuestionLooks } from '#app/components/question-looks.tsx';
import { QuizTable } from '#app/components/quiz-table.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { TalkList } from '#app/components/talk-list.tsx';
import { TopicBars } from '#app/components/topic-bars.tsx';
import { YearLinks } from '#app/components/year-links.tsx';
import { listWaitingPoints, pointsOfQuestions } from '#app/data/briefing.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { bankFigures } from '#app/data/question-figures.ts';
import { quizNeeds } from '#app/data/quiz-needs.ts';
import { firstHandedInOn } from '#app/data/quiz-results.ts';
import { quizYear } from '#app/data/quiz-year.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { may } from '#app/domain/permissions.ts';
import { lookShown } from '#app/domain/quiz/look-shown.ts';
import { type Period, periodInWords, yearsSince } from '#app/domain/quiz/period.ts';
import { deservingLook } from '#app/domain/quiz/question-figures.ts';
import { figuresOf } from '#app/domain/quiz/results.ts';
import { weakestFirst } from '#app/domain/quiz/topic-figures.ts';
import { topicShown } from '#app/domain/quiz/topic-words.ts';
import { failedWords, quizzesAnswer } from '#app/domain/quiz/year-words.ts';
import { isRetired } from '#app/domain/versions.ts';
import { sentenceCase } from '#app/domain/words.ts';
import { parseQuestionPoint } from '#app/forms/briefing.ts';
import { doneWords } from '#app/forms/done.ts';
import { inPeriod, readPeriod } from '#app/forms/quiz-view.ts';
import { addQuestionPoint } from '#app/operations/briefing-points.ts';

/** More would not be looked at: the others stand in the list of all questions. */
const LOOKS_SHOWN = 8;

const DONE = {
  added: 'The quiz is set.',
  retired: 'The quiz is retired.',
  again: 'The quiz is offered again.',
  pointed: 'The question is on the list for the next briefing.',
};

export const meta = titled('Quizzes');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-quizzes');
  const query = new URL(args.request.url).searchParams;
  const period = readPeriod(query, visit.today);
  const { quizzes, topics } = quizYear(visit.database, visit.school.id, period);
  const talks = period.isCurrent ? talksShown(visit) : [];
  const lines = quizzes.map(({ quiz, results }) => ({
    id: quiz.id,
    title: quiz.title,
    isRetired: isRetired(quiz, visit.today),
    href: inPeriod(`/dsl/quizzes/${quiz.id}`, period),
    figures: figuresOf(results),
    first: results.first,
    attempts: results.attempts,
  }));
  const waiting = listWaitingPoints(visit.database, visit.school.id).length;
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, query),
    answer: quizzesAnswer(period, lines, talks),
    period,
    years: yearsSince(firstHandedInOn(visit.database, visit.school.id), visit.today),
    today: visit.today,
    lines,
    talks,
    topics: weakestFirst(topics).map(topicShown),
    ...looksOf(visit),
    waiting,
    mayChange: may(visit.roles, 'change-quizzes'),
  };
}

function talksShown({ database, school, today, personId }: SchoolVisit) {
  const { policy, people } = schoolFacts(database, school.id);
  const apart = namesApart(people, policy.appointmentKinds, today);
  return quizNeeds(database, school.id, today).talks.map((talk) => ({
    personId: talk.person.id,
    name: nameApart(talk.person.name, apart.get(talk.person.id)),
    quizId: talk.quiz.id,
    failed: failedWords(talk.quiz.title, talk),
    isOwn: talk.person.id === personId,
  }));
}

function looksOf({ database, school, today }: SchoolVisit) {
  const all = deservingLook(bankFigures(database, school.id, today));
  const points = pointsOfQuestions(database, school.id);
  const looks = all.slice(0, LOOKS_SHOWN).map((figured) => ({
    ...lookShown(figured, points.get(figured.question.id)),
    formKey: newFormKey(),
  }));
  return { looks, looksInAll: all.length };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const form = await args.request.formData();
  const parsed = parseQuestionPoint(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await addQuestionPoint(actOf(visit, form), parsed.command);
    return redirect('/dsl/quizzes?done=pointed', 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function QuizzesPage() {
  const view = useLoaderData<typeof loader>();
  const { shell, done, answer, period, lines, talks, mayChange } = view;
  return (
    <Page
      title="Quizzes"
      shell={shell}
      answer={answer}
      notification={done}
      errors={useActionData<typeof action>()?.errors}
      width="wide"
    >
      <Ways waiting={view.waiting} mayChange={mayChange} />
      {talks.length > 0 ? (
        <Section title="To talk with">
          <TalkList talks={talks} mayNote={mayChange} />
        </Section>
      ) : null}
      <Section title="The quizzes">
        {lines.length > 0 ? (
          <>
            <p className="soft quizzes__note">
              {sentenceCase(periodInWords(period))}, of those in post{' '}
              {period.isCurrent ? 'today' : 'on the last day'} for whom the quiz is and who are not
              on long absence. Practice counts for nothing.
            </p>
            <QuizTable quizzes={lines} caption="How each quiz went" />
          </>
        ) : (
          <NoQuizzes period={period} mayChange={mayChange} />
        )}
        <YearLinks years={view.years} shown={period.year} today={view.today} path="/dsl/quizzes" />
      </Section>
      <Topics topics={view.topics} />
      <Looks view={view} />
    </Page>
  );
}

function Ways({ waiting, mayChange }: { waiting: number; mayChange: boolean }) {
  return (
    <ButtonGroup>
      <ButtonLink href="/dsl/briefing" kind="secondary">
        {waiting > 0 ? `For the next briefing: ${waiting}` : 'For the next briefing'}
      </ButtonLink>
      <ButtonLink href="/dsl/questions" kind="secondary">
        The bank of questions
      </ButtonLink>
      {mayChange ? (
        <ButtonLink href="/dsl/quizzes/new" kind="secondary">
          Set a quiz
        </ButtonLink>
      ) : null}
    </ButtonGroup>
  );
}

function NoQuizzes({ period, mayChange }: { period: Period; mayChange: boolean }) {
  if (!period.isCurrent) {
    return (
      <EmptyState title="Nothing was handed in that year" headingLevel={3}>
        <p className="govuk-body">
          <a href="/dsl/quizzes">See this academic year</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There are no quizzes yet" headingLevel={3}>
      <p className="govuk-body">
        A quiz draws a few questions from the bank and shows what staff know and what they do not.{' '}
        {mayChange ? <a href="/dsl/quizzes/new">Set the first quiz</a> : null}
      </p>
    </EmptyState>
  );
}

function Topics({ topics }: Pick<View, 'topics'>) {
  return (
    <Section title="Weakest topics">
      {topics.length > 0 ? (
        <>
          <p className="soft quizzes__note">
            Right answers of all that were asked, in each person’s first attempt of the academic
            year at each quiz; the weakest topic first.
          </p>
          <TopicBars topics={topics} />
        </>
      ) : (
        <p className="govuk-body">They show when somebody has handed in a quiz.</p>
      )}
    </Section>
  );
}

function Looks({ view: { looks, looksInAll, mayChange } }: { view: View }) {
  return (
    <Section
      title="Questions that deserve a look"
      links={[{ href: '/dsl/quizzes/questions', label: 'All questions with their figures' }]}
    >
      {looks.length > 0 ? (
        <>
          <p className="soft quizzes__note">
            Most people miss them, or those who know the rest do no better. Either it is not known,
            and belongs in a briefing, or it is asked badly.
            {looksInAll > looks.length ? ` ${looks.length} of ${looksInAll} are shown.` : null}
          </p>
          <QuestionLooks looks={looks} mayAdd={mayChange} />
        </>
      ) : (
        <p className="govuk-body">
          None so far. A question is judged when ten people have answered it in a first attempt.
        </p>
      )}
      <AboutIndices />
    </Section>
  );
}
