import { day } from '#app/domain/days.ts';
import { type Standing, standingOf } from '#app/domain/standing.ts';
import type {
  Completion,
  Cycle,
  Edition,
  Line,
  PersonFacts,
  Policy,
  Publication,
  Requirement,
  RequirementVersion,
  Status,
} from '#app/domain/types.ts';

/** The builders take days as plain text, so that a test reads like the rule it checks. */

export const ALL_STAFF = { categories: ['staff' as const], kinds: [] };

export const MONTHS_24: Cycle = { kind: 'months', months: 24 };
export const BY_31_OCTOBER: Cycle = { kind: 'academic-year', dueBy: '10-31', earlyDays: 14 };
export const READ_KCSIE: Cycle = { kind: 'edition', publication: 'kcsie' };

export function line(cycle: Cycle, more: Partial<Line> = {}): Line {
  return {
    key: 'all',
    audience: ALL_STAFF,
    cycle,
    startWithin: 7,
    rollOutOn: null,
    basis: { kind: 'statutory-guidance', document: 'KCSIE', place: 'Part two' },
    suggestion: null,
    ...more,
  };
}

export function version(startsOn: string, ...lines: Line[]): RequirementVersion {
  return { startsOn: day(startsOn), appliesToEarlier: false, lines };
}

/** One version since 1 September 2010 unless `versions` are given. */
export function requirement(lines: Line[], more: Partial<Requirement> = {}): Requirement {
  return {
    id: 1,
    key: 'level-3',
    name: 'Level 3',
    whatCounts: '',
    whereToGo: null,
    siteSpecific: false,
    handedInCounts: 'when-checked',
    asksFor: [],
    minutesNeeded: null,
    noticeDays: 60,
    retiredFrom: null,
    metBy: [],
    versions: [version('2010-09-01', ...lines)],
    ...more,
  };
}

export function edition(key: string, more: Partial<Edition> = {}): Edition {
  return {
    key,
    title: `KCSIE ${key}`,
    inForceFrom: day(`${key}-09-01`),
    state: 'confirmed',
    confirmedOn: day(`${key}-07-07`),
    dueBy: day(`${key}-10-31`),
    ...more,
  };
}

export function kcsie(...editions: Edition[]): Publication {
  return { key: 'kcsie', title: 'KCSIE', editions };
}

export function policy(requirements: Requirement[], more: Partial<Policy> = {}): Policy {
  return {
    noticeDays: 60,
    gapDays: 90,
    returnDays: 7,
    appointmentKinds: [],
    requirements,
    publications: [kcsie(edition('2024'), edition('2025'), edition('2026'))],
    cover: [],
    terms: [],
    ...more,
  };
}

let lastId = 0;

export function completion(completedOn: string, more: Partial<Completion> = {}): Completion {
  lastId += 1;
  return {
    id: lastId,
    requirementId: 1,
    completedOn: day(completedOn),
    printedExpiryOn: null,
    edition: null,
    evidence: 'certificate',
    provider: null,
    reference: null,
    earnedElsewhere: false,
    check: 'counts',
    ...more,
  };
}

export function read(key: string, on: string, more: Partial<Completion> = {}): Completion {
  return completion(on, { edition: key, evidence: 'declaration', ...more });
}

export function teacher(from: string, to: string | null = null) {
  return held('teacher', from, to);
}

export function held(kind: string, from: string, to: string | null = null) {
  return { kind, category: 'staff' as const, from: day(from), to: to === null ? null : day(to) };
}

export function time(from: string, to: string | null = null) {
  return { from: day(from), to: to === null ? null : day(to) };
}

/** A teacher since 1 September 2015 unless told otherwise. */
export function person(more: Partial<PersonFacts> = {}): PersonFacts {
  lastId += 1;
  return {
    id: lastId,
    appointments: [teacher('2015-09-01')],
    absences: [],
    exemptions: [],
    bookings: [],
    completions: [],
    ...more,
  };
}

/** The standing in a school that asks this one thing. */
export function standing(asked: Requirement, who: PersonFacts, on: string): Standing {
  return standingOf(policy([asked]), who, asked, day(on));
}

export function status(asked: Requirement, who: PersonFacts, on: string): Status {
  return standing(asked, who, on).status;
}
