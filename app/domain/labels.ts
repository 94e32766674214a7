import type { BasisKind, Category, EvidenceKind, Status } from './types.ts';

/** The words that a person reads for what the code names: one place, so that every page agrees. */

export const STATUS_LABELS: Record<Status, string> = {
  'in-date': 'In date',
  'due-soon': 'Due soon',
  'not-yet-due': 'Not yet due',
  overdue: 'Overdue',
  exempt: 'Exempt',
  away: 'Away',
  'not-required': 'Not required',
};

/** What can stand beside a status and is none. */
export const MARK_LABELS = { 'awaiting-check': 'Awaiting check', booked: 'Booked' };

/** What each status means, for the key beside a table or a chart. */
export const STATUS_MEANINGS: Record<Status, string> = {
  'in-date': 'Valid today, with more than the notice left',
  'due-soon': 'Valid today, and runs out within the notice',
  'not-yet-due': 'Nothing valid yet, and the due day is not past',
  overdue: 'Nothing valid, and the due day is past',
  exempt: 'A decision with a reason and a last day',
  away: 'A long absence covers the day',
  'not-required': 'No rule asks it of this person on this day',
};

export const BASIS_LABELS: Record<BasisKind, string> = {
  law: 'Law',
  'statutory-guidance': 'Statutory guidance',
  'local-partnership': 'Local safeguarding partnership',
  'school-policy': 'School policy',
};

export const EVIDENCE_LABELS: Record<EvidenceKind, string> = {
  certificate: 'Certificate',
  register: 'Register',
  declaration: 'Declaration',
  quiz: 'Quiz',
  'self-reported': 'Self-reported',
};

export const CATEGORY_LABELS: Record<Category, string> = {
  staff: 'Staff',
  supply: 'Supply',
  governor: 'Governors',
  volunteer: 'Volunteers',
  visitor: 'Visitors',
  contractor: 'Contractors',
};
