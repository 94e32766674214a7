import { kindsHeldOn } from './audience.ts';
import { type Day, daysBetween, later } from './days.ts';
import { isAskedByGuidance, type Standing, standingOf } from './standing.ts';
import { isCounted, isInDate } from './statuses.ts';
import {
  BASIS_KINDS,
  type BasisKind,
  EVIDENCE_KINDS,
  type EvidenceKind,
  type PersonFacts,
  type Policy,
} from './types.ts';
import { isRetired, versionInForce } from './versions.ts';

export { type Induction, inductionOnTime } from './induction.ts';

/** Figures of a set of standings. The denominator `of` leaves out the exempt and the away. */
export type Count = {
  of: number;
  /** Without `dueSoon`. */
  inDate: number;
  dueSoon: number;
  /** Of those in date, how many by a line that sets no interval. */
  noInterval: number;
  notYetDue: number;
  /** The day by which the last of the not-yet-due is due. */
  notYetDueUntil: Day | null;
  overdue: number;
  exempt: number;
  away: number;
};

/** n of d people. */
export type Share = { inDate: number; of: number };

/** Counts standings by status; those not required are in no figure. */
export function countOf(standings: Iterable<Standing>): Count {
  const count: Count = {
    of: 0,
    inDate: 0,
    dueSoon: 0,
    noInterval: 0,
    notYetDue: 0,
    notYetDueUntil: null,
    overdue: 0,
    exempt: 0,
    away: 0,
  };
  for (const standing of standings) add(count, standing);
  return count;
}

/** n of "in date n of d": in date and due soon. */
export function inDateOf(count: Count): number {
  return count.inDate + count.dueSoon;
}

function add(count: Count, { status, noInterval, dueOn }: Standing): void {
  if (isCounted(status)) count.of += 1;
  if (status === 'in-date') count.inDate += 1;
  if (status === 'due-soon') count.dueSoon += 1;
  if (status === 'overdue') count.overdue += 1;
  if (status === 'exempt') count.exempt += 1;
  if (status === 'away') count.away += 1;
  if (noInterval) count.noInterval += 1;
  if (status !== 'not-yet-due') return;
  count.notYetDue += 1;
  if (dueOn !== null) count.notYetDueUntil = later(count.notYetDueUntil ?? dueOn, dueOn);
}

/**
 * In date for everything: people of whom at least one requirement counts that day, and who are in
 * date, or not yet due, for all that count. Once for everything that is asked, once for what law
 * and statutory guidance ask.
 */
export function wholeOf(
  policy: Policy,
  people: readonly PersonFacts[],
  on: Day,
): { everything: Share; guidance: Share } {
  const everything = { inDate: 0, of: 0 };
  const guidance = { inDate: 0, of: 0 };
  for (const person of people) {
    const standings = policy.requirements.map((it) => standingOf(policy, person, it, on));
    addPerson(everything, standings);
    addPerson(
      guidance,
      standings.map((standing) => guidanceOf(policy, person, standing)),
    );
  }
  return { everything, guidance };
}

/** The standing by those lines alone that law or statutory guidance ask for. */
export function guidanceOf(policy: Policy, person: PersonFacts, standing: Standing): Standing {
  if (standing.lines.every(isAskedByGuidance)) return standing;
  return standingOf(policy, person, standing.requirement, standing.on, isAskedByGuidance);
}

/** Is this person in date for all of these that count? Null where none counts. */
export function isInDateForAll(standings: Iterable<Standing>): boolean | null {
  let counts = false;
  for (const { status } of standings) {
    if (status === 'overdue') return false;
    if (isCounted(status)) counts = true;
  }
  return counts ? true : null;
}

function addPerson(share: Share, standings: Standing[]): void {
  const isWhole = isInDateForAll(standings);
  if (isWhole === null) return;
  share.of += 1;
  if (isWhole) share.inDate += 1;
}

/** How long the overdue have been so, in days; the first day overdue is 1. */
export type Ageing = { to30: number; to90: number; over90: number };

/** The overdue by how long: 1 to 30, 31 to 90, 91 days and more. */
export function ageingOf(standings: Iterable<Standing>): Ageing {
  const ageing = { to30: 0, to90: 0, over90: 0 };
  for (const standing of standings) {
    const days = daysOverdue(standing);
    if (days === 0) continue;
    if (days <= 30) ageing.to30 += 1;
    else if (days <= 90) ageing.to90 += 1;
    else ageing.over90 += 1;
  }
  return ageing;
}

/** 0 when not overdue; 1 on the first day overdue. */
export function daysOverdue({ overdueSince, on }: Standing): number {
  return overdueSince === null ? 0 : daysBetween(overdueSince, on) + 1;
}

/** The overdue by the heaviest basis that is broken: law, guidance, partnership, school policy. */
export function breachesOf(standings: Iterable<Standing>): Record<BasisKind, number> {
  const breaches = zeros(BASIS_KINDS);
  for (const { breaks } of standings) if (breaks !== null) breaches[breaks] += 1;
  return breaches;
}

/** What stands behind those who are in date, and how many papers wait for a check. */
export type EvidenceStrength = {
  byEvidence: Record<EvidenceKind, number>;
  /** Of these, earned elsewhere. */
  earnedElsewhere: number;
  awaitingCheck: number;
};

/** Counts the completions that rule by their kind of evidence; each cell once. */
export function evidenceStrength(standings: Iterable<Standing>): EvidenceStrength {
  const strength = { byEvidence: zeros(EVIDENCE_KINDS), earnedElsewhere: 0, awaitingCheck: 0 };
  for (const { status, completion, awaitingCheck } of standings) {
    if (awaitingCheck !== null) strength.awaitingCheck += 1;
    if (completion === null || !isInDate(status)) continue;
    strength.byEvidence[completion.evidence] += 1;
    if (completion.earnedElsewhere) strength.earnedElsewhere += 1;
  }
  return strength;
}

/** People in post whom no requirement of the day is for. */
export function nobodyFits(policy: Policy, people: readonly PersonFacts[], on: Day): PersonFacts[] {
  const lines = policy.requirements
    .filter((requirement) => !isRetired(requirement, on))
    .flatMap((requirement) => versionInForce(requirement, on)?.lines ?? []);
  const kinds = new Set(lines.flatMap(({ audience }) => audience.kinds));
  const categories = new Set(lines.flatMap(({ audience }) => audience.categories));
  const isHeld = ({ from, to }: { from: Day; to: Day | null }) =>
    from <= on && (to === null || on <= to);
  return people.filter(({ appointments }) => {
    const held = appointments.filter(isHeld);
    return held.length > 0 && !held.some((it) => kinds.has(it.kind) || categories.has(it.category));
  });
}

/** The people of each kind of appointment held on the day; a person is in each of theirs. */
export function byKindHeld(people: readonly PersonFacts[], on: Day): Map<string, PersonFacts[]> {
  const groups = new Map<string, PersonFacts[]>();
  for (const person of people) {
    for (const kind of kindsHeldOn(person, on)) {
      groups.set(kind, [...(groups.get(kind) ?? []), person]);
    }
  }
  return groups;
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
