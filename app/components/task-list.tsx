import type { ReactNode } from 'react';
import { PART_TITLES, type TaskPart } from '#app/domain/task-parts.ts';
import type { TaskShown } from '#app/domain/task-words.ts';
import { counted } from '#app/domain/words.ts';
import { keyOf, TaskRow } from './task-row.tsx';

export type PartShown = {
  part: TaskPart;
  tasks: readonly TaskShown[];
  /** All there are in this part, shown or not. */
  count: number;
};

type MayDo = { mayRecord: boolean; mayCheck: boolean; mayChangeOffer: boolean };

/** How much stands in each part, as links to them. */
export function TaskSummary({ parts }: { parts: readonly PartShown[] }) {
  if (parts.length < 2) return null;
  return (
    <nav className="summary no-print" aria-label="Parts of this list">
      <ul className="summary__list">
        {parts.map(({ part, count }) => (
          <li className={`summary__item summary__item--${part}`} key={part}>
            <a className="summary__link" href={`#${part}`}>
              <span className="summary__n">{count}</span>{' '}
              <span className="summary__words">{PART_TITLES[part]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type TaskPartsProps = {
  parts: readonly PartShown[];
  may: MayDo;
  /** The page is about this part: its title is the page's own. */
  isOnly: boolean;
};

/** What there is to do, the most pressing part first, each under a heading with its number. */
export function TaskParts({ parts, may, isOnly }: TaskPartsProps) {
  return parts.map(({ part, tasks, count }) => (
    <section className={`todo todo--${part}`} id={part} key={part}>
      <h2 className="todo__title">
        {isOnly ? 'All of them' : PART_TITLES[part]} <span className="todo__count">{count}</span>
      </h2>
      <Lead part={part} />
      <ol className="todo__list">
        {tasks.map((task) => (
          <li className="todo__row" key={keyOf(task)}>
            <TaskRow task={task} {...may} />
          </li>
        ))}
      </ol>
      {tasks.length < count && !isOnly ? (
        <More part={part} shown={tasks.length} count={count} />
      ) : null}
    </section>
  ));
}

function More({ part, shown, count }: { part: TaskPart; shown: number; count: number }) {
  return (
    <p className="todo__more">
      <a className="govuk-link" href={`/dsl?part=${part}`}>
        All {count}
        <span className="govuk-visually-hidden">, {PART_TITLES[part]}</span>
      </a>{' '}
      ({counted(count - shown, 'other is', 'others are')} not shown here)
    </p>
  );
}

/** What is common to all of a part is said once. */
function Lead({ part }: { part: TaskPart }) {
  const words = LEADS[part];
  return words ? <p className="todo__lead">{words}</p> : null;
}

const LEADS: Partial<Record<TaskPart, ReactNode>> = {
  check: (
    <>
      <a className="govuk-link" href="/dsl/checks">
        All that waits, one after the other
      </a>
      . Nobody is chased for it meanwhile.
    </>
  ),
  decide:
    'Until you decide, things stay as they are: what no rule says how often counts once it is done, and an edition that is announced is asked of nobody.',
  coming: 'It is on people’s own pages already as something to come.',
};
