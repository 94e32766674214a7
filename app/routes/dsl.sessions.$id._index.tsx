import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSessionAt } from '#app/auth/session-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { Details, InsetText, SummaryList } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { SittingList } from '#app/components/sitting-list.tsx';
import { schoolFacts } from '#app/data/facts.ts';
import { findMopUp } from '#app/data/mop-ups.ts';
import { type SessionLine, sessionLines } from '#app/data/session-lines.ts';
import type { WholeSession } from '#app/data/sessions.ts';
import { inWords } from '#app/domain/days.ts';
import { may } from '#app/domain/permissions.ts';
import { datePreview } from '#app/domain/preview.ts';
import { audienceInWords } from '#app/domain/rule-words.ts';
import { firstDayOf, mopUpFigures } from '#app/domain/sessions/mop-up.ts';
import { missedSoFar, mopUpAnswer } from '#app/domain/sessions/mop-up-words.ts';
import { inPartInWords, sessionAnswer } from '#app/domain/sessions/session-words.ts';
import { doneWords } from '#app/forms/done.ts';
import { parseHolding } from '#app/forms/session.ts';
import { cascadeOf } from '#app/operations/finalise-register.ts';
import { callOffSession } from '#app/operations/plan-session.ts';
import { creditedOn } from '#app/operations/require-session.ts';

const DONE = {
  planned: 'The session is planned.',
  changed: 'The session is changed.',
  added: 'The sitting is added.',
  removed: 'The sitting is taken away.',
  off: 'The session is called off.',
  held: 'The session is held after all.',
};

export const meta = titled('A session');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-sessions');
  const session = requireSessionAt(args, visit);
  const { database, school, today } = visit;
  const [line] = sessionLines(database, school.id, [session], today);
  const { policy } = schoolFacts(database, school.id);
  const sittings = line?.sittings ?? [];
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    home: `/dsl/sessions/${session.id}`,
    title: session.title,
    about: session.about,
    answer: sessionAnswer(sittings),
    trainer: session.trainer,
    holds: policy.requirements.find(({ id }) => id === session.trainerHoldsId)?.name ?? null,
    audience: audienceInWords(session.audience, policy.appointmentKinds),
    calledOffOn: session.calledOffOn ? inWords(session.calledOffOn) : null,
    sittings,
    missed: missedInWords(visit, session),
    credits: creditsShown(visit, session, sittings),
    warnings: warningsOf(visit, session, sittings),
    isFinal: sittings.some(({ state }) => state === 'final'),
    mayRun: may(visit.roles, 'run-sessions'),
  };
}

/** Once it was held: how it stands with those who missed it. */
function missedInWords({ database, school, today }: SchoolVisit, session: WholeSession) {
  const mopUp = findMopUp(database, school.id, session.id, today);
  if (!mopUp || session.calledOffOn !== null || firstDayOf(mopUp.missed) === null) return null;
  const figures = mopUpFigures(mopUp.list);
  return session.closedOn === null ? missedSoFar(figures) : mopUpAnswer(figures);
}

/** What being there completes, and until when: by the next sitting, or the last that was. */
function creditsShown(
  { database, school, today }: SchoolVisit,
  session: WholeSession,
  sittings: SessionLine['sittings'],
) {
  const { policy } = schoolFacts(database, school.id);
  const next = sittings.find(({ heldOn }) => heldOn >= today) ?? sittings.at(-1);
  if (!next) return [];
  return creditedOn(policy, session, next.heldOn).map((requirement) => ({
    id: requirement.id,
    name: requirement.name,
    until: [
      ...new Set(
        datePreview(policy, requirement, next.heldOn, null).map(({ sentence }) => sentence),
      ),
    ],
    inPart: requirement.minutesNeeded === null ? null : inPartInWords([requirement]),
  }));
}

