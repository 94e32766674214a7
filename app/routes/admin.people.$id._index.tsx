import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requirePersonFactsAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { AuditList } from '#app/components/audit-list.tsx';
import { Notification, SummaryList } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { PersonAccount } from '#app/components/person-account.tsx';
import { PersonDays } from '#app/components/person-days.tsx';
import { Section } from '#app/components/section.tsx';
import { titleOf } from '#app/components/shell.ts';
import { listAbsences } from '#app/data/absences.ts';
import { accountInWords, listAccountStates } from '#app/data/account-states.ts';
import { listAuditInWords } from '#app/data/audit-shown.ts';
import { listExemptions } from '#app/data/exemptions.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { listAppointments } from '#app/data/people.ts';
import type { Day } from '#app/domain/days.ts';
import { may } from '#app/domain/permissions.ts';
import { daysInWords, presenceInWords } from '#app/domain/person-words.ts';
import { counted } from '#app/domain/words.ts';
import { doneWords } from '#app/forms/done.ts';
import { listCarriable } from '#app/operations/carry-over-completion.ts';

export function meta({ data }: { data?: { name: string; shell: { schoolName: string | null } } }) {
  return [{ title: titleOf(data?.name ?? 'Person', data?.shell.schoolName) }];
}

const ENTRIES_SHOWN = 5;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { database, school, today } = visit;
  const person = requirePersonFactsAt(args, visit);
  const { appointmentKinds } = schoolPolicy(database, school.id);
  const labels = new Map(appointmentKinds.map(({ key, label }) => [key, label]));
  const { id, name, firstName, lastName, email, ref, leftWithoutDay } = person;
  const audit = { schoolId: school.id, personId: id, limit: ENTRIES_SHOWN };
  return {
    shell: shellOf(visit),
    id,
    name,
    firstName,
    lastName,
    email,
    ref,
    leftWithoutDay,
    answer: presenceInWords(person, labels, today),
    ...daysOf(visit, id, today),
    account: accountOf(visit, id),
    carriable: listCarriable(database, { schoolId: school.id, personId: id, today }).length,
    entries: listAuditInWords(database, audit),
    maySeeTraining: may(visit.roles, 'see-training'),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
  };
}

const DONE: Record<string, string> = {
  added: 'The person is added.',
  changed: 'The details are saved.',
  appointed: 'The appointment is added.',
  'appointment-changed': 'The days of the appointment are saved.',
  'appointment-removed': 'The appointment is taken away.',
  left: 'The last day is saved. After it they count in no figure, and can no longer sign in.',
  'marked-left': 'They are marked as having left. Enter the last day once you know it.',
  'not-left': 'The mark is taken off: they have not left.',
  absent: 'The absence is saved.',
  exempt: 'The exemption is saved.',
  linked: 'Their account opens this record too from now on.',
  carried: 'The completion is carried over.',
};

function daysOf({ database }: SchoolVisit, id: number, today: Day) {
  const inWords = <Span extends { from: Day; to: Day | null }>(span: Span) => ({
    ...span,
    days: daysInWords(span, today),
  });
  return {
    appointments: listAppointments(database, id).map(inWords),
    absences: listAbsences(database, id).map(inWords),
    exemptions: listExemptions(database, id).map(inWords),
  };
}

function accountOf({ database, school, now }: SchoolVisit, personId: number) {
  const accounts = listAccountStates(database, school.id, now);
  const account = accounts.find((one) => one.personId === personId);
  return account ? accountInWords(account) : null;
}

export default function PersonPage() {
  const page = useLoaderData<typeof loader>();
  const home = `/admin/people/${page.id}`;
  return (
    <Page
      title={page.name}
      shell={page.shell}
      back={{ href: '/admin/people', label: 'Back to people' }}
      answer={page.answer}
      notification={page.done}
    >
      {page.leftWithoutDay ? (
        <Notification kind="important">
          <p>
            They still count in every figure until their last day is entered.{' '}
            <a href={`${home}/leave`}>Enter the last day, or say that they have not left</a>
          </p>
        </Notification>
      ) : null}
      {page.maySeeTraining ? (
        <p className="govuk-body">
          <a href={`/dsl/people/${page.id}`}>The training of {page.name}</a>
        </p>
      ) : null}
      <Section title="Details" links={[{ href: `${home}/details`, label: 'Change the details' }]}>
        <SummaryList
          rows={[
            { key: 'First name', value: page.firstName || 'None' },
            { key: 'Last name', value: page.lastName || 'None' },
            { key: 'E-mail address', value: page.email ?? 'None' },
            { key: 'Staff number', value: page.ref },
          ]}
        />
      </Section>
      <PersonDays
        id={page.id}
        appointments={page.appointments}
        absences={page.absences}
        exemptions={page.exemptions}
      />
      <PersonAccount id={page.id} account={page.account} />
      {page.carriable > 0 ? (
        <Section title="Done at another school">
          <p className="govuk-body">
            {counted(page.carriable, 'completion', 'completions')} of theirs at another school would
            still count here.{' '}
            <a href={`/dsl/people/${page.id}/carry-over?from=admin`}>Carry over</a>
          </p>
        </Section>
      ) : null}
      <Section
        title="What was changed"
        links={[{ href: `/admin/audit?person=${page.id}`, label: 'Everything about this person' }]}
      >
        {page.entries.length > 0 ? (
          <AuditList entries={page.entries.map((entry) => ({ ...entry, person: null }))} />
        ) : (
          <p className="govuk-body">Nothing was changed here yet.</p>
        )}
      </Section>
    </Page>
  );
}
