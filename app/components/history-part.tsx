import type { ReactNode } from 'react';
import { inWords } from '#app/domain/days.ts';
import type { HistoryEntry, HistoryShown } from '#app/domain/history.ts';
import { counted } from '#app/domain/words.ts';
import { History } from './history.tsx';

type HistoryPartProps = {
  title: string;
  history: HistoryShown;
  /** Said where nothing is recorded. */
  none: string;
  /** The page that shows all of it. */
  allHref: string;
  actionsOf?: (entry: HistoryEntry) => ReactNode;
  children?: ReactNode;
};

/** What is recorded for somebody: the latest, and the way to all of it. */
export function HistoryPart(props: HistoryPartProps) {
  const { title, history, none, allHref, actionsOf, children } = props;
  const { entries, count, since } = history;
  return (
    <section className="part" id="history">
      <h2 className="part__title">
        {title} <span className="part__count">{count}</span>
      </h2>
      {count === 0 ? <p className="govuk-body">{none}</p> : null}
      <History entries={entries} actionsOf={actionsOf} />
      {entries.length < count ? (
        <p className="govuk-body">
          The latest {entries.length} of {count} are shown.{' '}
          <a className="govuk-link no-print" href={`${allHref}#history`}>
            Show all {counted(count, 'entry', 'entries')}
            {since ? `, back to ${inWords(since)}` : ''}
          </a>
        </p>
      ) : null}
      {children}
    </section>
  );
}
