import { isInAudience, isPresentOn, lastDayOf } from './audience.ts';
import { byWeight } from './basis-order.ts';
import { comingOn } from './coming.ts';
import { addDays, type Day, isWithin } from './days.ts';
import { type DueReason, exemptionsOf, merged, timesOut } from './due.ts';
import {
  type Case,
  editionToRead,
  type LineStanding,
  reckonLine,
  validityFor,
} from './line-standing.ts';
import { awaitingCheck, bookedFrom } from './marks.ts';
import type {
  BasisKind,
  Booking,
  Completion,
  Edition,
  Exemption,
  Line,
  PersonFacts,
  Policy,
  Requirement,
  Status,
} from './types.ts';
import type { Validity } from './valid-to.ts';
import { isRetired, versionInForce } from './versions.ts';

/** Why a requirement is not asked of somebody on a day. */
export type NotRequiredBecause = 'not-begun' | 'retired' | 'not-in-post' | 'not-for-role';

/** The answer for one person and one requirement on one day, with everything that explains it. */
export type Standing = {
  requirement: Requirement;
  on: Day;
  status: Status;
  /** The line that gives the status; null when not required. */
  line: Line | null;
  /** Every line that fits the person on that day. */
  lines: Line[];
  /** Last day on which it counts; null where nothing is done, or it does not run out. */
  validTo: Day | null;
  /** Last day before it is overdue; null when nothing falls due, and while exempt or away. */
  dueOn: Day | null;
  dueBecause: DueReason | null;
  /** First day overdue. */
  overdueSince: Day | null;
  /** The heaviest basis among the lines that are overdue. */
  breaks: BasisKind | null;
  /** The completion that rules, or the one that was valid for longest. */
  completion: Completion | null;
  /** How that completion is reckoned. */
  validity: Validity | null;
  /** In force, for what is read by edition. */
  edition: Edition | null;
  /** In date by a line that sets no interval. */
  noInterval: boolean;
  awaitingCheck: Completion | null;
  booked: Booking | null;
  /** False where it falls due only after the person's last day. */
  asked: boolean;
  lastDay: Day | null;
  joinedOn: Day | null;
  /** When not required: the first day on which it will be, where one is known. */
  comingOn: Day | null;
  notRequiredBecause: NotRequiredBecause | null;
  exemption: Exemption | null;
  /** First and last day of the exemption or absence; null where there is none, or not known. */
  outSince: Day | null;
  until: Day | null;
  /** After an exemption or absence with a known end: the standing on the first day after it. */
  next: Standing | null;
};

type OnlyLines = (line: Line) => boolean;

/**
 * The status of one person for one requirement on one day: the one ladder. As at a past day it is
 * what is known now about that day; completions after it do not count. `only` leaves out lines.
 */
export function standingOf(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  on: Day,
  only?: OnlyLines,
): Standing {
  const completions = completionsFor(person, requirement);
  return climb(caseOf(policy, person, requirement, completions, on), on, only);
}

/** The person's standings for every requirement, in the policy's order, not-required included. */
export function standingsOf(policy: Policy, person: PersonFacts, on: Day): Standing[] {
  const byRequirement = Map.groupBy(person.completions, ({ requirementId }) => requirementId);
  return policy.requirements.map((requirement) => {
    const completions = [requirement.id, ...requirement.metBy].flatMap(
      (id) => byRequirement.get(id) ?? [],
    );
    return climb(caseOf(policy, person, requirement, completions, on), on);
  });
}

/** Does law or statutory guidance ask for this line, or only the school or its partners? */
export function isAskedByGuidance(line: Line): boolean {
  return line.basis.kind === 'law' || line.basis.kind === 'statutory-guidance';
}

/** What each line that fits the person on the day says for itself, in the rule's order. */
export function lineStandingsOf(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  on: Day,
): { of: Case; standings: LineStanding[] } {
  const of = caseOf(policy, person, requirement, completionsFor(person, requirement), on);
  return { of, standings: linesFor(of, on).map((line) => reckonLine(of, line, on)) };
}

/**
 * Is what the person has done still valid on the day by every line of the rule, whether it is asked of
 * them or not? Before the rule begins, its first version says.
 */
export function isValidByEveryLine(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  on: Day,
): boolean {
  const c = caseOf(policy, person, requirement, completionsFor(person, requirement), on);
  const version = versionInForce(requirement, on) ?? requirement.versions[0];
  const lines = version?.lines ?? [];
  const isValid = (line: Line) => isStillValid(validityFor(c, line, on), on);
  return lines.length > 0 && lines.every(isValid);
}

/** Has something been done that has not run out by the day? */
export function isStillValid(validity: Validity | null, on: Day): boolean {
  return validity !== null && (validity.validTo === null || on <= validity.validTo);
}

/** What the person has completed of the requirement, or of those by which it is met. */
function completionsFor(person: PersonFacts, { id, metBy }: Requirement): Completion[] {
  return person.completions.filter(
    ({ requirementId }) => requirementId === id || metBy.includes(requirementId),
  );
}

function caseOf(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  completions: Completion[],
  on: Day,
): Case {
  const times = timesOut(person, requirement);
  return { policy, person, requirement, completions, times, seenOn: on, knownOn: on };
}

