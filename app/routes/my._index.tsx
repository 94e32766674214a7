import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireOwnVisit } from '#app/auth/visit.ts';
import { Arranged } from '#app/components/arranged.tsx';
import { Carriable } from '#app/components/carriable.tsx';
import { ComingSessions } from '#app/components/coming-sessions.tsx';
import { EmptyState, InsetText } from '#app/components/content.tsx';
import { HistoryPart } from '#app/components/history-part.tsx';
import { QuietEvidence } from '#app/components/own-evidence.tsx';
import { AnswersTold, ReadAgain } from '#app/components/own-reading.tsx';
import { OwnThings, TakeQuiz, WaitingThings, WhoAsks } from '#app/components/own-things.tsx';
import { OwnWeeks } from '#app/components/own-weeks.tsx';
import { Page } from '#app/components/page.tsx';
import { QuietThings } from '#app/components/quiet-things.tsx';
import { titled } from '#app/components/shell.ts';
import { listComingBookings } from '#app/data/bookings.ts';
import { checkQueue } from '#app/data/checks.ts';
import { listDeclarations } from '#app/data/declarations.ts';
import { findPersonFacts, schoolFacts } from '#app/data/facts.ts';
import { ownHistoryOf } from '#app/data/history.ts';
import { listOwnMopUps } from '#app/data/mop-ups.ts';
import { listPublicationsShown } from '#app/data/publications.ts';
import { listQuizzes, type SchoolQuiz } from '#app/data/quizzes.ts';
import { listReadingQuestionsOf } from '#app/data/reading-questions.ts';
import { listComingSessions } from '#app/data/session-lines.ts';
import { firstWeeksOfPerson } from '#app/data/starters.ts';
import { takesHandIns } from '#app/domain/evidence/hand-in.ts';
import type { Waiting } from '#app/domain/evidence/queue.ts';
import { justHandedInWords, whereItStands } from '#app/domain/evidence/where-it-stands.ts';
import { type HistoryEntry, latestOf } from '#app/domain/history.ts';
import { openWeeksWords } from '#app/domain/induction-list/words.ts';
import { leadsInWords, leadsOf } from '#app/domain/leads.ts';
import { ownAnswer, ownOf } from '#app/domain/own.ts';
import { answeredLately } from '#app/domain/publications/reading-questions.ts';
import { type ReadingThing, readingThing } from '#app/domain/publications/reading-thing.ts';
import { completedBy } from '#app/domain/quiz/completable.ts';
import { isForPerson } from '#app/domain/quiz/own-quizzes.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { arrangedAnswer, arrangedOf } from '#app/domain/sessions/arranged.ts';
import { type Standing, standingsOf } from '#app/domain/standing.ts';
import type { Policy } from '#app/domain/types.ts';
import { counted } from '#app/domain/words.ts';
import { doneWords } from '#app/forms/done.ts';
import { readJustHandedIn } from '#app/forms/hand-in.ts';
import { listCarriable } from '#app/operations/carry-over-completion.ts';

export const meta = titled('My training');

const DONE: Record<string, string> = {
  booked: 'The booking is noted. Your designated safeguarding lead sees it too.',
  cancelled: 'The booking is taken off.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { database, school, today } = visit;
  const person = findPersonFacts(database, school.id, visit.personId);
  if (!person) throw notFound();
  const { policy, people } = schoolFacts(database, school.id);
  const own = ownOf(standingsOf(policy, person, today));
  const bookings = listComingBookings(database, person.id, today);
  const quizzes = listQuizzes(database, school.id, today).filter((quiz) =>
    isForPerson(quiz, person, today),
  );
  const history = ownHistoryOf(database, person.id);
  const queue = checkQueue(database, school.id, today);
  const publications = listPublicationsShown(database, school.id);
  const declarations = listDeclarations(database, person.id);
  const known = { policy, person, publications, declarations };
  const shown = (standings: Standing[]) =>
    standings.map((one) => ({
      ...thingShown(policy, one, bookings, quizzes, readingThing(known, one)),
      ...evidenceShown(one, history, queue),
    }));
  const missed = listOwnMopUps(database, school.id, { policy, person }, today);
  const arranged = arrangedOf(policy, missed);
  const query = new URL(args.request.url).searchParams;
  return {
    shell: shellOf(visit),
    answer: [ownAnswer(own), arrangedAnswer(arranged)].filter(Boolean).join(' '),
    notification: doneWords(DONE, query) ?? handedInWords(query, history, queue),
    arranged,
    // What is arranged for them stands under its own heading already.
    sessions: listComingSessions(database, school.id, { policy, person }, today).filter(
      ({ sessionId }) => !arranged.some((one) => one.sessionId === sessionId),
    ),
    weeks: openWeeksWords(firstWeeksOfPerson(database, school.id, person, today), today),
    answers: answeredLately(listReadingQuestionsOf(database, person.id), today),
    toDo: shown(own.toDo),
    waiting: shown(own.waiting),
    comingUp: shown(own.comingUp),
    inDate: shown(own.inDate),
    lookedAtBy: leadsInWords(leadsOf(people, today, person.id)),
    quizzes: quizzes.length,
    carriable: listCarriable(database, { schoolId: school.id, personId: person.id, today }).length,
    history: latestOf(history, query.get('history') === 'all'),
  };
}

