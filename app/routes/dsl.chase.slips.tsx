import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { listOwing } from '#app/data/owing.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { CHASED, readChaseView } from '#app/forms/chase-view.ts';
import { readId } from '#app/forms/fields.ts';

export const meta = titled('Slips');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const query = new URL(args.request.url).searchParams;
  const { policy, owing } = listChosen(visit, query);
  return {
    shell: shellOf(visit),
    address: args.context.settings.origin,
    sender: visit.accountName,
    slips: owing.map(({ person, owed }) => ({
      id: person.id,
      name: person.name,
      things: owed.map((standing) => ({
        id: standing.requirement.id,
        name: standing.requirement.name,
        sentence: sentenceOf(policy, standing),
        whatCounts: standing.requirement.whatCounts,
      })),
    })),
  };
}

export default function Slips() {
  const { shell, slips, address, sender } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Slips"
      shell={shell}
      back={{ href: '/dsl/chase', label: 'Back to chasing' }}
      answer={
        slips.length > 0
          ? `${sentenceCase(counted(slips.length, 'slip', 'slips'))} to print, cut and hand over.`
          : undefined
      }
    >
      {slips.length === 0 ? (
        <EmptyState title="No slips to print">
          <p className="govuk-body">Nobody owes anything of this kind today.</p>
        </EmptyState>
      ) : null}
      {slips.map(({ id, name, things }) => (
        <section className="slip" key={id}>
          <h2 className="slip__name">{name}</h2>
          <p>Your safeguarding training: {counted(things.length, 'thing', 'things')} to do.</p>
          <ul>
            {things.map((thing) => (
              <li key={thing.id}>
                <strong>{thing.name}.</strong> {thing.sentence} {thing.whatCounts}
              </li>
            ))}
          </ul>
          <p>
            If you have done it already, please hand the certificate to {sender}. If you can sign
            in, it is all at {address}/my
          </p>
        </section>
      ))}
    </Page>
  );
}

/** One person, or those whom the page before showed. */
function listChosen(visit: SchoolVisit, query: URLSearchParams) {
  const personId = readId(query.get('person') ?? '');
  const keys = schoolPolicy(visit.database, visit.school.id).requirements.map(({ key }) => key);
  const view =
    personId === null ? readChaseView(query, keys) : { statuses: CHASED, requirement: null };
  const { policy, owing } = listOwing(visit.database, visit.school.id, visit.today, view);
  const withoutEmail = query.get('without-email') === 'yes';
  return {
    policy,
    owing: owing.filter(
      ({ person }) =>
        (personId === null || person.id === personId) && !(withoutEmail && person.email),
    ),
  };
}
