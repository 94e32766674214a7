import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { FirstHelp } from '#app/components/first-help.tsx';
import { OfferFound, OfferSearch } from '#app/components/offer-search.tsx';
import { OfferSections } from '#app/components/offer-sections.tsx';
import { Page } from '#app/components/page.tsx';
import { titleOf } from '#app/components/shell.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { findOffer, listSections } from '#app/data/offer.ts';
import { searchSections } from '#app/data/offer-search.ts';
import { leadsOf } from '#app/domain/leads.ts';
import { foundInWords } from '#app/domain/offer/overview.ts';
import { isPastReview } from '#app/domain/offer/section.ts';
import { may } from '#app/domain/permissions.ts';
import { readOfferQuery } from '#app/forms/offer.ts';

export function meta({ data }: { data?: { name: string; shell: { schoolName: string | null } } }) {
  return [{ title: titleOf(data?.name ?? 'Whom to tell', data?.shell.schoolName) }];
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-offer');
  const { database, school, today } = visit;
  const { name, frontDoor } = findOffer(database, school.id);
  const query = readOfferQuery(new URL(args.request.url).searchParams);
  return {
    shell: shellOf(visit),
    name,
    frontDoor,
    leads: leadsOf(schoolFacts(database, school.id).people, today),
    query,
    result:
      query === null ? null : resultOf(query, searchSections(database, school.id, query, today)),
    sections: listSections(database, school.id, today).map((section) => ({
      topic: section.topic,
      title: section.title,
      summary: section.summary,
      pastSince: isPastReview(section, today) ? section.reviewBy : null,
    })),
    mayChange: may(visit.roles, 'change-offer'),
  };
}

function resultOf(query: string, found: ReturnType<typeof searchSections>) {
  return { answer: foundInWords(found.length, query), found };
}

export default function OfferPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, name, leads, frontDoor, query, result, sections } = page;
  return (
    <Page title={name} shell={shell}>
      <FirstHelp leads={leads} frontDoor={frontDoor} />
      <OfferSearch query={query} />
      {result ? (
        <OfferFound {...result} />
      ) : (
        <>
          <h2 className="govuk-visually-hidden">Sections</h2>
          <OfferSections sections={sections} />
        </>
      )}
      <p className="offer-links no-print">
        {sections.length > 0 ? <a href="/offer/whole">All of it on one page, to print</a> : null}
        {page.mayChange ? <a href="/dsl/offer">Write and publish</a> : null}
      </p>
    </Page>
  );
}
