import { type Day, daysBetween, later } from './days.ts';
import { isAskedByGuidance, type Standing, standingOf } from './standing.ts';
import { isCounted, isInDate } from './statuses.ts';
import { EVIDENCE_KINDS, type EvidenceKind, type PersonFacts, type Policy } from './types.ts';

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

/** How long the overdue have been so, in days; the first day overdue is 1. */
export type Ageing = { to30: number; to90: number; over90: number };

/** 0 when not overdue; 1 on the first day overdue. */
export function daysOverdue({ overdueSince, on }: Standing): number {
  return overdueSince === null ? 0 : daysBetween(overdueSince, on) + 1;
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

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
