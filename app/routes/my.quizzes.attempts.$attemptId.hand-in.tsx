import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { outdatedShown, requireAttemptAt } from '#app/auth/attempt-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, requireOwnVisit } from '#app/auth/visit.ts';
import { AttemptHandIn } from '#app/components/attempt-hand-in.tsx';
import { AttemptOutdated } from '#app/components/attempt-outdated.tsx';
import type { Answered } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { handInAnswer } from '#app/domain/quiz/result-words.ts';
import { progressOf } from '#app/domain/quiz/shown.ts';
import { parseHandIn } from '#app/forms/attempt.ts';
import { submitAttempt } from '#app/operations/submit-attempt.ts';

export const meta = titled('Check and hand in');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const attempt = requireAttemptAt(args, visit);
  const address = `/my/quizzes/attempts/${attempt.id}`;
  if (attempt.submittedAt !== null) throw redirect(address, 303);
  const questions = attempt.questions.map((question) => ({
    position: question.position,
    text: question.revision.text,
    progress: progressOf(question),
  }));
  const outdated = outdatedShown(visit, attempt);
  return {
    shell: shellOf(visit),
    caption: attempt.quizTitle,
    answer: handInAnswer(questions.map(({ progress }) => progress)),
    address,
    token: attempt.submitToken,
    outdated,
    isPractice: attempt.kind === 'practice' || outdated !== null,
    questions,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { id: attemptId } = requireAttemptAt(args, visit);
  const parsed = parseHandIn(await args.request.formData());
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { personId } = visit;
    const { token } = parsed.command;
    const submitted = await submitAttempt(actOf(visit), { personId, attemptId, token });
    const note = submitted.isFirst ? submitted.outdated : 'again';
    return redirect(`/my/quizzes/attempts/${attemptId}${note ? `?note=${note}` : ''}`, 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function HandInPage() {
  const page = useLoaderData<typeof loader>();
  const answered: Answered = useActionData<typeof action>();
  return (
    <Page
      title="Check and hand in"
      shell={page.shell}
      caption={page.caption}
      back={{ href: '/my/quizzes', label: 'Stop for now: your answers are kept' }}
      answer={page.answer}
      errors={answered?.errors}
    >
      <AttemptOutdated outdated={page.outdated} />
      <AttemptHandIn {...page} />
    </Page>
  );
}
