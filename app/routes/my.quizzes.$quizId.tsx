import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireQuizAt } from '#app/auth/attempt-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, requireOwnVisit } from '#app/auth/visit.ts';
import { AttemptStart } from '#app/components/attempt-start.tsx';
import type { Answered } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { titleOf } from '#app/components/shell.ts';
import { listAttempts } from '#app/data/attempts.ts';
import { readBank } from '#app/data/bank.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { outdatedAttempts } from '#app/data/open-attempts.ts';
import type { SchoolQuiz } from '#app/data/quizzes.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { drawableOf, mostMustPass } from '#app/domain/quiz/bank.ts';
import { completedBy } from '#app/domain/quiz/completable.ts';
import { takingOf } from '#app/domain/quiz/own-quizzes.ts';
import { lengthOf } from '#app/domain/quiz/quiz.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { standingOf } from '#app/domain/standing.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import { parseStart } from '#app/forms/attempt.ts';
import { startAttempt } from '#app/operations/start-attempt.ts';

export function meta({ data }: { data?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: titleOf(data?.quiz.title ?? 'Quiz', data?.shell.schoolName) }];
}

type OwnVisit = Awaited<ReturnType<typeof requireOwnVisit>>;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { database, school, personId, today } = visit;
  const { quiz, person } = requireQuizAt(args, visit);
  const attempts = listAttempts(database, personId);
  return {
    shell: shellOf(visit),
    quiz: {
      title: quiz.title,
      about: quiz.about,
      length: lengthOf(quiz),
      passMark: quiz.passMark,
      hasMustPass: mostMustPass(quiz.parts, drawableOf(readBank(database, school.id))) > 0,
      topics: quiz.parts.map(({ topic, count }) => ({ label: topicLabel(topic), count })),
      allowsPractice: quiz.allowsPractice,
    },
    completes: completesOn(visit, person, quiz),
    taking: takingOf(
      quiz,
      attempts.filter(({ quizId }) => quizId === quiz.id),
      outdatedAttempts(database, school.id, personId, today),
      today,
    ),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { quiz } = requireQuizAt(args, visit);
  const parsed = parseStart(await args.request.formData());
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { kind } = parsed.command;
  try {
    const { personId } = visit;
    // No key: whoever comes back to this page means a new attempt, and an open one is gone on with.
    const { attemptId } = await startAttempt(actOf(visit), { personId, quizId: quiz.id, kind });
    return redirect(`/my/quizzes/attempts/${attemptId}`, 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function QuizPage() {
  const { shell, quiz, completes, taking } = useLoaderData<typeof loader>();
  const answered: Answered = useActionData<typeof action>();
  return (
    <Page
      title={quiz.title}
      shell={shell}
      back={{ href: '/my/quizzes', label: 'Back to my quizzes' }}
      errors={answered?.errors}
    >
      <AttemptStart quiz={quiz} completes={completes} taking={taking} />
    </Page>
  );
}

/** What a pass completes, as it stands today. */
function completesOn({ database, school, today }: OwnVisit, person: PersonFacts, quiz: SchoolQuiz) {
  const policy = schoolPolicy(database, school.id);
  const requirement = completedBy(quiz, policy.requirements, today);
  if (!requirement) return null;
  const standing = standingOf(policy, person, requirement, today);
  return {
    name: requirement.name,
    status: standing.status,
    sentence: sentenceOf(policy, standing),
  };
}
