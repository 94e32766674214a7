import { writeCsv } from './write-csv.ts';

/** A CSV file as an answer: downloaded under this name, kept by nobody on the way. */
export function csvAnswer(
  rows: readonly (readonly (string | number | null)[])[],
  name: string,
): Response {
  return new Response(writeCsv(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}
