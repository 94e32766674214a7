import type { ImportKind } from './types.ts';
import { sameWords } from './words.ts';

/**
 * The fields of each kind of file with the headings by which they are known: our own first, then
 * those of SIMS, Arbor and Bromcom exports and of schools' own spreadsheets. Where a file has several
 * of one field's headings, the one that stands first here is read ("Surname" before "Legal Surname").
 */
type Fields = Record<string, string[]>;

const WHO: Fields = {
  person_id: [
    'person id',
    'employee id',
    'employee number',
    'employee no',
    'arbor id',
    'arbor staff id',
    'payroll number',
    'payroll no',
    'staff id',
    'staff number',
    'staff code',
    'id',
  ],
  first_name: [
    'first name',
    'forename',
    'preferred first name',
    'preferred forename',
    'chosen first name',
    'chosen forename',
    'given name',
    'legal first name',
    'legal forename',
  ],
  last_name: [
    'last name',
    'surname',
    'family name',
    'preferred last name',
    'preferred surname',
    'legal last name',
    'legal surname',
  ],
  name: [
    'name',
    'full name',
    'staff name',
    'employee name',
    'staff member',
    'member of staff',
    'employee',
    'staff',
    'person',
    'preferred name',
    'display name',
    'legal name',
  ],
  email: [
    'email',
    'email address',
    'work email',
    'work email address',
    'school email',
    'school email address',
    'main email',
    'primary email',
    'default email',
    'email primary',
  ],
};

const REQUIREMENT: Fields = {
  requirement: [
    'requirement',
    'training',
    'training name',
    'training title',
    'training course',
    'course',
    'course name',
    'course title',
    'qualification',
    'event',
  ],
};

const FROM = ['from', 'start date', 'date from', 'starts', 'first day'];
const TO = ['to', 'end date', 'date to', 'ends', 'last day', 'until'];

const FIELDS: Record<ImportKind, Fields> = {
  'staff-list': {
    ...WHO,
    appointment: [
      'appointment',
      'post',
      'post title',
      'job title',
      'role',
      'job role',
      'staff role',
      'current role',
      'current post',
      'main role',
      'business role',
      'position',
      'role title',
    ],
    from: [
      'from',
      'start date',
      'employment start date',
      'employment start',
      'role start date',
      'contract start date',
      'contract start',
      'post start date',
      'date started',
      'date of start',
      'date of arrival',
      'arrival date',
      'service start date',
      'started',
    ],
    to: [
      'to',
      'leaving date',
      'date of leaving',
      'leave date',
      'end date',
      'employment end date',
      'employment end',
      'role end date',
      'contract end date',
      'contract end',
      'post end date',
      'date left',
      'last day',
    ],
    left: ['left'],
  },
  'training-log': {
    ...WHO,
    ...REQUIREMENT,
    completed_on: [
      'completed on',
      'completed',
      'date completed',
      'completion date',
      'date of completion',
      'training date',
      'date of training',
      'course date',
      'date attended',
      'attended',
      'date taken',
      'date achieved',
      'date',
    ],
    printed_expiry_on: [
      'printed expiry on',
      'printed expiry',
      'expiry date',
      'expiry',
      'expires',
      'expires on',
      'valid until',
      'valid to',
      'date of expiry',
    ],
    edition: ['edition', 'version'],
    evidence: ['evidence', 'evidence type', 'proof'],
    provider: ['provider', 'training provider', 'trainer', 'delivered by', 'supplier'],
    reference: ['reference', 'certificate number', 'certificate no', 'certificate ref', 'number'],
    elsewhere: ['elsewhere', 'earned elsewhere', 'previous school'],
    check: ['check', 'waits for a check'],
    note: ['note', 'notes', 'comment', 'comments'],
  },
  matrix: WHO,
  absences: { ...WHO, from: FROM, to: TO },
  exemptions: {
    ...WHO,
    ...REQUIREMENT,
    from: FROM,
    to: TO,
    reason: ['reason', 'exemption reason', 'why'],
  },
  bookings: {
    ...WHO,
    ...REQUIREMENT,
    on: ['on', 'booked on', 'booked for', 'date booked', 'course date', 'date'],
    provider: ['provider', 'training provider', 'booked with'],
  },
};

/** Headings of a matrix that name neither a person nor training; a day under them is no training. */
const NEVER_TRAINING = new Set(
  [
    ...['appointment', 'from', 'to', 'left'].flatMap((field) => [
      field,
      ...(FIELDS['staff-list'][field] ?? []),
    ]),
    ...[
      'dob',
      'date of birth',
      'title',
      'year',
      'class',
      'department',
      'team',
      'notes',
      'comments',
    ],
    ...['gender', 'dbs', 'dbs date', 'dbs number', 'no', 'number', '#', 'line manager', 'phase'],
  ].map(sameWords),
);

/** The fields that a file of this kind can have. */
export function fieldsOf(kind: ImportKind): string[] {
  return Object.keys(FIELDS[kind]);
}

/** Fields without which a file of this kind says nothing; of a group, one is enough. */
export function neededFields(kind: ImportKind): string[][] {
  const who = ['person_id', 'email', 'name', 'last_name'];
  const needed: Record<ImportKind, string[][]> = {
    'staff-list': [['name', 'last_name'], ['appointment']],
    'training-log': [who, ['requirement'], ['completed_on']],
    matrix: [who],
    absences: [who, ['from']],
    exemptions: [who, ['requirement'], ['from'], ['to'], ['reason']],
    bookings: [who, ['requirement'], ['on']],
  };
  return needed[kind];
}

/** Which field's heading is this, and how far down the list of its headings? Null: none. */
export function fieldNamed(
  kind: ImportKind,
  heading: string,
): { field: string; rank: number } | null {
  const words = sameWords(heading.replaceAll('_', ' '));
  for (const [field, headings] of Object.entries(FIELDS[kind])) {
    const rank = headings.indexOf(words);
    if (rank >= 0) return { field, rank };
  }
  return null;
}

/** Is this a heading of something that no training is called? */
export function isNeverTraining(heading: string): boolean {
  return sameWords(heading) === '' || NEVER_TRAINING.has(sameWords(heading));
}

/** As the page names a field. */
export const FIELD_LABELS: Record<string, string> = {
  person_id: 'Stable id (staff or employee id)',
  first_name: 'First name',
  last_name: 'Last name',
  name: 'Full name',
  email: 'E-mail',
  appointment: 'Appointment (role or job title)',
  from: 'First day',
  to: 'Last day',
  left: 'Left, last day not known',
  requirement: 'Requirement (training)',
  completed_on: 'Completed on',
  printed_expiry_on: 'Printed expiry',
  edition: 'Edition',
  evidence: 'Evidence',
  provider: 'Provider',
  reference: 'Certificate number',
  elsewhere: 'Earned at another school',
  check: 'Waits for a check',
  note: 'Note',
  reason: 'Reason',
  on: 'Booked for',
};
