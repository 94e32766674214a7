import type { ReactNode } from 'react';
import {
  checkInWords,
  evidenceInWords,
  type HistoryEntry,
  withdrawnWords,
} from '#app/domain/history.ts';
import { Declared } from './declared.tsx';
import { EvidenceFiles } from './evidence-files.tsx';
import { Mark } from './status.tsx';
import { Timeline } from './timeline.tsx';

type HistoryProps = {
  entries: readonly HistoryEntry[];
  /** What can be done about an entry, where something can. */
  actionsOf?: (entry: HistoryEntry) => ReactNode;
};

/** Everything ever recorded for a person, the latest first. */
export function History({ entries, actionsOf }: HistoryProps) {
  return (
    <Timeline
      entries={entries.map((entry) => ({
        key: entry.id,
        on: entry.completedOn,
        title: entry.requirement,
        by: evidenceInWords(entry),
        isWithdrawn: entry.state === 'withdrawn',
        children: <Story entry={entry}>{actionsOf?.(entry)}</Story>,
      }))}
    />
  );
}

function Story({ entry, children }: { entry: HistoryEntry; children: ReactNode }) {
  return (
    <>
      {entry.note ? <p className="timeline__text">{entry.note}</p> : null}
      <Declared entry={entry} />
      {entry.state === 'awaiting-check' ? <Mark kind="awaiting-check" /> : null}
      <EvidenceFiles files={entry.files} />
      {entry.checks.map((check) => (
        <p className="timeline__text" key={check.at}>
          {checkInWords(check)}
        </p>
      ))}
      {entry.withdrawnBecause ? <p className="timeline__text">{withdrawnWords(entry)}</p> : null}
      {children}
    </>
  );
}

type EntryActionsProps = {
  entry: HistoryEntry;
  /** The person's page. */
  home: string;
  /** `mayCheck`: nobody checks their own. */
  may: { mayRecord: boolean; mayCheck: boolean };
};

/** Evidence that waits is checked; what was wrong is withdrawn. */
export function EntryActions({ entry, home, may }: EntryActionsProps) {
  const isCheck = entry.state === 'awaiting-check' && may.mayCheck;
  if (entry.state === 'withdrawn' || !(isCheck || may.mayRecord)) return null;
  const of = <span className="govuk-visually-hidden"> {entry.requirement}</span>;
  return (
    <p className="timeline__text no-print">
      {isCheck ? (
        <>
          <a className="govuk-link" href={`/dsl/checks/${entry.id}`}>
            Check{of}
          </a>{' '}
        </>
      ) : null}
      {may.mayRecord ? (
        <a className="govuk-link" href={`${home}/completions/${entry.id}`}>
          Correct{of}
        </a>
      ) : null}
    </p>
  );
}
