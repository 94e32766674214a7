import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { requireSectionAt } from '#app/auth/offer-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { Differences } from '#app/components/differences.tsx';
import { SectionFacts, SectionText } from '#app/components/offer-section.tsx';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { listPublishedRevisions, type PublishedRevision } from '#app/data/offer-editing.ts';
import { inWords } from '#app/domain/days.ts';
import { differencesBetween } from '#app/domain/offer/differences.ts';
import { factsOf } from '#app/domain/offer/facts.ts';
import { readCompared } from '#app/forms/offer.ts';
import { dayInSchool } from '#app/platform/clock.ts';

export const meta = titled('What a section said');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { id } = requireSectionAt(args, visit);
  const revisions = listPublishedRevisions(visit.database, visit.school.id, id);
  const asked = readCompared(new URL(args.request.url).searchParams);
  const to = revisions.find(({ number }) => number === asked.to) ?? revisions[0];
  const from = revisions.find(({ number }) => number === asked.from) ?? revisions.at(-1);
  if (!from || !to) throw notFound();
  const { appointmentKinds } = schoolPolicy(visit.database, visit.school.id);
  return {
    shell: shellOf(visit),
    home: `/dsl/offer/${id}`,
    title: to.title,
    from: shownOf(from),
    to: shownOf(to),
    isOne: from.id === to.id,
    differences: differencesBetween(from, to, appointmentKinds),
    text: { body: to.body, pastReview: null },
    summary: to.summary,
    facts: factsOf(to, appointmentKinds),
  };
}

function shownOf({ number, publishedAt, publishedBy }: PublishedRevision) {
  const by = publishedBy === null ? '' : ` by ${publishedBy}`;
  return `number ${number}, published on ${inWords(dayInSchool(publishedAt))}${by}`;
}

export default function ComparePage() {
  const page = useLoaderData<typeof loader>();
  const { shell, home, title, from, to, isOne, differences } = page;
  return (
    <Page
      title={isOne ? 'What it said' : 'What changed'}
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      width="wide"
    >
      {isOne ? (
        <p>This is {to}.</p>
      ) : (
        <>
          <p>
            From {from}, to {to}.
          </p>
          <Differences differences={differences} />
        </>
      )}
      <Section title={isOne ? 'The text' : 'The whole text after it'}>
        <div className="offer-beside">
          <div className="offer-sheet">
            <p className="lead">{page.summary}</p>
            <SectionText section={page.text} under={2} />
          </div>
          <SectionFacts facts={page.facts} />
        </div>
      </Section>
    </Page>
  );
}
