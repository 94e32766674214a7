import type { Day } from '#app/domain/days.ts';
import type { Category, EvidenceKind } from '#app/domain/types.ts';
import type { DayOrder } from './read-day.ts';
import type { Sheet } from './sheet.ts';

/** What a file can hold. */
export const IMPORT_KINDS = [
  'staff-list',
  'training-log',
  'matrix',
  'absences',
  'exemptions',
  'bookings',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_KIND_LABELS: Record<ImportKind, string> = {
  'staff-list': 'Staff list',
  'training-log': 'Training log, one row a completion',
  matrix: 'Matrix, people down and training across',
  absences: 'Long absences',
  exemptions: 'Exemptions',
  bookings: 'Booked courses',
};

/**
 * What each column of a file is: a field; `requirement:KEY` or `requirement:KEY:EDITION` in a matrix;
 * `ignore`; or empty where nobody has said. `words`: what the school's own titles mean, by
 * `sameWords`: the key of an appointment kind or requirement, or `leave-out`.
 */
export type Mapping = {
  /** The row of the headings, from 0. */
  headingRow: number;
  columns: string[];
  words: Words;
};
export type Words = { appointment: Record<string, string>; requirement: Record<string, string> };

/** What the person at the preview has decided. */
export type Choices = {
  /** By column, from 0. */
  days: Record<string, DayOrder>;
  /** By row id: which of the candidates is meant, or that it is somebody new. */
  people: Record<string, number | 'new'>;
  leftOut: string[];
  leaveOutWrong: boolean;
  /** A complete staff list: who is not in it may have left. */
  fullList: boolean;
  /** By person id: the last day of somebody who is not in the list any more. */
  leavers: Record<string, Day>;
  /** For rows that do not say what stands behind them. */
  evidence: EvidenceKind;
};

export const NO_CHOICES: Choices = {
  days: {},
  people: {},
  leftOut: [],
  leaveOutWrong: false,
  fullList: false,
  leavers: {},
  evidence: 'self-reported',
};

export type KnownAppointment = {
  id: number;
  kind: string;
  category: Category;
  from: Day;
  to: Day | null;
};

export type KnownCompletion = {
  requirement: string;
  completedOn: Day;
  printedExpiryOn: Day | null;
  edition: string | null;
  evidence: EvidenceKind;
  provider: string | null;
  reference: string | null;
  earnedElsewhere: boolean;
};

/** A person as the import knows them before anything is written. */
export type PersonOnFile = {
  id: number;
  ref: string;
  firstName: string;
  lastName: string;
  email: string | null;
  leftWithoutDay: boolean;
  appointments: KnownAppointment[];
  absences: { id: number; from: Day; to: Day | null }[];
  exemptions: { id: number; requirement: string; from: Day; to: Day; reason: string }[];
  bookings: { id: number; requirement: string; on: Day; provider: string | null }[];
  completions: KnownCompletion[];
};

export type KnownRequirement = {
  key: string;
  name: string;
  siteSpecific: boolean;
  /** Null: not declared by edition. */
  editions: { key: string; title: string }[] | null;
};

export type Known = {
  today: Day;
  kinds: { key: string; label: string; category: Category }[];
  requirements: KnownRequirement[];
  people: PersonOnFile[];
};

/** A person who is there already (id), or whom this import adds (their stable id). */
export type Whom = number | string;

export type NewPerson = {
  ref: string;
  firstName: string;
  lastName: string;
  email: string | null;
  leftWithoutDay: boolean;
};

export type NewCompletion = KnownCompletion & { note: string | null; needsCheck: boolean };

/** One thing to write. */
export type Change =
  | { do: 'add-person'; person: NewPerson }
  | { do: 'change-person'; personId: number; set: Partial<NewPerson> }
  | { do: 'add-appointment'; whom: Whom; kind: string; from: Day; to: Day | null }
  | { do: 'change-appointment'; appointmentId: number; set: { from?: Day; to?: Day } }
  | { do: 'add-completion'; whom: Whom; completion: NewCompletion }
  | { do: 'add-absence'; whom: Whom; from: Day; to: Day | null }
  | { do: 'change-absence'; absenceId: number; set: { to: Day } }
  | { do: 'add-exemption'; whom: Whom; requirement: string; from: Day; to: Day; reason: string }
  | { do: 'change-exemption'; exemptionId: number; set: { to: Day; reason: string } }
  | { do: 'add-booking'; whom: Whom; requirement: string; on: Day; provider: string | null };

/** What is wrong with a row: where, what was read there, and what to do. */
export type Problem = { column: string; read: string; todo: string };

export type Outcome = 'new' | 'changed' | 'same' | 'wrong' | 'left-out';

export type RowPlan = {
  /** The row's number; in a matrix also the column's: `12:5`. */
  id: string;
  /** As a spreadsheet numbers it, from 1. */
  row: number;
  outcome: Outcome;
  /** Whom it means, where that is somebody known. */
  personId: number | null;
  /** The keys of the appointment kinds that it names. */
  kinds: string[];
  who: string;
  /** What the row says, with its days in words. */
  what: string;
  problems: Problem[];
  /** What is worth knowing though nothing is wrong. */
  notes: string[];
  changes: Change[];
};

/** What must be answered by the person before anything else. */
export type Question =
  | { kind: 'missing'; field: string; todo: string }
  | { kind: 'column'; column: number; heading: string; examples: string[] }
  | { kind: 'days'; column: number; heading: string; example: string };

/** A title that is not known yet: rows with it are wrong until it is mapped or left out. */
export type UnknownWord = { field: keyof Words; word: string; rows: number };

/** A row that could mean several people. */
export type WhoQuestion = {
  rowId: string;
  row: number;
  read: string;
  candidates: { personId: number; label: string }[];
  canBeNew: boolean;
};

export type ProposedLeaver = {
  personId: number;
  name: string;
  ref: string;
  holds: string[];
  lastDay: Day | null;
  /** Why that day cannot be their last. */
  problem: string | null;
};

export type Plan = {
  kind: ImportKind;
  questions: Question[];
  unknownWords: UnknownWord[];
  whoQuestions: WhoQuestion[];
  rows: RowPlan[];
  leavers: ProposedLeaver[];
  /** Headings of columns that nothing was read from. */
  notRead: string[];
  counts: Record<Outcome | 'leaving', number>;
  /** Can it be applied as it is: nothing asked and nothing wrong? */
  isReady: boolean;
};

/** A file that was read and waits for a decision. */
export type Staged = { sheet: Sheet; mapping: Mapping; choices: Choices };
