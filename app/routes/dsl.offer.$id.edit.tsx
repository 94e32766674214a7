import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSectionAt } from '#app/auth/offer-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Page } from '#app/components/page.tsx';
import { SectionForm } from '#app/components/section-form.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { beginningOf } from '#app/domain/offer/editing.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { readBegan } from '#app/forms/began.ts';
import { typedValues } from '#app/forms/fields.ts';
import {
  asksForPreview,
  kindChoices,
  parseSection,
  previewSection,
  sectionValues,
} from '#app/forms/offer-section.ts';
import { Refusal } from '#app/operations/act.ts';
import { saveDraft } from '#app/operations/write-section.ts';

export const meta = titled('Change a section');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const section = requireSectionAt(args, visit);
  const says = section.draft ?? section.published;
  const { appointmentKinds } = schoolPolicy(visit.database, visit.school.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    home: `/dsl/offer/${section.id}`,
    title: says?.title ?? topicLabel(section.topic),
    isDraft: section.draft !== null,
    began: beginningOf(section),
    kinds: kindChoices(appointmentKinds),
    values: says ? sectionValues(says) : {},
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { id: sectionId } = requireSectionAt(args, visit);
  const form = await args.request.formData();
  const typed = { values: typedValues(form), began: readBegan(form) };
  if (asksForPreview(form)) {
    const { errors, ...preview } = previewSection(form);
    return data({ ...typed, errors, preview }, { status: errors.length > 0 ? 422 : 200 });
  }
  const { appointmentKinds: kinds } = schoolPolicy(visit.database, visit.school.id);
  const parsed = parseSection(form, { kinds, today: visit.today });
  if (!parsed.ok) return data({ ...typed, ...parsed, preview: null }, { status: 422 });
  try {
    const command = { sectionId, began: typed.began, words: parsed.command };
    await saveDraft(actOf(visit, form), command);
    return redirect(`/dsl/offer/${sectionId}/draft?done=saved`, 303);
  } catch (error) {
    // Whoever has been told of the other words, and saves all the same, begins from them.
    const isConflict = error instanceof Refusal && error.kind === 'conflict';
    const began = isConflict ? null : typed.began;
    return refusedForm(error, { ...typed, began, preview: null });
  }
}

export default function ChangeSectionPage() {
  const { shell, formKey, home, title, isDraft, kinds, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const isConflict = answered !== undefined && answered.began === null;
  return (
    <Page
      title="Change a section"
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      errors={answered?.errors}
      width="wide"
    >
      {isConflict ? (
        <p>
          <a href={isDraft ? `${home}/draft` : home}>See what somebody else has saved</a>
        </p>
      ) : null}
      <SectionForm
        path={`${home}/edit`}
        cancelHref={home}
        formKey={formKey}
        began={answered?.began ?? page.began}
        values={answered?.values ?? page.values}
        errors={answered?.errors}
        kinds={kinds}
        preview={answered?.preview ?? null}
      />
    </Page>
  );
}
