import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireOwnFacts } from '#app/auth/attempt-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireOwnVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { OwnQuizCard } from '#app/components/own-quiz.tsx';
import { Page } from '#app/components/page.tsx';
import { PastAttempts } from '#app/components/past-attempts.tsx';
import { titled } from '#app/components/shell.ts';
import { type ListedAttempt, listAttempts } from '#app/data/attempts.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { outdatedAttempts } from '#app/data/open-attempts.ts';
import { listQuizzes, type SchoolQuiz } from '#app/data/quizzes.ts';
import { leadsInWords, leadsOf } from '#app/domain/leads.ts';
import { ownOf } from '#app/domain/own.ts';
import { completedBy } from '#app/domain/quiz/completable.ts';
import {
  attemptInWords,
  isForPerson,
  ownQuizzesAnswer,
  takingOf,
} from '#app/domain/quiz/own-quizzes.ts';
import { lengthOf } from '#app/domain/quiz/quiz.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { type Standing, standingsOf } from '#app/domain/standing.ts';
import type { Policy } from '#app/domain/types.ts';

export const meta = titled('My quizzes');

/** So many past attempts are shown before all of them are asked for. */
const LATEST = 10;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { database, school, today, personId } = visit;
  const person = requireOwnFacts(visit);
  const { policy, people } = schoolFacts(database, school.id);
  const standings = standingsOf(policy, person, today);
  const attempts = listAttempts(database, personId);
  const outdated = outdatedAttempts(database, school.id, personId, today);
  const quizzes = listQuizzes(database, school.id, today)
    .filter((quiz) => isForPerson(quiz, person, today))
    .map((quiz) => ({
      ...quizShown(quiz),
      ...completesShown(policy, standings, completedBy(quiz, policy.requirements, today)?.id),
      taking: takingOf(
        quiz,
        attempts.filter(({ quizId }) => quizId === quiz.id),
        outdated,
        today,
      ),
    }));
  const isAll = new URL(args.request.url).searchParams.get('past') === 'all';
  return {
    shell: shellOf(visit),
    answer: quizzes.length > 0 ? ownQuizzesAnswer(quizzes) : null,
    quizzes,
    past: attempts.slice(0, isAll ? undefined : LATEST).map(pastShown),
    pastCount: attempts.length,
    leads: leadsInWords(leadsOf(people, today, personId)),
  };
}

export default function MyQuizzes() {
  const { shell, answer, quizzes, past, pastCount, leads } = useLoaderData<typeof loader>();
  return (
    <Page
      title="My quizzes"
      shell={shell}
      back={{ href: '/my', label: 'Back to my training' }}
      answer={answer}
    >
      {quizzes.length === 0 ? (
        <EmptyState title="There is no quiz for you yet">
          <p className="govuk-body">
            Quizzes are set by the designated safeguarding lead. If you expected one, ask {leads}.
          </p>
        </EmptyState>
      ) : null}
      {quizzes.map((quiz) => (
        <OwnQuizCard key={quiz.id} quiz={quiz} />
      ))}
      <PastAttempts past={past} count={pastCount} allHref="/my/quizzes?past=all" />
    </Page>
  );
}

function quizShown({ id, title, about, passMark, allowsPractice, parts }: SchoolQuiz) {
  return { id, title, about, passMark, allowsPractice, length: lengthOf({ parts }) };
}

/** What a pass completes, as it stands today, and whether that is to do now. */
function completesShown(policy: Policy, standings: Standing[], completedId: number | undefined) {
  const standing = standings.find(({ requirement }) => requirement.id === completedId);
  if (!standing) return { completes: null, isDue: false };
  const { requirement, status } = standing;
  const completes = { name: requirement.name, status, sentence: sentenceOf(policy, standing) };
  return { completes, isDue: ownOf([standing]).toDo.length > 0 };
}

function pastShown(attempt: ListedAttempt) {
  const { id, quizTitle: title, hasCertificate } = attempt;
  return { id, title, hasCertificate, words: attemptInWords(attempt) };
}
