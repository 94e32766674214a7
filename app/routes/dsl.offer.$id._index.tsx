import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSectionAt } from '#app/auth/offer-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { EmptyState, InsetText } from '#app/components/content.tsx';
import { SectionFacts, SectionText } from '#app/components/offer-section.tsx';
import { Page } from '#app/components/page.tsx';
import { RevisionHistory } from '#app/components/revision-history.tsx';
import { Section } from '#app/components/section.tsx';
import { titleOf } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { listPublishedRevisions, type PublishedRevision } from '#app/data/offer-editing.ts';
import { countCitingQuestions, NO_QUESTIONS } from '#app/data/offer-questions.ts';
import { haveSameText } from '#app/domain/offer/editing.ts';
import { factsOf } from '#app/domain/offer/facts.ts';
import { stateInWords } from '#app/domain/offer/overview.ts';
import { pastReviewWords } from '#app/domain/offer/section.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { doneWords } from '#app/forms/done.ts';
import { dayInSchool } from '#app/platform/clock.ts';

type Titled = { title: string; shell: { schoolName: string | null } };

export function meta({ data }: { data?: Titled }) {
  return [{ title: titleOf(data?.title ?? 'Section', data?.shell.schoolName) }];
}

const DONE: Record<string, string> = {
  published: 'It is published. Everybody reads these words from now on.',
  checked: 'It is checked again. The words are the same, and the new days stand with them.',
  'thrown-away': 'The draft is thrown away. What is published stays as it is.',
  retired: 'The section is retired. Nobody finds it any more; what it said is kept here.',
  back: 'The section is part of the offer again.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { database, school, today } = visit;
  const section = requireSectionAt(args, visit);
  const { id, topic, retiredFrom, published, draft } = section;
  const { appointmentKinds } = schoolPolicy(database, school.id);
  const standing = { retiredFrom, published, hasDraft: draft !== null };
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    home: `/dsl/offer/${id}`,
    title: (published ?? draft)?.title ?? topicLabel(topic),
    why: `${stateInWords(standing, today)}.`,
    topic,
    isRetired: retiredFrom !== null,
    hasDraft: draft !== null,
    section: published && {
      summary: published.summary,
      body: published.body,
      pastReview: pastReviewWords(published, today),
      facts: factsOf(published, appointmentKinds),
    },
    questions: countCitingQuestions(database, school.id).get(topic) ?? NO_QUESTIONS,
    history: listPublishedRevisions(database, school.id, id).map(revisionShown),
  };
}

function revisionShown(revision: PublishedRevision, index: number, revisions: PublishedRevision[]) {
  const { number, title, savedBy, publishedBy, publishedAt } = revision;
  const before = revisions[index + 1];
  return {
    number,
    title,
    on: dayInSchool(publishedAt),
    by: publishedBy,
    writtenBy: savedBy === publishedBy ? null : savedBy,
    before: before?.number ?? null,
    isSameText: before ? haveSameText(before, revision) : false,
  };
}

export default function SectionPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, home, title, section, history } = page;
  return (
    <Page
      title={title}
      shell={shell}
      answer={page.why}
      notification={page.done}
      back={{ href: '/dsl/offer', label: 'Back to the sections' }}
      width="wide"
    >
      <Actions {...page} />
      {page.hasDraft ? (
        <InsetText>
          A draft waits, and nobody else reads it yet.{' '}
          <a href={`${home}/draft`}>See what it changes, and publish it</a>
        </InsetText>
      ) : null}
      <Citing {...page} />
      {section ? (
        <div className="offer-beside">
          <section className="offer-sheet" aria-labelledby="as-read">
            <h2 className="offer-sheet__word" id="as-read">
              {page.isRetired ? 'As it was read last' : 'As everybody reads it'}
            </h2>
            <p className="lead">{section.summary}</p>
            <SectionText section={section} under={2} />
          </section>
          <SectionFacts facts={section.facts} />
        </div>
      ) : (
        <EmptyState title="Nothing is published yet">
          <p className="govuk-body">Nobody reads this section until its draft is published.</p>
        </EmptyState>
      )}
      {history.length > 0 ? (
        <Section title="What it said before">
          <RevisionHistory home={home} revisions={history} />
        </Section>
      ) : null}
    </Page>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function Actions({ home, isRetired, hasDraft, section, topic }: Loaded) {
  if (isRetired) {
    return (
      <ButtonGroup>
        <ButtonLink href={`${home}/retire`}>Bring it back</ButtonLink>
      </ButtonGroup>
    );
  }
  return (
    <ButtonGroup>
      <ButtonLink href={`${home}/edit`}>
        {hasDraft ? 'Go on with the draft' : 'Change it'}
      </ButtonLink>
      {section && !hasDraft ? (
        <ButtonLink href={`${home}/checked`} kind="secondary">
          It is right as it stands
        </ButtonLink>
      ) : null}
      {section ? (
        <>
          <a href={`/offer/${topic}`}>See it as everybody does</a>
          <a href={`${home}/retire`}>Retire it</a>
        </>
      ) : null}
    </ButtonGroup>
  );
}

function Citing({ topic, questions: { inUse, toCheck } }: Loaded) {
  if (toCheck === 0) return null;
  return (
    <InsetText>
      <a href={`/dsl/questions/check/${topic}`}>
        {toCheck} of {inUse + toCheck} questions that cite it
      </a>{' '}
      {toCheck === 1 ? 'is' : 'are'} to be held against these words. Until then{' '}
      {toCheck === 1 ? 'it is' : 'they are'} not asked.
    </InsetText>
  );
}
