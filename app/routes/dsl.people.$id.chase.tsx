import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requirePersonFactsAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { letterToOne, linkToOne, owedOf } from '#app/domain/chase.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { standingsOf } from '#app/domain/standing.ts';

export const meta = titled('Chase');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const policy = schoolPolicy(visit.database, visit.school.id);
  const person = requirePersonFactsAt(args, visit);
  const items = owedOf(standingsOf(policy, person, visit.today)).map((standing) => ({
    name: standing.requirement.name,
    sentence: sentenceOf(policy, standing),
  }));
  const letter = letterToOne({
    name: person.firstName || person.name,
    items,
    address: args.context.settings.origin,
    sender: visit.accountName,
  });
  return {
    shell: shellOf(visit),
    id: person.id,
    name: person.name,
    items: items.length,
    letter,
    link: person.email ? linkToOne(person.email, letter) : null,
  };
}

export default function ChaseOne() {
  const { shell, id, name, items, letter, link } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Chase ${name}`}
      shell={shell}
      back={{ href: `/dsl/people/${id}`, label: `Back to ${name}` }}
    >
      {items === 0 ? (
        <EmptyState title={`${name} owes nothing today`}>
          <p className="govuk-body">There is nothing to ask for.</p>
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            {link
              ? 'This opens your own mail program with the words below. You can change them before you send it.'
              : `${name} has no e-mail address here. Print a slip instead.`}
          </p>
          {link ? (
            <ButtonLink href={link}>Write the e-mail</ButtonLink>
          ) : (
            <ButtonLink href={`/dsl/chase/slips?person=${id}`}>Print a slip</ButtonLink>
          )}
          <div className="letter">
            <p className="letter__subject">{letter.subject}</p>
            <p className="letter__body">{letter.body}</p>
          </div>
          {link ? (
            <p className="govuk-body">
              <a className="govuk-link" href={`/dsl/chase/slips?person=${id}`}>
                Or print a slip to hand over
              </a>
            </p>
          ) : null}
        </>
      )}
    </Page>
  );
}
