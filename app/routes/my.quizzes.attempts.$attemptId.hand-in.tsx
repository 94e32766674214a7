import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireAttemptAt } from '#app/auth/attempt-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, requireOwnVisit } from '#app/auth/visit.ts';
import { AttemptHandIn } from '#app/components/attempt-hand-in.tsx';
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
  return {
    shell: shellOf(visit),
    caption: attempt.quizTitle,
    answer: handInAnswer(questions.map(({ progress }) => progress)),
    address,
    token: attempt.submitToken,
    isPractice: attempt.kind === 'practice',
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
    const { isFirst } = await submitAttempt(actOf(visit), { personId, attemptId, token });
    return redirect(`/my/quizzes/attempts/${attemptId}${isFirst ? '' : '?note=again'}`, 303);
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
      <AttemptHandIn {...page} />
    </Page>
  );
}
