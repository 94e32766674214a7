import { MARK_LABELS, STATUS_LABELS } from '#app/domain/labels.ts';
import { MATRIX_MARKS, type MatrixView } from '#app/domain/matrix.ts';
import type { Status } from '#app/domain/types.ts';
import { Button, ButtonGroup } from './button.tsx';
import { Checkboxes } from './choices.tsx';
import { type Option, Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

type MatrixFilterProps = {
  view: MatrixView;
  requirements: readonly Option[];
  kinds: readonly Option[];
};

/** What the matrix shows, as a form that changes the address. */
export function MatrixFilter({ view, requirements, kinds }: MatrixFilterProps) {
  return (
    <form className="filter no-print" method="get" action="/dsl/matrix">
      <div className="filter__row">
        <TextInput name="name" label="Name" value={view.name} width={20} maxLength={100} />
        <Select
          name="appointment"
          label="Appointment"
          options={kinds}
          value={view.appointment ?? ''}
          empty="Any"
        />
        <Select
          name="sort"
          label="Order"
          options={sortsFor(view, requirements)}
          value={view.sort}
        />
        <Select name="group" label="Group" options={GROUPS} value={view.group} />
      </div>
      {view.by ? <input type="hidden" name="by" value={view.by} /> : null}
      <details className="govuk-details" open={isNarrowed(view)}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Choose statuses and requirements</span>
        </summary>
        <div className="filter__choices">
          <Checkboxes
            name="status"
            label="Only people who are, for something that is shown"
            choices={STATUS_CHOICES}
            values={[...view.statuses, ...view.marks]}
            layout="small"
          />
          <Checkboxes
            name="requirement"
            label="Only these requirements"
            hint="None ticked: all that are asked of somebody."
            choices={requirements}
            values={view.requirements}
            layout="small"
          />
        </div>
      </details>
      <ButtonGroup>
        <Button kind="secondary">Show</Button>
        <a className="govuk-link" href="/dsl/matrix?all">
          Show everybody
        </a>
      </ButtonGroup>
    </form>
  );
}

const SORTS = [
  { value: 'name', label: 'By name' },
  { value: 'most-overdue', label: 'Most overdue first' },
  { value: 'due', label: 'Due first' },
];

const GROUPS = [
  { value: 'none', label: 'Not grouped' },
  { value: 'appointment', label: 'By appointment' },
];

/** The order of one column is chosen at its head; once it is, the list names it. */
function sortsFor({ by }: MatrixView, requirements: readonly Option[]): Option[] {
  const column = requirements.find(({ value }) => value === by);
  if (!column) return SORTS;
  return [...SORTS, { value: 'requirement', label: `By ${column.label}` }];
}

const STATUSES: Status[] = ['overdue', 'due-soon', 'not-yet-due', 'in-date', 'exempt', 'away'];

const STATUS_CHOICES = [
  ...STATUSES.map((value) => ({ value: value as string, label: STATUS_LABELS[value] })),
  ...MATRIX_MARKS.map((value) => ({ value: value as string, label: MARK_LABELS[value] })),
];

function isNarrowed({ statuses, marks, requirements }: MatrixView): boolean {
  return statuses.length + marks.length + requirements.length > 0;
}
