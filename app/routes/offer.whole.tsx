import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { FirstHelp } from '#app/components/first-help.tsx';
import { SectionText } from '#app/components/offer-section.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { findOffer, listSections } from '#app/data/offer.ts';
import { leadsOf } from '#app/domain/leads.ts';
import { pastReviewWords, sourceInWords } from '#app/domain/offer/section.ts';
import { counted } from '#app/domain/words.ts';

export const meta = titled('The whole offer');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-offer');
  const { database, school, today } = visit;
  const { name, frontDoor } = findOffer(database, school.id);
  return {
    shell: shellOf(visit),
    name,
    frontDoor,
    leads: leadsOf(schoolFacts(database, school.id).people, today),
    sections: listSections(database, school.id, today).map((section) => ({
      topic: section.topic,
      title: section.title,
      body: section.body,
      pastReview: pastReviewWords(section, today),
      source: sourceInWords(section),
    })),
  };
}

export default function WholeOffer() {
  const { shell, name, frontDoor, leads, sections } = useLoaderData<typeof loader>();
  return (
    <Page
      title={name}
      shell={shell}
      back={{ href: '/offer', label: 'Back to one section at a time' }}
    >
      <FirstHelp leads={leads} frontDoor={frontDoor} />
      <nav className="contents" aria-label="Contents">
        <h2>{counted(sections.length, 'section', 'sections')}</h2>
        <ol>
          {sections.map(({ topic, title }) => (
            <li key={topic}>
              <a href={`#${topic}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section) => (
        <section className="whole" id={section.topic} key={section.topic}>
          <h2 className="whole__title">{section.title}</h2>
          <SectionText section={section} under={2} />
          <p className="whole__source">{section.source}</p>
        </section>
      ))}
    </Page>
  );
}
