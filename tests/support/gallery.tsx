import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server';
import { CountBars } from '#app/charts/count-bars.tsx';
import { CoverLine } from '#app/charts/cover-line.tsx';
import { ProportionBars } from '#app/charts/proportion-bars.tsx';
import { Button, ButtonGroup, ButtonLink, FormKey } from '#app/components/button.tsx';
import { Checkbox, Checkboxes, Radios } from '#app/components/choices.tsx';
import * as content from '#app/components/content.tsx';
import { DateInput } from '#app/components/date-input.tsx';
import { ErrorPage, errorWords } from '#app/components/error-page.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Select } from '#app/components/select.tsx';
import type { Shell } from '#app/components/shell.ts';
import { DescriptionOfStatuses, Mark, StatusLine, StatusTag } from '#app/components/status.tsx';
import { Table } from '#app/components/table.tsx';
import { FileInput, PasswordInput, Textarea, TextInput } from '#app/components/text-input.tsx';
import { Timeline } from '#app/components/timeline.tsx';
import type { Count } from '#app/domain/counting.ts';
import { day } from '#app/domain/days.ts';
import { STATUSES } from '#app/domain/types.ts';

/** Every component on a few pages such as the app has, for tests and for looking at. */
export function galleryPages(): Record<string, string> {
  return {
    my: drawn(<MyPage />, '/my'),
    form: drawn(<FormPage />, '/dsl/people/3/record'),
    table: drawn(<TablePage />, '/dsl/matrix'),
    dashboard: drawn(<DashboardPage />, '/governors'),
    person: drawn(<PersonPage />, '/dsl/people/3'),
    'sign-in': drawn(<SignInPage />, '/sign-in'),
    error: renderToStaticMarkup(<ErrorPage words={errorWords(500, null)} reference="7f3k-29qd" />),
  };
}

function drawn(page: ReactElement, path: string): string {
  return renderToStaticMarkup(<StaticRouter location={path}>{page}</StaticRouter>);
}

const shell: Shell = {
  schoolName: 'Grange Primary School',
  trustName: 'Severn Vale Learning Trust',
  personName: 'Priya Nandakumar',
  menu: [
    { href: '/my', label: 'My training' },
    { href: '/dsl', label: 'Do next' },
    { href: '/dsl/matrix', label: 'Everybody' },
    { href: '/dsl/requirements', label: 'Requirements' },
    { href: '/governors', label: 'Governors’ view' },
  ],
  today: { words: 'Monday 16 November 2026', iso: '2026-11-16' },
  isDemo: true,
  otherPlacesHref: null,
};

function MyPage() {
  return (
    <Page
      title="My training"
      shell={shell}
      answer={
        <>
          You have <strong>2 things</strong> to do.
        </>
      }
    >
      <h2>To do now</h2>
      <StatusLine
        status="overdue"
        name="Keeping children safe in education, part one"
        sentence="Overdue since 1 November 2026: the edition of September 2026 has not been read. It was due by 31 October 2026."
      >
        <ButtonLink href="/read">Read it and say so</ButtonLink>
      </StatusLine>
      <StatusLine
        status="due-soon"
        name="Prevent"
        sentence="In date to 12 December 2026: Prevent refresher completed on 12 December 2025, renewed every 12 months."
        marks={<Mark kind="booked" day={day('2026-12-01')} />}
      />
      <h2>Coming up</h2>
      <StatusLine
        status="not-yet-due"
        name="Fire safety"
        sentence="Due by 30 November 2026: you joined on 2 November 2026 and it is to be done within 4 weeks."
      />
      <h2>In date</h2>
      <StatusLine
        status="in-date"
        name="Whole-staff safeguarding session"
        sentence="In date to 31 October 2027: done on 1 September 2026, once each academic year, by 31 October."
      />
      <content.Details summary="What happens when something runs out?">
        <p>You hear of it 60 days before. Nothing is held against you.</p>
      </content.Details>
    </Page>
  );
}

const errors = [
  { field: 'completedOn-month', message: 'Enter a month from 1 to 12' },
  { field: 'provider', message: 'Enter who ran the training' },
];

