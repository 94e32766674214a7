import { academicYearOf, addDays, addMonths, type Day, dayInYear, earlier } from './days.ts';
import type { Completion, Cycle } from './types.ts';

type MonthsCycle = Extract<Cycle, { kind: 'months' }>;
type AcademicYearCycle = Extract<Cycle, { kind: 'academic-year' }>;

/** A completion that counts, with the cycle by which it is reckoned. */
export type Counted = { completion: Completion; cycle: Cycle };

/** What a completion is good for. */
export type Validity = Counted & {
  /** Last day on which it counts; null: it does not run out of itself. */
  validTo: Day | null;
  /** What the cycle alone would give, where the printed expiry is earlier. */
  withoutPrinted: Day | null;
  /** The valid to of the completion before, where this one was counted on from it. */
  countedOnFrom: Day | null;
};

/**
 * A chain of renewals that keep their anniversary: months are always added to the first day, so
 * that 29 February does not drift.
 */
type Chain = { anchor: Day; months: number; runsTo: Day; validTo: Day };

/**
 * The last day on which a completion of this day counts, by the cycle alone; null for cycles that
 * set no day. Months are calendar months, clipped to the month's end. For an academic year: its
 * due-by day in the following one; what is done in the last `earlyDays` of August counts for the
 * next year.
 */
export function validToOf(cycle: Cycle, completedOn: Day): Day | null {
  if (cycle.kind === 'months') return addMonths(completedOn, cycle.months);
  if (cycle.kind === 'academic-year') return dueByAfter(cycle, completedOn);
  return null;
}

/** The due-by day that lies in the academic year named by `year`. */
function dueByIn(cycle: AcademicYearCycle, year: number): Day {
  return dayInYear(cycle.dueBy < '09-01' ? year + 1 : year, cycle.dueBy);
}

/** The first due-by day on or after `from`. */
export function nextDueBy(cycle: AcademicYearCycle, from: Day): Day {
  const year = academicYearOf(from);
  const dueBy = dueByIn(cycle, year);
  return dueBy >= from ? dueBy : dueByIn(cycle, year + 1);
}

/**
 * What each completion is good for; one that can be reckoned in several chains stands once for
 * each. The order of `counted` does not matter. Only those that count may be given: of an edition,
 * the completions of the one in force.
 */
export function validitiesOf(counted: Counted[]): Validity[] {
  const keepsAnniversary = counted.some(({ cycle }) => windowOf(cycle) !== null);
  return keepsAnniversary ? inChains([...counted].sort(byDay)) : counted.map(onItsOwn);
}

/**
 * The one that rules: what does not run out before what does, a set rule before "no interval set",
 * then the latest valid to, then the latest completion.
 */
export function bestOf(validities: Validity[]): Validity | null {
  let best: Validity | null = null;
  for (const validity of validities) {
    if (best === null || isBetter(validity, best)) best = validity;
  }
  return best;
}

function isBetter(one: Validity, other: Validity): boolean {
  if (one.validTo === null || other.validTo === null) {
    if (one.validTo !== other.validTo) return one.validTo === null;
    const isSet = one.cycle.kind !== 'not-stated';
    if (isSet !== (other.cycle.kind !== 'not-stated')) return isSet;
  } else if (one.validTo !== other.validTo) return one.validTo > other.validTo;
  return byDay(one, other) > 0;
}

function byDay(one: Counted, other: Counted): number {
  const a = one.completion;
  const b = other.completion;
  if (a.completedOn !== b.completedOn) return a.completedOn < b.completedOn ? -1 : 1;
  return a.id - b.id;
}

function dueByAfter(cycle: AcademicYearCycle, completedOn: Day): Day {
  const isEarlyForNext =
    cycle.earlyDays > 0 &&
    academicYearOf(addDays(completedOn, cycle.earlyDays)) > academicYearOf(completedOn);
  return dueByIn(cycle, academicYearOf(completedOn) + (isEarlyForNext ? 2 : 1));
}

function onItsOwn(counted: Counted): Validity {
  return shortened(counted, validToOf(counted.cycle, counted.completion.completedOn), null);
}

/** A printed expiry that is earlier than the cycle's day wins. */
function shortened(counted: Counted, runsTo: Day | null, countedOnFrom: Day | null): Validity {
  const { completion, cycle } = counted;
  const printed = completion.printedExpiryOn;
  if (runsTo === null || printed === null || printed >= runsTo) {
    return { completion, cycle, validTo: runsTo, withoutPrinted: null, countedOnFrom };
  }
  return { completion, cycle, validTo: printed, withoutPrinted: runsTo, countedOnFrom };
}

/** Days before valid to from which a renewal counts on from it; null: from completion always. */
function windowOf(cycle: Cycle): number | null {
  return cycle.kind === 'months' ? (cycle.keepAnniversaryDays ?? null) : null;
}

/**
 * Every completion starts a chain and lengthens each chain in whose window it falls. Chains of the
 * same day are left alone: two papers for one course are one renewal.
 */
function inChains(inOrder: Counted[]): Validity[] {
  const validities: Validity[] = [];
  let chains: Chain[] = [];
  let ofTheDay: Chain[] = [];
  let day: Day | null = null;
  for (const counted of inOrder) {
    if (counted.completion.completedOn !== day) {
      chains = withoutDoubles([...chains, ...ofTheDay]);
      ofTheDay = [];
      day = counted.completion.completedOn;
    }
    for (const validity of [onItsOwn(counted), ...renewals(counted, chains, ofTheDay)]) {
      validities.push(validity);
    }
    const own = firstLink(counted);
    if (own !== null) ofTheDay.push(own);
  }
  return validities;
}

function firstLink({ completion, cycle }: Counted): Chain | null {
  const runsTo = validToOf(cycle, completion.completedOn);
  if (runsTo === null) return null;
  const validTo = earlier(runsTo, completion.printedExpiryOn ?? runsTo);
  return cycle.kind === 'months'
    ? { anchor: completion.completedOn, months: cycle.months, runsTo, validTo }
    : { anchor: runsTo, months: 0, runsTo, validTo };
}

function renewals(counted: Counted, chains: Chain[], ofTheDay: Chain[]): Validity[] {
  const { cycle, completion } = counted;
  const renewed: Validity[] = [];
  for (const chain of chains) {
    if (cycle.kind !== 'months' || !isInWindow(cycle, chain, completion.completedOn)) continue;
    const months = chain.months + cycle.months;
    const runsTo = addMonths(chain.anchor, months);
    const validity = shortened(counted, runsTo, chain.runsTo);
    renewed.push(validity);
    ofTheDay.push({ anchor: chain.anchor, months, runsTo, validTo: validity.validTo! });
  }
  return renewed;
}

/** From `keepAnniversaryDays` before valid to up to valid to, both days included. */
function isInWindow(cycle: MonthsCycle, chain: Chain, completedOn: Day): boolean {
  const days = windowOf(cycle);
  if (days === null) return false;
  return addDays(chain.runsTo, -days) <= completedOn && completedOn <= chain.validTo;
}

function withoutDoubles(chains: Chain[]): Chain[] {
  const kept = new Map<string, Chain>();
  for (const chain of chains) {
    const key = `${chain.anchor}+${chain.months}`;
    const known = kept.get(key);
    if (known === undefined || chain.validTo > known.validTo) kept.set(key, chain);
  }
  return [...kept.values()];
}
