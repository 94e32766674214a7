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
  /** Two columns alone: the rest stands under what it explains. */
  isNarrow?: boolean;
};

/** Lines of figures; a column that would be empty is left away. */
export function FigureTable(props: FigureTableProps) {
  const { caption, rows, rowsAre, figuresAre, restIs = 'The rest', lastTermIs, isNarrow } = props;
  const columns: Column[] = [
    { key: 'item', head: rowsAre, isRowHead: true },
    { key: 'figure', head: figuresAre },
    ...(!isNarrow && rows.some(({ rest }) => rest) ? [{ key: 'rest', head: restIs }] : []),
    ...(!isNarrow && rows.some(({ leftOut }) => leftOut)
      ? [{ key: 'leftOut', head: 'Left out' }]
      : []),
    ...(lastTermIs ? [{ key: 'lastTerm', head: lastTermIs }] : []),
  ];
  return (
    <Table
      caption={caption}
      isCaptionHidden={props.isCaptionHidden}
      isDense
      columns={columns}
      rows={rows.map((row) => ({
        key: row.item,
        cells: {
          rest: row.rest,
          leftOut: <span className="figures">{row.leftOut}</span>,
          item: isNarrow ? <ItemWithRest row={row} /> : row.item,
          figure: <Figure words={row.figure} />,
          lastTerm: <span className="figures">{row.lastTerm}</span>,
        },
      }))}
    />
  );
}

function ItemWithRest({ row: { item, rest, leftOut } }: { row: FigureRow }) {
  const more = [rest, leftOut].filter(Boolean).join('; ');
  return more ? (
    <>
      {item} <span className="figures-rest">{more}</span>
    </>
  ) : (
    item
  );
}

/** "44 of 47" is never torn apart; words may be. */
function Figure({ words }: { words: string }) {
  return /\d$/.test(words) && words.length < 12 ? <span className="figures">{words}</span> : words;
}
