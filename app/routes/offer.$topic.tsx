import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { SectionFacts, SectionNeighbours, SectionText } from '#app/components/offer-section.tsx';
import { Page } from '#app/components/page.tsx';
import { titleOf } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { findOffer, listSections, type SectionRevision } from '#app/data/offer.ts';
import { factsOf } from '#app/domain/offer/facts.ts';
import { pastReviewWords } from '#app/domain/offer/section.ts';
import { may } from '#app/domain/permissions.ts';

type Titled = { section: { title: string }; shell: { schoolName: string | null } };

export function meta({ data }: { data?: Titled }) {
  return [{ title: titleOf(data?.section.title ?? 'Whom to tell', data?.shell.schoolName) }];
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-offer');
  const { database, school, today } = visit;
  const sections = listSections(database, school.id, today);
  const index = sections.findIndex(({ topic }) => topic === args.params.topic);
  const section = sections[index];
  if (!section) throw notFound();
  const { appointmentKinds } = schoolPolicy(database, school.id);
  return {
    shell: shellOf(visit),
    offer: findOffer(database, school.id).name,
    section: {
      title: section.title,
      summary: section.summary,
      body: section.body,
      pastReview: pastReviewWords(section, today),
      facts: factsOf(section, appointmentKinds),
    },
    previous: neighbourOf(sections[index - 1]),
    next: neighbourOf(sections[index + 1]),
    editHref: may(visit.roles, 'change-offer') ? `/dsl/offer/${section.sectionId}` : null,
  };
}

function neighbourOf(section: SectionRevision | undefined) {
  return section ? { topic: section.topic, title: section.title } : null;
}

export default function OfferSectionPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, offer, section, previous, next, editHref } = page;
  return (
    <Page
      title={section.title}
      shell={shell}
      back={{ href: '/offer', label: `${offer}: whom to tell, and all the sections` }}
    >
      <p className="lead">{section.summary}</p>
      <SectionText section={section} under={1} />
      <SectionFacts facts={section.facts} />
      <SectionNeighbours previous={previous} next={next} />
      {editHref ? (
        <p className="no-print">
          <a href={editHref}>Change this section, or say that it is checked</a>
        </p>
      ) : null}
    </Page>
  );
}
