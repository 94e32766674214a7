import { Fragment } from 'react';
import type { Day } from '#app/domain/days.ts';
import type { MatrixView } from '#app/domain/matrix.ts';
import type { Status } from '#app/domain/types.ts';
import { Mark, StatusTag } from './status.tsx';
import { ScrollRegion } from './table.tsx';

type CellShown = {
  status: Status;
  day: Day | null;
  sentence: string;
  isWaiting: boolean;
  isBooked: boolean;
};

type RowShown = {
  id: number;
  name: string;
  group: string | null;
  appointments: string;
  cells: CellShown[];
};

type MatrixTableProps = {
  columns: readonly { key: string; name: string }[];
  rows: readonly RowShown[];
  view: MatrixView;
};

/** People down, requirements across: a status, its shape and its day in every cell. */
export function MatrixTable({ columns, rows, view }: MatrixTableProps) {
  return (
    <ScrollRegion label="People and requirements" isTall>
      <table className="govuk-table table--dense table--sticky matrix">
        <caption className="govuk-visually-hidden">People and requirements</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Name
            </th>
            {columns.map(({ key, name }) => (
              <th scope="col" className="govuk-table__header" key={key}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row, index) => (
            <Fragment key={row.id}>
              {row.group !== null && row.group !== rows[index - 1]?.group ? (
                <tr className="matrix__group">
                  <th scope="colgroup" colSpan={columns.length + 1}>
                    {row.group}
                  </th>
                </tr>
              ) : null}
              <MatrixRow row={row} columns={columns} isGrouped={view.group !== 'none'} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type MatrixRowProps = { row: RowShown; columns: MatrixTableProps['columns']; isGrouped: boolean };

function MatrixRow({ row, columns, isGrouped }: MatrixRowProps) {
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        <a className="govuk-link" href={`/dsl/people/${row.id}`}>
          {row.name}
        </a>
        {isGrouped ? null : <span className="matrix__appointments">{row.appointments}</span>}
      </th>
      {row.cells.map((cell, index) => (
        <td className="govuk-table__cell" key={columns[index]?.key} title={cell.sentence}>
          <MatrixCell cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function MatrixCell({ cell }: { cell: CellShown }) {
  if (cell.status === 'not-required') {
    return (
      <span className="matrix__none">
        –<span className="govuk-visually-hidden"> Not required</span>
      </span>
    );
  }
  return (
    <>
      <StatusTag status={cell.status} day={cell.day} isShort />
      {cell.isWaiting ? <Mark kind="awaiting-check" /> : null}
      {cell.isBooked ? <Mark kind="booked" /> : null}
    </>
  );
}
