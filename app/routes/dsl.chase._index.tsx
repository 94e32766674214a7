import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { Checkboxes } from '#app/components/choices.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Select } from '#app/components/select.tsx';
import { titled } from '#app/components/shell.ts';
import { Table } from '#app/components/table.tsx';
import { schoolPolicy } from '#app/data/facts.ts';
import { listOwing } from '#app/data/owing.ts';
import { letterToMany, linksToMany } from '#app/domain/chase.ts';
import { STATUS_LABELS } from '#app/domain/labels.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { CHASED, chaseQuery, readChaseView } from '#app/forms/chase-view.ts';

export const meta = titled('Chase many');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const policy = schoolPolicy(visit.database, visit.school.id);
  const view = readChaseView(
    new URL(args.request.url).searchParams,
    policy.requirements.map(({ key }) => key),
  );
  const { owing } = listOwing(visit.database, visit.school.id, visit.today, view);
  const apart = namesApart(
    owing.map(({ person }) => person),
    policy.appointmentKinds,
    visit.today,
  );
  const emails = owing.map(({ person }) => person.email).filter((email) => email !== null);
  const letter = letterToMany({
    address: args.context.settings.origin,
    sender: visit.accountName,
  });
  return {
    shell: shellOf(visit),
    view,
    query: chaseQuery(view),
    requirements: policy.requirements.map(({ key, name }) => ({ value: key, label: name })),
    people: owing.map(({ person, owed }) => ({
      id: person.id,
      name: nameApart(person.sortName, apart.get(person.id)),
      hasEmail: person.email !== null,
      owes: owed.map(({ requirement }) => requirement.name),
    })),
    withEmail: emails.length,
    letter,
    links: linksToMany(emails, letter),
  };
}

export default function ChaseMany() {
  const page = useLoaderData<typeof loader>();
  const { view, people, links, letter, withEmail } = page;
  const without = people.length - withEmail;
  return (
    <Page
      title="Chase many"
      shell={page.shell}
      back={{ href: '/dsl', label: 'Back to what to do next' }}
      answer={`${sentenceCase(counted(people.length, 'person fits', 'people fit'))} what you chose.`}
    >
      <form className="filter no-print" method="get">
        <Checkboxes
          name="status"
          label="People with something that is"
          choices={CHASED.map((value) => ({ value, label: STATUS_LABELS[value] }))}
          values={view.statuses}
          layout="inline"
        />
        <Select
          name="requirement"
          label="Requirement"
          options={page.requirements}
          value={view.requirement ?? ''}
          empty="Any"
        />
        <Button kind="secondary">Show</Button>
      </form>
      {people.length === 0 ? (
        <EmptyState title="Nobody to chase">
          <p className="govuk-body">Nobody owes anything of this kind today.</p>
        </EmptyState>
      ) : (
        <>
          <section className="part">
            <h2 className="part__title">
              By e-mail: {withEmail} of {people.length}
            </h2>
            <p className="govuk-body">
              Each link opens your mail program with everybody in Bcc, so that nobody sees the
              others. The words name nobody’s things.
            </p>
            <ul className="links">
              {links.map((link, index) => (
                <li className="links__item" key={link}>
                  <a className="links__link" href={link}>
                    {links.length === 1
                      ? `Write to ${counted(withEmail, 'person', 'people')}`
                      : `Write to part ${index + 1} of ${links.length}`}
                  </a>
                </li>
              ))}
            </ul>
            <div className="letter">
              <p className="letter__subject">{letter.subject}</p>
              <p className="letter__body">{letter.body}</p>
            </div>
          </section>
          <section className="part">
            <h2 className="part__title">On paper</h2>
            <p className="govuk-body">
              {without > 0
                ? `${sentenceCase(counted(without, 'person has', 'people have'))} no e-mail address here.`
                : 'Everybody shown has an e-mail address.'}
            </p>
            <p>
              {without > 0 ? (
                <ButtonLink
                  href={`/dsl/chase/slips?${page.query}&without-email=yes`}
                  kind="secondary"
                >
                  Slips for those without e-mail
                </ButtonLink>
              ) : null}{' '}
              <ButtonLink href={`/dsl/chase/slips?${page.query}`} kind="secondary">
                Slips for everybody shown
              </ButtonLink>
            </p>
          </section>
          <Table
            caption="Who is shown"
            columns={[
              { key: 'name', head: 'Name', isRowHead: true },
              { key: 'owes', head: 'Owes' },
              { key: 'email', head: 'E-mail' },
            ]}
            rows={people.map(({ id, name, owes, hasEmail }) => ({
              key: id,
              cells: {
                name: (
                  <a className="govuk-link" href={`/dsl/people/${id}/chase`}>
                    {name}
                  </a>
                ),
                owes: owes.join(', '),
                email: hasEmail ? 'Yes' : 'No: print a slip',
              },
            }))}
          />
        </>
      )}
    </Page>
  );
}
