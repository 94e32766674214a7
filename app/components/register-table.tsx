import { inPartSays } from '#app/domain/sessions/final-shown.ts';
import type { RegisterPerson, RegisterRow } from '#app/domain/sessions/register.ts';
import { type Column, Table } from './table.tsx';

type RegisterTableProps = {
  rows: readonly RegisterRow[];
  notExpected: readonly RegisterPerson[];
  /** What it credits: of whoever was there in part, it is said what they lack. */
  credited: Parameters<typeof inPartSays>[1];
};

const COLUMNS: readonly Column[] = [
  { key: 'name', head: 'Name', isRowHead: true },
  { key: 'role', head: 'Role' },
  { key: 'said', head: 'Attendance' },
];

/** A register to read: final, or open for somebody who does not keep it. */
export function RegisterTable({ rows, notExpected, credited }: RegisterTableProps) {
  return (
    <>
      <Table
        caption="The register"
        isCaptionHidden
        columns={COLUMNS}
        rows={rows.map((row) => ({
          key: row.id,
          cells: { name: row.name, role: row.role, said: attendanceInWords(row, credited) },
        }))}
      />
      {notExpected.length > 0 ? (
        <p className="govuk-body">
          Not expected that day: {notExpected.map(({ name }) => name).join('; ')}.
        </p>
      ) : null}
    </>
  );
}

function attendanceInWords(row: RegisterRow, credited: RegisterTableProps['credited']): string {
  const { attendance, expected } = row;
  const added = expected === 'added' ? ', added' : '';
  if (attendance === 'there') return `There${added}`;
  if (attendance === 'in-part') return `In part${added}. ${inPartSays(row, credited)}`;
  return attendance === 'not-there' ? `Not there${added}` : `Not ticked${added}`;
}
