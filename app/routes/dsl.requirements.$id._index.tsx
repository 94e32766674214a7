import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { SummaryList } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { RequirementHistory } from '#app/components/requirement-history.tsx';
import { RuleLines } from '#app/components/requirement-rules.tsx';
import { titleOf } from '#app/components/shell.ts';
import { TriedDayFields, TriedDayResult } from '#app/components/tried-day.tsx';
import { schoolStandings } from '#app/data/derived.ts';
import { findOwnNotice, listRequirementEvents } from '#app/data/requirements.ts';
import { countOf } from '#app/domain/counting.ts';
import { ASKED_WORDS } from '#app/domain/evidence/asked.ts';
import { may } from '#app/domain/permissions.ts';
import { requirementWords, versionWords } from '#app/domain/policy-words.ts';
import { daysInWords } from '#app/domain/statuses.ts';
import type { Policy, Requirement } from '#app/domain/types.ts';
import { listed } from '#app/domain/words.ts';
import { doneWords } from '#app/forms/done.ts';
import { parseTriedDay, triedLines } from '#app/forms/tried-day.ts';
import { dayInSchool } from '#app/platform/clock.ts';

export function meta({ data }: { data?: { name: string; shell: { schoolName: string | null } } }) {
  return [{ title: titleOf(data?.name ?? 'Requirement', data?.shell.schoolName) }];
}

const DONE: Record<string, string> = {
  added: 'The requirement is added.',
  changed: 'The change is saved.',
  retired: 'The requirement is retired from the day you gave.',
  again: 'The requirement is asked again.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-requirements');
  const { policy, rows } = schoolStandings(visit.database, visit.school.id, visit.today);
  const id = parseId(args.params.id);
  const index = policy.requirements.findIndex((known) => known.id === id);
  const requirement = policy.requirements[index];
  if (!requirement) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const tried = triedIn(searchParams, policy, requirement);
  const count = countOf(rows.map(({ standings }) => standings[index]!));
  const body = {
    shell: shellOf(visit),
    notification: doneWords(DONE, searchParams),
    home: `/dsl/requirements/${id}`,
    name: requirement.name,
    words: requirementWords(policy, requirement, count, visit.today),
    details: detailsOf(policy, requirement, findOwnNotice(visit.database, visit.school.id, id)),
    versions: versionWords(policy, requirement, visit.today),
    events: listRequirementEvents(visit.database, visit.school.id, id).map((event) => ({
      id: event.id,
      on: dayInSchool(event.at),
      action: event.action,
      by: event.contents.by,
    })),
    tried,
    isRetired: requirement.retiredFrom !== null,
    mayChange: may(visit.roles, 'change-requirements'),
  };
  return data(body, { status: tried.errors.length > 0 ? 422 : 200 });
}

export default function RequirementPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, name, home, words, details, versions, events, tried } = page;
  return (
    <Page
      title={name}
      shell={shell}
      answer={`${words.figure.join('; ')}.`}
      notification={page.notification}
      errors={tried.errors}
      back={{ href: '/dsl/requirements', label: 'Back to the requirements' }}
      width="wide"
    >
      {words.note ? <p className="govuk-body">{words.note}</p> : null}
      {page.mayChange ? <Actions home={home} isRetired={page.isRetired} /> : null}
      <section className="part">
        <h2 className="part__title">Who, how often and why</h2>
        <RuleLines
          lines={words.lines}
          since={words.since}
          changeHref={page.mayChange ? `${home}/change` : null}
        />
      </section>
      <section className="part">
        <h2 className="part__title">What counts</h2>
        <SummaryList rows={details.map(withLink)} />
      </section>
      <section className="part no-print" id="try">
        <h2 className="part__title">Try a day</h2>
        <p className="govuk-body">
          Type a day on which somebody might complete it, and see until when it counts and why.
        </p>
        <form method="get" action={`${home}#try`} noValidate>
          <TriedDayFields values={tried.values} errors={tried.errors} />
          <Button kind="secondary">Try this day</Button>
        </form>
        <TriedDayResult lines={tried.lines} />
      </section>
      {versions.length > 1 ? (
        <section className="part">
          <h2 className="part__title">The rules over time</h2>
          {versions.map(({ key, title, note, lines }) => (
            <div className="rule" key={key}>
              <h3 className="rule__name">{title}</h3>
              {note ? <p className="rule__note">{note}</p> : null}
              <RuleLines lines={lines} />
            </div>
          ))}
        </section>
      ) : null}
      <section className="part">
        <h2 className="part__title">What was changed here</h2>
        <RequirementHistory events={events} />
      </section>
    </Page>
  );
}

/** Where to go may be an address, or words. */
function withLink({ key, value }: { key: string; value: string }) {
  return { key, value: /^https?:\/\/\S+$/.test(value) ? <a href={value}>{value}</a> : value };
}

function Actions({ home, isRetired }: { home: string; isRetired: boolean }) {
  return (
    <ButtonGroup>
      <ButtonLink href={`${home}/change`}>Change</ButtonLink>
      <ButtonLink href={`${home}/retire`} kind="secondary">
        {isRetired ? 'Ask it again' : 'Retire'}
      </ButtonLink>
    </ButtonGroup>
  );
}

function triedIn(search: URLSearchParams, policy: Policy, requirement: Requirement) {
  const form = new FormData();
  for (const [name, value] of search) form.append(name, value);
  const parsed = parseTriedDay(form);
  if (!parsed.ok) return { values: parsed.values, errors: parsed.errors, lines: null };
  const values = Object.fromEntries(search);
  const lines = parsed.command && triedLines(policy, requirement, parsed.command);
  return { values, errors: [], lines };
}

function detailsOf(policy: Policy, requirement: Requirement, ownNotice: number | null) {
  const { whatCounts, whereToGo, metBy, siteSpecific, handedInCounts } = requirement;
  const { asksFor, minutesNeeded } = requirement;
  const met = policy.requirements.filter(({ id }) => metBy.includes(id)).map(({ name }) => name);
  const notice = daysInWords(requirement.noticeDays);
  return [
    { key: 'What counts', value: whatCounts },
    ...(whereToGo ? [{ key: 'Where to go', value: whereToGo }] : []),
    ...(met.length > 0 ? [{ key: 'Also met by', value: listed(met) }] : []),
    {
      key: 'Done elsewhere',
      value: siteSpecific ? 'Does not count: only what is done at this school' : 'Counts, if valid',
    },
    {
      key: 'A certificate handed in',
      value: handedInCounts === 'at-once' ? 'Counts at once' : 'Counts when it is checked',
    },
    ...(asksFor.length > 0
      ? [
          {
            key: 'What it must show',
            value: `The day, ${listed(asksFor.map((one) => ASKED_WORDS[one]))}`,
          },
        ]
      : []),
    ...(minutesNeeded === null
      ? []
      : [{ key: 'At a session', value: `Counts from ${minutesNeeded} minutes on` }]),
    {
      key: 'Due soon',
      value: `${notice} before it runs out${ownNotice === null ? ', as for the whole school' : ''}`,
    },
  ];
}
