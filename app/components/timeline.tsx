import type { ReactNode } from 'react';
import type { Day } from '#app/domain/days.ts';
import { DayText } from './day-text.tsx';

export type TimelineEntry = {
  key: string | number;
  on: Day;
  title: ReactNode;
  /** Who wrote it down, when: the small print under the title. */
  by?: ReactNode;
  children?: ReactNode;
  /** Struck out: it was withdrawn. */
  isWithdrawn?: boolean;
};

/** What happened, the latest first as the caller orders it. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li
          className={`timeline__entry${entry.isWithdrawn ? ' timeline__entry--withdrawn' : ''}`}
          key={entry.key}
        >
          <p className="timeline__day">
            <DayText day={entry.on} />
          </p>
          <div className="timeline__what">
            <p className="timeline__title">
              {entry.isWithdrawn ? <s>{entry.title}</s> : entry.title}
            </p>
            {entry.by ? <p className="timeline__by">{entry.by}</p> : null}
            {entry.children}
          </div>
        </li>
      ))}
    </ol>
  );
}
