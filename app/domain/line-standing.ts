import { runFrom } from './audience.ts';
import { addDays, type Day, daysBetween } from './days.ts';
import { afterReturn, type Due, latest, type TimeOut } from './due.ts';
import { beginningOf, editionInForce, publicationOf, readableFrom } from './editions.ts';
import type { Completion, Edition, Line, PersonFacts, Policy, Requirement } from './types.ts';
import { bestOf, type Counted, nextDueBy, type Validity, validitiesOf } from './valid-to.ts';
import { beginningFor, type LineBeginning, lineFor, lineOf, versionInForce } from './versions.ts';

/** One person and one requirement, with what bears on them. */
export type Case = {
  policy: Policy;
  person: PersonFacts;
  requirement: Requirement;
  /** The person's completions of the requirement and of those by which it is met. */
  completions: Completion[];
  times: TimeOut[];
  /** The day that is asked about: what has begun by then bridges gaps on earlier days. */
  seenOn: Day;
  /** Nothing that was completed after this day is looked at, even for later days. */
  knownOn: Day;
};

/** What one line says of a person on a day. */
export type LineStanding = {
  line: Line;
  status: 'in-date' | 'due-soon' | 'not-yet-due' | 'overdue';
  joinedOn: Day;
  /** The completion that rules; where none is valid, the one that was so for longest. */
  validity: Validity | null;
  /** Null where nothing falls due: done, and it does not run out. */
  due: Due | null;
  edition: Edition | null;
};

/**
 * The four lower rungs of the ladder for one line: in date, due soon, not yet due, overdue. The
 * person must be in the line's audience, or in a bridged gap of it, on the day.
 */
export function reckonLine(c: Case, line: Line, on: Day): LineStanding {
  const joinedOn = runFrom(c.policy.gapDays, c.person, line.audience, on, c.seenOn) ?? on;
  const edition = editionToRead(c.policy, line, on);
  const validities = validitiesOf(countedFor(c, line, on));
  const validity = bestOf(validities);
  if (validity !== null && validity.validTo === null) {
    return { line, status: 'in-date', joinedOn, validity, due: null, edition };
  }
  const due =
    overdueBefore(c, line, edition, joinedOn) ?? dueOf(c, line, joinedOn, edition, validities, on);
  const status = statusOf(c.requirement, validity?.validTo ?? null, due, on);
  return { line, status, joinedOn, validity, due, edition };
}

/** The edition that a line asks for on the day; null when it asks for none, or none is in force. */
export function editionToRead(policy: Policy, { cycle }: Line, on: Day): Edition | null {
  if (cycle.kind !== 'edition') return null;
  return editionInForce(publicationOf(policy, cycle.publication), on);
}

/** The first due day of a line for this person, whatever has been done since they joined. */
export function firstDueOf(c: Case, line: Line, on: Day): Due {
  const joinedOn = runFrom(c.policy.gapDays, c.person, line.audience, on, c.seenOn) ?? on;
  return dueOf(c, line, joinedOn, editionToRead(c.policy, line, on), [], on);
}

/**
 * Would this completion count for the line, once it is accepted? What was earned elsewhere counts
 * except for declarations and what belongs to this site; an edition is met by nothing else.
 */
export function couldCount(c: Case, line: Line, completion: Completion, on: Day): boolean {
  const { cycle } = lineFor(c.requirement, line, completion.completedOn, on);
  const isEdition = cycle.kind === 'edition' || line.cycle.kind === 'edition';
  if (isEdition && completion.requirementId !== c.requirement.id) return false;
  if (completion.earnedElsewhere && (isEdition || isOfOneSite(c, completion))) return false;
  if (cycle.kind !== 'edition') return true;
  const edition = editionInForce(publicationOf(c.policy, cycle.publication), on);
  return (
    edition !== null &&
    completion.edition === edition.key &&
    completion.completedOn >= readableFrom(edition)
  );
}

/** Was it made, as far as is known, by this day? */
export function isMadeBy(c: Case, completion: Completion, on: Day): boolean {
  return completion.completedOn <= on && completion.completedOn <= c.knownOn;
}

