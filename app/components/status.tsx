import type { ReactNode } from 'react';
import { type Day, inWords } from '#app/domain/days.ts';
import { MARK_LABELS, STATUS_LABELS, STATUS_MEANINGS } from '#app/domain/labels.ts';
import type { Status } from '#app/domain/types.ts';
import { DayText } from './day-text.tsx';
import { MARK_SHAPES, Shape, STATUS_SHAPES } from './shapes.tsx';

type StatusTagProps = {
  status: Status;
  /** The day that matters for it, shown beside the word. */
  day?: Day | null;
  /** Short form of the day, for tables. */
  isShort?: boolean;
};

/** A status as word, shape and colour, with its day. */
export function StatusTag({ status, day, isShort = false }: StatusTagProps) {
  return (
    <span className={`status status--${status}`}>
      <Shape path={STATUS_SHAPES[status]} />
      <span className="status__word">{STATUS_LABELS[status]}</span>
      {day ? <DayText day={day} isShort={isShort} /> : null}
    </span>
  );
}

export type MarkKind = keyof typeof MARK_LABELS;

/** What stands beside a status and is none: a certificate that waits, a course that is booked. */
export function Mark({ kind, day }: { kind: MarkKind; day?: Day | null }) {
  return (
    <span className="status status--mark">
      <Shape path={MARK_SHAPES[kind]} />
      <span className="status__word">{MARK_LABELS[kind]}</span>
      {day ? ` ${inWords(day)}` : null}
    </span>
  );
}

type StatusLineProps = {
  status: Status;
  /** The requirement, or whoever the line is about. */
  name: ReactNode;
  /** Every status carries its sentence. */
  sentence: ReactNode;
  marks?: ReactNode;
  children?: ReactNode;
  /** Of the name: the level under the section that the line stands in. */
  headingLevel?: 2 | 3 | 4;
};

/** One thing: what it is, how it stands, why, and (as children) what to do about it. */
export function StatusLine(props: StatusLineProps) {
  const { status, name, sentence, marks, children, headingLevel = 3 } = props;
  const Heading = `h${headingLevel}` as 'h3';
  return (
    <div className={`line line--${status}`}>
      <div className="line__head">
        <Heading className="line__name">{name}</Heading>
        <span className="line__status">
          <StatusTag status={status} /> {marks}
        </span>
      </div>
      <p className="line__sentence">{sentence}</p>
      {children ? <div className="line__more">{children}</div> : null}
    </div>
  );
}

/** What each status means: the key beside a table. */
export function DescriptionOfStatuses({ statuses }: { statuses?: readonly Status[] }) {
  const shown = statuses ?? (Object.keys(STATUS_LABELS) as Status[]);
  return (
    <dl className="key">
      {shown.map((status) => (
        <div className="key__row" key={status}>
          <dt>
            <StatusTag status={status} />
          </dt>
          <dd>{STATUS_MEANINGS[status]}</dd>
        </div>
      ))}
    </dl>
  );
}
