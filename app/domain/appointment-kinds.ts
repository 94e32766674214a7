import type { AppointmentKind } from './types.ts';

/** The kinds of appointment that every school begins with; schools add their own beside them. */
export const STANDARD_APPOINTMENT_KINDS: readonly AppointmentKind[] = [
  { key: 'teacher', label: 'Teacher', category: 'staff' },
  { key: 'teaching-assistant', label: 'Teaching assistant', category: 'staff' },
  { key: 'office', label: 'Office staff', category: 'staff' },
  { key: 'site', label: 'Site staff', category: 'staff' },
  { key: 'lunchtime', label: 'Lunchtime supervisor', category: 'staff' },
  { key: 'pastoral', label: 'Pastoral staff', category: 'staff' },
  { key: 'leadership', label: 'Leadership team', category: 'staff' },
  { key: 'headteacher', label: 'Headteacher', category: 'staff' },
  { key: 'dsl', label: 'Designated safeguarding lead', category: 'staff' },
  { key: 'deputy-dsl', label: 'Deputy designated safeguarding lead', category: 'staff' },
  { key: 'governor', label: 'Governor', category: 'governor' },
  { key: 'safeguarding-governor', label: 'Safeguarding governor', category: 'governor' },
  { key: 'volunteer', label: 'Volunteer', category: 'volunteer' },
  { key: 'supply', label: 'Supply teacher', category: 'supply' },
  { key: 'visitor', label: 'Visitor', category: 'visitor' },
  { key: 'contractor', label: 'Contractor', category: 'contractor' },
];
