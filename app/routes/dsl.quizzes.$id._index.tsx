import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { parseId, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { InsetText, SummaryList } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import {
  FailedPeople,
  OtherPeople,
  PassedPeople,
  UntriedPeople,
} from '#app/components/quiz-people.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { TalkList } from '#app/components/talk-list.tsx';
import { YearLinks } from '#app/components/year-links.tsx';
import { schoolFacts } from '#app/data/facts.ts';
import { quizNeeds } from '#app/data/quiz-needs.ts';
import { firstHandedInOn } from '#app/data/quiz-results.ts';
import { findQuizResults } from '#app/data/quiz-year.ts';
import { inWords } from '#app/domain/days.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { may } from '#app/domain/permissions.ts';
import { needsOfQuiz } from '#app/domain/quiz/needs-words.ts';
import { yearsSince } from '#app/domain/quiz/period.ts';
import { quizFacts } from '#app/domain/quiz/quiz-words.ts';
import { resultRows } from '#app/domain/quiz/result-rows.ts';
import { figuresOf } from '#app/domain/quiz/results.ts';
import { failedWords, quizAnswer } from '#app/domain/quiz/year-words.ts';
import { isRetired } from '#app/domain/versions.ts';
import { doneWords } from '#app/forms/done.ts';
import { inPeriod, readPeriod } from '#app/forms/quiz-view.ts';

const DONE = { changed: 'The quiz is changed.', talked: 'The talk is noted.' };

export const meta = titled('A quiz and its results');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-quizzes');
  const { database, school, today } = visit;
  const query = new URL(args.request.url).searchParams;
  const period = readPeriod(query, today);
  const found = findQuizResults(database, school.id, parseId(args.params.id), period);
  if (!found) throw notFound();
  const { quiz, results, earlier, talks } = found;
  const { policy, people } = schoolFacts(database, school.id);
  const apart = namesApart(people, policy.appointmentKinds, today);
  const from = { policy, earlier, talks, apart, on: visit.today };
  const rows = resultRows(results.asked, from);
  const home = `/dsl/quizzes/${quiz.id}`;
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, query),
    home,
    title: quiz.title,
    about: quiz.about,
    answer: quizAnswer(period, figuresOf(results)),
    retired: isRetired(quiz, today) && quiz.retiredFrom ? inWords(quiz.retiredFrom) : null,
    needs: needsOfQuiz(quizNeeds(database, school.id, today), quiz.id),
    facts: quizFacts(quiz, policy.appointmentKinds),
    talks: period.isCurrent ? talksShown(visit, quiz, apart) : [],
    failed: rows.filter(({ state }) => state === 'failed'),
    passed: rows.filter(({ state }) => state === 'passed'),
    untried: rows.filter(({ state }) => state === 'not-tried'),
    others: resultRows(results.others, from),
    file: inPeriod(`${home}/results.csv`, period),
    period,
    years: yearsSince(firstHandedInOn(database, school.id), today),
    today,
    mayChange: may(visit.roles, 'change-quizzes'),
  };
}

type Titled = { id: number; title: string };

function talksShown(
  { database, school, today, personId }: SchoolVisit,
  { id, title }: Titled,
  apart: ReadonlyMap<number, string>,
) {
  const due = quizNeeds(database, school.id, today).talks.filter(({ quiz }) => quiz.id === id);
  return due.map((talk) => ({
    personId: talk.person.id,
    name: nameApart(talk.person.name, apart.get(talk.person.id)),
    quizId: id,
    failed: failedWords(title, talk),
    isOwn: talk.person.id === personId,
  }));
}

export default function QuizPage() {
  const view = useLoaderData<typeof loader>();
  const { shell, done, title, answer, retired, needs, talks, mayChange } = view;
  return (
    <Page
      title={title}
      caption="Quiz"
      shell={shell}
      answer={answer}
      notification={done}
      back={{ href: inPeriod('/dsl/quizzes', view.period), label: 'Back to quizzes' }}
      width="wide"
    >
      {retired ? <p className="govuk-body">It has not been offered since {retired}.</p> : null}
      {needs.length > 0 ? (
        <InsetText>
          {needs.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </InsetText>
      ) : null}
      {talks.length > 0 ? (
        <Section title="To talk with">
          <TalkList talks={talks} mayNote={mayChange} />
        </Section>
      ) : null}
      <Results view={view} />
      <Section
        title="What the quiz asks"
        links={
          mayChange
            ? [
                { href: `${view.home}/change`, label: 'Change the quiz' },
                {
                  href: `${view.home}/retire`,
                  label: retired ? 'Offer it again' : 'Retire the quiz',
                },
              ]
            : []
        }
      >
        <p className="govuk-body">{view.about}</p>
        <SummaryList rows={view.facts} />
      </Section>
    </Page>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** By name: who has something to do first, then who passed, then who has not tried. */
function Results({ view }: { view: View }) {
  const { failed, passed, untried, others } = view;
  return (
    <>
      {failed.length > 0 ? (
        <Section title={`Failed and not passed yet: ${failed.length}`}>
          <FailedPeople caption="Failed and not passed yet" rows={failed} />
        </Section>
      ) : null}
      {untried.length > 0 ? (
        <Section title={`Not tried yet: ${untried.length}`}>
          <UntriedPeople rows={untried} />
        </Section>
      ) : null}
      {passed.length > 0 ? (
        <Section title={`Passed: ${passed.length}`}>
          <PassedPeople caption="Passed" rows={passed} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={`In none of these figures: ${others.length}`}>
          <OtherPeople caption="In none of these figures" rows={others} />
        </Section>
      ) : null}
      <p className="govuk-body no-print">
        <a className="govuk-link" href={view.file}>
          Download the results as CSV
        </a>
      </p>
      <YearLinks years={view.years} shown={view.period.year} today={view.today} path={view.home} />
    </>
  );
}
