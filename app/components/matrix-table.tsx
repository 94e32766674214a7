import { Fragment } from 'react';
import type { Day } from '#app/domain/days.ts';
import type { MatrixView } from '#app/domain/matrix.ts';
import type { Status } from '#app/domain/types.ts';
import { anchorOf } from './quiet-things.tsx';
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
  columns: readonly { id: number; key: string; name: string }[];
  rows: readonly RowShown[];
  view: MatrixView;
  /** The address of the same people in another order. */
  sortedBy: (sort: Pick<MatrixView, 'sort' | 'by'>) => string;
};

/** People down, requirements across: a status, its shape and its day in every cell. */
export function MatrixTable({ columns, rows, view, sortedBy }: MatrixTableProps) {
  return (
    <ScrollRegion label="People and requirements" isTall>
      <table className="govuk-table table--dense table--sticky matrix">
        <caption className="govuk-visually-hidden">People and requirements</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <Head
              name="Name"
              href={sortedBy({ sort: 'name', by: null })}
              isSorted={view.sort === 'name'}
            />
            {columns.map(({ key, name }) => (
              <Head
                key={key}
                name={name}
                href={sortedBy({ sort: 'requirement', by: key })}
                isSorted={view.by === key}
              />
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

type HeadProps = { name: string; href: string; isSorted: boolean };

/** A column's head sorts by it: names by the alphabet, requirements by what presses most. */
function Head({ name, href, isSorted }: HeadProps) {
  return (
    <th scope="col" className="govuk-table__header" aria-sort={isSorted ? 'ascending' : undefined}>
      <a className={`matrix__sort${isSorted ? ' sort--ascending' : ''}`} href={href}>
        {name}
      </a>
    </th>
  );
}

type MatrixRowProps = { row: RowShown; columns: MatrixTableProps['columns']; isGrouped: boolean };

function MatrixRow({ row, columns, isGrouped }: MatrixRowProps) {
  const home = `/dsl/people/${row.id}`;
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        <a className="govuk-link" href={home}>
          {row.name}
        </a>
        {isGrouped ? null : <span className="matrix__appointments">{row.appointments}</span>}
      </th>
      {row.cells.map((cell, index) => (
        <td className="govuk-table__cell" key={columns[index]?.key} title={cell.sentence}>
          <MatrixCell cell={cell} href={`${home}#${anchorOf(columns[index]?.id ?? 0)}`} />
        </td>
      ))}
    </tr>
  );
}

/** The status leads to its sentence, on the person's page. */
function MatrixCell({ cell, href }: { cell: CellShown; href: string }) {
  if (cell.status === 'not-required') {
    return (
      <span className="matrix__none">
        –<span className="govuk-visually-hidden"> Not required</span>
      </span>
    );
  }
  return (
    <a className="matrix__cell" href={href}>
      <StatusTag status={cell.status} day={cell.day} isShort />
      {cell.isWaiting ? <Mark kind="awaiting-check" /> : null}
      {cell.isBooked ? <Mark kind="booked" /> : null}
    </a>
  );
}
