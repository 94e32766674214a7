import { EVERYTHING, MATRIX_MARKS, type MatrixMark, type MatrixView } from '#app/domain/matrix.ts';
import { STATUSES, type Status } from '#app/domain/types.ts';
import { readPage } from './page-number.ts';

/** Longer names are nobody's. */
const LONGEST_NAME = 100;

/**
 * What the address asks the matrix to show. What it does not understand it leaves out: an address may
 * be old, cut short or made by hand, and the page says what is shown.
 */
export function readMatrixView(
  query: URLSearchParams,
  known: { requirements: string[]; kinds: string[] },
): MatrixView {
  const appointment = query.get('appointment') ?? '';
  const by = known.requirements.find((key) => key === query.get('by')) ?? null;
  const sort = oneOf(query.get('sort'), SORTS, EVERYTHING.sort);
  return {
    name: (query.get('name') ?? '').normalize('NFC').slice(0, LONGEST_NAME),
    requirements: query.getAll('requirement').filter((key) => known.requirements.includes(key)),
    statuses: query.getAll('status').filter(isStatus),
    marks: query.getAll('status').filter(isMark),
    appointment: known.kinds.includes(appointment) ? appointment : null,
    sort: sort === 'requirement' && by === null ? EVERYTHING.sort : sort,
    by: sort === 'requirement' ? by : null,
    group: oneOf(query.get('group'), ['none', 'appointment'], EVERYTHING.group),
    page: readPage(query),
  };
}

/** The query that shows this view; what is as usual is left out. */
export function matrixQuery(view: MatrixView): string {
  const query = new URLSearchParams();
  if (view.name) query.set('name', view.name);
  for (const key of view.requirements) query.append('requirement', key);
  for (const status of [...view.statuses, ...view.marks]) query.append('status', status);
  if (view.appointment) query.set('appointment', view.appointment);
  if (view.sort !== EVERYTHING.sort) query.set('sort', view.sort);
  if (view.by) query.set('by', view.by);
  if (view.group !== EVERYTHING.group) query.set('group', view.group);
  if (view.page !== EVERYTHING.page) query.set('page', String(view.page));
  return query.toString();
}

const SORTS: MatrixView['sort'][] = ['name', 'most-overdue', 'due', 'requirement'];

function isMark(text: string): text is MatrixMark {
  return (MATRIX_MARKS as readonly string[]).includes(text);
}

function isStatus(text: string): text is Status {
  return (STATUSES as readonly string[]).includes(text);
}

function oneOf<T extends string>(text: string | null, known: T[], otherwise: T): T {
  return known.find((one) => one === text) ?? otherwise;
}
