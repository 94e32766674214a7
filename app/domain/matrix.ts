import type { Day } from './days.ts';
import type { Standing } from './standing.ts';
import {
  type Appointment,
  type AppointmentKind,
  type Requirement,
  STATUSES,
  type Status,
} from './types.ts';

/** What can stand beside a status. */
export const MATRIX_MARKS = ['awaiting-check', 'booked'] as const;
export type MatrixMark = (typeof MATRIX_MARKS)[number];

/** How somebody looks at people × requirements: all of it stands in the address. */
export type MatrixView = {
  /** Part of a name, matched literally. */
  name: string;
  /** Keys of the requirements shown; empty: all. */
  requirements: string[];
  /** Only people with one of these, or of `marks`, in a column that is shown; both empty: everybody. */
  statuses: Status[];
  marks: MatrixMark[];
  /** Only holders of this kind of appointment. */
  appointment: string | null;
  sort: 'name' | 'most-overdue' | 'due' | 'requirement';
  /** The key of the requirement that is sorted by, the most pressing first. */
  by: string | null;
  group: 'none' | 'appointment';
  page: number;
};

export const EVERYTHING: MatrixView = {
  name: '',
  requirements: [],
  statuses: [],
  marks: [],
  appointment: null,
  sort: 'name',
  by: null,
  group: 'none',
  page: 1,
};

export type MatrixPerson = {
  id: number;
  name: string;
  sortName: string;
  appointments: Appointment[];
};

export type MatrixRow<Person extends MatrixPerson = MatrixPerson> = {
  person: Person;
  /** One a column, in the columns' order. */
  standings: Standing[];
  /** The heading under which the row stands; null where nothing is grouped. */
  group: string | null;
};

export type Matrix<Person extends MatrixPerson = MatrixPerson> = {
  columns: Requirement[];
  rows: MatrixRow<Person>[];
};

/**
 * The rows and columns that a view shows, all pages of it. A requirement that nobody is asked on that
 * day (retired, not begun) has no column unless it is chosen.
 */
export function matrixOf<Person extends MatrixPerson>(
  people: { person: Person; standings: Standing[] }[],
  { requirements, kinds, on }: { requirements: Requirement[]; kinds: AppointmentKind[]; on: Day },
  view: MatrixView,
): Matrix<Person> {
  const shown = shownColumns(people, requirements, view);
  const rows = people
    .map(({ person, standings }) => ({
      person,
      standings: shown.map((index) => standings[index]!),
      group: view.group === 'appointment' ? groupOf(person, kinds, on) : null,
    }))
    .filter((row) => isShown(row, view, on))
    .sort(orderOf(view, kinds));
  return { columns: shown.map((index) => requirements[index]!), rows };
}

function shownColumns(
  people: { standings: Standing[] }[],
  requirements: Requirement[],
  view: MatrixView,
): number[] {
  return requirements.flatMap((requirement, index) => {
    const isChosen = view.requirements.includes(requirement.key);
    if (view.requirements.length > 0) return isChosen ? [index] : [];
    const isAsked = people.some(({ standings }) => standings[index]!.status !== 'not-required');
    return isAsked ? [index] : [];
  });
}

function isShown({ person, standings }: MatrixRow, view: MatrixView, on: Day): boolean {
  if (!folded(person.name).includes(folded(view.name))) return false;
  if (view.appointment !== null && !holds(person, view.appointment, on)) return false;
  if (view.statuses.length === 0 && view.marks.length === 0) return true;
  return standings.some(
    (standing) =>
      view.statuses.includes(standing.status) || view.marks.some((mark) => hasMark(standing, mark)),
  );
}

function hasMark({ awaitingCheck, booked }: Standing, mark: MatrixMark): boolean {
  return mark === 'booked' ? booked !== null : awaitingCheck !== null;
}

/** "zoe" finds Zoë, and O’Neill is found with either apostrophe. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .toLocaleLowerCase('en-GB')
    .trim();
}

function holds(person: MatrixPerson, kind: string, on: Day): boolean {
  return person.appointments.some(
    (held) => held.kind === kind && held.from <= on && (held.to === null || on <= held.to),
  );
}

/** The first of the school's kinds of appointment that somebody holds; a person stands in one group. */
function groupOf(person: MatrixPerson, kinds: AppointmentKind[], on: Day): string {
  return kinds.find(({ key }) => holds(person, key, on))?.label ?? 'No appointment';
}

function orderOf(view: MatrixView, kinds: AppointmentKind[]) {
  const groups = new Map(kinds.map(({ label }, index) => [label, index]));
  const place = (row: MatrixRow) => groups.get(row.group ?? '') ?? groups.size;
  return (a: MatrixRow, b: MatrixRow) =>
    place(a) - place(b) ||
    compareBy(view, a, b) ||
    a.person.sortName.localeCompare(b.person.sortName, 'en-GB') ||
    a.person.id - b.person.id;
}

function compareBy({ sort, by }: MatrixView, a: MatrixRow, b: MatrixRow): number {
  if (sort === 'most-overdue') return overdueIn(b) - overdueIn(a);
  if (sort === 'due') return firstDue(a).localeCompare(firstDue(b));
  if (sort === 'requirement') return pressingFor(a, by).localeCompare(pressingFor(b, by));
  return 0;
}

/** Orders by one requirement: overdue first, then what falls due first, last what is not asked. */
function pressingFor({ standings }: MatrixRow, key: string | null): string {
  const standing = standings.find(({ requirement }) => requirement.key === key);
  if (!standing) return NEVER;
  const rank = PRESSING.indexOf(standing.status);
  return `${rank} ${dayThatMatters(standing) ?? NEVER}`;
}

const PRESSING: Status[] = [
  'overdue',
  'not-yet-due',
  'due-soon',
  'in-date',
  'away',
  'exempt',
  'not-required',
];

function overdueIn({ standings }: MatrixRow): number {
  return standings.filter(({ status }) => status === 'overdue').length;
}

const NEVER = '9999';

function firstDue({ standings }: MatrixRow): string {
  const days = standings.filter(isAsked).map(({ dueOn }) => dueOn ?? NEVER);
  return days.sort()[0] ?? NEVER;
}

const ASKED: Status[] = STATUSES.filter(
  (status) => !['not-required', 'exempt', 'away'].includes(status),
);

function isAsked({ status }: Standing): boolean {
  return ASKED.includes(status);
}

/** How many of these people are overdue for something that is shown. */
export function overduePeople(rows: readonly MatrixRow[]): number {
  return rows.filter((row) => overdueIn(row) > 0).length;
}

/** The one day that matters for a status: until when, by when, or since when. */
export function dayThatMatters({ status, validTo, dueOn, overdueSince }: Standing): Day | null {
  if (status === 'overdue') return overdueSince;
  if (status === 'not-yet-due') return dueOn;
  return status === 'in-date' || status === 'due-soon' ? validTo : null;
}
