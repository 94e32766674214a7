/** A file's table as it was read: text cells, days of Excel's own already as `YYYY-MM-DD`. */
export type Sheet = {
  format: 'csv' | 'xlsx';
  /** The name of the worksheet; empty for CSV. */
  name: string;
  rows: string[][];
  /** `row:column` (from 0) of the cells whose value was reckoned by a formula. */
  formulas: string[];
  /** Are bare day numbers counted from 1904 and not from 1900? */
  from1904: boolean;
  /** Worksheets that hold something and were not read. */
  otherSheets: string[];
};

/** The cell's text; empty where the row is shorter. */
export function cellOf(row: readonly string[], column: number): string {
  return column < 0 ? '' : (row[column] ?? '');
}

export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell === '');
}
