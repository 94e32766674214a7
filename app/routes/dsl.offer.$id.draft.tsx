import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSectionAt } from '#app/auth/offer-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Differences } from '#app/components/differences.tsx';
import { DraftForms } from '#app/components/draft-forms.tsx';
import { SectionText } from '#app/components/offer-section.tsx';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import type { SectionRevision } from '#app/data/offer.ts';
import type { EditedSection } from '#app/data/offer-editing.ts';
import { countQuestionsStopped } from '#app/data/offer-questions.ts';
import { differencesBetween } from '#app/domain/offer/differences.ts';
import { beginningOf } from '#app/domain/offer/editing.ts';
import { questionsToCheckInWords } from '#app/domain/offer/overview.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { readBegan } from '#app/forms/began.ts';
import { doneWords } from '#app/forms/done.ts';
import { parseDraftDecision } from '#app/forms/offer.ts';
import { publishSection } from '#app/operations/publish-section.ts';
import { throwDraftAway } from '#app/operations/write-section.ts';

export const meta = titled('A draft');

const DONE: Record<string, string> = {
  added: 'The draft is saved. Nobody else reads it until it is published.',
  saved: 'The draft is saved. Nobody else reads it until it is published.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const section = requireSectionAt(args, visit);
  const { id, topic, published, draft } = section;
  return {
    shell: shellOf(visit),
    formKeys: { publish: newFormKey(), throwAway: newFormKey() },
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    home: `/dsl/offer/${id}`,
    title: (draft ?? published)?.title ?? topicLabel(topic),
    isNew: published === null,
    began: beginningOf(section),
    draft: draft && draftShown(visit, section, draft),
  };
}

function draftShown(
  { database, school }: SchoolVisit,
  { topic, published }: EditedSection,
  draft: SectionRevision,
) {
  const { appointmentKinds } = schoolPolicy(database, school.id);
  const hash = draft.wordsHash;
  return {
    summary: draft.summary,
    text: { body: draft.body, pastReview: null },
    differences: published ? differencesBetween(published, draft, appointmentKinds) : null,
    questions: questionsToCheckInWords(countQuestionsStopped(database, school.id, { topic, hash })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { id: sectionId } = requireSectionAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseDraftDecision(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const command = { sectionId, began: readBegan(form) };
  try {
    if (parsed.command.act === 'publish') {
      await publishSection(actOf(visit, form), command);
      return redirect(`/dsl/offer/${sectionId}?done=published`, 303);
    }
    const { isGone } = await throwDraftAway(actOf(visit, form), command);
    return redirect(
      isGone ? '/dsl/offer?done=gone' : `/dsl/offer/${sectionId}?done=thrown-away`,
      303,
    );
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function DraftPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { shell, home, title, isNew, draft } = page;
  return (
    <Page
      title={isNew ? 'A new section, not published yet' : 'What the draft changes'}
      caption={title}
      shell={shell}
      back={{
        href: isNew ? '/dsl/offer' : home,
        label: isNew ? 'Back to the sections' : `Back to ${title}`,
      }}
      errors={answered?.errors}
      notification={answered ? null : page.done}
      width="wide"
    >
      {draft ? (
        <>
          {draft.differences ? <Differences differences={draft.differences} /> : null}
          <DraftForms
            home={home}
            formKeys={page.formKeys}
            began={page.began}
            isNew={isNew}
            questions={draft.questions}
          />
          <Section title={isNew ? 'As it would be read' : 'The whole text as it would be read'}>
            <div className="offer-sheet">
              <p className="lead">{draft.summary}</p>
              <SectionText section={draft.text} under={2} />
            </div>
          </Section>
        </>
      ) : (
        <EmptyState title="There is no draft of this section">
          <p className="govuk-body">What is published is what everybody reads.</p>
          <ButtonLink href={`${home}/edit`} kind="secondary">
            Begin a draft
          </ButtonLink>
        </EmptyState>
      )}
    </Page>
  );
}