function climb(c: Case, on: Day, only?: OnlyLines): Standing {
  const lines = linesFor(c, on, only);
  if (lines.length === 0) return notRequired(c, on, only);
  const standings = lines.map((line) => reckonLine(c, line, on));
  const standing = ruledBy(c, standings.reduce(earlierDue), on);
  standing.lines = lines;
  standing.breaks = heaviestOverdue(standings);
  const exemption = exemptionOn(c, on);
  if (exemption !== null) return outOf(c, standing, 'exempt', exemption, only);
  if (c.person.absences.some(({ from, to }) => isWithin(on, from, to))) {
    return outOf(c, standing, 'away', null, only);
  }
  return standing;
}

/** The lines in force that fit the person; what is read by edition, once there is one to read. */
function linesFor(c: Case, on: Day, only?: OnlyLines): Line[] {
  const version = versionInForce(c.requirement, on);
  if (version === null || isRetired(c.requirement, on)) return [];
  return version.lines.filter(
    (line) =>
      isInAudience(c.person, line.audience, on) &&
      (only === undefined || only(line)) &&
      (line.cycle.kind !== 'edition' || editionToRead(c.policy, line, on) !== null),
  );
}

/** The earliest due day rules; what never falls due comes last; on a tie the heavier basis. */
function earlierDue(a: LineStanding, b: LineStanding): LineStanding {
  if (a.due?.on === b.due?.on) return byWeight(a.line.basis.kind, b.line.basis.kind) <= 0 ? a : b;
  if (a.due === null || b.due === null) return a.due === null ? b : a;
  return a.due.on < b.due.on ? a : b;
}

function heaviestOverdue(standings: LineStanding[]): BasisKind | null {
  const broken = standings.filter(({ status }) => status === 'overdue');
  if (broken.length === 0) return null;
  return broken.map(({ line }) => line.basis.kind).sort(byWeight)[0]!;
}

function ruledBy(c: Case, ruling: LineStanding, on: Day): Standing {
  const { line, status, validity, due, edition, joinedOn } = ruling;
  const lastDay = lastDayOf(c.person, on, c.policy.gapDays);
  return {
    ...nothing(c.requirement, on),
    status,
    line,
    validTo: validity?.validTo ?? null,
    dueOn: due?.on ?? null,
    dueBecause: due?.because ?? null,
    overdueSince: status === 'overdue' && due !== null ? addDays(due.on, 1) : null,
    completion: validity?.completion ?? null,
    validity,
    edition,
    noInterval: status === 'in-date' && validity?.cycle.kind === 'not-stated',
    awaitingCheck: awaitingCheck(c, line, on),
    booked: bookedFrom(c, on),
    asked: due === null || lastDay === null || due.on <= lastDay,
    lastDay,
    joinedOn,
  };
}

function notRequired(c: Case, on: Day, only?: OnlyLines): Standing {
  const standing = nothing(c.requirement, on);
  standing.comingOn = comingOn(c.policy, c.person, c.requirement, on, only);
  standing.notRequiredBecause = whyNot(c, on);
  return standing;
}

function whyNot({ requirement, person }: Case, on: Day): NotRequiredBecause {
  if (versionInForce(requirement, on) === null) return 'not-begun';
  if (isRetired(requirement, on)) return 'retired';
  return isPresentOn(person, on) ? 'not-for-role' : 'not-in-post';
}

/** Exempt or away: what is known of the completion stays, nothing is due; then what comes after. */
function outOf(
  c: Case,
  standing: Standing,
  status: 'exempt' | 'away',
  exemption: Exemption | null,
  only?: OnlyLines,
): Standing {
  const times = status === 'exempt' ? exemptionsOf(c.person, c.requirement) : c.person.absences;
  const time = merged(times).find(({ from, to }) => isWithin(standing.on, from, to));
  const until = time?.to ?? null;
  standing.status = status;
  standing.dueOn = null;
  standing.dueBecause = null;
  standing.overdueSince = null;
  standing.breaks = null;
  standing.noInterval = false;
  standing.asked = true;
  standing.exemption = exemption;
  standing.outSince = time?.from ?? null;
  standing.until = until;
  const after = until === null ? null : addDays(until, 1);
  standing.next = after === null ? null : climb({ ...c, seenOn: after }, after, only);
  return standing;
}

function exemptionOn(c: Case, on: Day): Exemption | null {
  if (c.person.exemptions.length === 0) return null;
  const id = c.requirement.id;
  const covers = (one: Exemption) => one.requirementId === id && isWithin(on, one.from, one.to);
  return c.person.exemptions.find(covers) ?? null;
}

function nothing(requirement: Requirement, on: Day): Standing {
  return {
    requirement,
    on,
    status: 'not-required',
    line: null,
    lines: NO_LINES,
    validTo: null,
    dueOn: null,
    dueBecause: null,
    overdueSince: null,
    breaks: null,
    completion: null,
    validity: null,
    edition: null,
    noInterval: false,
    awaitingCheck: null,
    booked: null,
    asked: true,
    lastDay: null,
    joinedOn: null,
    comingOn: null,
    notRequiredBecause: null,
    exemption: null,
    outSince: null,
    until: null,
    next: null,
  };
}

const NO_LINES: Line[] = [];
