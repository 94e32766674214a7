import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSectionAt } from '#app/auth/offer-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { DateInput } from '#app/components/date-input.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { beginningOf } from '#app/domain/offer/editing.ts';
import { usualReviewBy } from '#app/domain/offer/section.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { readBegan } from '#app/forms/began.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseSectionDays } from '#app/forms/offer-section.ts';
import { checkSectionAgain } from '#app/operations/publish-section.ts';

export const meta = titled('A section is right as it stands');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const section = requireSectionAt(args, visit);
  const { id, topic, published } = section;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    home: `/dsl/offer/${id}`,
    title: published?.title ?? topicLabel(topic),
    source: published && `${published.source.document}, ${published.source.place}`,
    began: beginningOf(section),
    known: { checkedOn: visit.today, reviewBy: usualReviewBy(visit.today) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { id: sectionId } = requireSectionAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseSectionDays(form, visit.today);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const command = { sectionId, began: readBegan(form), ...parsed.command };
    await checkSectionAgain(actOf(visit, form), command);
    return redirect(`/dsl/offer/${sectionId}?done=checked`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function CheckedAgainPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, formKey, home, title, source, began, known } = page;
  const form = givenBack(useActionData<typeof action>(), known);
  return (
    <QuestionPage
      title="It is right as it stands"
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      formKey={formKey}
      errors={form.errors}
      button="Publish with these days"
      lead={
        <p className="govuk-body">
          {source ? <>Hold it against its source: {source}. </> : null}
          If it is right word for word, the same words are published with new days. Questions on it
          stay in use.
        </p>
      }
    >
      <input type="hidden" name="began" value={began} />
      <DateInput
        name="checkedOn"
        label="Held against its source on"
        value={form.date('checkedOn')}
        errors={form.errors}
      />
      <DateInput
        name="reviewBy"
        label="To be looked at again by"
        value={form.date('reviewBy')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}
