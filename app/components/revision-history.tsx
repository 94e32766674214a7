import { type Day, inWords } from '#app/domain/days.ts';
import { Button } from './button.tsx';
import { Select } from './select.tsx';
import { Timeline } from './timeline.tsx';

export type RevisionShown = {
  number: number;
  title: string;
  on: Day;
  /** Who published it; null: it came with the school's files. */
  by: string | null;
  /** Who wrote it, where that was somebody else. */
  writtenBy: string | null;
  /** The number of the one before; null: it is the first. */
  before: number | null;
  isSameText: boolean;
};

type RevisionHistoryProps = { home: string; revisions: readonly RevisionShown[] };

/** What a section said over time, the latest first, each with what it changed. */
export function RevisionHistory({ home, revisions }: RevisionHistoryProps) {
  return (
    <>
      <Timeline
        entries={revisions.map(({ number, on, before, isSameText, ...revision }) => ({
          key: number,
          on,
          title: titleOf(before, isSameText),
          by: byWhom(revision),
          children: (
            <p>
              <a href={`${home}/compare?from=${before ?? number}&to=${number}`}>
                {before === null ? 'What it said' : 'What changed'}
                <span className="govuk-visually-hidden"> in revision {number}</span>
              </a>
            </p>
          ),
        }))}
      />
      {revisions.length > 2 ? <CompareForm home={home} revisions={revisions} /> : null}
    </>
  );
}

function titleOf(before: number | null, isSameText: boolean): string {
  if (before === null) return 'Published for the first time';
  return isSameText ? 'Checked again: the same words' : 'Other words published';
}

function byWhom({ by, writtenBy }: Pick<RevisionShown, 'by' | 'writtenBy'>): string {
  if (by === null) return 'with the school’s files';
  return writtenBy === null ? `by ${by}` : `by ${by}, written by ${writtenBy}`;
}

function CompareForm({ home, revisions }: RevisionHistoryProps) {
  const options = revisions.map(({ number, on }) => ({
    value: String(number),
    label: `Number ${number}, of ${inWords(on)}`,
  }));
  return (
    <form className="compare no-print" method="get" action={`${home}/compare`}>
      <Select name="from" label="Compare" options={options} value={options.at(-1)?.value} />
      <Select name="to" label="with" options={options} value={options[0]?.value} />
      <Button kind="secondary">See the differences</Button>
    </form>
  );
}
