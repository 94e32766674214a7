import type { ReactNode } from 'react';

type NotificationProps = { children: ReactNode; kind?: 'done' | 'important' };

/** What has just happened, or what is important, above the page's own words. */
export function Notification({ children, kind = 'done' }: NotificationProps) {
  const isDone = kind === 'done';
  return (
    <section
      className={`notice notice--${kind}`}
      role={isDone ? 'status' : undefined}
      aria-label={isDone ? 'Done' : 'Important'}
    >
      <p className="notice__word">{isDone ? 'Done' : 'Important'}</p>
      <div className="notice__text">{children}</div>
    </section>
  );
}

export type SummaryRow = {
  key: string;
  /** Where two rows have the same key. */
  id?: string | number;
  value: ReactNode;
  /** `of` completes the link's words for those who do not see the row: "Change" + "e-mail". */
  actions?: readonly { href: string; label: string; of: string }[];
};

/** Facts as key and value, each with what can be done about it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const hasActions = rows.some((row) => row.actions?.length);
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ key, id = key, value, actions = [] }) => (
        <div className={summaryRowClass(hasActions, actions.length)} key={id}>
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {actions.length > 0 ? (
            <dd className="govuk-summary-list__actions">
              {actions.map(({ href, label, of }) => (
                <a className="summary-action" href={href} key={label}>
                  {label}
                  <span className="govuk-visually-hidden"> {of}</span>
                </a>
              ))}
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

/** More, for who wants it. Works without a script. */
export function Details(props: { summary: ReactNode; children: ReactNode; isOpen?: boolean }) {
  return (
    <details className="govuk-details" open={props.isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div className="govuk-details__text">{props.children}</div>
    </details>
  );
}

/** Words that stand out a little from those around them. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}

type EmptyStateProps = { title: string; children: ReactNode; headingLevel?: 2 | 3 };

/** Nothing here yet: said kindly, with what to do first as children. */
export function EmptyState({ title, children, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as 'h2';
  return (
    <div className="empty">
      <Heading className="empty__title">{title}</Heading>
      {children}
    </div>
  );
}

export type ListedLink = { href: string; label: ReactNode; note?: ReactNode };

/** Links under each other, each with a line that says what is there. */
export function LinkList({ links }: { links: readonly ListedLink[] }) {
  return (
    <ul className="links">
      {links.map(({ href, label, note }) => (
        <li className="links__item" key={href}>
          <a className="links__link" href={href}>
            {label}
          </a>
          {note ? <p className="links__note">{note}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** On paper only. */
export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="print-only">{children}</div>;
}

/** On screen only. */
export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className="screen-only">{children}</div>;
}

function summaryRowClass(hasActions: boolean, actions: number): string {
  const none = hasActions && actions === 0 ? ' govuk-summary-list__row--no-actions' : '';
  return `govuk-summary-list__row${none}`;
}
