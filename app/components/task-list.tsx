import type { ReactNode } from 'react';
import { type Day, inWords } from '#app/domain/days.ts';
import type { Status } from '#app/domain/types.ts';
import { counted } from '#app/domain/words.ts';
import { Mark, StatusTag } from './status.tsx';

type Person = { id: number; name: string };
type Thing = {
  requirementId: number;
  name: string;
  status: Status;
  sentence: string;
  bookedOn: Day | null;
};

type IntervalLine = { suggestion: string | null; people: number };

/** One thing to do, in words. */
export type TaskShown =
  | { kind: 'overdue' | 'due-soon'; person: Person; things: Thing[] }
  | { kind: 'check'; person: Person; completionId: number; things: Thing[] }
  | { kind: 'cover'; name: string; failsOn: Day; secureUntil: Day | null }
  | { kind: 'interval'; id: number; name: string; lines: IntervalLine[] }
  | { kind: 'left-without-day' | 'nobody-fits'; person: Person }
  | { kind: 'coming'; id: number; name: string; on: string };

type TaskListProps = {
  tasks: readonly TaskShown[];
  /** May whoever sees it do what it says? */
  mayAct: boolean;
};

/** What there is to do, the most pressing first, under a heading for each kind. */
export function TaskList({ tasks, mayAct }: TaskListProps) {
  return PARTS.map(({ title, kinds }) => {
    const own = tasks.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) return null;
    return (
      <section className="part" key={title}>
        <h2 className="part__title">{title}</h2>
        <ol className="tasks">
          {own.map((task) => (
            <li className={`task task--${task.kind}`} key={keyOf(task)}>
              <TaskBlock task={task} mayAct={mayAct} />
            </li>
          ))}
        </ol>
      </section>
    );
  });
}

/** In the order in which the tasks come. */
const PARTS: { title: string; kinds: TaskShown['kind'][] }[] = [
  { title: 'Overdue', kinds: ['overdue'] },
  { title: 'Cover about to fail', kinds: ['cover'] },
  { title: 'Waiting for a check', kinds: ['check'] },
  { title: 'Due soon', kinds: ['due-soon'] },
  { title: 'Decisions to take', kinds: ['interval', 'left-without-day', 'nobody-fits'] },
  { title: 'Coming', kinds: ['coming'] },
];

function keyOf(task: TaskShown): string {
  if (task.kind === 'check') return `check ${task.completionId}`;
  if ('person' in task) return `${task.kind} ${task.person.id}`;
  return `${task.kind} ${task.name}`;
}

function TaskBlock({ task, mayAct }: { task: TaskShown; mayAct: boolean }) {
  switch (task.kind) {
    case 'overdue':
    case 'due-soon':
      return <Owing task={task} mayAct={mayAct} />;
    case 'check':
      return <Waiting task={task} mayAct={mayAct} />;
    case 'cover':
      return <Cover task={task} />;
    case 'interval':
      return <Interval task={task} />;
    case 'coming':
      return <Coming task={task} />;
    default:
      return <Unclear task={task} />;
  }
}

type Of<Kind extends TaskShown['kind']> = TaskShown & { kind: Kind };

function Owing({ task, mayAct }: { task: Of<'overdue' | 'due-soon'>; mayAct: boolean }) {
  const { person, things } = task;
  const home = `/dsl/people/${person.id}`;
  const number = counted(things.length, 'thing', 'things');
  return (
    <>
      <Head href={home} title={person.name}>
        {task.kind === 'overdue' ? `overdue for ${number}` : `${number} due soon`}
      </Head>
      <Things things={things} />
      {mayAct ? (
        <Actions>
          <a href={`${home}/chase`}>
            Chase<Hidden> {person.name}</Hidden>
          </a>
          <a href={`${home}/record?requirement=${things[0]?.requirementId ?? ''}`}>
            Record a completion<Hidden> for {person.name}</Hidden>
          </a>
        </Actions>
      ) : null}
    </>
  );
}

function Waiting({ task, mayAct }: { task: Of<'check'>; mayAct: boolean }) {
  const { person, things, completionId } = task;
  return (
    <>
      <Head href={`/dsl/people/${person.id}`} title={person.name}>
        waits for a check
      </Head>
      <Things things={things} />
      {mayAct ? (
        <Actions>
          <a href={`/dsl/people/${person.id}/completions/${completionId}`}>
            Check it<Hidden>: {person.name}</Hidden>
          </a>
        </Actions>
      ) : null}
    </>
  );
}

function Cover({ task }: { task: Of<'cover'> }) {
  return (
    <>
      <Head title={task.name}>fails on {inWords(task.failsOn)}</Head>
      <p className="task__text">
        {task.secureUntil ? `Secure until ${inWords(task.secureUntil)}. ` : 'It fails already. '}
        Book or record training for whoever holds these roles, or appoint somebody who is in date.
      </p>
    </>
  );
}

function Interval({ task }: { task: Of<'interval'> }) {
  return (
    <>
      <Head href={`/dsl/requirements/${task.id}`} title={task.name}>
        no interval set: decide how often
      </Head>
      {task.lines.map(({ people, suggestion }) => (
        <p className="task__text" key={suggestion}>
          Asked of {counted(people, 'person', 'people')}; once done it counts for ever. {suggestion}
        </p>
      ))}
    </>
  );
}

function Coming({ task }: { task: Of<'coming'> }) {
  return (
    <>
      <Head href={`/dsl/requirements/${task.id}`} title={task.name}>
        required from {task.on}
      </Head>
      <p className="task__text">It is on people’s own pages already as something to come.</p>
    </>
  );
}

function Unclear({ task }: { task: Of<'left-without-day' | 'nobody-fits'> }) {
  const left = task.kind === 'left-without-day';
  return (
    <>
      <Head href={`/dsl/people/${task.person.id}`} title={task.person.name}>
        {left ? 'left, with no last day' : 'nothing is asked of them'}
      </Head>
      <p className="task__text">
        {left
          ? 'They are marked as having left, but still count until an administrator enters their last day.'
          : 'No requirement is for anybody with their appointments. Check the appointments, or who the requirements are for.'}
      </p>
    </>
  );
}

function Head({ href, title, children }: { href?: string; title: string; children: ReactNode }) {
  return (
    <h3 className="task__head">
      {href ? <a href={href}>{title}</a> : title} <span className="task__what">{children}</span>
    </h3>
  );
}

function Things({ things }: { things: readonly Thing[] }) {
  return (
    <ul className="task__things">
      {things.map((thing) => (
        <li key={thing.requirementId}>
          <StatusTag status={thing.status} /> <strong>{thing.name}.</strong> {thing.sentence}{' '}
          {thing.bookedOn ? <Mark kind="booked" day={thing.bookedOn} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Actions({ children }: { children: ReactNode }) {
  return <p className="task__actions">{children}</p>;
}

function Hidden({ children }: { children: ReactNode }) {
  return <span className="govuk-visually-hidden">{children}</span>;
}
