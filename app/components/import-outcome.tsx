import { Button, FormKey } from './button.tsx';
import { Notification, SummaryList } from './content.tsx';

type Outcome = {
  state: 'staged' | 'done' | 'undone';
  at: string | null;
  by: string;
  summary: Record<string, number>;
  canUndo: boolean;
};
type Undone = { leftAlone: { who: string; what: string }[] };

type OutcomeProps = { outcome: Outcome; undone: Undone | null; formKey: string };

/** What an import did, and the way to take it back. */
export function ImportOutcome({ outcome, undone, formKey }: OutcomeProps) {
  const { state, at, by, summary, canUndo } = outcome;
  return (
    <>
      {undone ? <LeftAlone undone={undone} /> : null}
      <SummaryList
        rows={[
          { key: 'State', value: state === 'done' ? 'Imported' : 'Undone' },
          { key: 'When', value: at ?? 'Not known' },
          { key: 'By', value: by },
          ...SHOWN.map(([key, label]) => ({ key: label, value: summary[key] ?? 0 })),
        ]}
      />
      {canUndo ? (
        <section className="section">
          <h2>Take it back</h2>
          <p className="govuk-body">
            For 30 days. What somebody has changed since stays as it is and is named; recorded
            training is withdrawn, so that the same file can be imported again.
          </p>
          <form method="post">
            <FormKey value={formKey} />
            <input type="hidden" name="intent" value="undo" />
            <Button kind="warning">Undo this import</Button>
          </form>
        </section>
      ) : null}
    </>
  );
}

const SHOWN = [
  ['new', 'New'],
  ['changed', 'Changed'],
  ['same', 'The same'],
  ['left-out', 'Left out'],
  ['leaving', 'Leaving'],
] as const;

function LeftAlone({ undone: { leftAlone } }: { undone: Undone }) {
  if (leftAlone.length === 0) return <Notification>The import was undone.</Notification>;
  return (
    <Notification>
      <p>The import was undone, but for what somebody has changed or built on since:</p>
      <ul className="govuk-list govuk-list--bullet">
        {leftAlone.slice(0, 100).map(({ who, what }) => (
          <li key={`${who} ${what}`}>
            {who}: {what}
          </li>
        ))}
      </ul>
      {leftAlone.length > 100 ? <p>… and {leftAlone.length - 100} more.</p> : null}
    </Notification>
  );
}
