import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { StarterRows } from '#app/components/starter-rows.tsx';
import { type KnownPerson, schoolFacts } from '#app/data/facts.ts';
import { listStarters, schoolFirstWeeks, schoolInduction } from '#app/data/starters.ts';
import { starterShown } from '#app/domain/induction-list/starter-words.ts';
import { type StarterWeeks, startersAnswer } from '#app/domain/induction-list/starters.ts';
import { inductionAnswer } from '#app/domain/induction-list/words.ts';
import { namesApart } from '#app/domain/names-apart.ts';
import { may } from '#app/domain/permissions.ts';

export const meta = titled('Starters');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-induction');
  const { database, school, today } = visit;
  const starters = listStarters(database, school.id, today);
  const { policy, people } = schoolFacts(database, school.id);
  const apart = namesApart(people, policy.appointmentKinds, today);
  const shown = (part: StarterWeeks<KnownPerson>[]) =>
    part.map((one) => starterShown(policy, one, apart.get(one.person.id), today));
  return {
    shell: shellOf(visit),
    answer: startersAnswer(starters, today),
    figure: inductionAnswer(schoolInduction(database, school.id, today)),
    hasLists: schoolFirstWeeks(database, school.id).lists.length > 0,
    mayChange: may(visit.roles, 'change-induction'),
    open: shown(starters.open),
    coming: shown(starters.coming),
    done: shown(starters.done),
  };
}

export default function StartersPage() {
  const view = useLoaderData<typeof loader>();
  const { shell, hasLists, figure } = view;
  return (
    <Page title="Starters" shell={shell} answer={hasLists ? view.answer : undefined}>
      {figure ? <p className="govuk-body">{figure}</p> : null}
      {hasLists ? null : (
        <EmptyState title="There is no list for first weeks yet">
          <p className="govuk-body">
            <a className="govuk-link" href="/dsl/starters/lists">
              {view.mayChange
                ? 'Begin with what guidance asks, or write your own'
                : 'See how a list begins'}
            </a>
            . Who joins from then on has it on their own page.
          </p>
        </EmptyState>
      )}
      <StarterRows title="In their first weeks" starters={view.open} />
      <StarterRows title="Beginning soon" starters={view.coming} />
      <StarterRows title="Done not long ago" starters={view.done} />
      {hasLists ? (
        <p className="govuk-body no-print">
          <a className="govuk-link" href="/dsl/starters/lists">
            What starters do in their first weeks
          </a>
          : the lists of this school, and whom each is for.
        </p>
      ) : null}
    </Page>
  );
}
