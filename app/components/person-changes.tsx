import { counted } from '#app/domain/words.ts';
import { AuditList, type AuditShown } from './audit-list.tsx';

type PersonChangesProps = {
  /** The person's page. */
  home: string;
  entries: readonly AuditShown[];
  count: number;
};

/** The latest changes to somebody's record, and the way to all of them. */
export function PersonChanges({ home, entries, count }: PersonChangesProps) {
  return (
    <section className="part">
      <h2 className="part__title">
        What was changed <span className="part__count">{count}</span>
      </h2>
      {count === 0 ? (
        <p className="govuk-body">Nothing since the record was brought here.</p>
      ) : (
        <AuditList entries={entries} />
      )}
      {entries.length < count ? (
        <p className="govuk-body">
          The latest {entries.length} of {count} are shown.{' '}
          <a className="govuk-link no-print" href={`${home}/changes`}>
            Show all {counted(count, 'change', 'changes')}
          </a>
        </p>
      ) : null}
    </section>
  );
}