export default function MyTraining() {
  const page = useLoaderData<typeof loader>();
  const { toDo, waiting, comingUp, inDate } = page;
  const isNothing = [toDo, waiting, comingUp, inDate].every(({ length }) => length === 0);
  return (
    <Page
      title="My training"
      shell={page.shell}
      answer={page.answer}
      notification={page.notification}
    >
      {isNothing ? (
        <EmptyState title="Nothing is asked of you yet">
          <p className="govuk-body">
            If you expected something here, ask {page.lookedAtBy}, to look at your appointments.
          </p>
        </EmptyState>
      ) : null}
      <AnswersTold questions={page.answers} />
      <Arranged arranged={page.arranged} />
      <OwnWeeks words={page.weeks} />
      <OwnThings title="Do now" things={toDo} />
      {toDo.length > 0 ? <HandIn to={page.lookedAtBy} /> : null}
      <WaitingThings things={waiting} />
      <Carriable
        n={page.carriable}
        which="that you did at your other school"
        href="/my/carry-over"
      />
      <ComingSessions sessions={page.sessions} />
      <QuietThings
        title="Coming up"
        things={comingUp}
        actionsOf={(thing) => (
          <>
            <TakeQuiz thing={thing} />
            <QuietEvidence thing={thing} label="I have done it already: hand it in" />
          </>
        )}
      />
      <QuietThings
        title="In date"
        things={inDate}
        actionsOf={(thing) => (
          <>
            <ReadAgain thing={thing} />
            <QuietEvidence thing={thing} label="Hand in a newer one" />
          </>
        )}
      >
        <WhoAsks things={inDate} />
      </QuietThings>
      <Quizzes n={page.quizzes} />
      <HistoryPart
        title="Past"
        history={page.history}
        none="Nothing is recorded for you yet."
        allHref="/my?history=all"
      >
        {page.history.count > 0 ? (
          <p className="govuk-body no-print">
            <a className="govuk-link" href="/my/history.csv">
              Download your history as CSV
            </a>
          </p>
        ) : null}
      </HistoryPart>
    </Page>
  );
}

/** What to do with the paper, or with the news, once a thing is done. */
function HandIn({ to }: { to: string }) {
  return (
    <InsetText>
      <strong>Done one of these?</strong> Hand it in with a photograph of the certificate, or say
      that there is none. It is looked at by {to}. What counts only when it is done here, they
      enter.
    </InsetText>
  );
}

/** The way to all quizzes that are for them, due or not. */
function Quizzes({ n }: { n: number }) {
  if (n === 0) return null;
  return (
    <p className="govuk-body no-print">
      <a className="govuk-link" href="/my/quizzes">
        {counted(n, 'quiz', 'quizzes')} for you
      </a>
      , to refresh what you know or to practise.
    </p>
  );
}

type Booked = ReturnType<typeof listComingBookings>;

function thingShown(
  policy: Policy,
  standing: Standing,
  bookings: Booked,
  quizzes: readonly SchoolQuiz[],
  reading: ReadingThing | null,
) {
  const { requirement, status, booked } = standing;
  return {
    id: requirement.id,
    name: requirement.name,
    status,
    sentence: sentenceOf(policy, standing),
    whatCounts: requirement.whatCounts,
    whereToGo: requirement.whereToGo,
    bookedOn: booked?.on ?? null,
    isWaiting: standing.awaitingCheck !== null,
    basis: standing.line?.basis ?? null,
    quiz: quizFor(quizzes, standing),
    isRead: standing.line?.cycle.kind === 'edition',
    reading,
    bookings: bookings.filter(({ requirementId }) => requirementId === requirement.id),
  };
}

/** Where one hands something in for it, and where that stands which was. */
function evidenceShown(standing: Standing, history: HistoryEntry[], queue: Waiting[]) {
  const { requirement, completion, on } = standing;
  const { id: requirementId } = requirement;
  const restsOn = completion?.id ?? null;
  return {
    handInHref: takesHandIns(requirement, on) ? `/my/hand-in?requirement=${requirementId}` : null,
    stands: whereItStands({ requirementId, restsOn, history, queue, on }),
  };
}

function handedInWords(query: URLSearchParams, history: HistoryEntry[], queue: Waiting[]) {
  const id = readJustHandedIn(query);
  const entry = history.find((one) => one.id === id && one.isHandedIn);
  return entry ? justHandedInWords(entry, queue) : null;
}

/** The quiz whose pass completes this today. */
function quizFor(quizzes: readonly SchoolQuiz[], { requirement, on }: Standing) {
  const quiz = quizzes.find((one) => completedBy(one, [requirement], on) !== null);
  return quiz ? { href: `/my/quizzes/${quiz.id}`, title: quiz.title } : null;
}
