import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonLink, FormKey } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { InductionListPart } from '#app/components/induction-list.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { everySchoolListsFile } from '#app/data/every-school.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { schoolFirstWeeks } from '#app/data/starters.ts';
import { listShown } from '#app/domain/induction-list/list-words.ts';
import { may } from '#app/domain/permissions.ts';
import { doneWords } from '#app/forms/done.ts';
import { newSchoolLists } from '#app/forms/files/read-induction-lists.ts';
import { beginInductionLists } from '#app/operations/save-induction-list.ts';

export const meta = titled('What starters do');

const DONE: Record<string, string> = {
  begun: 'The lists are there. Look through them: the days and words are yours to change.',
  added: 'The list is begun. Add what is to be done.',
  changed: 'Saved.',
  'step-added': 'Added, for those who join from today on.',
  'step-changed': 'Saved.',
  'step-retired': 'Taken out. What was ticked of it stays on record.',
  'step-again': 'Asked again.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-induction');
  const { database, school, today } = visit;
  const policy = schoolPolicy(database, school.id);
  const { lists } = schoolFirstWeeks(database, school.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    notification: doneWords(DONE, new URL(args.request.url).searchParams),
    lists: lists.map((list) => listShown(policy, list, today)),
    mayChange: may(visit.roles, 'change-induction'),
  };
}

/** Takes over the lists that InDate comes with. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-induction');
  const form = await args.request.formData();
  try {
    const lists = newSchoolLists(everySchoolListsFile(), visit.today);
    await beginInductionLists(actOf(visit, form), lists);
  } catch (error) {
    return refusedForm(error, {});
  }
  return redirect('/dsl/starters/lists?done=begun', 303);
}

export default function ListsPage() {
  const { shell, formKey, notification, lists, mayChange } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="What starters do"
      shell={shell}
      back={{ href: '/dsl/starters', label: 'Back to starters' }}
      notification={notification}
      errors={answered?.errors}
    >
      {lists.length === 0 ? (
        <EmptyState title="There is no list yet">
          <p className="govuk-body">
            InDate comes with short lists of what guidance asks at induction: for staff, supply
            teachers, volunteers, and regular visitors and contractors. They are for those who join
            from today on, and yours to change.
          </p>
          {mayChange ? (
            <form method="post">
              <FormKey value={formKey} />
              <Button>Begin with these lists</Button>
            </form>
          ) : (
            <p className="govuk-body">The designated safeguarding lead or a deputy begins them.</p>
          )}
        </EmptyState>
      ) : (
        <p className="govuk-body">
          What those who join do in their first weeks, and by when. Whoever is in several groups has
          the lists of all of them as one, with nothing in it twice.
        </p>
      )}
      {lists.map((list) => (
        <InductionListPart list={list} mayChange={mayChange} key={list.id} />
      ))}
      {mayChange ? (
        <ButtonLink href="/dsl/starters/lists/new" kind="secondary">
          Begin another list
        </ButtonLink>
      ) : null}
    </Page>
  );
}
