import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { answeringOf, requireQuestionAt, whyNotHere } from '#app/auth/reading-question-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { InsetText } from '#app/components/content.tsx';
import { type GivenBack, givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { Asked } from '#app/components/reading-questions.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { typedValues } from '#app/forms/fields.ts';
import { parseReadingAnswer } from '#app/forms/reading.ts';
import { answerReadingQuestion } from '#app/operations/answer-reading-question.ts';

export const meta = titled('A question about what is read');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-publications');
  const question = requireQuestionAt(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    question,
    whyNot: whyNotHere(visit, question),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-publications');
  const { id: questionId } = requireQuestionAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseReadingAnswer(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const answered = { questionId, ...parsed.command };
    await answerReadingQuestion(actOf(visit, form), answered, answeringOf(visit));
    return redirect('/dsl/publications/questions?done=answered', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function ReadingQuestionPage() {
  const { shell, formKey, question, whyNot } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  const { person, edition, answer } = question;
  return (
    <Page
      title={`A question about ${edition}`}
      caption={person.name}
      shell={shell}
      back={{ href: '/dsl/publications/questions', label: 'Back to all questions' }}
      errors={form.errors}
    >
      <Asked question={question} isLeads />
      {answer === null && whyNot === null ? (
        <AnswerForm formKey={formKey} form={form} name={person.name} />
      ) : null}
      {answer === null && whyNot !== null ? <InsetText>{whyNot}</InsetText> : null}
    </Page>
  );
}

function AnswerForm(props: { formKey: string; form: GivenBack; name: string }) {
  const { formKey, form, name } = props;
  return (
    <form method="post">
      <FormKey value={formKey} />
      <Textarea
        name="answer"
        label="Your answer"
        hint={`${name} reads it on their own page. It is kept as it is. Never write anything about a child here.`}
        value={form.value('answer')}
        errors={form.errors}
        maxLength={2000}
        rows={5}
      />
      <Button>Send the answer</Button>
    </form>
  );
}
