import type { Day } from './days.ts';
import type { AskedField } from './evidence/asked.ts';

/** The kinds of people whom a school answers for; every kind of appointment has one. */
export const CATEGORIES = [
  'staff',
  'supply',
  'governor',
  'volunteer',
  'visitor',
  'contractor',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A role that can be held at a school. Schools add their own beside the standard ones. */
export type AppointmentKind = { key: string; label: string; category: Category };

/** A role that a person holds from a day, to a day (both included; null: no last day known). */
export type Appointment = { kind: string; category: Category; from: Day; to: Day | null };

/** A long absence: days only, never why. `to` is the last day away; null: not known yet. */
export type Absence = { from: Day; to: Day | null };

/** A decision that a requirement does not apply to somebody, up to and with its last day. */
export type Exemption = { requirementId: number; from: Day; to: Day; reason: string };

/** A course that is booked for a day. */
export type Booking = { requirementId: number; on: Day; provider: string | null };

/** Which appointments something is for: those of these categories or of these kinds. */
export type Audience = { categories: Category[]; kinds: string[] };

/** How long a completion lasts. `dueBy` is `MM-DD`. */
export type Cycle =
  | { kind: 'months'; months: number; keepAnniversaryDays?: number }
  | { kind: 'academic-year'; dueBy: string; earlyDays: number }
  | { kind: 'edition'; publication: string }
  | { kind: 'once' }
  | { kind: 'not-stated' };

export const BASIS_KINDS = [
  'law',
  'statutory-guidance',
  'local-partnership',
  'school-policy',
] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

/** Why something is asked: the kind of rule, the document and the place in it. */
export type Basis = {
  kind: BasisKind;
  document: string;
  place: string;
  says?: string;
  url?: string;
};

/** One audience's share in a requirement. `key` is the same in every version of the rule. */
export type Line = {
  key: string;
  audience: Audience;
  cycle: Cycle;
  /** Days from joining; 0: by the end of the first day. */
  startWithin: number;
  /** Due day for those who were in the audience on the day before the line began. */
  rollOutOn: Day | null;
  basis: Basis;
  /** Advice beside a line with no interval. */
  suggestion: string | null;
};

/** The rule from a day on. The first version also reckons everything earlier. */
export type RequirementVersion = {
  startsOn: Day;
  /** Later versions only: also reckon completions made before it by this version. */
  appliesToEarlier: boolean;
  lines: Line[];
};

export type Requirement = {
  id: number;
  key: string;
  name: string;
  whatCounts: string;
  whereToGo: string | null;
  /** Never met by what was done elsewhere: declarations and site inductions. */
  siteSpecific: boolean;
  /** Does what a person hands in count at once, or when it has been checked? */
  handedInCounts: 'when-checked' | 'at-once';
  /** What is asked of a certificate beside its day; missing, it is not accepted. */
  asksFor: AskedField[];
  /** How long somebody has to be there for a session to count; null: not said. */
  minutesNeeded: number | null;
  noticeDays: number;
  /** First day on which it is no longer asked. */
  retiredFrom: Day | null;
  /** Requirements whose completions count here too, under this cycle. */
  metBy: number[];
  /** In order of their first day; never empty. */
  versions: RequirementVersion[];
};

export const EVIDENCE_KINDS = [
  'certificate',
  'register',
  'declaration',
  'quiz',
  'self-reported',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What stands behind a completion today: nothing that was withdrawn is among them. */
export type CheckState = 'counts' | 'awaiting-check' | 'returned';

/** The fact that a person met a requirement on a day. */
export type Completion = {
  id: number;
  requirementId: number;
  completedOn: Day;
  printedExpiryOn: Day | null;
  /** The edition that was read, for what is declared by edition. */
  edition: string | null;
  evidence: EvidenceKind;
  provider: string | null;
  reference: string | null;
  earnedElsewhere: boolean;
  check: CheckState;
};

/** One dated edition of a publication. */
export type Edition = {
  key: string;
  title: string;
  inForceFrom: Day;
  state: 'draft' | 'announced' | 'confirmed';
  confirmedOn: Day | null;
  /** The due-by day of its roll-out, for those already there when it came into force. */
  dueBy: Day | null;
};

export type Publication = { key: string; title: string; editions: Edition[] };

export type Term = { name: string; from: Day; to: Day };

/** At least so many holders of these kinds of appointment, in date, on every day. */
export type CoverPart = { name: string; kinds: string[]; atLeast: number };
export type CoverRule = { key: string; name: string; requirementId: number; parts: CoverPart[] };

/** Everything that a school asks, and of whom. */
export type Policy = {
  noticeDays: number;
  /** Gaps between appointments of up to so many days do not break a run. */
  gapDays: number;
  /** Days after the day of return within which what fell due while away is to be done. */
  returnDays: number;
  appointmentKinds: AppointmentKind[];
  requirements: Requirement[];
  publications: Publication[];
  cover: CoverRule[];
  terms: Term[];
};

/** What is known of one person that bears on their training. */
export type PersonFacts = {
  id: number;
  appointments: Appointment[];
  absences: Absence[];
  exemptions: Exemption[];
  bookings: Booking[];
  completions: Completion[];
};

/** The answer for one person and one requirement on one day, in the order of the ladder. */
export const STATUSES = [
  'not-required',
  'exempt',
  'away',
  'in-date',
  'due-soon',
  'not-yet-due',
  'overdue',
] as const;
export type Status = (typeof STATUSES)[number];
