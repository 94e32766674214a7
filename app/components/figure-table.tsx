import type { FigureRow } from '#app/domain/dashboard/sections.ts';
import { type Column, Table } from './table.tsx';

type FigureTableProps = {
  caption: string;
  rows: readonly FigureRow[];
  /** What a row is: "Requirement". */
  rowsAre: string;
  /** What the figure is: "In date". */
  figuresAre: string;
  /** Heads the column of what makes up the rest. */
  restIs?: string;
  /** "On 21 July 2026": heads the column of last term's figures. */
  lastTermIs?: string;
  isCaptionHidden?: boolean;
};

/** Lines of figures; a column that would be empty is left away. */
export function FigureTable(props: FigureTableProps) {
  const { caption, rows, rowsAre, figuresAre, restIs = 'The rest', lastTermIs } = props;
  const columns: Column[] = [
    { key: 'item', head: rowsAre, isRowHead: true },
    { key: 'figure', head: figuresAre },
    ...(rows.some(({ rest }) => rest) ? [{ key: 'rest', head: restIs }] : []),
    ...(rows.some(({ leftOut }) => leftOut) ? [{ key: 'leftOut', head: 'Left out' }] : []),
    ...(lastTermIs ? [{ key: 'lastTerm', head: lastTermIs }] : []),
  ];
  return (
    <Table
      caption={caption}
      isCaptionHidden={props.isCaptionHidden}
      isDense
      columns={columns}
      rows={rows.map(({ item, figure, rest, leftOut, lastTerm }) => ({
        key: item,
        cells: { item, figure, rest, leftOut, lastTerm },
      }))}
    />
  );
}
