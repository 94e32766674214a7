import { type Ageing, daysOverdue, guidanceOf, isInDateForAll, type Share } from '../counting.ts';
import { type Day, later } from '../days.ts';
import type { Standing } from '../standing.ts';
import type { PersonFacts, Policy } from '../types.ts';

/** A person in post and where they stand on every requirement that day. */
export type Row = { person: PersonFacts; standings: Standing[] };

/** People in date for everything, with what of it is still to do. */
export type Whole = Share & {
  /** Of those in date: people with something that is not yet due. */
  notYetDue: number;
  /** The day by which the last of that is due. */
  notYetDueUntil: Day | null;
};

/** How a person stands on the whole: true, false, or null where nothing counts that day. */
export type WholeRow = Row & { guidance: boolean | null; everything: boolean | null };

/** Everybody's answer, once for what law and statutory guidance ask and once for everything. */
export function wholeRowsOf(policy: Policy, rows: readonly Row[]): WholeRow[] {
  return rows.map(({ person, standings }) => ({
    person,
    standings,
    guidance: isInDateForAll(standings.map((one) => guidanceOf(policy, person, one))),
    everything: isInDateForAll(standings),
  }));
}

/** n of d people in date for everything, by one of the two measures. */
export function wholeShare(rows: readonly WholeRow[], by: 'guidance' | 'everything'): Whole {
  const whole: Whole = { inDate: 0, of: 0, notYetDue: 0, notYetDueUntil: null };
  for (const row of rows) {
    if (row[by] === null) continue;
    whole.of += 1;
    if (row[by]) addInDate(whole, row.standings);
  }
  return whole;
}

function addInDate(whole: Whole, standings: Standing[]): void {
  whole.inDate += 1;
  const waiting = standings.filter(({ status }) => status === 'not-yet-due');
  if (waiting.length > 0) whole.notYetDue += 1;
  for (const { dueOn } of waiting) {
    if (dueOn !== null) whole.notYetDueUntil = later(whole.notYetDueUntil ?? dueOn, dueOn);
  }
}

/** People who are overdue for something, of those of whom something counts that day. */
export type Overdue = {
  people: number;
  of: number;
  /** People by how long the longest overdue has been so. */
  ageing: Ageing;
  /** People overdue for something that law or statutory guidance asks. */
  guidance: number;
  /** People overdue only for what the school or its partners promise beyond that. */
  promise: number;
};

/**
 * The overdue, counted as people, so that the two breakdowns have the same sum and neither tells what
 * a small group's figure hides.
 */
export function overdueOf(rows: readonly WholeRow[]): Overdue {
  const counted = rows.filter(({ everything }) => everything !== null);
  const overdue = counted.filter(({ everything }) => everything === false);
  const guidance = overdue.filter((row) => row.guidance === false).length;
  return {
    people: overdue.length,
    of: counted.length,
    ageing: ageingOfPeople(overdue),
    guidance,
    promise: overdue.length - guidance,
  };
}

function ageingOfPeople(overdue: readonly Row[]): Ageing {
  const ageing = { to30: 0, to90: 0, over90: 0 };
  for (const { standings } of overdue) {
    const longest = Math.max(...standings.map(daysOverdue));
    if (longest <= 30) ageing.to30 += 1;
    else if (longest <= 90) ageing.to90 += 1;
    else ageing.over90 += 1;
  }
  return ageing;
}
