import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { SessionList } from '#app/components/session-list.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { sessionLines } from '#app/data/session-lines.ts';
import { listSessions } from '#app/data/sessions.ts';
import { may } from '#app/domain/permissions.ts';
import {
  partOfSession,
  SESSION_PARTS,
  sessionsAnswer,
} from '#app/domain/sessions/session-words.ts';

export const meta = titled('Sessions');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-sessions');
  const { database, school, today } = visit;
  const lines = sessionLines(database, school.id, listSessions(database, school.id), today);
  const { requirements } = schoolPolicy(database, school.id);
  const sittings = lines.flatMap(({ title, sittings: held }) =>
    held.map(({ figures, ...sitting }) => ({ ...sitting, title, expected: figures.expected })),
  );
  const shown = lines.toReversed().map(({ creditIds, ...line }) => ({
    ...line,
    part: partOfSession(line.sittings),
    credits: requirements.filter(({ id }) => creditIds.includes(id)).map(({ name }) => name),
  }));
  return {
    shell: shellOf(visit),
    answer: sessionsAnswer(sittings),
    parts: SESSION_PARTS.map(({ part, title }) => ({
      title,
      sessions: shown.filter((one) => one.part === part),
    })),
    mayRun: may(visit.roles, 'run-sessions'),
  };
}

export default function SessionsPage() {
  const { shell, answer, parts, mayRun } = useLoaderData<typeof loader>();
  const isNothing = parts.every(({ sessions }) => sessions.length === 0);
  return (
    <Page title="Sessions" shell={shell} answer={answer} width="wide">
      {mayRun ? (
        <ButtonGroup>
          <ButtonLink href="/dsl/sessions/new">Plan a session</ButtonLink>
        </ButtonGroup>
      ) : null}
      <p className="govuk-body no-print">
        What is said in a few minutes between the sessions stands among the{' '}
        <a className="govuk-link" href="/dsl/updates">
          short updates
        </a>
        .
      </p>
      {isNothing ? (
        <EmptyState title="No session has been planned yet">
          <p className="govuk-body">
            An INSET is planned here with whom it is for and what it completes. Its register then
            records everybody who was there, in one act.
          </p>
        </EmptyState>
      ) : null}
      {parts.map(({ title, sessions }) =>
        sessions.length > 0 ? (
          <Section title={title} key={title}>
            <SessionList sessions={sessions} />
          </Section>
        ) : null,
      )}
    </Page>
  );
}
