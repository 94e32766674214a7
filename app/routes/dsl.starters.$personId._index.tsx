import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireStarterAt, tickerOfVisit } from '#app/auth/starter-page.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { FirstWeeksList } from '#app/components/first-weeks.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { listPersonIdsOf, listRecordsOf } from '#app/data/people.ts';
import { inWords } from '#app/domain/days.ts';
import { actsOnOthers, stepShown } from '#app/domain/induction-list/shown.ts';
import { leadIdsHere } from '#app/domain/induction-list/who-ticks.ts';
import { theirWeeksAnswer } from '#app/domain/induction-list/words.ts';
import { may } from '#app/domain/permissions.ts';
import { listed } from '#app/domain/words.ts';
import { doneWords } from '#app/forms/done.ts';
import { parseTick } from '#app/forms/tick.ts';
import { tickSteps } from '#app/operations/tick-steps.ts';

export const meta = titled('First weeks');

const DONE: Record<string, string> = {
  ticked: 'Ticked.',
  'taken-back': 'The tick is taken back.',
  entered: 'The signatures are entered.',
  'entered-before': 'These were entered already: nothing has changed.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-induction');
  const { policy, person, weeks } = requireStarterAt(args, visit);
  const { id: personId, name, hasAccount } = person;
  const ticker = tickerOfVisit(visit);
  const personIdsOf = (accountId: number) => listPersonIdsOf(visit.database, accountId);
  const { people } = schoolFacts(visit.database, visit.school.id);
  const leadIds = leadIdsHere(people, listRecordsOf(visit.database, personId), visit.today);
  const who = { personId, hasAccount, leadIds, ticker, personIdsOf };
  const looking = {
    policy,
    starter: { name, isReader: false },
    on: visit.today,
    actsOf: (step: (typeof weeks.steps)[number]) => actsOnOthers(step, who),
  };
  return {
    shell: shellOf(visit),
    answer: theirWeeksAnswer(weeks, visit.today),
    notification: doneWords(DONE, new URL(args.request.url).searchParams),
    personId,
    name,
    hasAccount,
    lists: listed(weeks.lists),
    beganOn: weeks.beganOn,
    isComing: weeks.beganOn > visit.today,
    steps: weeks.steps.map((step) => ({ ...stepShown(step, looking), formKey: newFormKey() })),
    maySeeTraining: may(visit.roles, 'see-training'),
    mayEnter: may(visit.roles, 'change-induction') && !ticker.personIds.includes(personId),
    mayRecord: may(visit.roles, 'record-training'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-induction');
  const { person } = requireStarterAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseTick(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { stepId, side, isDone } = parsed.command;
  try {
    await tickSteps(actOf(visit, form), {
      personId: person.id,
      stepIds: [stepId],
      side,
      isDone,
      tickedOn: visit.today,
    });
  } catch (error) {
    return refusedForm(error, { values: {} });
  }
  const done = isDone ? 'ticked' : 'taken-back';
  return redirect(`/dsl/starters/${person.id}?done=${done}#step-${stepId}`, 303);
}

export default function StarterPage() {
  const view = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { name, personId } = view;
  const training = `/dsl/people/${personId}`;
  return (
    <Page
      title={name}
      caption="First weeks"
      shell={view.shell}
      answer={view.answer}
      back={{ href: '/dsl/starters', label: 'Back to starters' }}
      notification={view.notification}
      errors={answered?.errors}
    >
      <p className="govuk-body">
        {view.isComing ? 'Begins' : 'Began'} on {inWords(view.beganOn)}. List: {view.lists}.{' '}
        {view.hasAccount
          ? 'They tick their own side on their page.'
          : 'They have no account: print the sheet, let it be signed, and enter it.'}
      </p>
      <FirstWeeksList
        steps={view.steps}
        labelOf={({ side, isDone }) =>
          isDone
            ? 'Tick for the school'
            : side === 'starter'
              ? 'Take back what they signed'
              : 'Take the tick back'
        }
        linkOf={({ requirementId }) =>
          view.maySeeTraining && requirementId !== null
            ? { href: `${training}#requirement-${requirementId}`, label: 'See their training' }
            : null
        }
      />
      <ul className="links no-print">
        <LinkTo
          href={`/dsl/starters/${personId}/sheet`}
          note="One side of A4, with places for both signatures."
        >
          Print the list
        </LinkTo>
        {view.mayEnter ? (
          <LinkTo
            href={`/dsl/starters/${personId}/enter`}
            note="What was signed on paper, with its day."
          >
            Enter a signed sheet
          </LinkTo>
        ) : null}
        {view.mayRecord ? (
          <LinkTo
            href={`${training}/record`}
            note="Such as an agency’s letter, or a certificate that they brought."
          >
            Keep a paper with their record
          </LinkTo>
        ) : null}
      </ul>
    </Page>
  );
}

function LinkTo({ href, note, children }: { href: string; note: string; children: string }) {
  return (
    <li className="links__item">
      <a className="links__link" href={href}>
        {children}
      </a>
      <p className="links__note">{note}</p>
    </li>
  );
}
