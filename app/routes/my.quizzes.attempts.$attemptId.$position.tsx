import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { outdatedShown, requireAttemptAt } from '#app/auth/attempt-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, parseId, requireOwnVisit } from '#app/auth/visit.ts';
import { AttemptOutdated } from '#app/components/attempt-outdated.tsx';
import { AttemptQuestion } from '#app/components/attempt-question.tsx';
import { Page } from '#app/components/page.tsx';
import { titleOf } from '#app/components/shell.ts';
import type { WholeAttempt } from '#app/data/attempts.ts';
import { asShown, progressOf, shownQuestion } from '#app/domain/quiz/shown.ts';
import { answerValues, parseAnswer, type Way } from '#app/forms/answer.ts';
import { saveAnswer } from '#app/operations/save-answer.ts';

type Loaded = Awaited<ReturnType<typeof loader>>;

export function meta({ data }: { data?: Loaded }) {
  return [{ title: titleOf(data?.title ?? 'Question', data?.shell.schoolName) }];
}

/** Nothing of a question leaves here that tells the answer: neither what is right nor why. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const attempt = requireAttemptAt(args, visit);
  const { position, drawn, answer } = requireQuestion(attempt, args.params.position);
  if (attempt.submittedAt !== null) throw redirect(addressOf(attempt.id), 303);
  const count = attempt.questions.length;
  return {
    shell: shellOf(visit),
    title: `Question ${position} of ${count}`,
    caption: captionOf(attempt),
    outdated: outdatedShown(visit, attempt),
    position,
    progress: attempt.questions.map(progressOf),
    question: shownQuestion(drawn),
    values: answerValues(answer && asShown(drawn, answer)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { personId } = visit;
  const attempt = requireAttemptAt(args, visit);
  const { position, drawn } = requireQuestion(attempt, args.params.position);
  const home = addressOf(attempt.id);
  const form = await args.request.formData();
  const parsed = parseAnswer(form, shownQuestion(drawn), attempt.questions.length);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { way, given } = parsed.command;
  const answer = { personId, attemptId: attempt.id, position, given };
  const { isSaved } = await saveAnswer(actOf(visit), answer);
  if (!isSaved) return redirect(`${home}?note=late`, 303);
  return redirect(nextAddress(attempt, position, way), 303);
}

export default function QuestionPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title={page.title}
      shell={page.shell}
      caption={page.caption}
      back={{ href: '/my/quizzes', label: 'My quizzes' }}
      errors={answered?.errors}
    >
      <AttemptOutdated outdated={page.outdated} />
      <AttemptQuestion
        question={page.question}
        values={answered?.values ?? page.values}
        errors={answered?.errors}
        position={page.position}
        progress={page.progress}
      />
    </Page>
  );
}

/** The question that the address names. Throws 404 where the attempt has no such. */
function requireQuestion({ questions, seed }: WholeAttempt, param: string | undefined) {
  const position = parseId(param);
  const question = questions.find((one) => one.position === position);
  if (!question) throw notFound();
  const { revision, answer } = question;
  return { position, drawn: { revision, seed }, answer };
}

function addressOf(attemptId: number): string {
  return `/my/quizzes/attempts/${attemptId}`;
}

function captionOf({ quizTitle, kind }: WholeAttempt): string {
  return kind === 'practice' ? `${quizTitle}: practice` : quizTitle;
}

/** After the last question comes handing in; before the first there is nothing. */
function nextAddress({ id, questions }: WholeAttempt, position: number, way: Way): string {
  if (way === 'stop') return '/my/quizzes';
  if (way === 'hand-in') return `${addressOf(id)}/hand-in`;
  if (way === 'back') return `${addressOf(id)}/${Math.max(1, position - 1)}`;
  const to = way === 'next' ? position + 1 : way;
  return `${addressOf(id)}/${to > questions.length ? 'hand-in' : to}`;
}
