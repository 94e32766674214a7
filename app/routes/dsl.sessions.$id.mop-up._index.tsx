import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { groundOf, mopUpHome, requireMopUpAt } from '#app/auth/mop-up-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import type { Answered } from '#app/components/given-back.ts';
import { MopUpList } from '#app/components/mop-up-list.tsx';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { may } from '#app/domain/permissions.ts';
import { firstDayOf, isOpen, mopUpFigures } from '#app/domain/sessions/mop-up.ts';
import { listShown } from '#app/domain/sessions/mop-up-shown.ts';
import { missedSoFar, mopUpAnswer, sittingWords } from '#app/domain/sessions/mop-up-words.ts';
import { doneWords } from '#app/forms/done.ts';
import { closeSession } from '#app/operations/close-session.ts';

export const meta = titled('Who missed it');

const DONE = {
  closed: 'The session is closed. Those who missed it stand below.',
  decided: 'It is arranged as you said.',
  finished: 'It is noted as done, and stands in their record.',
  recording: 'What you said of the recording is kept.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-sessions');
  const mopUp = requireMopUpAt(args, visit);
  const { session, list, missed, quiz } = mopUp;
  const figures = mopUpFigures(list);
  const isClosed = session.closedOn !== null;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    title: session.title,
    sessionHref: `/dsl/sessions/${session.id}`,
    home: mopUpHome(mopUp),
    isClosed,
    mayClose: !isClosed && session.calledOffOn === null && firstDayOf(missed) !== null,
    answer: isClosed ? mopUpAnswer(figures) : missedSoFar(figures),
    isDone: isClosed && !isOpen(figures),
    groups: listShown(list, groundOf(mopUp, visit)),
    later: session.sittings
      .filter(({ isMopUp, finalisedAt }) => isMopUp && finalisedAt === null)
      .map((sitting) => ({ id: sitting.id, words: sittingWords(sitting) })),
    recording:
      quiz && session.recordingLink ? { link: session.recordingLink, quiz: quiz.title } : null,
    mayDecide: isClosed && may(visit.roles, 'run-sessions'),
    mayRun: may(visit.roles, 'run-sessions'),
  };
}

/** Closes the session. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const mopUp = requireMopUpAt(args, visit);
  const form = await args.request.formData();
  try {
    await closeSession(actOf(visit, form), { sessionId: mopUp.session.id });
    return redirect(`${mopUpHome(mopUp)}?done=closed`, 303);
  } catch (error) {
    return refusedForm(error, { values: {} });
  }
}

export default function MopUpPage() {
  const page = useLoaderData<typeof loader>();
  const answered: Answered = useActionData<typeof action>();
  const { shell, done, title, answer, isClosed, groups, home } = page;
  return (
    <Page
      title="Who missed it"
      caption={title}
      shell={shell}
      answer={answer}
      notification={done}
      back={{ href: page.sessionHref, label: `Back to ${title}` }}
      errors={answered?.errors}
    >
      {!isClosed && page.mayRun && page.mayClose ? <CloseForm formKey={page.formKey} /> : null}
      {isClosed && groups.length === 0 ? <Nobody /> : null}
      {page.isDone && groups.length > 0 ? (
        <p className="govuk-body">
          Nothing on this list is left to do, and it is no longer in what to do next.
        </p>
      ) : null}
      <MopUpList home={home} groups={groups} mayDecide={page.mayDecide} />
      {isClosed ? <Ways {...page} /> : null}
    </Page>
  );
}

function CloseForm({ formKey }: { formKey: string }) {
  return (
    <form method="post">
      <FormKey value={formKey} />
      <p className="govuk-body">
        Close the session when its own sittings are over. Those who missed it become a list that
        stays in what to do next until each of them has made up for it, or need not. Later sittings
        can be held all the same.
      </p>
      <Button>Close the session and begin the list</Button>
    </form>
  );
}

function Nobody() {
  return (
    <EmptyState title="Nobody is on the list">
      <p className="govuk-body">
        Everybody for whom it was, and who is here today, has what it credits. Whoever joins within
        a year is offered it here.
      </p>
    </EmptyState>
  );
}

type WaysProps = Pick<
  ReturnType<typeof useLoaderData<typeof loader>>,
  'home' | 'later' | 'recording' | 'mayDecide' | 'sessionHref'
>;

/** By what it can be made up for: the sittings to come, and the recording. */
function Ways({ home, later, recording, mayDecide, sessionHref }: WaysProps) {
  const links = mayDecide
    ? [{ href: `${home}/recording`, label: recording ? 'Change the recording' : 'Add a recording' }]
    : [];
  return (
    <Section title="Ways to make up for it" links={links}>
      <ul className="govuk-list">
        {later.map(({ id, words }) => (
          <li key={id}>
            <a className="govuk-link" href={`${sessionHref}/sittings/${id}`}>
              The sitting of {words}
            </a>
          </li>
        ))}
        {later.length === 0 ? <li>No later sitting is planned.</li> : null}
        <li>
          {recording ? (
            <>
              <a className="govuk-link" href={recording.link} rel="noreferrer noopener">
                The recording
              </a>
              , with the quiz “{recording.quiz}”
            </>
          ) : (
            'There is no recording with a quiz.'
          )}
        </li>
      </ul>
    </Section>
  );
}
