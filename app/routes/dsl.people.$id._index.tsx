import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { SummaryList } from '#app/components/content.tsx';
import { History } from '#app/components/history.tsx';
import { Page } from '#app/components/page.tsx';
import { PersonThings } from '#app/components/person-things.tsx';
import { titleOf } from '#app/components/shell.ts';
import { findPersonFacts, type KnownPerson, schoolPolicy } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { listAppointments, listBookings } from '#app/data/people.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import type { HistoryEntry } from '#app/domain/history.ts';
import { ownOf, personAnswer } from '#app/domain/own.ts';
import { may } from '#app/domain/permissions.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { type Standing, standingsOf } from '#app/domain/standing.ts';
import type { Policy } from '#app/domain/types.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
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

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-training');
  const policy = schoolPolicy(visit.database, visit.school.id);
  const person = findPersonFacts(visit.database, visit.school.id, parseId(args.params.id));
  if (!person) throw notFound();
  const own = ownOf(standingsOf(policy, person, visit.today));
  const { toDo, waiting, comingUp, inDate } = own;
  const parts = [
    { title: 'To do', things: [...waiting, ...toDo] },
    { title: 'In date', things: inDate },
    { title: 'Exempt, away or coming up', things: comingUp },
  ];
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    shell: shellOf(visit),
    notification: DONE[done] ?? null,
    id: person.id,
    name: person.name,
    answer: personAnswer(own),
    facts: factsShown(person, listAppointments(visit.database, person.id)),
    parts: parts.map(({ title, things }) => ({
      title,
      things: things.map((one) => thingShown(policy, one)),
    })),
    bookings: listBookings(visit.database, person.id)
      .filter(({ bookedOn }) => bookedOn >= visit.today)
      .map(({ id, requirementId }) => ({ id, requirementId })),
    history: historyOf(visit.database, person.id),
    isOwn: visit.personId === person.id,
    mayRecord: may(visit.roles, 'record-training'),
    mayCheck: may(visit.roles, 'check-evidence'),
    mayDecide: may(visit.roles, 'decide-exemptions'),
    carriable: listCarriable(visit.database, {
      schoolId: visit.school.id,
      personId: person.id,
      today: visit.today,
    }).length,
  };
}

export default function PersonPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, id, name, answer, facts, parts, history, mayRecord, mayDecide } = page;
  const home = `/dsl/people/${id}`;
  return (
    <Page
      title={name}
      shell={shell}
      answer={answer}
      notification={page.notification}
      breadcrumbs={[
        { href: '/dsl', label: 'Do next' },
        { href: '/dsl/matrix', label: 'Everybody' },
      ]}
    >
      {mayRecord ? (
        <ButtonGroup>
          <ButtonLink href={`${home}/record`}>Record a completion</ButtonLink>
          <ButtonLink href={`${home}/chase`} kind="secondary">
            Chase
          </ButtonLink>
          <ButtonLink href={`${home}/book`} kind="secondary">
            Note a booking
          </ButtonLink>
        </ButtonGroup>
      ) : null}
      {parts.map(({ title, things }) => (
        <PersonThings
          key={title}
          title={title}
          things={things}
          bookings={page.bookings}
          home={home}
          mayRecord={mayRecord}
        />
      ))}
      <section className="part">
        <h2 className="part__title">About {name}</h2>
        <SummaryList rows={facts} />
        {mayDecide ? (
          <p className="govuk-body no-print">
            <a className="govuk-link" href={`${home}/exempt`}>
              Exempt from a requirement
            </a>{' '}
            or{' '}
            <a className="govuk-link" href={`${home}/absence`}>
              enter a long absence
            </a>
            .
          </p>
        ) : null}
        {mayDecide && page.carriable > 0 ? (
          <p className="govuk-body no-print">
            {sentenceCase(counted(page.carriable, 'completion', 'completions'))} at another school
            would still count here.{' '}
            <a className="govuk-link" href={`${home}/carry-over`}>
              Carry over
            </a>
          </p>
        ) : null}
      </section>
      <section className="part">
        <h2 className="part__title">What is recorded</h2>
        {history.length === 0 ? (
          <p className="govuk-body">Nothing is recorded for {name} yet.</p>
        ) : (
          <History
            entries={history}
            actionsOf={(entry) => <EntryActions entry={entry} page={page} />}
          />
        )}
      </section>
    </Page>
  );
}

type PageData = Pick<
  ReturnType<typeof useLoaderData<typeof loader>>,
  'id' | 'isOwn' | 'mayRecord' | 'mayCheck'
>;

/** Evidence that waits is checked, by somebody else; what was wrong is withdrawn. */
function EntryActions({ entry, page }: { entry: HistoryEntry; page: PageData }) {
  const address = `/dsl/people/${page.id}/completions/${entry.id}`;
  const of = <span className="govuk-visually-hidden"> {entry.requirement}</span>;
  if (entry.state === 'withdrawn') return null;
  return (
    <p className="timeline__text no-print">
      {entry.state === 'awaiting-check' && page.mayCheck && !page.isOwn ? (
        <a className="govuk-link" href={address}>
          Check{of}
        </a>
      ) : page.mayRecord ? (
        <a className="govuk-link" href={address}>
          Correct{of}
        </a>
      ) : null}
    </p>
  );
}

function thingShown(policy: Policy, standing: Standing) {
  const { requirement, status, booked, awaitingCheck } = standing;
  return {
    id: requirement.id,
    name: requirement.name,
    status,
    sentence: sentenceOf(policy, standing),
    bookedOn: booked?.on ?? null,
    isWaiting: awaitingCheck !== null,
  };
}

type Held = ReturnType<typeof listAppointments>;

function factsShown(person: KnownPerson, held: Held) {
  const absences = person.absences.map(
    ({ from, to }) => `${inWords(from)} to ${to ? inWords(to) : 'a day not known yet'}`,
  );
  return [
    { key: 'Appointments', value: held.map(appointmentInWords).join('; ') || 'None' },
    { key: 'E-mail', value: person.email ?? 'None: use a printed slip' },
    { key: 'Can sign in', value: person.hasAccount ? 'Yes' : 'No account' },
    { key: 'Their number here', value: person.ref },
    ...(absences.length > 0 ? [{ key: 'Away', value: absences.join('; ') }] : []),
    ...(person.leftWithoutDay ? [{ key: 'Left', value: 'Yes, with no last day entered' }] : []),
  ];
}

function appointmentInWords({ label, from, to }: { label: string; from: Day; to: Day | null }) {
  return `${label} ${to ? `from ${inWords(from)} to ${inWords(to)}` : `since ${inWords(from)}`}`;
}
