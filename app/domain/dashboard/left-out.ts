import { addDays, type Day, isWithin } from '../days.ts';
import { CATEGORY_LABELS } from '../labels.ts';
import type { Category, PersonFacts, Policy } from '../types.ts';
import { listed } from '../words.ts';
import type { WholeRow } from './shares.ts';

/** How many are left out of the figures, or not done yet, and why: people unless it says otherwise. */
export type LeftOut = {
  /** People in post that day. */
  inPost: number;
  /** Of them: something counts that day. */
  counted: number;
  away: number;
  /** Of those away: the day of return is not known. */
  awayOpen: number;
  exempt: number;
  nothingAsked: number;
  /** "Visitors and contractors": of which categories those are. */
  nothingAskedOf: string;
  /** Left since this day, and no longer counted. */
  leftSince: Day;
  left: number;
  /** Marked as left, with no last day: counted until one is entered. */
  leftWithoutDay: number;
  /** Begin after that day. */
  toBegin: number;
  /** Courses that are booked for that day or later: courses, not people. */
  booked: number;
};

type Person = PersonFacts & { leftWithoutDay?: boolean };

/** Counts who is left out on the day; leavers since `leftSince`. */
export function leftOutOf(
  people: readonly Person[],
  rows: readonly WholeRow[],
  on: Day,
  leftSince: Day,
): LeftOut {
  const away = rows.filter(({ person }) => isAway(person, on));
  const unasked = rows.filter(({ standings }) => standings.every(isNotRequired));
  const inPost = new Set(rows.map(({ person }) => person.id));
  const others = people.filter(({ id }) => !inPost.has(id));
  return {
    inPost: rows.length,
    counted: rows.filter(({ everything }) => everything !== null).length,
    away: away.length,
    awayOpen: away.filter(({ person }) => isAwayOpen(person, on)).length,
    exempt: rows.filter(({ standings }) => standings.some(isExempt)).length,
    nothingAsked: unasked.length,
    nothingAskedOf: categoriesOf(unasked, on),
    leftSince,
    left: others.filter((person) => hasLeft(person, on, leftSince)).length,
    leftWithoutDay: rows.filter(({ person }) => (person as Person).leftWithoutDay === true).length,
    toBegin: others.filter(({ appointments }) => appointments.some(({ from }) => from > on)).length,
    booked: rows.flatMap(({ person }) => person.bookings.filter((one) => one.on >= on)).length,
  };
}

function isAway({ absences }: PersonFacts, on: Day): boolean {
  return absences.some(({ from, to }) => isWithin(on, from, to));
}

function isAwayOpen({ absences }: PersonFacts, on: Day): boolean {
  return absences.some(({ from, to }) => from <= on && to === null);
}

function isExempt({ status }: { status: string }): boolean {
  return status === 'exempt';
}

function isNotRequired({ status }: { status: string }): boolean {
  return status === 'not-required';
}

/** The last day of the last appointment lies between `since` and `on`, and none is to come. */
function hasLeft({ appointments }: PersonFacts, on: Day, since: Day): boolean {
  const isOver = appointments.every(({ to }) => to !== null && to < on);
  return isOver && appointments.some(({ to }) => to !== null && to >= since);
}

function categoriesOf(rows: readonly WholeRow[], on: Day): string {
  const categories = rows.flatMap(({ person }) =>
    person.appointments
      .filter(({ from, to }) => isWithin(on, from, to))
      .map(({ category }) => category),
  );
  const labels = [...new Set<Category>(categories)].map((one) => CATEGORY_LABELS[one]);
  return listed(labels.map((label) => label.toLowerCase()));
}

/** The day after the last term: who left before it is no news. */
export function leaversSince({ terms }: Policy, on: Day): Day {
  const ended = terms.map(({ to }) => to).filter((to) => to < on);
  return ended.length === 0 ? addDays(on, -90) : addDays(ended.sort().at(-1)!, 1);
}