function FormPage() {
  return (
    <Page
      title="Record training for Zoë O’Neill"
      shell={shell}
      back={{ href: '/dsl/people/3', label: 'Back to Zoë O’Neill' }}
      errors={errors}
    >
      <form method="post">
        <FormKey value="k" />
        <DateInput
          name="completedOn"
          label="When was it completed?"
          hint="For example, 3 9 2026"
          value={{ day: '3', month: '13', year: '2026' }}
          errors={errors}
        />
        <TextInput
          name="provider"
          label="Who ran it?"
          errors={errors}
          hint="As on the certificate"
        />
        <TextInput name="months" label="Renewed every" width={3} suffix="months" />
        <Select
          name="requirement"
          label="Which requirement?"
          empty="Choose one"
          options={[
            { value: '1', label: 'Prevent' },
            { label: 'First aid', options: [{ value: '2', label: 'Paediatric' }] },
          ]}
          value="1"
        />
        <Radios
          name="evidence"
          label="What stands behind it?"
          value="certificate"
          choices={[
            {
              value: 'certificate',
              label: 'Certificate',
              details: <TextInput name="number" label="Number on it" width={20} />,
            },
            { value: 'register', label: 'Register', hint: 'Of a session in school' },
          ]}
        />
        <Checkboxes
          name="people"
          label="Who took part?"
          layout="columns"
          values={['1']}
          choices={['Ada Bell', 'Ben Carr', 'Cy Dunn', 'Di Eames'].map((label, index) => ({
            value: String(index),
            label,
          }))}
        />
        <Checkbox name="elsewhere" label="It was done for another school" />
        <Textarea name="note" label="Note" />
        <FileInput name="file" label="Certificate" hint="PDF, JPG or PNG, up to 15 MB" />
        <ButtonGroup>
          <Button>Save</Button>
          <Button kind="secondary" name="then" value="another">
            Save and record another
          </Button>
          <Button kind="warning">Withdraw</Button>
          <a href="/dsl">Cancel</a>
        </ButtonGroup>
      </form>
    </Page>
  );
}

const REQUIREMENTS = [
  'Level 3',
  'Prevent',
  'KCSIE',
  'FGM',
  'CSE',
  'Fire safety',
  'First aid',
  'GDPR',
];
const PEOPLE = ['Ada Bell', 'Bartholomew Carrington-Smythe', 'Zoë O’Neill', 'Cher', 'Di Eames'];

function TablePage() {
  return (
    <Page
      title="Everybody’s training"
      shell={shell}
      width="wide"
      breadcrumbs={[{ href: '/dsl', label: 'Do next' }]}
      notification="Training recorded for 12 people."
    >
      <form className="filters">
        <TextInput name="name" label="Name" type="search" />
        <Select name="status" label="Status" empty="Any" options={[]} />
        <Button kind="secondary">Show</Button>
      </form>
      <Table
        caption="People and requirements on 16 November 2026"
        isDense
        hasStickyHeads
        columns={[
          {
            key: 'name',
            head: 'Name',
            isRowHead: true,
            sort: { href: '?sort=name', now: 'ascending' },
          },
          ...REQUIREMENTS.map((name) => ({ key: name, head: name })),
        ]}
        rows={PEOPLE.map((name, row) => ({
          key: name,
          cells: {
            name: <a href="/dsl/people/1">{name}</a>,
            ...Object.fromEntries(
              REQUIREMENTS.map((requirement, column) => [
                requirement,
                <StatusTag
                  key={requirement}
                  status={STATUSES[(row * 3 + column) % 7]!}
                  day={column % 4 ? day('2027-09-01') : null}
                  isShort
                />,
              ]),
            ),
          },
        }))}
      />
      <Pagination page={5} pages={12} hrefOf={(page) => `?page=${page}`} label="People" />
      <DescriptionOfStatuses />
      <content.EmptyState title="Nobody here yet">
        <p>Import your staff list first. It takes a few minutes.</p>
        <ButtonLink href="/admin/import">Import people</ButtonLink>
      </content.EmptyState>
    </Page>
  );
}

