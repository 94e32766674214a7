import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { titled } from '#app/components/shell.ts';
import { TaskList } from '#app/components/task-list.tsx';
import { listTasks } from '#app/data/tasks.ts';
import { inWords } from '#app/domain/days.ts';
import { may } from '#app/domain/permissions.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import type { Standing } from '#app/domain/standing.ts';
import { answerOf, type Task } from '#app/domain/tasks.ts';
import type { Policy } from '#app/domain/types.ts';
import { readPage } from '#app/forms/matrix-view.ts';

const TASKS_ON_A_PAGE = 25;

export const meta = titled('Do next');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-training');
  const { policy, tasks } = listTasks(visit.database, visit.school.id, visit.today);
  const page = readPage(new URL(args.request.url).searchParams.get('page'));
  const shown = tasks.slice((page - 1) * TASKS_ON_A_PAGE, page * TASKS_ON_A_PAGE);
  return {
    shell: shellOf(visit),
    answer: answerOf(tasks, visit.today),
    tasks: shown.map((task) => taskShown(policy, task)),
    mayAct: may(visit.roles, 'record-training'),
    count: tasks.length,
    page,
    pages: Math.ceil(tasks.length / TASKS_ON_A_PAGE),
  };
}

export default function DoNext() {
  const { shell, answer, tasks, mayAct, count, page, pages } = useLoaderData<typeof loader>();
  return (
    <Page title="Do next" shell={shell} answer={answer}>
      <p className="page__links no-print">
        <a className="govuk-link" href="/dsl/matrix">
          Everybody
        </a>
        {mayAct ? (
          <>
            {' '}
            <a className="govuk-link" href="/dsl/record">
              Record for many
            </a>{' '}
            <a className="govuk-link" href="/dsl/chase">
              Chase many
            </a>
          </>
        ) : null}
      </p>
      {count === 0 ? (
        <EmptyState title="Nothing to do">
          <p className="govuk-body">
            Nobody is overdue or due soon, nothing waits for a check, and no decision is open. The{' '}
            <a className="govuk-link" href="/dsl/matrix">
              matrix
            </a>{' '}
            shows everybody.
          </p>
        </EmptyState>
      ) : (
        <TaskList tasks={tasks} mayAct={mayAct} />
      )}
      <Pagination page={page} pages={pages} label="Do next" hrefOf={(n) => `/dsl?page=${n}`} />
    </Page>
  );
}

/** A task as the page shows it: words made here, for the tasks that are shown. */
function taskShown(policy: Policy, task: Task) {
  const thing = (standing: Standing) => ({
    requirementId: standing.requirement.id,
    name: standing.requirement.name,
    status: standing.status,
    sentence: sentenceOf(policy, standing),
    bookedOn: standing.booked?.on ?? null,
  });
  switch (task.kind) {
    case 'overdue':
    case 'due-soon':
      return { kind: task.kind, person: named(task.person), things: task.standings.map(thing) };
    case 'check':
      return {
        kind: task.kind,
        person: named(task.person),
        completionId: task.completion.id,
        things: [thing(task.standing)],
      };
    case 'cover': {
      const { rule, failsOn, secureUntil } = task;
      return { kind: task.kind, name: rule.name, failsOn, secureUntil };
    }
    case 'interval': {
      const { requirement, lines } = task;
      const { id, name } = requirement;
      const shown = lines.map(({ line, people }) => ({ suggestion: line.suggestion, people }));
      return { kind: task.kind, id, name, lines: shown };
    }
    case 'coming':
      return {
        kind: task.kind,
        id: task.requirement.id,
        name: task.requirement.name,
        on: inWords(task.on),
      };
    default:
      return { kind: task.kind, person: named(task.person) };
  }
}

function named({ id, name }: { id: number; name: string }) {
  return { id, name };
}

export type TaskShown = ReturnType<typeof taskShown>;
