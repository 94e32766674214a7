import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { EmptyState, LinkList } from '#app/components/content.tsx';
import { EditedSections } from '#app/components/edited-sections.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { findOffer } from '#app/data/offer.ts';
import { type EditedSection, listEditedSections } from '#app/data/offer-editing.ts';
import { countCitingQuestions, NO_QUESTIONS } from '#app/data/offer-questions.ts';
import { listWarnings } from '#app/data/offer-warnings.ts';
import { inWords } from '#app/domain/days.ts';
import { kindLabel } from '#app/domain/offer/differences.ts';
import {
  offerAnswer,
  stateInWords,
  stateOfSection,
  warningsAnswer,
} from '#app/domain/offer/overview.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { doneWords } from '#app/forms/done.ts';

export const meta = titled('The offer');

const DONE: Record<string, string> = {
  gone: 'The draft is thrown away, and the section with it: nothing of it was ever published.',
  settings: 'The settings are saved. Everybody sees them from now on.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { database, school, today } = visit;
  const sections = listEditedSections(database, school.id);
  const warnings = listWarnings(database, school.id);
  const open = warnings.filter(({ dealtWithOn }) => dealtWithOn === null).length;
  const questions = countCitingQuestions(database, school.id);
  const { appointmentKinds } = schoolPolicy(database, school.id);
  const { name, frontDoor } = findOffer(database, school.id);
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    name,
    answer: offerAnswer(sections.map(standingOf), open, today),
    warnings: warningsAnswer(warnings.length - open, warnings.length),
    frontDoor: frontDoor
      ? `${frontDoor.name}, ${frontDoor.telephone}, checked on ${inWords(frontDoor.checkedOn)}.`
      : 'No front door is entered yet.',
    sections: sections.map((section) => {
      const says = section.published ?? section.draft;
      return {
        id: section.id,
        title: says?.title ?? topicLabel(section.topic),
        state: stateOfSection(standingOf(section), today),
        why: stateInWords(standingOf(section), today),
        hasDraft: section.draft !== null,
        owner: says ? kindLabel(says.owner, appointmentKinds) : '',
        topic: section.topic,
        questions: questions.get(section.topic) ?? NO_QUESTIONS,
      };
    }),
  };
}

function standingOf({ retiredFrom, published, draft }: EditedSection) {
  return { retiredFrom, published, hasDraft: draft !== null };
}

export default function EditOfferPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, done, name, answer, sections } = page;
  return (
    <Page
      title={name}
      shell={shell}
      answer={answer}
      notification={done}
      width="wide"
      back={{ href: '/offer', label: 'Back to the offer as everybody reads it' }}
    >
      <ButtonGroup>
        <ButtonLink href="/dsl/offer/new">Write a new section</ButtonLink>
        <a href="/offer/whole">All of it on one page, to print</a>
      </ButtonGroup>
      {sections.length === 0 ? (
        <EmptyState title="Nothing is written yet">
          <p className="govuk-body">
            Begin with whom to tell. It is what somebody looks for when it matters most.
          </p>
        </EmptyState>
      ) : (
        <EditedSections sections={sections} />
      )}
      <LinkList
        links={[
          {
            href: '/dsl/offer/warnings',
            label: 'What is out of date in the school’s own document',
            note: page.warnings,
          },
          {
            href: '/dsl/offer/settings',
            label: 'What the offer is called, and the front door',
            note: page.frontDoor,
          },
        ]}
      />
    </Page>
  );
}
