import { TRUST_COLUMNS, type TrustRow } from '#app/domain/trust.ts';
import { Table } from './table.tsx';

/** The schools of a trust side by side, worst first. */
export function TrustTable({ rows }: { rows: readonly TrustRow[] }) {
  return (
    <Table
      caption="The schools, worst first"
      isCaptionHidden
      columns={TRUST_COLUMNS.map(({ key, head }) => ({ key, head, isRowHead: key === 'school' }))}
      rows={rows.map((row) => ({
        key: row.id,
        cells: { ...cellsOf(row), secure: <Secure words={row.secure} isSecure={row.isSecure} /> },
      }))}
    />
  );
}

function cellsOf(row: TrustRow) {
  return Object.fromEntries(TRUST_COLUMNS.map(({ key }) => [key, row[key]]));
}

/** A word and a shape, as for a status. */
function Secure({ words, isSecure }: { words: string; isSecure: boolean }) {
  return <span className={`secure secure--${isSecure ? 'yes' : 'no'}`}>{words}</span>;
}
