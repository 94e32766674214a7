import type { ReactNode } from 'react';

export type Column = {
  key: string;
  head: ReactNode;
  isNumeric?: boolean;
  /** The column that names the row. */
  isRowHead?: boolean;
  /** Where sorting by it leads, and which way it is sorted now. */
  sort?: { href: string; now: 'ascending' | 'descending' | null };
};

export type Row = { key: string | number; cells: Record<string, ReactNode> };

type TableProps = {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  isCaptionHidden?: boolean;
  /** Less air, for many columns. */
  isDense?: boolean;
  /** Heads and the first column stay in sight while the region scrolls. */
  hasStickyHeads?: boolean;
  /** A last row of sums. */
  foot?: Record<string, ReactNode>;
};

/** A table in a region that scrolls by itself, by keyboard too, so that the page never does. */
export function Table(props: TableProps) {
  const { caption, columns, rows, isCaptionHidden, foot } = props;
  return (
    <ScrollRegion label={caption} isTall={props.hasStickyHeads}>
      <table className={tableClass(props)}>
        <caption className={isCaptionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption'}>
          <span>{caption}</span>
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => (
            <tr className="govuk-table__row" key={row.key}>
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {row.cells[column.key]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot className="table__foot">
            <tr className="govuk-table__row">
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {foot[column.key]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </ScrollRegion>
  );
}

type ScrollRegionProps = { label: string; isTall?: boolean; children: ReactNode };

/** Holds what may be wider than the screen. It can be focused, so that arrow keys scroll it. */
export function ScrollRegion({ label, isTall = false, children }: ScrollRegionProps) {
  return (
    <section
      className={isTall ? 'scroll scroll--tall' : 'scroll'}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll it
      tabIndex={0}
    >
      {children}
    </section>
  );
}

function Head({ column }: { column: Column }) {
  const { sort } = column;
  return (
    <th
      scope="col"
      className={cellClass('govuk-table__header', column)}
      aria-sort={sort ? (sort.now ?? 'none') : undefined}
    >
      {sort ? (
        <a className={`sort sort--${sort.now ?? 'none'}`} href={sort.href}>
          {column.head}
        </a>
      ) : (
        column.head
      )}
    </th>
  );
}

function Cell({ column, children }: { column: Column; children: ReactNode }) {
  if (column.isRowHead) {
    return (
      <th scope="row" className={cellClass('govuk-table__header', column)}>
        {children}
      </th>
    );
  }
  return <td className={cellClass('govuk-table__cell', column)}>{children}</td>;
}

function tableClass({ isDense, hasStickyHeads }: TableProps): string {
  const dense = isDense ? ' table--dense' : '';
  return `govuk-table${dense}${hasStickyHeads ? ' table--sticky' : ''}`;
}

function cellClass(base: string, column: Column): string {
  return column.isNumeric ? `${base} ${base}--numeric` : base;
}
