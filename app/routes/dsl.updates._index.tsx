import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { UpdateList } from '#app/components/update-list.tsx';
import { YearLinks } from '#app/components/year-links.tsx';
import { listUpdates } from '#app/data/updates.ts';
import { may } from '#app/domain/permissions.ts';
import { updatesAnswer, updatesOfYear, yearsOfUpdates } from '#app/domain/sessions/updates.ts';
import { doneWords } from '#app/forms/done.ts';
import { readPeriod } from '#app/forms/quiz-view.ts';

export const meta = titled('Short updates');

const DONE = {
  'taken-back':
    'The update is taken back, and what it completed is withdrawn. It stays under “What was changed”.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-sessions');
  const { database, school, today } = visit;
  const period = readPeriod(new URL(args.request.url).searchParams, today);
  const all = listUpdates(database, school.id).filter(({ heldOn }) => heldOn <= today);
  const updates = updatesOfYear(all, period.year);
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    answer: updatesAnswer(updates, period),
    updates,
    years: yearsOfUpdates(all, today),
    year: period.year,
    today,
    mayLog: may(visit.roles, 'run-sessions'),
  };
}

export default function UpdatesPage() {
  const { shell, done, answer, updates, years, year, today, mayLog } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title="Short updates"
      shell={shell}
      answer={answer}
      notification={done}
      width="wide"
      back={{ href: '/dsl/sessions', label: 'Back to sessions' }}
    >
      {mayLog ? (
        <div className="no-print">
          <ButtonGroup>
            <ButtonLink href="/dsl/updates/new">Log an update</ButtonLink>
          </ButtonGroup>
        </div>
      ) : null}
      {updates.length > 0 ? (
        <UpdateList updates={updates} />
      ) : (
        <EmptyState title="Nothing is logged for this year">
          <p className="govuk-body">
            A bulletin, a briefing or five minutes in a staff meeting: logged here with who heard
            it, they show what staff are told between the sessions, all through the year.
          </p>
        </EmptyState>
      )}
      <YearLinks years={years} shown={year} today={today} path="/dsl/updates" />
    </Page>
  );
}
