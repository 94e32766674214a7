import type { ImportKind } from './types.ts';

/** A file of a school beside its policy. The first cells of its rows are the columns. */
export type SchoolFile = { name: string; kind: ImportKind; columns: string[] };

/** The files of a school beside its policy, in the order in which they can be imported. */
export const SCHOOL_FILES: SchoolFile[] = [
  {
    name: 'people.csv',
    kind: 'staff-list',
    columns: ['person_id', 'first_name', 'last_name', 'email', 'appointment', 'from', 'to', 'left'],
  },
  {
    name: 'training-log.csv',
    kind: 'training-log',
    columns: [
      ...['person_id', 'name', 'requirement', 'completed_on', 'printed_expiry_on', 'edition'],
      ...['evidence', 'provider', 'reference', 'elsewhere', 'check', 'note'],
    ],
  },
  { name: 'absences.csv', kind: 'absences', columns: ['person_id', 'name', 'from', 'to'] },
  {
    name: 'exemptions.csv',
    kind: 'exemptions',
    columns: ['person_id', 'name', 'requirement', 'from', 'to', 'reason'],
  },
  {
    name: 'bookings.csv',
    kind: 'bookings',
    columns: ['person_id', 'name', 'requirement', 'on', 'provider'],
  },
];
