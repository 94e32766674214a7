import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { titled } from '#app/components/shell.ts';
import { TaskParts, TaskSummary } from '#app/components/task-list.tsx';
import { schoolFacts } from '#app/data/facts.ts';
import { listPersonIdsOf } from '#app/data/people.ts';
import { listTasks } from '#app/data/tasks.ts';
import { namesApart } from '#app/domain/names-apart.ts';
import { pageOf, pagesFor } from '#app/domain/pages.ts';
import { may } from '#app/domain/permissions.ts';
import { PART_TITLES, partsOf } from '#app/domain/task-parts.ts';
import { answerOf, taskShown } from '#app/domain/task-words.ts';
import { tasksOfDeputy } from '#app/domain/tasks.ts';
import { readPage } from '#app/forms/page-number.ts';
import { readTaskPart } from '#app/forms/task-view.ts';

/** Of each part on the first page; more of one part has its own pages. */
const TASKS_OF_A_PART = 10;
const TASKS_ON_A_PAGE = 25;

export const meta = titled('Do next');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-training');
  const { policy, figures, ...all } = listTasks(visit.database, visit.school.id, visit.today);
  const ownIds = listPersonIdsOf(visit.database, visit.accountId);
  const tasks = isDeputy(visit) ? tasksOfDeputy(all.tasks, ownIds) : all.tasks;
  const query = new URL(args.request.url).searchParams;
  const part = readTaskPart(query);
  const size = part === null ? TASKS_OF_A_PART : TASKS_ON_A_PAGE;
  const parts = partsOf(tasks).filter((one) => part === null || one.part === part);
  const pages = part === null ? 1 : pagesFor(parts[0]?.tasks.length ?? 0, size);
  const page = Math.min(readPage(query), pages);
  const { people: known } = schoolFacts(visit.database, visit.school.id);
  const apart = namesApart(known, policy.appointmentKinds, visit.today);
  const reader = { policy, on: visit.today, ownIds, apart };
  return {
    shell: shellOf(visit),
    answer: answerOf(tasks, figures, visit.today),
    parts: parts.map((one) => ({
      part: one.part,
      count: one.tasks.length,
      tasks: pageOf(one.tasks, page, size).map((task) => taskShown(task, reader)),
    })),
    may: {
      mayRecord: may(visit.roles, 'record-training'),
      mayCheck: may(visit.roles, 'check-evidence'),
      mayChangeOffer: may(visit.roles, 'change-offer'),
    },
    toChase: tasks.filter(({ kind }) => kind === 'overdue').length,
    part,
    page,
    pages,
  };
}

export default function DoNext() {
  const view = useLoaderData<typeof loader>();
  const { shell, answer, parts, part, page, pages } = view;
  return (
    <Page
      title={part === null ? 'Do next' : PART_TITLES[part]}
      shell={shell}
      answer={part === null ? answer : undefined}
      back={part === null ? undefined : { href: '/dsl', label: 'Back to what to do next' }}
    >
      {part === null ? <TaskSummary parts={parts} /> : null}
      {view.may.mayRecord ? <ForMany toChase={view.toChase} /> : null}
      {parts.length === 0 ? <Nothing isAll={part === null} /> : null}
      <TaskParts parts={parts} may={view.may} isOnly={part !== null} />
      <Pagination
        page={page}
        pages={pages}
        label={PART_TITLES[part ?? 'guidance']}
        hrefOf={(n) => `/dsl?part=${part}&page=${n}`}
      />
    </Page>
  );
}

/** And nothing else: who also leads the school reads what the lead reads. */
function isDeputy({ roles }: SchoolVisit): boolean {
  return roles.includes('deputy-dsl') && !roles.includes('dsl') && !roles.includes('headteacher');
}

/** What is done for many at once. */
function ForMany({ toChase }: { toChase: number }) {
  return (
    <ButtonGroup>
      <ButtonLink href="/dsl/chase" kind="secondary">
        {toChase > 1 ? `Chase ${toChase} people who are overdue` : 'Chase many'}
      </ButtonLink>
      <ButtonLink href="/dsl/record" kind="secondary">
        Record for many
      </ButtonLink>
    </ButtonGroup>
  );
}

function Nothing({ isAll }: { isAll: boolean }) {
  return (
    <EmptyState title="Nothing to do">
      <p className="govuk-body">
        {isAll
          ? 'Nobody is overdue or due soon, nothing waits for a check, and no decision is open. '
          : 'There is nothing of this kind any more. '}
        <a className="govuk-link" href={isAll ? '/dsl/matrix' : '/dsl'}>
          {isAll ? 'See everybody' : 'See all there is to do'}
        </a>
      </p>
    </EmptyState>
  );
}
