import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Select } from '#app/components/select.tsx';
import { titled } from '#app/components/shell.ts';
import { Table } from '#app/components/table.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { type KnownPerson, schoolFacts } from '#app/data/facts.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { CATEGORY_LABELS } from '#app/domain/labels.ts';
import { pageOf, pagesFor } from '#app/domain/pages.ts';
import { peopleIn, presenceOn, shownAppointments } from '#app/domain/people-view.ts';
import { CATEGORIES } from '#app/domain/types.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { type PeopleView, parsePeopleView, peopleAddress } from '#app/forms/people-list.ts';

const PEOPLE_ON_A_PAGE = 50;

export const meta = titled('People');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { policy, people } = schoolFacts(visit.database, visit.school.id);
  const view = parsePeopleView(new URL(args.request.url).searchParams);
  const found = peopleIn(people, view, visit.today);
  const labels = new Map(policy.appointmentKinds.map(({ key, label }) => [key, label]));
  return {
    shell: shellOf(visit),
    view,
    kinds: policy.appointmentKinds.map(({ key, label }) => ({ value: key, label })),
    count: found.length,
    isEmpty: people.length === 0,
    pages: pagesFor(found.length, PEOPLE_ON_A_PAGE),
    people: pageOf(found, view.page, PEOPLE_ON_A_PAGE).map((person) =>
      personShown(person, labels, visit.today),
    ),
  };
}

export default function PeoplePage() {
  const { shell, view, kinds, people, count, pages, isEmpty } = useLoaderData<typeof loader>();
  return (
    <Page
      title="People"
      shell={shell}
      width="wide"
      back={{ href: '/admin', label: 'Back to people and settings' }}
    >
      <ButtonLink href="/admin/people/new">Add a person</ButtonLink>
      {isEmpty ? (
        <EmptyState title="Nobody is here yet">
          <p className="govuk-body">
            The quickest way is to <a href="/admin/import">import the staff list</a> from your
            school’s system.
          </p>
        </EmptyState>
      ) : (
        <>
          <Filter view={view} kinds={kinds} />
          <p className="govuk-body">
            {sentenceCase(counted(count, 'person', 'people'))} {WHO_IN_WORDS[view.who]}
            {isNarrowed(view) ? ', of those that you asked for.' : '.'}
          </p>
          {count === 0 ? (
            <EmptyState title="Nobody fits this">
              <p className="govuk-body">
                Look under another group, or <a href="/admin/people?who=all">show everybody</a>.
              </p>
            </EmptyState>
          ) : (
            <Table caption="People" isCaptionHidden columns={COLUMNS} rows={people.map(rowOf)} />
          )}
          <Pagination
            label="People"
            page={view.page}
            pages={pages}
            hrefOf={(page) => peopleAddress({ ...view, page })}
          />
        </>
      )}
    </Page>
  );
}

const WHO_IN_WORDS = {
  here: 'in post today',
  coming: 'still to start',
  left: 'no longer in post',
  all: 'in all',
} as const;

const COLUMNS = [
  { key: 'name', head: 'Name', isRowHead: true },
  { key: 'appointments', head: 'Appointment' },
  { key: 'days', head: 'From and to' },
  { key: 'email', head: 'E-mail' },
  { key: 'account', head: 'Account' },
];

type Shown = ReturnType<typeof personShown>;

function rowOf(person: Shown) {
  return {
    key: person.id,
    cells: {
      name: (
        <>
          <a href={`/admin/people/${person.id}`}>{person.sortName}</a>
          {person.note ? <span className="small-note">{person.note}</span> : null}
        </>
      ),
      appointments: person.appointments.map(({ key, label }) => <div key={key}>{label}</div>),
      days: person.appointments.map(({ key, days }) => <div key={key}>{days}</div>),
      email: person.email ?? 'None',
      account: person.hasAccount ? 'Yes' : 'No',
    },
  };
}

function personShown(person: KnownPerson, labels: Map<string, string>, today: Day) {
  return {
    id: person.id,
    sortName: person.sortName,
    email: person.email,
    hasAccount: person.hasAccount,
    note: noteOf(person, today),
    appointments: shownAppointments(person, today).map(({ kind, from, to }) => ({
      key: `${kind} ${from}`,
      label: labels.get(kind) ?? kind,
      days: to === null ? `since ${inWords(from)}` : `${inWords(from)} to ${inWords(to)}`,
    })),
  };
}

function noteOf(person: KnownPerson, today: Day): string | null {
  if (person.leftWithoutDay) return 'Left, no last day';
  const presence = presenceOn(person, today);
  if (presence === 'here') return null;
  return presence === 'left' ? 'No longer in post' : 'Still to start';
}

function isNarrowed({ q, category, kind }: PeopleView): boolean {
  return q !== '' || category !== null || kind !== null;
}

type Option = { value: string; label: string };

function Filter({ view, kinds }: { view: PeopleView; kinds: Option[] }) {
  return (
    <form method="get" action="/admin/people" className="filters" aria-label="Choose who is shown">
      <TextInput
        name="q"
        label="Name, staff number or e-mail"
        type="search"
        width={20}
        value={view.q}
        autoComplete="off"
      />
      <Select
        name="category"
        label="Group"
        options={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
        empty="Any"
        value={view.category ?? ''}
      />
      <Select name="kind" label="Appointment" options={kinds} empty="Any" value={view.kind ?? ''} />
      <Select name="who" label="Who" options={WHO_OPTIONS} value={view.who} />
      <Button kind="secondary">Show</Button>
    </form>
  );
}

const WHO_OPTIONS = [
  { value: 'here', label: 'In post today' },
  { value: 'coming', label: 'Still to start' },
  { value: 'left', label: 'No longer in post' },
  { value: 'all', label: 'Everybody' },
];
