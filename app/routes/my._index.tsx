import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireOwnVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { History } from '#app/components/history.tsx';
import { OwnThings } from '#app/components/own-things.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { findPersonFacts, schoolPolicy } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { ownAnswer, ownOf } from '#app/domain/own.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { type Standing, standingsOf } from '#app/domain/standing.ts';
import type { Policy } from '#app/domain/types.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { listCarriable } from '#app/operations/carry-over-completion.ts';

export const meta = titled('My training');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const policy = schoolPolicy(visit.database, visit.school.id);
  const person = findPersonFacts(visit.database, visit.school.id, visit.personId);
  if (!person) throw notFound();
  const own = ownOf(standingsOf(policy, person, visit.today));
  const shown = (standings: Standing[]) => standings.map((one) => thingShown(policy, one));
  return {
    shell: shellOf(visit),
    answer: ownAnswer(own),
    toDo: shown(own.toDo),
    waiting: shown(own.waiting),
    comingUp: shown(own.comingUp),
    inDate: shown(own.inDate),
    history: historyOf(visit.database, person.id),
    carriable: listCarriable(visit.database, {
      schoolId: visit.school.id,
      personId: person.id,
      today: visit.today,
    }).length,
  };
}

export default function MyTraining() {
  const { shell, answer, toDo, waiting, comingUp, inDate, history, carriable } =
    useLoaderData<typeof loader>();
  const isNothing = [toDo, waiting, comingUp, inDate].every(({ length }) => length === 0);
  return (
    <Page title="My training" shell={shell} answer={answer}>
      {isNothing ? (
        <EmptyState title="Nothing is asked of you yet">
          <p className="govuk-body">
            If you expected something here, ask the designated safeguarding lead to look at your
            appointments.
          </p>
        </EmptyState>
      ) : null}
      <OwnThings title="Do now" things={toDo} hasHelp />
      <OwnThings title="Waiting for a check" things={waiting} />
      {carriable > 0 ? (
        <p className="govuk-body">
          {sentenceCase(counted(carriable, 'thing', 'things'))} that you did at your other school
          would still count here. <a href="/my/carry-over">Carry over</a>
        </p>
      ) : null}
      <OwnThings title="Coming up" things={comingUp} />
      <OwnThings title="In date" things={inDate} />
      <section className="part">
        <h2 className="part__title">Past</h2>
        {history.length === 0 ? (
          <p className="govuk-body">Nothing is recorded for you yet.</p>
        ) : (
          <>
            <History entries={history} />
            <p className="govuk-body no-print">
              <a className="govuk-link" href="/my/history.csv">
                Download your history as CSV
              </a>
            </p>
          </>
        )}
      </section>
    </Page>
  );
}

function thingShown(policy: Policy, standing: Standing) {
  const { requirement, status, booked } = standing;
  return {
    id: requirement.id,
    name: requirement.name,
    status,
    sentence: sentenceOf(policy, standing),
    whatCounts: requirement.whatCounts,
    whereToGo: requirement.whereToGo,
    bookedOn: booked?.on ?? null,
    isWaiting: standing.awaitingCheck !== null,
    basis: standing.line?.basis ?? null,
  };
}
