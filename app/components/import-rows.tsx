import type { Plan, ProposedLeaver, RowPlan } from '#app/domain/import/types.ts';
import { Button, FormKey } from './button.tsx';
import { Checkbox } from './choices.tsx';
import { Details, Notification } from './content.tsx';
import { DateInput, dateFields } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import { Table } from './table.tsx';

/** In the order in which they are looked at. */
export const OUTCOMES = ['wrong', 'changed', 'new', 'same', 'left-out'] as const;
export type ShownOutcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABELS: Record<ShownOutcome, string> = {
  wrong: 'Wrong',
  changed: 'Changed',
  new: 'New',
  same: 'The same',
  'left-out': 'Left out',
};

type NavProps = {
  counts: Plan['counts'];
  shown: ShownOutcome;
  hrefOf: (o: ShownOutcome) => string;
};

/** How many rows there are of each outcome, each leading to them. */
export function OutcomeNav({ counts, shown, hrefOf }: NavProps) {
  return (
    <nav aria-label="Rows by what would happen">
      <ul className="govuk-list outcome-nav">
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <a href={hrefOf(outcome)} aria-current={outcome === shown ? 'page' : undefined}>
              {OUTCOME_LABELS[outcome]}: {counts[outcome]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const COLUMNS = [
  { key: 'row', head: 'Row', isNumeric: true },
  { key: 'who', head: 'Who', isRowHead: true },
  { key: 'what', head: 'What' },
  { key: 'notes', head: 'Noted' },
];

export type ShownRow = Pick<RowPlan, 'id' | 'row' | 'who' | 'what' | 'notes' | 'problems'>;

/** Rows that are right, as they would be taken over. */
export function RightRows({ caption, rows }: { caption: string; rows: ShownRow[] }) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      columns={COLUMNS}
      rows={rows.map(({ id, row, who, what, notes }) => ({
        key: id,
        cells: { row, who, what, notes: notes.join('; ') },
      }))}
    />
  );
}

type WrongProps = {
  rows: ShownRow[];
  isLeftOut: boolean;
  leaveOutWrong: boolean;
  formKey: string;
};

/** Rows that are wrong, or were left out: what was read, what to do, and whether to leave them out. */
export function WrongRows({ rows, isLeftOut, leaveOutWrong, formKey }: WrongProps) {
  return (
    <form method="post">
      <FormKey value={formKey} />
      <input type="hidden" name="intent" value="leave-out" />
      <Table
        caption={isLeftOut ? 'Rows that are left out' : 'Rows that are wrong'}
        isCaptionHidden
        columns={[
          { key: 'row', head: 'Row', isNumeric: true },
          { key: 'who', head: 'Who', isRowHead: true },
          { key: 'problems', head: 'What is wrong, and what to do' },
          { key: 'out', head: 'Leave out' },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            row: row.row,
            who: row.who,
            problems: <Problems row={row} />,
            out: (
              <>
                <input type="hidden" name="shown" value={row.id} />
                <label className="tick">
                  <input type="checkbox" name="out" value={row.id} defaultChecked={isLeftOut} />
                  <span className="govuk-visually-hidden">
                    Leave out row {row.row}, {row.who}
                  </span>
                </label>
              </>
            ),
          },
        }))}
      />
      <Checkbox
        name="leaveOutWrong"
        label="Leave out everything that is wrong"
        isChecked={leaveOutWrong}
      />
      <Button kind="secondary">Save what is left out</Button>
    </form>
  );
}

function Problems({ row: { problems, what } }: { row: ShownRow }) {
  if (problems.length === 0) return <>{what || 'Left out by its title'}</>;
  return (
    <ul className="govuk-list">
      {problems.map(({ column, read, todo }) => (
        <li key={`${column} ${todo}`}>
          <strong>{column}</strong> {read === '' ? 'is empty' : `“${read}”`}. {todo}.
        </li>
      ))}
    </ul>
  );
}

type LeaversProps = {
  leavers: ProposedLeaver[];
  /** Rows of the list: when more people would leave than stay, it is hardly complete. */
  rows: number;
  formKey: string;
  errors?: FieldErrors;
};

/** More of them stand in a part that opens. */
const MOST_OPEN = 10;

/** Those who are not in a complete list; nothing happens to whoever gets no last day. */
export function Leavers({ leavers, rows, formKey, errors }: LeaversProps) {
  if (leavers.length === 0) return null;
  return (
    <section className="section">
      <h2>Not in the list any more</h2>
      <p className="govuk-body">
        If somebody has left, enter their last day. Whoever gets none stays as they are.
      </p>
      {leavers.length > rows ? (
        <Notification kind="important">
          There are more of them ({leavers.length}) than rows in the list ({rows}). Is it complete?
        </Notification>
      ) : null}
      <Details summary="Enter last days" isOpen={leavers.length <= MOST_OPEN}>
        <form method="post">
          <FormKey value={formKey} />
          <input type="hidden" name="intent" value="leavers" />
          {leavers.map(({ personId, name, ref, holds, lastDay, problem }) => (
            <DateInput
              key={personId}
              name={`leaver-${personId}`}
              label={`${name}, ${ref}`}
              hint={[holds.join(', '), problem].filter(Boolean).join('. ')}
              value={dateFields(lastDay)}
              errors={errors}
            />
          ))}
          <Button kind="secondary">Save the last days</Button>
        </form>
      </Details>
    </section>
  );
}
