import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { Radios } from '#app/components/choices.tsx';
import { Page } from '#app/components/page.tsx';
import { SectionForm } from '#app/components/section-form.tsx';
import { titled } from '#app/components/shell.ts';
import { typedText } from '#app/components/typed-values.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { listEditedSections } from '#app/data/offer-editing.ts';
import { TOPICS, topicLabel } from '#app/domain/offer/topics.ts';
import { typedValues } from '#app/forms/fields.ts';
import {
  asksForPreview,
  kindChoices,
  newSectionValues,
  parseNewSection,
  previewSection,
} from '#app/forms/offer-section.ts';
import { addSection } from '#app/operations/write-section.ts';

export const meta = titled('Write a new section');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const topics = lackingTopics(visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    topics: topics.map((topic) => ({ value: topic as string, label: topicLabel(topic) })),
    kinds: kindChoices(kindsOf(visit)),
    values: newSectionValues(visit.today, topics[0] ?? 'own'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const form = await args.request.formData();
  const values = typedValues(form);
  if (asksForPreview(form)) {
    const { errors, ...preview } = previewSection(form);
    return data({ values, errors, preview }, { status: errors.length > 0 ? 422 : 200 });
  }
  const parsed = parseNewSection(form, { kinds: kindsOf(visit), today: visit.today });
  if (!parsed.ok) return data({ ...parsed, preview: null }, { status: 422 });
  try {
    const { sectionId } = await addSection(actOf(visit, form), parsed.command);
    return redirect(`/dsl/offer/${sectionId}/draft?done=added`, 303);
  } catch (error) {
    return refusedForm(error, { values, preview: null });
  }
}

function kindsOf({ database, school }: SchoolVisit) {
  return schoolPolicy(database, school.id).appointmentKinds;
}

/** What every school writes about, as far as this one has not. */
function lackingTopics({ database, school }: SchoolVisit) {
  const known = new Set(listEditedSections(database, school.id).map(({ topic }) => topic));
  return TOPICS.filter((topic) => !known.has(topic));
}

export default function NewSectionPage() {
  const { shell, formKey, topics, kinds, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered?.values ?? page.values;
  return (
    <Page
      title="Write a new section"
      shell={shell}
      back={{ href: '/dsl/offer', label: 'Back to the sections' }}
      errors={answered?.errors}
      width="wide"
    >
      <SectionForm
        path="/dsl/offer/new"
        cancelHref="/dsl/offer"
        formKey={formKey}
        began={null}
        values={values}
        errors={answered?.errors}
        kinds={kinds}
        preview={answered?.preview ?? null}
      >
        {topics.length > 0 ? (
          <Radios
            name="topic"
            label="What it is about"
            choices={[
              ...topics,
              { value: 'own', label: 'Something else that our school wants to say' },
            ]}
            value={typedText(values, 'topic')}
            errors={answered?.errors}
          />
        ) : (
          <input type="hidden" name="topic" value="own" />
        )}
      </SectionForm>
    </Page>
  );
}
