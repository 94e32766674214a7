import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSectionAt } from '#app/auth/offer-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { countCitingQuestions, NO_QUESTIONS } from '#app/data/offer-questions.ts';
import { inWords } from '#app/domain/days.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseSectionRetirement } from '#app/forms/offer.ts';
import { bringSectionBack, retireSection } from '#app/operations/retire-section.ts';

export const meta = titled('Retire a section');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { id, topic, published, draft, retiredFrom } = requireSectionAt(args, visit);
  const { inUse } =
    countCitingQuestions(visit.database, visit.school.id).get(topic) ?? NO_QUESTIONS;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    home: `/dsl/offer/${id}`,
    title: (published ?? draft)?.title ?? topicLabel(topic),
    retired: retiredFrom && inWords(retiredFrom),
    questions: inUse > 0 ? sentenceCase(counted(inUse, 'question', 'questions')) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { id: sectionId } = requireSectionAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseSectionRetirement(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { why } = parsed.command;
  try {
    if (why === null) await bringSectionBack(actOf(visit, form), { sectionId });
    else await retireSection(actOf(visit, form), { sectionId, why });
    const done = why === null ? 'back' : 'retired';
    return redirect(`/dsl/offer/${sectionId}?done=${done}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function RetireSectionPage() {
  const { shell, formKey, home, title, retired, questions } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  const page = { shell, formKey, caption: title, errors: form.errors };
  const back = { href: home, label: `Back to ${title}` };
  if (retired) {
    return (
      <QuestionPage
        {...page}
        title="Bring this section back?"
        back={back}
        button="Bring it back"
        lead={
          <p className="govuk-body">
            It has not been part of the offer since {retired}. Brought back, everybody reads again
            what it said last, with the days of then.
          </p>
        }
      >
        <input type="hidden" name="act" value="bring-back" />
      </QuestionPage>
    );
  }
  return (
    <QuestionPage
      {...page}
      title="Retire this section?"
      back={back}
      button="Retire it"
      isRemoval
      lead={
        <>
          <p className="govuk-body">
            From today nobody reads or finds it. What it said is kept, and you can bring it back.
          </p>
          {questions ? (
            <p className="govuk-body">
              {questions} in use cite it, and will not be asked until somebody has looked at them
              under <a href="/dsl/questions?state=check-me">Questions</a>.
            </p>
          ) : null}
        </>
      }
    >
      <input type="hidden" name="act" value="retire" />
      <Textarea
        name="why"
        label="Why is it no longer part of the offer?"
        rows={3}
        maxLength={500}
        value={form.value('why')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}
