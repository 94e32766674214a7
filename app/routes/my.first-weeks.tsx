import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireOwnVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { FirstWeeksList } from '#app/components/first-weeks.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { findPersonFacts, schoolFacts } from '#app/data/facts.ts';
import { listPublicationsShown } from '#app/data/publications.ts';
import { firstWeeksOfPerson } from '#app/data/starters.ts';
import { ownActs, stepShown } from '#app/domain/induction-list/shown.ts';
import { whereToRead } from '#app/domain/induction-list/to-read.ts';
import { ownWeeksAnswer } from '#app/domain/induction-list/words.ts';
import { leadsInWords, leadsOf } from '#app/domain/leads.ts';
import { doneWords } from '#app/forms/done.ts';
import { parseTick } from '#app/forms/tick.ts';
import { tickSteps } from '#app/operations/tick-steps.ts';

export const meta = titled('My first weeks');

const DONE: Record<string, string> = {
  ticked: 'Ticked.',
  'taken-back': 'Your tick is taken back.',
};

const ON_MY_PAGE = { href: '/my', label: 'See it on my training' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { database, school, today } = visit;
  const person = findPersonFacts(database, school.id, visit.personId);
  if (!person) throw notFound();
  const { policy, people } = schoolFacts(database, school.id);
  const weeks = firstWeeksOfPerson(database, school.id, person, today);
  const starter = { name: person.name, isReader: true };
  const looking = { policy, starter, on: today, actsOf: ownActs };
  const publications = listPublicationsShown(database, school.id);
  return {
    shell: shellOf(visit),
    answer: weeks && ownWeeksAnswer(weeks, today),
    notification: doneWords(DONE, new URL(args.request.url).searchParams),
    steps: (weeks?.steps ?? []).map((step) => ({
      ...stepShown(step, looking),
      read: whereToRead(step, publications, today),
      formKey: newFormKey(),
    })),
    ask: leadsInWords(leadsOf(people, today, person.id)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const form = await args.request.formData();
  const parsed = parseTick(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { stepId, isDone } = parsed.command;
  try {
    await tickSteps(actOf(visit, form), {
      personId: visit.personId,
      stepIds: [stepId],
      // Whatever the form says: it is their own list.
      side: 'starter',
      isDone,
      tickedOn: visit.today,
    });
  } catch (error) {
    return refusedForm(error, { values: {} });
  }
  const done = isDone ? 'ticked' : 'taken-back';
  return redirect(`/my/first-weeks?done=${done}#step-${stepId}`, 303);
}

export default function MyFirstWeeks() {
  const { shell, answer, notification, steps, ask } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="My first weeks"
      shell={shell}
      answer={answer ?? undefined}
      back={{ href: '/my', label: 'Back to my training' }}
      notification={notification}
      errors={answered?.errors}
    >
      {steps.length === 0 ? (
        <EmptyState title="There is no list of first weeks for you">
          <p className="govuk-body">
            Such lists are for those who have begun lately. If you have, ask {ask}.
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            Tick what you have done. Whoever answers for it here ticks it too, and then it is done.
            Training is not ticked: it is done when it stands on your own page. If anything is
            unclear, ask {ask}.
          </p>
          <FirstWeeksList
            steps={steps}
            labelOf={({ isDone }) => (isDone ? 'I have done this' : 'Take my tick back')}
            linkOf={({ read, requirementId }) =>
              read ?? (requirementId === null ? null : ON_MY_PAGE)
            }
          />
        </>
      )}
    </Page>
  );
}
