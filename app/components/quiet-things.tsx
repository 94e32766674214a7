import type { ReactNode } from 'react';
import type { Day } from '#app/domain/days.ts';
import type { Status } from '#app/domain/types.ts';
import { Mark, StatusTag } from './status.tsx';

export type QuietThing = {
  id: number;
  name: string;
  status: Status;
  /** Why it stands so, with all its days. */
  sentence: string;
  bookedOn: Day | null;
  isWaiting: boolean;
};

type QuietThingsProps<Thing extends QuietThing> = {
  title: string;
  things: readonly Thing[];
  /** What can be done about one, where something can. */
  actionsOf?: (thing: Thing) => ReactNode;
  children?: ReactNode;
};

/** What needs nothing now: rows without boxes, each still with its status and sentence. */
export function QuietThings<Thing extends QuietThing>(props: QuietThingsProps<Thing>) {
  const { title, things, actionsOf, children } = props;
  if (things.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        {title} <span className="part__count">{things.length}</span>
      </h2>
      <ul className="quiet">
        {things.map((thing) => (
          <li className="quiet__row" id={anchorOf(thing.id)} key={thing.id}>
            <div className="quiet__head">
              <h3 className="quiet__name">{thing.name}</h3>
              <span className="quiet__status">
                <StatusTag status={thing.status} /> <Marks thing={thing} />
              </span>
            </div>
            <p className="quiet__sentence">{thing.sentence}</p>
            {actionsOf?.(thing)}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** What stands beside a status and is none. */
export function Marks({ thing }: { thing: Pick<QuietThing, 'bookedOn' | 'isWaiting'> }) {
  return (
    <>
      {thing.isWaiting ? <Mark kind="awaiting-check" /> : null}
      {thing.bookedOn ? <Mark kind="booked" day={thing.bookedOn} /> : null}
    </>
  );
}

/** Where on a page a requirement stands: a cell of the matrix leads there. */
export function anchorOf(requirementId: number): string {
  return `requirement-${requirementId}`;
}
