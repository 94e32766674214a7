import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requirePersonFactsAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { MissedSessions } from '#app/components/arranged.tsx';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { Carriable } from '#app/components/carriable.tsx';
import { SummaryList } from '#app/components/content.tsx';
import { EntryActions } from '#app/components/history.tsx';
import { HistoryPart } from '#app/components/history-part.tsx';
import { Page } from '#app/components/page.tsx';
import { PersonChanges } from '#app/components/person-changes.tsx';
import { PersonDecisions } from '#app/components/person-decisions.tsx';
import { NotAsked, PersonQuietThings, PersonThings } from '#app/components/person-things.tsx';
import { titleOf } from '#app/components/shell.ts';
import { listAbsences } from '#app/data/absences.ts';
import { countAudit } from '#app/data/audit.ts';
import { listAuditInWords } from '#app/data/audit-shown.ts';
import { listComingBookings } from '#app/data/bookings.ts';
import { listExemptions } from '#app/data/exemptions.ts';
import { type KnownPerson, schoolPolicy } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { listOwnMopUps } from '#app/data/mop-ups.ts';
import { listAppointments } from '#app/data/people.ts';
import { latestOf } from '#app/domain/history.ts';
import { may } from '#app/domain/permissions.ts';
import { personShown } from '#app/domain/person-shown.ts';
import { daysInWords } from '#app/domain/person-words.ts';
import { missedSessionsOf } from '#app/domain/sessions/arranged.ts';
import { standingsOf } from '#app/domain/standing.ts';
import { doneWords } from '#app/forms/done.ts';
import { listCarriable } from '#app/operations/carry-over-completion.ts';

export function meta({ data }: { data?: { name: string; shell: { schoolName: string | null } } }) {
  return [{ title: titleOf(data?.name ?? 'Person', data?.shell.schoolName) }];
}

const DONE: Record<string, string> = {
  recorded: 'The completion is recorded.',
  waits: 'The completion is recorded. It concerns you, so somebody else must check it.',
  accepted: 'The completion is accepted and counts.',
  returned: 'The completion is returned, with your reason.',
  withdrawn: 'The completion is withdrawn and no longer counts.',
  booked: 'The booking is noted.',
  cancelled: 'The booking is taken off.',
  exempt: 'The exemption is saved.',
  absent: 'The absence is saved.',
  carried: 'The completion is carried over and counts.',
};

const CHANGES_SHOWN = 5;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-training');
  const { database, school, today } = visit;
  const person = requirePersonFactsAt(args, visit);
  const query = new URL(args.request.url).searchParams;
  return {
    shell: shellOf(visit),
    notification: doneWords(DONE, query),
    id: person.id,
    name: person.name,
    today,
    ...thingsShown(visit, person),
    facts: factsShown(visit, person),
    missed: missedShownOf(visit, person),
    carriable: listCarriable(database, { schoolId: school.id, personId: person.id, today }).length,
    exemptions: listExemptions(database, person.id),
    absences: listAbsences(database, person.id),
    history: latestOf(historyOf(database, person.id), query.get('history') === 'all'),
    changes: changesShown(visit, person.id),
    may: {
      mayRecord: may(visit.roles, 'record-training'),
      mayCheck: may(visit.roles, 'check-evidence') && visit.personId !== person.id,
      mayDecide: may(visit.roles, 'decide-exemptions'),
    },
  };
}

export default function PersonPage() {
  const page = useLoaderData<typeof loader>();
  const { name, may } = page;
  const home = `/dsl/people/${page.id}`;
  const things = { home, may };
  return (
    <Page
      title={name}
      shell={page.shell}
      answer={page.answer}
      notification={page.notification}
      breadcrumbs={[
        { href: '/dsl', label: 'Do next' },
        { href: '/dsl/matrix', label: 'Everybody' },
      ]}
    >
      {may.mayRecord ? <ForOne home={home} /> : null}
      <PersonThings title="To do" things={page.toDo} {...things} />
      <MissedSessions sessions={page.missed} />
      <PersonQuietThings title="In date" things={page.inDate} {...things} />
      <PersonQuietThings title="Exempt, away or coming up" things={page.comingUp} {...things} />
      <NotAsked name={name} things={page.notAsked} />
      <section className="part">
        <h2 className="part__title">About {name}</h2>
        <SummaryList rows={page.facts} />
        <Carriable
          n={may.mayDecide ? page.carriable : 0}
          which="done at another school"
          href={`${home}/carry-over`}
        />
      </section>
      <PersonDecisions
        home={home}
        today={page.today}
        exemptions={page.exemptions}
        absences={page.absences}
        mayDecide={may.mayDecide}
      />
      <HistoryPart
        title="What is recorded"
        history={page.history}
        none={`Nothing is recorded for ${name} yet.`}
        allHref={`${home}?history=all`}
        actionsOf={(entry) => <EntryActions entry={entry} home={home} may={may} />}
      />
      <PersonChanges home={home} {...page.changes} />
    </Page>
  );
}

function ForOne({ home }: { home: string }) {
  return (
    <ButtonGroup>
      <ButtonLink href={`${home}/record`}>Record a completion</ButtonLink>
      <ButtonLink href={`${home}/chase`} kind="secondary">
        Chase
      </ButtonLink>
      <ButtonLink href={`${home}/book`} kind="secondary">
        Note a booking
      </ButtonLink>
    </ButtonGroup>
  );
}

function thingsShown({ database, school, today }: SchoolVisit, person: KnownPerson) {
  const policy = schoolPolicy(database, school.id);
  const bookings = listComingBookings(database, person.id, today);
  return personShown(policy, standingsOf(policy, person, today), bookings);
}

function missedShownOf({ database, school, today }: SchoolVisit, person: KnownPerson) {
  const policy = schoolPolicy(database, school.id);
  return missedSessionsOf(policy, listOwnMopUps(database, school.id, { policy, person }, today));
}

function factsShown({ database, today }: SchoolVisit, person: KnownPerson) {
  const held = listAppointments(database, person.id);
  const appointments = held.map((one) => `${one.label} ${daysInWords(one, today)}`);
  return [
    { key: 'Appointments', value: appointments.join('; ') || 'None' },
    { key: 'E-mail', value: person.email ?? 'None: use a printed slip' },
    { key: 'Can sign in', value: person.hasAccount ? 'Yes' : 'No account' },
    { key: 'Their number here', value: person.ref },
    ...(person.leftWithoutDay ? [{ key: 'Left', value: 'Yes, with no last day entered' }] : []),
  ];
}

function changesShown({ database, school }: SchoolVisit, personId: number) {
  const asked = { schoolId: school.id, personId };
  const entries = listAuditInWords(database, { ...asked, limit: CHANGES_SHOWN });
  return {
    count: countAudit(database, asked),
    // The page is about one person: each entry need not name them again.
    entries: entries.map((entry) => ({ ...entry, person: null })),
  };
}