/** A count of `of` people of whom so many are in date, due soon and not yet due. */
export function countWith(of: number, inDate: number, dueSoon: number, notYetDue: number): Count {
  return {
    of,
    inDate,
    dueSoon,
    noInterval: 0,
    notYetDue,
    notYetDueUntil: null,
    overdue: of - inDate - dueSoon - notYetDue,
    exempt: 0,
    away: 0,
  };
}

export function GalleryCharts() {
  return (
    <>
      <ProportionBars
        id="by-requirement"
        title="In date for each requirement"
        rowsAre="Requirement"
        rows={[
          {
            label: 'Keeping children safe in education, September 2026 edition',
            shown: countWith(52, 31, 0, 21),
          },
          {
            label: 'Whole-staff safeguarding session',
            shown: countWith(47, 38, 6, 1),
            lastTerm: countWith(45, 40, 0, 0),
          },
          { label: 'Prevent', shown: countWith(47, 30, 8, 3), lastTerm: countWith(45, 44, 0, 0) },
          { label: 'Paediatric first aid', shown: 'not-all' },
          { label: 'Site induction', shown: 'no-one' },
        ]}
      />
      <CountBars
        id="ageing"
        title="How long the overdue have been so"
        rowsAre="Overdue for"
        numbersAre="Overdue"
        of={9}
        rows={[
          { label: '1 to 30 days', n: 6 },
          { label: '31 to 90 days', n: 2 },
          { label: '91 days or more', n: 1 },
        ]}
      />
      <CoverLine
        id="cover"
        title="Cover until the end of the school year"
        from={day('2026-11-16')}
        to={day('2027-08-31')}
        rows={[
          {
            name: 'Designated safeguarding lead',
            cover: {
              securesToday: true,
              secureUntil: day('2027-03-14'),
              failsOn: day('2027-03-15'),
            },
          },
          {
            name: 'Paediatric first aid',
            cover: { securesToday: true, secureUntil: null, failsOn: null },
          },
          {
            name: 'Safer recruitment',
            cover: { securesToday: false, secureUntil: null, failsOn: day('2026-11-16') },
          },
        ]}
      />
    </>
  );
}

function DashboardPage() {
  return (
    <Page
      title="Safeguarding training for governors"
      shell={shell}
      width="wide"
      answer={
        <>
          On 16 November 2026, <strong>44 of 47 people</strong> are in date for everything that law
          and statutory guidance ask of them. DSL cover is secure until{' '}
          <span className="figures">14 March 2027</span>.
        </>
      }
    >
      <h2>Questions for the meeting</h2>
      <GalleryCharts />
      <content.PrintOnly>
        <p>Printed from InDate.</p>
      </content.PrintOnly>
    </Page>
  );
}

function PersonPage() {
  return (
    <Page title="Zoë O’Neill" shell={shell} caption="Teaching assistant, since 4 September 2023">
      <content.Notification kind="important">
        <p>Zoë is away from 1 October 2026; her last day away is not known yet.</p>
      </content.Notification>
      <content.SummaryList
        rows={[
          {
            key: 'E-mail',
            value: 'zoe@example.org',
            actions: [{ href: '/e', label: 'Change', of: 'e-mail' }],
          },
          { key: 'Appointments', value: 'Teaching assistant, since 4 September 2023' },
        ]}
      />
      <h2>What happened</h2>
      <Timeline
        entries={[
          {
            key: 1,
            on: day('2026-09-01'),
            title: 'Prevent completed',
            by: 'Recorded by Priya Nandakumar on 3 September 2026',
          },
          {
            key: 2,
            on: day('2025-09-01'),
            title: 'Prevent completed',
            by: 'Withdrawn: it was somebody else’s certificate',
            isWithdrawn: true,
          },
        ]}
      />
      <content.InsetText>What is recorded here is seen by Zoë too.</content.InsetText>
      <content.LinkList
        links={[
          { href: '/a', label: 'Record training', note: 'A certificate, or a session in school' },
          { href: '/b', label: 'Note a booked course' },
        ]}
      />
    </Page>
  );
}

function SignInPage() {
  return (
    <Page title="Sign in" shell={null}>
      <form method="post">
        <TextInput name="email" label="E-mail" type="email" autoComplete="username" />
        <PasswordInput name="password" label="Password" autoComplete="current-password" />
        <Button>Sign in</Button>
      </form>
    </Page>
  );
}
