/** A part of the rows: 1 is the first page. */
export function pageOf<T>(rows: readonly T[], page: number, size: number): T[] {
  return rows.slice((page - 1) * size, page * size);
}

/** How many pages so many rows fill; one where there are none. */
export function pagesFor(rows: number, size: number): number {
  return Math.max(1, Math.ceil(rows / size));
}
