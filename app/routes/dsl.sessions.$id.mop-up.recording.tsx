import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { mopUpHome, requireMopUpAt } from '#app/auth/mop-up-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { Select } from '#app/components/select.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import { listQuizzes } from '#app/data/quizzes.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseRecording } from '#app/forms/mop-up.ts';
import { setRecording } from '#app/operations/set-recording.ts';

export const meta = titled('The recording');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const mopUp = requireMopUpAt(args, visit);
  const { title, recordingLink } = mopUp.session;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title,
    home: mopUpHome(mopUp),
    recordingLink,
    quiz: mopUp.quiz ? String(mopUp.quiz.id) : null,
    quizzes: listQuizzes(visit.database, visit.school.id, visit.today).map((quiz) => {
      return { value: String(quiz.id), label: quiz.title };
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const mopUp = requireMopUpAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseRecording(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const sessionId = mopUp.session.id;
    await setRecording(actOf(visit, form), { sessionId, ...parsed.command });
    return redirect(`${mopUpHome(mopUp)}?done=recording`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function RecordingPage() {
  const page = useLoaderData<typeof loader>();
  const { recordingLink, quiz } = page;
  const form = givenBack(useActionData<typeof action>(), { recordingLink, quiz });
  return (
    <QuestionPage
      title="The recording"
      caption={page.title}
      shell={page.shell}
      back={{ href: page.home, label: 'Back to who missed it' }}
      formKey={page.formKey}
      errors={form.errors}
      button="Save"
      lead={
        <p className="govuk-body">
          For those who missed the session. They find the link on their own page; the quiz shows
          that they understood it, and a pass completes what the session credits.
        </p>
      }
    >
      <TextInput
        name="recordingLink"
        label="Where the recording is"
        hint="A link that staff can open, beginning with https://. Empty where there is none."
        value={form.value('recordingLink')}
        errors={form.errors}
        type="text"
        spellCheck={false}
        maxLength={500}
      />
      <Select
        name="quiz"
        label="The quiz that goes with it"
        options={page.quizzes}
        value={form.value('quiz')}
        empty="None"
        errors={form.errors}
      />
    </QuestionPage>
  );
}