/** Where the trainer does not hold what the session asks, or nobody here can know. */
function warningsOf(
  { database, school }: SchoolVisit,
  session: WholeSession,
  sittings: SessionLine['sittings'],
): string[] {
  const facts = schoolFacts(database, school.id);
  const open = sittings.filter(({ state }) => state === 'open' || state === 'to-come');
  return open.flatMap((sitting) => {
    const stands = cascadeOf(facts, session, sitting);
    return stands === null || stands.holds ? [] : [stands.sentence];
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { id: sessionId } = requireSessionAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseHolding(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { isHeld } = parsed.command;
  try {
    await callOffSession(actOf(visit, form), { sessionId, isHeld });
    return redirect(`/dsl/sessions/${sessionId}?done=${isHeld ? 'held' : 'off'}`, 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function SessionPage() {
  const view = useLoaderData<typeof loader>();
  const { shell, title, answer, sittings, mayRun, calledOffOn } = view;
  return (
    <Page
      title={title}
      shell={shell}
      back={{ href: '/dsl/sessions', label: 'Back to sessions' }}
      answer={calledOffOn ? `Called off on ${calledOffOn}.` : answer}
      notification={view.done}
      errors={useActionData<typeof action>()?.errors}
      width="wide"
    >
      {view.warnings.map((sentence) => (
        <InsetText key={sentence}>{sentence}</InsetText>
      ))}
      <Section
        title="Sittings"
        links={
          mayRun && !calledOffOn
            ? [{ href: `${view.home}/sittings/new`, label: 'Add a sitting' }]
            : []
        }
      >
        <SittingList sittings={sittings} />
      </Section>
      {view.missed ? (
        <Section
          title="Who missed it"
          links={[{ href: `${view.home}/mop-up`, label: 'The list of those who missed it' }]}
        >
          <p className="govuk-body">{view.missed}</p>
        </Section>
      ) : null}
      <Section title="Being there completes">
        <Credits credits={view.credits} />
      </Section>
      <About view={view} />
      {mayRun && !view.isFinal ? <CallOff {...view} /> : null}
    </Page>
  );
}

function Credits({ credits }: Pick<View, 'credits'>) {
  if (credits.length === 0) {
    return <p className="govuk-body">Nothing any more: what it credited is no longer asked for.</p>;
  }
  return (
    <ul className="credits">
      {credits.map(({ id, name, until, inPart }) => (
        <li className="credits__item" key={id}>
          <span className="credits__name">{name}</span>
          {until.map((sentence) => (
            <span className="credits__until" key={sentence}>
              {sentence}
            </span>
          ))}
          {inPart ? <span className="credits__until">There in part: {inPart}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function About({ view }: { view: View }) {
  const { about, trainer, holds, audience, home, mayRun, isFinal } = view;
  const rows = [
    ...(about ? [{ key: 'What it is about', value: about }] : []),
    { key: 'Who gives it', value: trainer ?? 'Not said' },
    ...(holds ? [{ key: 'The trainer must hold', value: `${holds}, in date on that day` }] : []),
    { key: 'Who is expected', value: audience },
  ];
  const links = mayRun && !isFinal ? [{ href: `${home}/change`, label: 'Change the session' }] : [];
  return (
    <Section title="About it" links={links}>
      <SummaryList rows={rows} />
    </Section>
  );
}

function CallOff({ formKey, calledOffOn }: Pick<View, 'formKey' | 'calledOffOn'>) {
  return (
    <Details summary={calledOffOn ? 'Hold it after all' : 'Call it off'}>
      <form method="post">
        <FormKey value={formKey} />
        <input type="hidden" name="act" value={calledOffOn ? 'hold' : 'call-off'} />
        <p className="govuk-body">
          {calledOffOn
            ? 'It is on everybody’s own page again, with its days and places as they were.'
            : 'Nobody is expected any more, and no register of it can be kept. It can be held after all.'}
        </p>
        <Button kind={calledOffOn ? 'primary' : 'warning'}>
          {calledOffOn ? 'Hold it after all' : 'Call it off'}
        </Button>
      </form>
    </Details>
  );
}