/** A declaration, or for a site: this requirement's, or that of the one by which it is met. */
function isOfOneSite({ policy, requirement }: Case, completion: Completion): boolean {
  if (requirement.siteSpecific || completion.evidence === 'declaration') return true;
  const done = policy.requirements.find(({ id }) => id === completion.requirementId);
  return done?.siteSpecific === true;
}

/** What counts for a line on a day, each completion with the cycle by which it is reckoned. */
export function countedFor(c: Case, line: Line, on: Day): Counted[] {
  const counted: Counted[] = [];
  for (const completion of c.completions) {
    if (completion.check !== 'counts' || !isMadeBy(c, completion, on)) continue;
    if (!couldCount(c, line, completion, on)) continue;
    const { cycle } = lineFor(c.requirement, line, completion.completedOn, on);
    counted.push({ completion, cycle });
  }
  return counted;
}

/** What rules of what counts for a line on a day, asked of the person or not. */
export function validityFor(c: Case, line: Line, on: Day): Validity | null {
  return bestOf(validitiesOf(countedFor(c, line, on)));
}

function statusOf(requirement: Requirement, validTo: Day | null, due: Due, on: Day) {
  if (validTo !== null && validTo >= on) {
    return daysBetween(on, validTo) <= requirement.noticeDays ? 'due-soon' : 'in-date';
  }
  return due.on >= on ? 'not-yet-due' : 'overdue';
}

/**
 * The latest of the days that apply, each moved past a time out in which it falls. All valid-tos
 * are looked at and not only the latest, so that a further completion never makes it earlier.
 */
function dueOf(
  c: Case,
  line: Line,
  joinedOn: Day,
  edition: Edition | null,
  validities: Validity[],
  on: Day,
): Due {
  const dues: Due[] = [{ on: addDays(joinedOn, line.startWithin), because: 'joined' }];
  for (const { validTo } of validities) {
    if (validTo !== null) dues.push({ on: validTo, because: 'ran-out' });
  }
  for (const day of rollOutsOf(c, line, joinedOn, edition, on)) {
    dues.push({ on: day, because: 'roll-out' });
  }
  if (c.times.length === 0) return latest(dues);
  return latest(dues.map((due) => afterReturn(due, c.times, c.policy.returnDays)));
}

/** The roll-out days for somebody who was there before the line, or the edition, began. */
function rollOutsOf(c: Case, line: Line, joinedOn: Day, edition: Edition | null, on: Day): Day[] {
  const days: Day[] = [];
  const began = beginningFor(c, line, on);
  if (joinedOn < began.on) days.push(rollOutOf(began));
  const begins = edition === null ? null : beginningOf(edition);
  if (edition !== null && begins !== null && joinedOn < begins) {
    days.push(edition.dueBy ?? addDays(begins, line.startWithin));
  }
  return days;
}

function rollOutOf({ line, on }: LineBeginning): Day {
  if (line.rollOutOn !== null) return line.rollOutOn;
  if (line.cycle.kind === 'academic-year') return nextDueBy(line.cycle, on);
  return addDays(on, line.startWithin);
}

/**
 * Whoever was overdue for the edition before, on the day before this one began, stays overdue
 * since that first day until they have read this one.
 */
function overdueBefore(c: Case, line: Line, edition: Edition | null, joinedOn: Day): Due | null {
  const begins = edition === null ? null : beginningOf(edition);
  if (begins === null || joinedOn >= begins) return null;
  const dayBefore = addDays(begins, -1);
  const before = lineOf(versionInForce(c.requirement, dayBefore), line.key);
  if (before === undefined || !isSamePublication(before, line)) return null;
  if (editionToRead(c.policy, before, dayBefore) === null) return null;
  if (runFrom(c.policy.gapDays, c.person, before.audience, dayBefore, c.seenOn) === null)
    return null;
  const { status, due } = reckonLine(c, before, dayBefore);
  return status === 'overdue' && due !== null ? { on: due.on, because: 'overdue-before' } : null;
}

function isSamePublication({ cycle: one }: Line, { cycle: other }: Line): boolean {
  return (
    one.kind === 'edition' && other.kind === 'edition' && one.publication === other.publication
  );
}
